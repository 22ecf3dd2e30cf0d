/* Misread UTF-8 sequences whose last byte was lost on the way. */
#ifndef NORMALIZE_MOJIBAKE_LOSS_H
#define NORMALIZE_MOJIBAKE_LOSS_H

#include "mojibake_sequence.h"

/* Ways in which a last byte is lost: bits of a set. */
enum fragility {
    FRAGILITY_NONE = 0,
    FRAGILITY_SPACE = 1 << 0,  /* the no-break space, that becomes a space */
    FRAGILITY_HYPHEN = 1 << 1, /* the soft hyphen, that is dropped */
    FRAGILITY_HOLE = 1 << 2, /* what windows-1252 has nothing for: it becomes '?', or is dropped */
};

enum fragility loss_fragility(int byte);

/* The bytes that windows-1252 has nothing for. */
enum { LOSS_HOLES = 5 };
extern const uint8_t loss_holes[LOSS_HOLES];

/* A loss, in the text that it was read from. */
struct loss {
    char bytes[3];     /* what is left, and room for the byte that was lost */
    unsigned count;    /* of those left */
    struct slice rest; /* the text behind it */
};

/* Reads what is left of a sequence at the start of the text, where sequence_read found none.
 * Returns false where nothing is, or nothing worth mending. Mac Roman has a character for every
 * byte, and loses nothing. */
bool loss_read(struct loss *loss, enum page page, struct slice text);

/* The first of the bytes left. */
int loss_lead(const struct loss *loss);

/* The character that the bytes left and this one make; U+FFFD where they make none. */
uint32_t loss_mend(struct loss loss, int byte);

/* Takes off *rest what programs write for a byte that stands for nothing. Returns false where *rest
 * does not begin with it. */
bool loss_take_hole(struct slice *rest);

/* What stands behind a space that may be all that is left of a no-break space. */
enum loss_behind { LOSS_BEHIND_END, LOSS_BEHIND_WORD, LOSS_BEHIND_OTHER };

enum loss_behind loss_look_behind_space(enum page page, struct slice text);

/* What a loss is where no word of the language tells. */
struct mending {
    uint32_t character; /* 0: nothing that is to be written */
    struct slice rest;  /* the text behind it */
};

/* Mends a loss that is a closing quote, wherever it stands. Returns false where it
 * is none. */
bool loss_mend_quote(struct mending *mending, const struct loss *loss);

/* Mends any other loss by the characters around it. Returns false where they do not tell. `before`
 * is the character before it; 0: none. */
bool loss_mend_alone(struct mending *mending, const struct loss *loss, enum page page,
                     uint32_t before);

#endif
