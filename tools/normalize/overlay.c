#include "overlay.h"

#include "overlay_cluster.h"
#include "overlay_mark.h"

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

/* A line, and what is known of the marks on it. */
struct overlay {
    struct line line;
    struct tally tallies[OVERLAY_KINDS];
    bool decorates[OVERLAY_KINDS]; /* kinds that decorate some word */
    bool has_piles;                /* some word has heaps of marks */
};

/* Looking at a word */

static bool is_latin(uint32_t base)
{
    return base < 0x250;
}

enum { LONGEST_FORMULA = 4 };

/* A̅B̅C̅ is a formula, X̅V̅I̅ a number. */
static bool is_formula(const struct overlay *overlay, const struct word *word, uint32_t mark)
{
    bool is_number = mark == 0x0304 || mark == 0x0305;
    if (!overlay_is_mathematical(mark))
        return false;
    for (size_t i = word->first; i < word->end; i++) {
        uint32_t base = overlay->line.clusters[i].letter;
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

/* The first mark of this kind in the word begins a new count. */
static struct tally *tally_for(struct overlay *overlay, const struct word *word, size_t kind)
{
    struct tally *tally = &overlay->tallies[kind];
    if (tally->word != word->first + 1)
        *tally = (struct tally){.word = word->first + 1};
    return tally;
}

static void count_mark(struct overlay *overlay, const struct word *word, size_t at, uint32_t mark)
{
    const struct cluster *cluster = &overlay->line.clusters[at];
    struct tally *tally = tally_for(overlay, word, overlay_kind_of(mark));
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
    bool vowel = overlay_is_vowel(cluster->letter);
    tally->on_vowel |= vowel;
    tally->on_consonant |= !vowel;
    tally->on_telling_consonant |= !vowel && !overlay_is_spelled(mark, cluster->letter);
}

/* By the word alone. */
static bool decorates(const struct overlay *overlay, const struct word *word, uint32_t mark,
                      const struct tally *tally)
{
    if (overlay_is_strike(mark))
        return tally->letters && tally->letters + tally->digits >= 2 &&
               is_nearly_all(tally->letters + tally->digits, word->letters + word->digits);
    return tally->letters >= 3 && tally->on_vowel && tally->on_telling_consonant &&
           is_nearly_all(tally->letters, word->letters) && !is_formula(overlay, word, mark);
}

/* By what other words of the line are decorated with. */
static bool decorates_too(const struct overlay *overlay, const struct word *word, uint32_t mark,
                          const struct tally *tally)
{
    return overlay->decorates[overlay_kind_of(mark)] && tally->letters == word->letters &&
           (overlay_is_strike(mark) || tally->on_consonant);
}

/* Taking marks away */

typedef bool judge(const struct overlay *, const struct word *, uint32_t mark,
                   const struct tally *);

static void count_marks(struct overlay *overlay, struct word *word)
{
    for (size_t at = word->first; at < word->end; at++) {
        size_t before = word->marks;
        for (size_t i = overlay->line.clusters[at].first_mark;
             i < overlay_marks_end(&overlay->line, at); i++) {
            if (!overlay->line.marks[i])
                continue;
            count_mark(overlay, word, at, overlay->line.marks[i]);
            word->marks += overlay->line.clusters[at].is_letter;
        }
        word->marked += word->marks > before;
    }
}

/* Where the tone ạ is under a decoration of dots, there are two of them. */
static enum verdict how_to_strip(const struct word *word, uint32_t mark, const struct tally *tally)
{
    if (overlay_is_vietnamese_mark(mark) && !is_nearly_all(tally->doubles, word->letters))
        return STRIP_ONE;
    return STRIP;
}

static void decide(struct overlay *overlay, const struct word *word, judge *is_decoration)
{
    size_t end = overlay->line.clusters[word->end].first_mark;
    for (size_t i = overlay->line.clusters[word->first].first_mark; i < end; i++) {
        uint32_t mark = overlay->line.marks[i];
        struct tally *tally = mark ? &overlay->tallies[overlay_kind_of(mark)] : NULL;
        if (!tally || tally->verdict != UNDECIDED)
            continue;
        bool goes = is_decoration(overlay, word, mark, tally);
        tally->verdict = goes ? how_to_strip(word, mark, tally) : KEEP;
        tally->cluster = 0;
        overlay->decorates[overlay_kind_of(mark)] |= goes;
    }
}

static void strip_mark(struct overlay *overlay, size_t at, size_t i)
{
    struct tally *tally = &overlay->tallies[overlay_kind_of(overlay->line.marks[i])];
    if (tally->verdict == KEEP)
        return;
    if (tally->cluster != at + 1)
        tally->copies = 0;
    tally->cluster = at + 1;
    tally->copies++;
    if (tally->verdict == STRIP || tally->copies != 2) {
        overlay->line.marks[i] = 0;
        overlay->line.clusters[at].is_changed = true;
    }
}

static void strip_marks(struct overlay *overlay, const struct word *word)
{
    for (size_t at = word->first; at < word->end; at++)
        for (size_t i = overlay->line.clusters[at].first_mark;
             i < overlay_marks_end(&overlay->line, at); i++)
            if (overlay->line.marks[i])
                strip_mark(overlay, at, i);
}

/* Marks of a letter that Vietnamese has no use for. */
static size_t count_foreign(const struct overlay *overlay, const struct word *word)
{
    size_t count = 0;
    for (size_t at = word->first; at < word->end; at++) {
        const struct cluster *cluster = &overlay->line.clusters[at];
        for (size_t i = cluster->first_mark; i < overlay_marks_end(&overlay->line, at); i++)
            count += overlay->line.marks[i] && cluster->is_letter &&
                     !(overlay_is_vowel(cluster->letter) &&
                       overlay_is_vietnamese_mark(overlay->line.marks[i]));
    }
    return count;
}

/* Two marks a letter, and not only those of Vietnamese vowels. `word` was counted before marks were
 * taken from it. */
static bool is_piled(const struct overlay *overlay, const struct word *word)
{
    return word->marks >= 2 * word->letters && is_nearly_all(word->marked, word->letters) &&
           count_foreign(overlay, word) * 2 >= word->letters;
}

/* Leaves the marks that a vowel was composed with: heaps are laid on text as it was typed. */
static void strip_pile(struct overlay *overlay, const struct word *word)
{
    for (size_t at = word->first; at < word->end; at++) {
        struct cluster *cluster = &overlay->line.clusters[at];
        bool is_consonant = is_latin(cluster->letter) && !overlay_is_vowel(cluster->letter);
        size_t first = cluster->first_mark + (is_consonant ? 0 : cluster->written);
        for (size_t i = first; i < overlay_marks_end(&overlay->line, at); i++) {
            cluster->is_changed |= overlay->line.marks[i] != 0;
            overlay->line.marks[i] = 0;
        }
    }
}

static void strip_word(struct overlay *overlay, struct word *word)
{
    count_marks(overlay, word);
    decide(overlay, word, decorates);
    strip_marks(overlay, word);
    if (word->letters >= 3 && is_piled(overlay, word)) {
        strip_pile(overlay, word);
        overlay->has_piles = true;
    }
}

/* What is too short to tell by itself. */
static void strip_word_too(struct overlay *overlay, struct word *word)
{
    count_marks(overlay, word);
    decide(overlay, word, decorates_too);
    strip_marks(overlay, word);
    if (overlay->has_piles && is_piled(overlay, word))
        strip_pile(overlay, word);
}

/* Marks on what is no letter. The stroke of ≠ is its own, and a keycap is no decoration. */
static void strip_between(struct overlay *overlay, size_t at)
{
    struct cluster *cluster = &overlay->line.clusters[at];
    for (size_t i = cluster->first_mark + cluster->written;
         i < overlay_marks_end(&overlay->line, at); i++) {
        uint32_t mark = overlay->line.marks[i];
        if (!mark || mark == 0x20E3 ||
            !(overlay->has_piles || overlay->decorates[overlay_kind_of(mark)]))
            continue;
        overlay->line.marks[i] = 0;
        cluster->is_changed = true;
    }
}

static void strip_words(struct overlay *overlay, void (*strip)(struct overlay *, struct word *))
{
    for (size_t at = 0; at < overlay->line.count; at++) {
        struct word word = overlay_word_at(&overlay->line, at);
        if (word.end == at)
            continue;
        if (word.letters)
            strip(overlay, &word);
        at = word.end - 1;
    }
}

static bool has_decoration(const struct overlay *overlay)
{
    for (size_t kind = 0; kind < OVERLAY_KINDS; kind++)
        if (overlay->decorates[kind])
            return true;
    return overlay->has_piles;
}

static void strip(struct overlay *overlay)
{
    strip_words(overlay, strip_word);
    if (!has_decoration(overlay))
        return;
    memset(overlay->tallies, 0, sizeof overlay->tallies);
    strip_words(overlay, strip_word_too);
    for (size_t at = 0; at < overlay->line.count; at++)
        if (!overlay->line.clusters[at].is_letter)
            strip_between(overlay, at);
}

void overlay_strip(struct buffer *out, struct slice text)
{
    static struct overlay overlay; /* its memory is used again */
    overlay = (struct overlay){.line = overlay.line};
    overlay_read_line(&overlay.line, text);
    strip(&overlay);
    overlay_append_line(out, &overlay.line);
}
