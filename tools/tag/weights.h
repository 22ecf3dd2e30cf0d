/* How much each feature speaks for each role. */
#ifndef TAG_WEIGHTS_H
#define TAG_WEIGHTS_H

#include "feature.h"
#include "role.h"

/* The parts of a page, in their order. */
enum zone {
    ZONE_HEAD,  /* above the title */
    ZONE_TITLE, /* the title itself: one paragraph */
    ZONE_TOP,   /* between the title and the lead, or the text where there is no lead */
    ZONE_LEAD,  /* the lead itself: one paragraph */
    ZONE_UNDER, /* between the lead and the text */
    ZONE_TEXT,
    ZONE_TAIL, /* below the text */
    ZONE_COUNT,
};

/* Scores are whole numbers, about ten times a log-odds: the same on every machine. */
struct weights {
    int feature[FEATURE_LIMIT][ROLE_COUNT];
    int zone[ZONE_COUNT][ROLE_COUNT];  /* of a role in this part of the page */
    int after[ROLE_COUNT][ROLE_COUNT]; /* [before][role]: of a role behind another */
    int no_text;                       /* of a page with nothing between its top and its tail */
    int no_title;                      /* of a page whose title is not among its paragraphs */
};

/* Reads the weights file of a language (roles.weights in its folder): lines
 * `FEATURE role=NUMBER ...` where FEATURE is a name of feature.h or of a rule, `zone:NAME`,
 * `after:ROLE`; and `no-title NUMBER`, `no-text NUMBER`. The caller frees the answer; null after
 * messages. */
struct weights *weights_load(const char *language, const struct rules *rules);

#endif
