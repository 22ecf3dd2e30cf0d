/* The steps of normalizing, in the order in which they are taken. */
#ifndef NORMALIZE_STEP_H
#define NORMALIZE_STEP_H

enum step {
    STEP_CHARSET,    /* legacy code pages become UTF-8 */
    STEP_UTF8,       /* bytes that are not UTF-8 become U+FFFD; always taken */
    STEP_MOJIBAKE,   /* UTF-8 that was read as another code page is read again */
    STEP_ENTITIES,   /* HTML character references are decoded */
    STEP_CONTROLS,   /* control and invisible characters go */
    STEP_OVERLAY,    /* marks that strike letters through or decorate them go */
    STEP_LOOKALIKES, /* letters of other scripts in the place of Latin ones */
    STEP_COMPOSE,    /* Normalization Form C, and tone marks on the right letter */
    STEP_TONES,      /* one style of placing tone marks */
    STEP_SPACES,     /* white space of any kind */
    STEP_PUNCT,      /* quotes, dashes and the ellipsis in ASCII */
    STEP_WIDTH,      /* full-width and half-width forms become the usual ones */
    STEP_CASE,       /* case folding */
    STEP_DIGITS,     /* decimal digits of every script become ASCII */
    STEP_COUNT,
};

/* A set of steps has the bit of each. */
#define STEP_BIT(step) (1u << (step))

/* Those that are off unless the user names them, and the others. */
#define STEPS_OPTIONAL                                                                             \
    (STEP_BIT(STEP_PUNCT) | STEP_BIT(STEP_WIDTH) | STEP_BIT(STEP_CASE) | STEP_BIT(STEP_DIGITS))
#define STEPS_DEFAULT ((STEP_BIT(STEP_COUNT) - 1) & ~STEPS_OPTIONAL)

/* Each step's name, as --only has it. */
extern const char *const step_names[STEP_COUNT];

#endif
