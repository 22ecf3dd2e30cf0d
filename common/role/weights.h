/* How much each feature speaks for each role. */
#ifndef GANLOC_ROLE_WEIGHTS_H
#define GANLOC_ROLE_WEIGHTS_H

#include "../role.h"
#include "feature.h"

#define WEIGHTS_NAME "roles.weights" /* in the data folder of a language */

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

enum {
    ROLE_LANES = 16, /* ROLE_COUNT, and room to work on all roles at once */
    WEIGHT_LIMIT = 1000,
};

/* What a way through the page adds, as features that hold on it. */
enum {
    FEATURE_ZONE = FEATURE_PATH,               /* plus a zone: a paragraph stands in it */
    FEATURE_AFTER = FEATURE_ZONE + ZONE_COUNT, /* plus a role: the paragraph before has it */
    FEATURE_PAGE = FEATURE_AFTER + ROLE_COUNT, /* in its first two lanes, of a page: */
    LANE_NO_TITLE = 0,                         /* its title is not among its paragraphs */
    LANE_NO_TEXT = 1,                          /* nothing stands between its top and its tail */
    FEATURE_PATH_END = FEATURE_PAGE + 1,
};

/* What speaks for a role is positive. Whole numbers: the same on every machine. */
struct weights {
    int16_t (*feature)[ROLE_LANES]; /* of each feature, by number */
    size_t feature_count;           /* FEATURE_WORD + entries of the lexicon */
    int16_t scale; /* a score greater by this makes a role e times as likely; at least 1 */
    struct lexicon lexicon;
};

/* All features and no word, without weights. */
void weights_init(struct weights *weights);

/* Adds a word to the lexicon (lexicon_add) with weights 0. Returns its number as a feature, or 0
 * if it cannot be added. */
size_t weights_add_word(struct weights *weights, struct slice word);

/* Reads the weights file of a language: lines `FEATURE role=NUMBER ...` where FEATURE is a name of
 * feature.h or of a rule, `word:ENTRY` (lexicon.h), `zone:NAME`, `after:ROLE`; and `no-title
 * NUMBER`, `no-text NUMBER`, `scale NUMBER`. Returns false after messages. Release in any case. */
bool weights_load(struct weights *weights, const char *language, const struct rules *rules);

/* Makes a user's rules (rules_read) speak for their roles as much as a weight can. */
void weights_trust_user(struct weights *weights, const struct rules *rules);

/* Appends the lines of such a file, without those of weights that are all 0. `words` are the
 * entries of the lexicon by number. */
void weights_append(struct buffer *out, const struct weights *weights, const struct rules *rules,
                    const struct slice *words);

void weights_release(struct weights *weights);

#endif
