/* The languages that the layer lang tells apart. */
#ifndef TAG_LANG_CODE_H
#define TAG_LANG_CODE_H

#include "bytes.h"

enum lang {
    /* Told by the letters and words that they use, see lang_grams.h. */
    LANG_VI,
    LANG_EN,
    LANG_FR,
    LANG_DE,
    LANG_ES,
    LANG_PT,
    LANG_IT,
    LANG_NL,
    LANG_SV,
    LANG_DA,
    LANG_PL,
    LANG_CS,
    LANG_HU,
    LANG_RO,
    LANG_TR,
    LANG_FI,
    LANG_ID,
    LANG_RU,
    LANG_UK,
    LANG_AR,
    LANG_FA,
    LANG_GRAMS, /* how many these are */

    /* Told by their script, see lang_script.h. */
    LANG_ZH = LANG_GRAMS,
    LANG_JA,
    LANG_KO,
    LANG_TH,
    LANG_LO,
    LANG_KM,
    LANG_MY,
    LANG_EL,
    LANG_HE,
    LANG_HI,
    LANG_BN,
    LANG_TA,
    LANG_HY,
    LANG_KA,

    LANG_UND, /* there is nothing to tell it by */
    LANG_COUNT = LANG_UND,
};

/* The code of ISO 639-1; of LANG_UND that of ISO 639-2. */
struct slice lang_code(enum lang lang);

#endif
