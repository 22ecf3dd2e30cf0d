/* What the layer ner knows of words and names: phrases of one or more words in a trie, each with
 * what kinds of word it is, and how much it speaks for each type of name.
 *
 * It is read from files in the folder of the language, see their own comments: syllables.txt,
 * name_words.txt, places.txt, organisations.txt, persons.txt, family_names.txt, given_names.txt,
 * first_names.txt, names.txt,
 * names.weights. */
#ifndef TAG_NAME_LEXICON_H
#define TAG_NAME_LEXICON_H

#include "language.h"

enum name_type { NAME_PERSON, NAME_PLACE, NAME_ORGANISATION, NAME_NONE, NAME_TYPES };

/* What a phrase may be; bits. */
enum name_kind {
    NAME_KIND_ADDRESS = 1 << 0,  /* what follows is a person: ông, bị cáo */
    NAME_KIND_TITLE = 1 << 1,    /* persons follow, and places and organisations: thủ tướng */
    NAME_KIND_CREDIT = 1 << 2,   /* with a colon, before who made it: ảnh */
    NAME_KIND_AREA = 1 << 3,     /* an administrative place: tỉnh */
    NAME_KIND_NATURE = 1 << 4,   /* a place whose name it belongs to: sông */
    NAME_KIND_FACILITY = 1 << 5, /* the same, of what is built: sân bay */
    NAME_KIND_OTHER = 1 << 6,    /* what has a name and is none of the three types: bão */
    NAME_KIND_HEAD = 1 << 7,     /* begins the name of an organisation: công ty */
    NAME_KIND_STATE = 1 << 8,    /* the same with a capital only: Quốc hội */
    NAME_KIND_OUTER = 1 << 9,    /* stands before such a name, outside of it: tờ */
    NAME_KIND_FORM = 1 << 10,    /* between head and name, in any case: TNHH */
    NAME_KIND_BODY = 1 << 11,   /* in the name of an organisation, lower case within: Giáo dục */
    NAME_KIND_WORD = 1 << 12,   /* an ordinary word of several syllables: thành công */
    NAME_KIND_OPENER = 1 << 13, /* begins sentences and is no name: theo */
    NAME_KIND_FAMILY = 1 << 14, /* a family name */
    NAME_KIND_GIVEN = 1 << 15,  /* the last syllable of given names */
    NAME_KIND_LINK = 1 << 16,   /* in lower case inside of foreign names: de, bin */
    NAME_KIND_NUMBERED = 1 << 17, /* a place with a number behind it: quận 1 */
    NAME_KIND_SHORT = 1 << 18,    /* a head that may be left out later: tập đoàn */
    NAME_KIND_CLUB = 1 << 19,     /* and when a place's name is all that is left: CLB Hà Nội */
    NAME_KIND_COMMON = 1 << 20,   /* in lower case and with a place alone, no name: công ty Mỹ */
    NAME_KIND_AND = 1 << 21,      /* joins names, and parts of one: và */
    NAME_KIND_FIRST = 1 << 22,    /* a person's first name, of another country: Jordan */
    NAME_KIND_INSIDE = 1 << 23,   /* in lower case in the name of an organisation: phát triển */
    NAME_KIND_TAIL = 1 << 25,     /* ends the name of an organisation: Entertainment, FC */
    NAME_KIND_QUANTITY = 1 << 24, /* what a number before it counts: triệu */
};

enum {
    NAME_LISTED = 100, /* how much it says of a name that it is in a list that people wrote */
    NAME_TEAM = 75,    /* that of a place, that it may be the club of that place */
    NAME_LEARNED = 40, /* and in the one that was learned */
};

/* Where evidence stands, seen from the name. */
enum name_place { NAME_LEFT, NAME_RIGHT, NAME_FIRST, NAME_LAST, NAME_PLACES };

/* What is known of a phrase. */
struct name_phrase {
    uint64_t next;            /* bit i: a word whose number ends in these six bits may
                                 make it longer */
    uint32_t kinds;           /* enum name_kind */
    uint16_t capitals;        /* bit i: as a name, its word i has a capital */
    bool leads_on;            /* longer phrases that are sought begin with it */
    uint16_t shouted;         /* bit i: and no other letters (WHO) */
    int8_t known[NAME_TYPES]; /* as a name; all 0: none */
    int8_t weights[NAME_PLACES][NAME_TYPES]; /* as evidence, in eighths of a bit */
};

static inline uint64_t name_phrase_next_bit(uint32_t word)
{
    return (uint64_t) 1 << (word & 63);
}

/* False where name_lexicon_extend finds nothing for sure, which it tells much faster. */
static inline bool name_phrase_may_extend(const struct name_phrase *phrase, uint32_t word)
{
    return phrase->next & name_phrase_next_bit(word);
}

struct name_lexicon;

/* Returns null after messages. To be freed with name_lexicon_free. */
struct name_lexicon *name_lexicon_load(const struct language *language);

void name_lexicon_free(struct name_lexicon *lexicon);

struct name_word {
    uint32_t phrase; /* that of the word alone, 0: none begins with it */
    bool is_native;  /* a syllable of the language */
};

/* The number of the word whose lower-case form has this hash (hash_bytes, seed 0); 0: none. */
uint32_t name_lexicon_word(const struct name_lexicon *lexicon, uint64_t hash);

const struct name_word *name_lexicon_word_of(const struct name_lexicon *lexicon, uint32_t word);

/* The phrase that `phrase` (0: none yet) becomes with one more word; 0 where no phrase begins so.
 * The number is an index to be given to name_lexicon_phrase. */
uint32_t name_lexicon_extend(const struct name_lexicon *lexicon, uint32_t phrase, uint32_t word);

const struct name_phrase *name_lexicon_phrase(const struct name_lexicon *lexicon, uint32_t phrase);

/* What the letters of a name are. */
enum name_letters {
    NAME_NATIVE,       /* all words are syllables of the language */
    NAME_FOREIGN,      /* some are not */
    NAME_ALL_CAPITALS, /* no other letters */
    NAME_LETTERS
};

/* How much the number of words of a name, from 1, and its letters speak for each type. */
const int8_t *name_lexicon_shape(const struct name_lexicon *lexicon, size_t words,
                                 enum name_letters letters);

/* How much the last three characters of a foreign word (lower case) speak for each type; null where
 * nothing is known. */
const int8_t *name_lexicon_ending(const struct name_lexicon *lexicon, struct slice word);

#endif
