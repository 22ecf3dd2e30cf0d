#include "sentences.h"

#include "hash.h"
#include "memory.h"
#include "message.h"
#include "sentence/sentence.h"
#include "unicode.h"

#include <math.h>
#include <stdlib.h>

enum {
    LEAST_MET = 300, /* words met less often are not listed: too little is known of them */
    ROUNDS = 1500,   /* of descent; the weights have settled long before */
    SCALE = 10,      /* weights are written as tenths of a log-odds */
};

/* On half the sum of the squared weights, for each sample. */
static const double penalty = 0.0005;

/* How much all gold samples count, to all silver ones. */
static const double gold_share = 1;

/* How often a capitalized word opened a sentence, and stood inside one. */
struct word_tally {
    struct slice word;
    uint32_t opening, inside;
};

/* A doubtful stop; equal ones are put together. */
struct judged_stop {
    struct doubt doubt;
    double ends, goes_on; /* how often it ended a sentence, and did not */
};

struct trainer {
    struct sentence_rules rules;
    struct word_tally *tallies; /* open addressing */
    size_t tally_capacity, tally_count;
    struct arena words;
    struct buffer run;       /* sentences that follow each other, a space between */
    struct buffer word_ends; /* of each byte in it, whether a word ends there */
    size_t *ends;            /* of each in it */
    size_t end_count, end_capacity;
    bool is_silver; /* what is read now */
    struct judged_stop *samples;
    size_t sample_count, sample_capacity;
};

static size_t tally_slot(const struct word_tally *slots, size_t capacity, struct slice word)
{
    size_t slot = (size_t) hash_bytes(word, 0) & (capacity - 1);
    while (slots[slot].word.bytes && !slice_equal(slots[slot].word, word))
        slot = (slot + 1) & (capacity - 1);
    return slot;
}

static void grow_tallies(struct trainer *trainer)
{
    size_t capacity = trainer->tally_capacity ? trainer->tally_capacity * 2 : 1 << 14;
    struct word_tally *slots = memory_new(capacity, sizeof *slots);
    for (size_t i = 0; i < trainer->tally_capacity; i++)
        if (trainer->tallies[i].word.bytes)
            slots[tally_slot(slots, capacity, trainer->tallies[i].word)] = trainer->tallies[i];
    free(trainer->tallies);
    trainer->tallies = slots;
    trainer->tally_capacity = capacity;
}

static struct word_tally *tally_of(struct trainer *trainer, struct slice word)
{
    if (trainer->tally_count * 2 >= trainer->tally_capacity)
        grow_tallies(trainer);
    struct word_tally *tally =
        &trainer->tallies[tally_slot(trainer->tallies, trainer->tally_capacity, word)];
    if (!tally->word.bytes) {
        tally->word = arena_copy(&trainer->words, word);
        trainer->tally_count++;
    }
    return tally;
}

static bool is_upper(struct slice text)
{
    uint32_t character;
    return unicode_next(&text, &character) && unicode_class_of(character) == UNICODE_UPPER;
}

/* A headline or a caption has no stop, and its words are not those of sentences. */
static bool is_whole(struct slice sentence)
{
    struct stop stop;
    size_t at = 0;
    while (stop_find(sentence, at, &stop))
        at = stop.end;
    return at && at == sentence.length;
}

static void count_words(struct trainer *trainer, struct slice sentence)
{
    if (!is_whole(sentence))
        return;
    struct slice rest = sentence, part;
    char before = '\0'; /* the last byte of the part before */
    while (slice_cut(&rest, ' ', &part)) {
        struct slice word = stop_leading_word(part);
        bool is_first = part.bytes == sentence.bytes;
        if (word.length && is_upper(word)) {
            /* behind a mark, nobody knows which it is */
            if (is_first)
                tally_of(trainer, word)->opening++;
            else if (before & 0x80 || before == ',' || (before | 0x20) >= 'a')
                tally_of(trainer, word)->inside++;
        }
        before = part.length ? part.bytes[part.length - 1] : before;
    }
}

static int log_odds(const struct word_tally *tally)
{
    double odds = log((tally->opening + 0.5) / (tally->inside + 0.5));
    int rounded = (int) lround(odds);
    return rounded > SENTENCE_OPENS    ? SENTENCE_OPENS
           : rounded < -SENTENCE_OPENS ? -SENTENCE_OPENS
                                       : rounded;
}

static bool is_chosen(const struct word_tally *tally)
{
    return tally->word.bytes && tally->opening + tally->inside >= LEAST_MET;
}

static void choose_words(struct trainer *trainer)
{
    for (size_t i = 0; i < trainer->tally_capacity; i++) {
        const struct word_tally *tally = &trainer->tallies[i];
        if (is_chosen(tally))
            sentence_weights_add(&trainer->rules.weights, tally->word, log_odds(tally));
    }
    sentence_weights_sort(&trainer->rules.weights);
}

static void add_sample(struct trainer *trainer, const struct doubt *doubt, bool ends)
{
    if (trainer->sample_count == trainer->sample_capacity) {
        trainer->sample_capacity = trainer->sample_capacity ? trainer->sample_capacity * 2 : 1024;
        trainer->samples = memory_resize_array(trainer->samples, trainer->sample_capacity,
                                               sizeof *trainer->samples);
    }
    trainer->samples[trainer->sample_count++] = (struct judged_stop){
        .doubt = *doubt,
        .ends = ends,
        .goes_on = !ends,
    };
}

static bool is_observed(const struct doubt *doubt, enum doubt_feature feature)
{
    return doubt->features >> feature & 1;
}

static bool is_before_name(const struct doubt *doubt)
{
    return doubt->kind == DOUBT_ABBREVIATION || doubt->kind == DOUBT_INITIAL;
}

/* True where a word of several syllables begins at `at` in the run, with a second one in lower
 * case: `Công an` is no name, `Hà Nội` may be one. */
static bool is_common_word(const struct trainer *trainer, size_t at)
{
    struct slice text = slice_from_offset(buffer_slice(&trainer->run), at);
    size_t length = stop_leading_word(text).length;
    return length && !trainer->word_ends.bytes[at + length - 1] &&
           unicode_class_of(stop_second_word(text)) == UNICODE_LOWER;
}

/* Where silver text, which a program split, ends a sentence between an abbreviation or an initial
 * and what could be a name, it is often wrong: `TP. | Hà Nội`. Behind an initial a foreign word or
 * two with capitals could be one, behind an abbreviation any that opens no sentences: `TP. Huế đã`.
 */
static bool is_cut(const struct doubt *doubt)
{
    bool opens = doubt->opens > 0;
    if (doubt->kind == DOUBT_ABBREVIATION)
        return !opens || is_observed(doubt, FEATURE_SECOND_UPPER);
    return doubt->kind == DOUBT_INITIAL && !opens &&
           (!is_observed(doubt, FEATURE_SECOND_LOWER) || is_observed(doubt, FEATURE_FOREIGN));
}

/* So it is where it ends one before a bracket or a sign: `bà B. (42 tuổi)`. */
static bool is_before_sign(const struct doubt *doubt)
{
    static const uint64_t signs = 1ULL << FEATURE_NEXT_BRACKET_UPPER |
                                  1ULL << FEATURE_NEXT_BRACKET_LOWER |
                                  1ULL << FEATURE_NEXT_BRACKET_DIGIT |
                                  1ULL << FEATURE_NEXT_BRACKET_OTHER | 1ULL << FEATURE_NEXT_OTHER;
    return doubt->features & signs;
}

/* Whether silver text is to be believed where a sentence ends, or not; `next` is where the next
 * one would begin in the run. */
static bool is_credible(const struct trainer *trainer, const struct doubt *doubt, bool ends,
                        size_t next)
{
    if (is_before_name(doubt) && is_common_word(trainer, next))
        return ends;
    return !ends || !(is_before_sign(doubt) || is_cut(doubt));
}

/* The doubtful stops of a sentence in the run. */
static void gather_samples(struct trainer *trainer, size_t start, size_t end)
{
    struct sentence_scan scan = {.text = slice_from_offset(buffer_slice(&trainer->run), start)};
    enum sentence_verdict verdict;
    struct doubt doubt;
    while (scan.at < end - start && sentence_scan_next(&trainer->rules, &scan, &verdict, &doubt)) {
        bool ends = scan.at == end - start;
        if (verdict == SENTENCE_IN_DOUBT &&
            (!trainer->is_silver || is_credible(trainer, &doubt, ends, start + scan.at + 1)))
            add_sample(trainer, &doubt, ends);
    }
}

static void end_run(struct trainer *trainer)
{
    size_t start = 0;
    for (size_t i = 0; i < trainer->end_count; i++) {
        gather_samples(trainer, start, trainer->ends[i]);
        start = trainer->ends[i] + 1;
    }
    buffer_clear(&trainer->run);
    buffer_clear(&trainer->word_ends);
    trainer->end_count = 0;
}

static void add_sentence(struct trainer *trainer, const struct annotated *sentence)
{
    if (trainer->end_count == trainer->end_capacity) {
        trainer->end_capacity = trainer->end_capacity ? trainer->end_capacity * 2 : 64;
        trainer->ends =
            memory_resize_array(trainer->ends, trainer->end_capacity, sizeof *trainer->ends);
    }
    if (trainer->run.length) {
        buffer_append_byte(&trainer->run, ' ');
        buffer_append_byte(&trainer->word_ends, false);
    }
    buffer_append(&trainer->run, sentence->text);
    for (size_t i = 0; i < sentence->text.length; i++)
        buffer_append_byte(&trainer->word_ends, sentence->ends[i]);
    trainer->ends[trainer->end_count++] = trainer->run.length;
}

static int compare_samples(const void *a, const void *b)
{
    const struct doubt *left = &((const struct judged_stop *) a)->doubt;
    const struct doubt *right = &((const struct judged_stop *) b)->doubt;
    if (left->kind != right->kind)
        return left->kind < right->kind ? -1 : 1;
    if (left->features != right->features)
        return left->features < right->features ? -1 : 1;
    return (left->opens > right->opens) - (left->opens < right->opens);
}

static void unite_samples(struct trainer *trainer)
{
    size_t kept = 0;
    if (!trainer->sample_count)
        return;
    qsort(trainer->samples, trainer->sample_count, sizeof *trainer->samples, compare_samples);
    for (size_t i = 1; i < trainer->sample_count; i++) {
        if (compare_samples(&trainer->samples[kept], &trainer->samples[i])) {
            trainer->samples[++kept] = trainer->samples[i];
        } else {
            trainer->samples[kept].ends += trainer->samples[i].ends;
            trainer->samples[kept].goes_on += trainer->samples[i].goes_on;
        }
    }
    trainer->sample_count = kept + 1;
}

/* Weights as they are learned, in log-odds. */
struct model {
    double weight[DOUBT_KINDS][DOUBT_FEATURES];
    double gradient[DOUBT_KINDS][DOUBT_FEATURES];
    double squares[DOUBT_KINDS][DOUBT_FEATURES]; /* of all gradients so far */
};

static double value_of(const struct doubt *doubt, int feature)
{
    if (!(doubt->features >> feature & 1))
        return 0;
    return feature == FEATURE_OPENS ? doubt->opens : 1;
}

static void add_gradient(struct model *model, const struct judged_stop *sample)
{
    const struct doubt *doubt = &sample->doubt;
    double sum = 0;
    for (int i = 0; i < DOUBT_FEATURES; i++)
        sum += value_of(doubt, i) * (model->weight[DOUBT_ANY][i] + model->weight[doubt->kind][i]);
    double likely = 1 / (1 + exp(-sum));
    double error = likely * (sample->ends + sample->goes_on) - sample->ends;
    for (int i = 0; i < DOUBT_FEATURES; i++) {
        model->gradient[DOUBT_ANY][i] += error * value_of(doubt, i);
        model->gradient[doubt->kind][i] += error * value_of(doubt, i);
    }
}

/* A step of AdaGrad (Duchi, Hazan and Singer, "Adaptive Subgradient Methods", 2011). `shrinking` is
 * the penalty for all samples. */
static void step(struct model *model, double shrinking)
{
    for (int kind = 0; kind < DOUBT_KINDS; kind++) {
        for (int i = 0; i < DOUBT_FEATURES; i++) {
            double gradient = model->gradient[kind][i] + shrinking * model->weight[kind][i];
            model->squares[kind][i] += gradient * gradient;
            if (gradient != 0)
                model->weight[kind][i] -= 0.5 * gradient / sqrt(model->squares[kind][i]);
            model->gradient[kind][i] = 0;
        }
    }
}

static void learn(struct trainer *trainer)
{
    struct model *model = memory_new(1, sizeof *model);
    double total = 0;
    unite_samples(trainer);
    for (size_t i = 0; i < trainer->sample_count; i++)
        total += trainer->samples[i].ends + trainer->samples[i].goes_on;
    for (int round = 0; round < ROUNDS; round++) {
        for (size_t i = 0; i < trainer->sample_count; i++)
            add_gradient(model, &trainer->samples[i]);
        step(model, penalty * total);
    }
    for (int kind = 0; kind < DOUBT_KINDS; kind++)
        for (int i = 0; i < DOUBT_FEATURES; i++)
            trainer->rules.weights.of[kind][i] = (int) lround(model->weight[kind][i] * SCALE);
    free(model);
}

/* Gold samples, the first `count`, are few: they are given their share. */
static void weigh_gold(struct trainer *trainer, size_t count)
{
    if (!count || count == trainer->sample_count)
        return;
    double weight = gold_share * (double) (trainer->sample_count - count) / (double) count;
    for (size_t i = 0; i < count; i++) {
        trainer->samples[i].ends *= weight;
        trainer->samples[i].goes_on *= weight;
    }
}

static void write_line(struct buffer *out, struct slice first, struct slice second, int number)
{
    buffer_append(out, first);
    buffer_append_byte(out, ' ');
    buffer_append(out, second);
    buffer_append_string(out, number < 0 ? " -" : " ");
    buffer_append_number(out, (uint64_t) abs(number));
    buffer_append_byte(out, '\n');
}

static int compare_words(const void *a, const void *b)
{
    struct slice left = ((const struct word_tally *) a)->word;
    struct slice right = ((const struct word_tally *) b)->word;
    size_t shorter = left.length < right.length ? left.length : right.length;
    int order = memcmp(left.bytes, right.bytes, shorter);
    return order ? order : (left.length > right.length) - (left.length < right.length);
}

/* In the order of their bytes, so that a change shows as one. */
static void write_words(const struct trainer *trainer, struct buffer *out)
{
    struct word_tally *words = memory_new(trainer->tally_count + 1, sizeof *words);
    size_t count = 0;
    for (size_t i = 0; i < trainer->tally_capacity; i++)
        if (is_chosen(&trainer->tallies[i]))
            words[count++] = trainer->tallies[i];
    qsort(words, count, sizeof *words, compare_words);
    for (size_t i = 0; i < count; i++)
        write_line(out, SLICE("opens"), words[i].word, log_odds(&words[i]));
    free(words);
}

static const char head[] = "# What is observed at a stop that rules leave in doubt, and how much "
                           "it speaks for the end of a\n"
                           "# sentence, in tenths of a log-odds: for `any` kind of doubt, and for "
                           "each kind. Where the sum\n"
                           "# of all that holds is above 0, the sentence ends. Learned by `train "
                           "sentences`; the names are\n"
                           "# explained in common/sentence/weights.h.\n\n";

static const char middle[] =
    "\n# How much a word with a capital is known to open sentences rather than to stand inside, in "
    "a\n"
    "# name: a log-odds, -6 to 6. The observation `opens` is this number, times its weight.\n\n";

static void write_weights(const struct trainer *trainer, struct buffer *out)
{
    buffer_append_string(out, head);
    for (int kind = 0; kind < DOUBT_KINDS; kind++)
        for (int i = 0; i < DOUBT_FEATURES; i++)
            if (trainer->rules.weights.of[kind][i])
                write_line(out, slice_from_string(doubt_kind_name((enum doubt_kind) kind)),
                           slice_from_string(doubt_feature_name((enum doubt_feature) i)),
                           trainer->rules.weights.of[kind][i]);
    buffer_append_string(out, middle);
    write_words(trainer, out);
}

static void release(struct trainer *trainer)
{
    sentence_rules_release(&trainer->rules);
    free(trainer->tallies);
    arena_release(&trainer->words);
    buffer_release(&trainer->run);
    buffer_release(&trainer->word_ends);
    free(trainer->ends);
    free(trainer->samples);
    *trainer = (struct trainer){0};
}

static void count_sentence(void *context, const struct annotated *sentence)
{
    count_words(context, sentence->text);
}

static void take_gold(void *context, const struct annotated *sentence)
{
    add_sentence(context, sentence);
}

static void take_silver(void *context, const struct annotated *sentence)
{
    if (sentence->begins_block || sentence->begins_article)
        end_run(context);
    add_sentence(context, sentence);
}

static bool gather_all(struct trainer *trainer, const struct train_settings *settings)
{
    if (!train_read(&settings->gold, CORPUS_CONLLU, take_gold, trainer))
        return false;
    end_run(trainer);
    size_t gold_count = trainer->sample_count;
    trainer->is_silver = true;
    if (!train_read(&settings->silver, CORPUS_JOINED, take_silver, trainer))
        return false;
    end_run(trainer);
    weigh_gold(trainer, gold_count);
    return true;
}

static bool learn_from(struct trainer *trainer, const struct train_settings *settings)
{
    if (!train_read(&settings->silver, CORPUS_JOINED, count_sentence, trainer))
        return false;
    choose_words(trainer);
    if (!gather_all(trainer, settings))
        return false;
    if (settings->stats)
        message_say(NO_PLACE, "%zu stops in doubt, %zu words", trainer->sample_count,
                    trainer->rules.weights.count);
    learn(trainer);
    return true;
}

static bool write_file(const struct trainer *trainer, const char *path)
{
    struct buffer out = {0};
    write_weights(trainer, &out);
    bool good = train_write(path, buffer_slice(&out));
    buffer_release(&out);
    return good;
}

bool train_sentences(const struct train_settings *settings)
{
    struct trainer trainer = {0};
    bool good = sentence_rules_load_unweighted(&trainer.rules, settings->language) &&
                learn_from(&trainer, settings) && write_file(&trainer, settings->out);
    release(&trainer);
    return good;
}
