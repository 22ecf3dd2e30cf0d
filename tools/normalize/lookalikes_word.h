/* The words of a line, and what they are in Latin letters if they are disguised. */
#ifndef NORMALIZE_LOOKALIKES_WORD_H
#define NORMALIZE_LOOKALIKES_WORD_H

#include "language.h"
#include "lookalikes_table.h"

/* A run of letters, digits, marks and characters of the table. Everything here but `converts` is
 * the same for a disguised word and for what it is read as, or tells of the disguise alone: so a
 * second pass finds no new reason to change a word. */
struct word {
    size_t start, end; /* in the text */
    size_t reading;    /* where it begins in the readings of the line; in NFC */
    size_t reading_length;
    uint32_t frequency; /* of the reading; 0: no word of the language */
    uint32_t letters, digits, marks;
    uint32_t of_kind[LOOKALIKE_KINDS];
    uint32_t disguised; /* letters and digits that are in the table */
    unsigned kinds;     /* the bits of those */
    unsigned scripts;   /* the bits of scripts, of letters that are not in the table too */
    bool is_readable;   /* all of it is Latin, or in the table */
    bool is_exact;
    bool is_surely_latin;  /* has a letter that only Latin has */
    bool begins_raised;    /* with a superscript letter */
    bool begins_icelandic; /* with Eth */
    bool begins_with_sign;
    bool has_capital;      /* among its letters that are not in the table */
    bool is_marked;        /* the reading has a letter that is not ASCII, beside that for an Eth */
    bool has_own_letter;   /* the reading has a letter that only the language has */
    bool has_telling_mark; /* one that no other script has: hook, dot below, horn */
    bool has_latin_mark;   /* or one that other scripts hardly have: circumflex, tilde */
    bool is_quoted, is_bracketed, is_in_formula;
    bool is_beside_slash;
    bool converts;
};

/* All zero is an empty line. */
struct line {
    const struct language *language;
    struct slice text;
    struct word *words;
    size_t count, capacity;
    struct buffer readings;
    /* Words of two letters or more: of the language, and others; of the first, those with letters
     * that only the language has, and with any that are not ASCII. */
    size_t in_language, others, own, marked;
    size_t abbreviations;    /* of capital consonants, which are neither */
    unsigned honest_scripts; /* bits of scripts that the line has words of */
    unsigned strong_kinds;   /* bits of kinds that words convert for their own sake */
    bool is_ideographic, is_germanic;
};

/* Fills in the words of line->text and what they say of the line; what is around them, and whether
 * they convert, is left false. The line is empty but for language and text; memory that an earlier
 * one left in words, capacity and readings is used again. */
void lookalikes_read_words(struct line *line);

/* True for what words are made of: letters, marks, digits and lookalikes of any kind. */
bool lookalikes_is_word_character(uint32_t character);

/* What the word is in Latin letters. Valid until the line is read anew. */
struct slice lookalikes_reading(const struct line *line, const struct word *word);

/* True for a reading in capital consonants: HĐND, QĐ, GDĐT. */
bool lookalikes_is_abbreviation(struct slice reading);

/* True where all other words of the line are of the language, and one of them has letters that are
 * not ASCII: in a short line that is all there is to tell by. */
bool lookalikes_has_company(const struct line *line, const struct word *word);

/* True where the word is, so read, a word of the language. */
bool lookalikes_is_in_language(const struct word *word);

/* True where no letter of the word is a lookalike of another kind. */
bool lookalikes_has_only(const struct word *word, unsigned kinds);

/* True where all letters of the word are lookalikes of one kind. */
bool lookalikes_is_pure(const struct word *word);

#endif
