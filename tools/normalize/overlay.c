#include "overlay.h"

#include "lookalikes.h"
#include "memory.h"
#include "unicode.h"

/* The marks of the blocks of combining diacritical marks are numbered from 1; all marks that strike
 * through or enclose are one kind, as they are laid on in turns. */
enum mark_kind {
    KIND_STRIKE = 0,
    KIND_COUNT = 1 + 0x70 + 0x50 + 0x40 + 0x30 + 0x10 + 2,
};

static const struct block {
    uint32_t first, last;
} blocks[] = {
    {0x0300, 0x036F}, {0x1AB0, 0x1AFF}, {0x1DC0, 0x1DFF},
    {0x20D0, 0x20FF}, {0xFE20, 0xFE2F}, {0x0488, 0x0489}, /* Cyrillic, but laid on all scripts */
};

enum { BLOCK_COUNT = sizeof blocks / sizeof blocks[0] };

/* A character with the marks behind it, and those it is composed with itself. */
struct cluster {
    size_t start;      /* its first byte */
    size_t first_mark; /* in the marks of the line */
    uint32_t base;     /* the character without its own marks */
    uint32_t letter;   /* that as a Latin letter, if it is one in disguise */
    uint8_t written;   /* how many of the marks it was composed with */
    bool is_letter, is_digit, is_changed;
};

/* What is to be done with the marks of a kind. */
enum verdict { UNDECIDED, KEEP, STRIP, STRIP_ONE };

/* How much of a word has marks of a kind, and what was decided. */
struct tally {
    size_t word;     /* the word that is counted: its first cluster, from 1 */
    size_t cluster;  /* the last one counted, from 1 */
    unsigned copies; /* in that cluster */
    size_t letters, digits;
    size_t doubles; /* letters with more than one */
    bool on_vowel, on_consonant, on_telling_consonant;
    enum verdict verdict;
};

/* All zero is an empty line. */
struct line {
    struct slice text;
    struct cluster *clusters; /* and one past the last, for its start and first mark */
    size_t count, capacity;
    uint32_t *marks; /* 0: taken away */
    size_t mark_count, mark_capacity;
    struct tally tallies[KIND_COUNT];
    bool decorates[KIND_COUNT]; /* kinds that decorate some word */
    bool has_piles;             /* some word has heaps of marks */
};

/* A run of letters and digits: clusters of the line. */
struct word {
    size_t first, end;
    size_t letters, digits;
    size_t marked, marks; /* letters with marks, and how many these have */
};

static bool is_mark(uint32_t character)
{
    for (size_t i = 0; i < BLOCK_COUNT; i++)
        if (character >= blocks[i].first && character <= blocks[i].last)
            return true;
    return false;
}

/* U+20E3 makes keycaps, of digits as a rule, and is none of them. */
static bool is_strike(uint32_t mark)
{
    return (mark >= 0x0334 && mark <= 0x0338) || mark == 0x0488 || mark == 0x0489 ||
           mark == 0x20D2 || mark == 0x20D3 || (mark >= 0x20D8 && mark <= 0x20DA) ||
           (mark >= 0x20DD && mark <= 0x20E0) || mark == 0x20E2 ||
           (mark >= 0x20E4 && mark <= 0x20E6) || mark == 0x20EA || mark == 0x20EB;
}

static size_t kind_of(uint32_t mark)
{
    size_t number = 1;
    if (is_strike(mark))
        return KIND_STRIKE;
    for (size_t i = 0; i < BLOCK_COUNT; i++) {
        if (mark >= blocks[i].first && mark <= blocks[i].last)
            return number + (mark - blocks[i].first);
        number += blocks[i].last - blocks[i].first + 1;
    }
    return KIND_STRIKE; /* not reached: only marks are asked for */
}

static bool is_vietnamese_mark(uint32_t mark)
{
    switch (mark) {
    case 0x0300: /* the tones */
    case 0x0301:
    case 0x0303:
    case 0x0309:
    case 0x0323:
    case 0x0302: /* circumflex, breve, horn */
    case 0x0306:
    case 0x031B:
        return true;
    default:
        return false;
    }
}

/* Reading the line */

static void add_mark(struct line *line, uint32_t mark)
{
    if (line->mark_count == line->mark_capacity) {
        line->mark_capacity = line->mark_capacity * 2 + 64;
        line->marks = memory_resize_array(line->marks, line->mark_capacity, sizeof *line->marks);
    }
    line->marks[line->mark_count++] = mark;
}

/* The new cluster is not counted yet. */
static struct cluster *add_cluster(struct line *line, size_t start)
{
    if (line->count == line->capacity) {
        line->capacity = line->capacity * 2 + 64;
        line->clusters =
            memory_resize_array(line->clusters, line->capacity, sizeof *line->clusters);
    }
    struct cluster *cluster = &line->clusters[line->count];
    *cluster = (struct cluster){.start = start, .first_mark = line->mark_count};
    return cluster;
}

/* Only what is composed with marks of ours is taken apart: no Hangul, no Devanagari. */
static void read_base(struct line *line, struct cluster *cluster, uint32_t character)
{
    uint32_t parts[UNICODE_PARTS];
    enum unicode_class class = unicode_class_of(character);
    size_t count = unicode_decompose(character, parts);
    cluster->base = character;
    cluster->letter = lookalikes_latin_letter(character);
    cluster->is_letter = unicode_is_letter(character);
    cluster->is_digit = class == UNICODE_DIGIT;
    for (size_t i = 1; i < count; i++)
        if (!is_mark(parts[i]))
            return;
    cluster->base = parts[0];
    cluster->letter = lookalikes_latin_letter(parts[0]);
    cluster->written = (uint8_t) (count - 1);
    for (size_t i = 1; i < count; i++)
        add_mark(line, parts[i]);
}

static void read_line(struct line *line, struct slice text)
{
    struct slice rest = text;
    uint32_t character;
    line->text = text;
    while (rest.length) {
        size_t start = (size_t) (rest.bytes - text.bytes);
        unicode_next(&rest, &character);
        if (is_mark(character) && line->count) {
            add_mark(line, character);
            continue;
        }
        read_base(line, add_cluster(line, start), character);
        line->count++;
    }
    add_cluster(line, text.length);
}

/* Looking at a word */

static bool is_ascii_letter_of(const char *letters, uint32_t base)
{
    return base < 0x80 && base && strchr(letters, (int) unicode_lower(base));
}

static bool is_vowel(uint32_t base)
{
    return is_ascii_letter_of("aeiouy", base);
}

static bool is_latin(uint32_t base)
{
    return base < 0x250;
}

/* The consonants that some spelling or romanization writes with a mark, in words whose vowels may
 * all have the same one: Yoruba ṣ, Guarani g̃ and ñ, Polish ć ń ś ź, Marshallese ļ m̧ ņ, Kwak'wala g̱
 * ḵ x̱ and so on. */
static bool is_honest(uint32_t mark, uint32_t base)
{
    static const struct {
        uint32_t mark;
        const char *consonants;
    } spellings[] = {
        {0x0300, "mnw"},
        {0x0301, "cgklmnprswz"},
        {0x0302, "cghjkswxz"},
        {0x0303, "glmnrv"},
        {0x0304, "gn"},
        {0x0306, "g"},
        {0x0307, "bcdfghmnprstz"},
        {0x0308, "htvwx"},
        {0x030C, "cdghjklnrstz"},
        {0x0323, "s"},
        {0x0327, "cdghklmnrstz"},
        {0x0331, "gkx"},
        {0x0332, "gkx"},
    };
    for (size_t i = 0; i < sizeof spellings / sizeof spellings[0]; i++)
        if (spellings[i].mark == mark)
            return is_ascii_letter_of(spellings[i].consonants, base);
    return false;
}

/* Marks above capitals: the complement and the average of things that have one-letter names. */
static bool is_mathematical(uint32_t mark)
{
    return (mark >= 0x0302 && mark <= 0x0305) || mark == 0x0307 || mark == 0x0308 ||
           (mark >= 0x20D0 && mark <= 0x20DC);
}

enum { LONGEST_FORMULA = 4 };

/* A̅B̅C̅ is a formula, X̅V̅I̅ a number. */
static bool is_formula(const struct line *line, const struct word *word, uint32_t mark)
{
    bool is_number = mark == 0x0304 || mark == 0x0305;
    if (!is_mathematical(mark))
        return false;
    for (size_t i = word->first; i < word->end; i++) {
        uint32_t base = line->clusters[i].letter;
        if (base < 'A' || base > 'Z')
            return false;
        is_number = is_number && strchr("IVXLCDM", (int) base);
    }
    return is_number || word->letters <= LONGEST_FORMULA;
}

/* All but one in five. */
static bool is_nearly_all(size_t part, size_t whole)
{
    return part <= whole && (whole - part) * 5 <= whole;
}

static size_t marks_end(const struct line *line, size_t at)
{
    return line->clusters[at + 1].first_mark;
}

/* The first mark of this kind in the word begins a new count. */
static struct tally *tally_for(struct line *line, const struct word *word, size_t kind)
{
    struct tally *tally = &line->tallies[kind];
    if (tally->word != word->first + 1)
        *tally = (struct tally){.word = word->first + 1};
    return tally;
}

static void count_mark(struct line *line, const struct word *word, size_t at, uint32_t mark)
{
    const struct cluster *cluster = &line->clusters[at];
    struct tally *tally = tally_for(line, word, kind_of(mark));
    if (tally->cluster == at + 1) {
        tally->doubles += cluster->is_letter && ++tally->copies == 2;
        return;
    }
    tally->cluster = at + 1;
    tally->copies = 1;
    tally->letters += cluster->is_letter;
    tally->digits += cluster->is_digit;
    if (!cluster->is_letter || !is_latin(cluster->letter))
        return;
    bool vowel = is_vowel(cluster->letter);
    tally->on_vowel |= vowel;
    tally->on_consonant |= !vowel;
    tally->on_telling_consonant |= !vowel && !is_honest(mark, cluster->letter);
}

/* By the word alone. */
static bool decorates(const struct line *line, const struct word *word, uint32_t mark,
                      const struct tally *tally)
{
    if (is_strike(mark))
        return tally->letters && tally->letters + tally->digits >= 2 &&
               is_nearly_all(tally->letters + tally->digits, word->letters + word->digits);
    return tally->letters >= 3 && tally->on_vowel && tally->on_telling_consonant &&
           is_nearly_all(tally->letters, word->letters) && !is_formula(line, word, mark);
}

/* By what other words of the line are decorated with. */
static bool decorates_too(const struct line *line, const struct word *word, uint32_t mark,
                          const struct tally *tally)
{
    return line->decorates[kind_of(mark)] && tally->letters == word->letters &&
           (is_strike(mark) || tally->on_consonant);
}

/* Taking marks away */

typedef bool judge(const struct line *, const struct word *, uint32_t mark, const struct tally *);

static void count_marks(struct line *line, struct word *word)
{
    for (size_t at = word->first; at < word->end; at++) {
        size_t before = word->marks;
        for (size_t i = line->clusters[at].first_mark; i < marks_end(line, at); i++) {
            if (!line->marks[i])
                continue;
            count_mark(line, word, at, line->marks[i]);
            word->marks += line->clusters[at].is_letter;
        }
        word->marked += word->marks > before;
    }
}

/* Where the tone ạ is under a decoration of dots, there are two of them. */
static enum verdict how_to_strip(const struct word *word, uint32_t mark, const struct tally *tally)
{
    if (is_vietnamese_mark(mark) && !is_nearly_all(tally->doubles, word->letters))
        return STRIP_ONE;
    return STRIP;
}

static void decide(struct line *line, const struct word *word, judge *is_decoration)
{
    size_t end = line->clusters[word->end].first_mark;
    for (size_t i = line->clusters[word->first].first_mark; i < end; i++) {
        uint32_t mark = line->marks[i];
        struct tally *tally = mark ? &line->tallies[kind_of(mark)] : NULL;
        if (!tally || tally->verdict != UNDECIDED)
            continue;
        bool goes = is_decoration(line, word, mark, tally);
        tally->verdict = goes ? how_to_strip(word, mark, tally) : KEEP;
        tally->cluster = 0;
        line->decorates[kind_of(mark)] |= goes;
    }
}

static void strip_mark(struct line *line, size_t at, size_t i)
{
    struct tally *tally = &line->tallies[kind_of(line->marks[i])];
    if (tally->verdict == KEEP)
        return;
    if (tally->cluster != at + 1)
        tally->copies = 0;
    tally->cluster = at + 1;
    tally->copies++;
    if (tally->verdict == STRIP || tally->copies != 2) {
        line->marks[i] = 0;
        line->clusters[at].is_changed = true;
    }
}

static void strip_marks(struct line *line, const struct word *word)
{
    for (size_t at = word->first; at < word->end; at++)
        for (size_t i = line->clusters[at].first_mark; i < marks_end(line, at); i++)
            if (line->marks[i])
                strip_mark(line, at, i);
}

/* Marks of a letter that Vietnamese has no use for. */
static size_t count_foreign(const struct line *line, const struct word *word)
{
    size_t count = 0;
    for (size_t at = word->first; at < word->end; at++) {
        const struct cluster *cluster = &line->clusters[at];
        for (size_t i = cluster->first_mark; i < marks_end(line, at); i++)
            count += line->marks[i] && cluster->is_letter &&
                     !(is_vowel(cluster->letter) && is_vietnamese_mark(line->marks[i]));
    }
    return count;
}

/* Two marks a letter, and not only those of Vietnamese vowels. `word` was counted before marks were
 * taken from it. */
static bool is_piled(const struct line *line, const struct word *word)
{
    return word->marks >= 2 * word->letters && is_nearly_all(word->marked, word->letters) &&
           count_foreign(line, word) * 2 >= word->letters;
}

/* Leaves the marks that a vowel was composed with: heaps are laid on text as it was typed. */
static void strip_pile(struct line *line, const struct word *word)
{
    for (size_t at = word->first; at < word->end; at++) {
        struct cluster *cluster = &line->clusters[at];
        bool is_consonant = is_latin(cluster->letter) && !is_vowel(cluster->letter);
        size_t first = cluster->first_mark + (is_consonant ? 0 : cluster->written);
        for (size_t i = first; i < marks_end(line, at); i++) {
            cluster->is_changed |= line->marks[i] != 0;
            line->marks[i] = 0;
        }
    }
}

static void strip_word(struct line *line, struct word *word)
{
    count_marks(line, word);
    decide(line, word, decorates);
    strip_marks(line, word);
    if (word->letters >= 3 && is_piled(line, word)) {
        strip_pile(line, word);
        line->has_piles = true;
    }
}

/* What is too short to tell by itself. */
static void strip_word_too(struct line *line, struct word *word)
{
    count_marks(line, word);
    decide(line, word, decorates_too);
    strip_marks(line, word);
    if (line->has_piles && is_piled(line, word))
        strip_pile(line, word);
}

/* Marks on what is no letter. The stroke of ≠ is its own, and a keycap is no decoration. */
static void strip_between(struct line *line, size_t at)
{
    struct cluster *cluster = &line->clusters[at];
    for (size_t i = cluster->first_mark + cluster->written; i < marks_end(line, at); i++) {
        uint32_t mark = line->marks[i];
        if (!mark || mark == 0x20E3 || !(line->has_piles || line->decorates[kind_of(mark)]))
            continue;
        line->marks[i] = 0;
        cluster->is_changed = true;
    }
}

static bool in_word(const struct cluster *cluster)
{
    return cluster->is_letter || cluster->is_digit;
}

/* The word that begins at a cluster. */
static struct word word_at(const struct line *line, size_t first)
{
    struct word word = {.first = first, .end = first};
    for (; word.end < line->count && in_word(&line->clusters[word.end]); word.end++) {
        word.letters += line->clusters[word.end].is_letter;
        word.digits += line->clusters[word.end].is_digit;
    }
    return word;
}

static void strip_words(struct line *line, void (*strip)(struct line *, struct word *))
{
    for (size_t at = 0; at < line->count; at++) {
        struct word word = word_at(line, at);
        if (word.end == at)
            continue;
        if (word.letters)
            strip(line, &word);
        at = word.end - 1;
    }
}

static bool has_decoration(const struct line *line)
{
    for (size_t kind = 0; kind < KIND_COUNT; kind++)
        if (line->decorates[kind])
            return true;
    return line->has_piles;
}

static void strip_line(struct line *line)
{
    strip_words(line, strip_word);
    if (!has_decoration(line))
        return;
    memset(line->tallies, 0, sizeof line->tallies);
    strip_words(line, strip_word_too);
    for (size_t at = 0; at < line->count; at++)
        if (!line->clusters[at].is_letter)
            strip_between(line, at);
}

/* Writing it */

static void append_changed(struct buffer *out, struct buffer *letter, const struct line *line,
                           size_t at)
{
    const struct cluster *cluster = &line->clusters[at];
    buffer_clear(letter);
    unicode_append(letter, cluster->base);
    for (size_t i = cluster->first_mark; i < marks_end(line, at); i++)
        if (line->marks[i])
            unicode_append(letter, line->marks[i]);
    unicode_append_nfc(out, buffer_slice(letter));
}

static void append_line(struct buffer *out, const struct line *line)
{
    struct buffer letter = {0};
    size_t clean = 0;
    for (size_t at = 0; at < line->count; at++) {
        const struct cluster *cluster = &line->clusters[at];
        if (!cluster->is_changed)
            continue;
        buffer_append(out, slice_of(line->text.bytes + clean, cluster->start - clean));
        append_changed(out, &letter, line, at);
        clean = cluster[1].start;
    }
    buffer_append(out, slice_from_offset(line->text, clean));
    buffer_release(&letter);
}

void overlay_strip(struct buffer *out, struct slice text)
{
    static struct line line; /* its memory is used again */
    line.count = line.mark_count = 0;
    line.has_piles = false;
    memset(line.tallies, 0, sizeof line.tallies);
    memset(line.decorates, 0, sizeof line.decorates);
    read_line(&line, text);
    strip_line(&line);
    append_line(out, &line);
}
