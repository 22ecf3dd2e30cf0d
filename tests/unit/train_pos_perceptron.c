#include "../../tools/train/pos_perceptron.h"

#include "train_text.h"

static struct classes_slot slots[CLASSES_SLOTS];
static const struct classes classes = {slots};
static struct pos_words words;
static struct pos_samples samples;
static struct pos_weights weights;

/* Sentences of WORD/TAG, one a line, as CoNLL-U. */
static struct buffer conllu_of(const char *lines)
{
    struct buffer text = {0};
    struct slice rest = slice_from_string(lines), line, token, word;
    while (slice_cut(&rest, '\n', &line)) {
        struct slice tokens = line;
        buffer_append_string(&text, "# text =");
        while (slice_cut(&tokens, ' ', &token)) {
            upos_split(token, &word);
            buffer_append_byte(&text, ' ');
            buffer_append(&text, word);
        }
        size_t number = 0;
        for (tokens = line; slice_cut(&tokens, ' ', &token);) {
            enum upos tag = upos_split(token, &word);
            buffer_append_byte(&text, '\n');
            buffer_append_number(&text, ++number);
            buffer_append_byte(&text, '\t');
            buffer_append(&text, word);
            buffer_append_string(&text, "\t_\t");
            buffer_append(&text, tag < UPOS_COUNT ? upos_name(tag) : SLICE("_"));
        }
        buffer_append_string(&text, "\n\n");
    }
    return text;
}

static void read_text(const char *lines)
{
    struct corpus corpus;
    struct annotated sentence;
    struct buffer text = conllu_of(lines);
    ck_assert(pos_words_load(&words, language_find("vi")));
    samples = (struct pos_samples){.words = &words, .classes = &classes};
    text_open(&corpus, buffer_slice(&text), CORPUS_CONLLU);
    while (corpus_next(&corpus, &sentence))
        pos_samples_take(&samples, &sentence);
    ck_assert(corpus_close(&corpus));
    buffer_release(&text);
}

static void release(void)
{
    pos_samples_release(&samples);
    pos_words_release(&words);
}

/* How many words do not get the tags they have. */
static size_t count_wrong(void)
{
    static struct pos_scores scores[POS_WINDOW];
    static struct pos_transitions transitions;
    static uint8_t tags[POS_WINDOW];
    size_t begin = 0, wrong = 0;
    for (size_t before = 0; before <= UPOS_COUNT; before++)
        for (size_t tag = 0; tag < UPOS_COUNT; tag++)
            transitions.scores[before][tag] = weights.transitions[before][tag].now;
    pos_transitions_prepare(&transitions);
    for (size_t i = 0; i < samples.sentence_count; begin = samples.ends[i++]) {
        size_t count = samples.ends[i] - begin;
        memset(scores, 0, sizeof scores);
        for (size_t k = 0; k < count; k++)
            for (size_t f = 0; f < samples.list[begin + k].feature_count; f++)
                for (size_t tag = 0; tag < UPOS_COUNT; tag++)
                    scores[k].of[tag] +=
                        samples.features.list[samples.list[begin + k].features[f]].weights[tag].now;
        pos_decode(&transitions, scores, count, POS_START, tags);
        for (size_t k = 0; k < count; k++)
            wrong += tags[k] != samples.list[begin + k].tag;
    }
    return wrong;
}

/* The same words with other tags, by the tag before, by the first word and by capitals. */
START_TEST(what_can_be_learned_is)
{
    static const char sentences[] = "tôi/PRON đi/VERB học/VERB\n"
                                    "nó/PRON nói/VERB đi/ADV\n"
                                    "ghe/NOUN đi/VERB\n"
                                    "ông/NOUN Ba/PROPN đi/VERB\n"
                                    "ba/NUM ông/NOUN nói/VERB ./PUNCT\n"
                                    "của/NOUN của/ADP tôi/PRON";
    struct buffer text = {0};
    for (size_t i = 0; i < 8; i++) {
        buffer_append_string(&text, i ? "\n" : "");
        buffer_append_string(&text, sentences);
    }
    read_text(buffer_string(&text));
    ck_assert_uint_eq(samples.sentence_count, 48);
    ck_assert_uint_gt(count_wrong(), 0);
    ck_assert_uint_eq(pos_perceptron_learn(&samples, &weights), 0);
    ck_assert_uint_eq(count_wrong(), 0);
    buffer_release(&text);
    release();
}
END_TEST

START_TEST(sentences_without_tags)
{
    read_text("một/NUM hai/NUM\nba bốn/NUM\nnăm/NUM sáu\nbảy/NUM");
    ck_assert_uint_eq(samples.sentence_count, 2);
    ck_assert_uint_eq(samples.untagged_count, 2);
    ck_assert_uint_eq(samples.count, 3);
    release();
}
END_TEST

/* It is learned from in parts, and what cannot be learned ends, too. */
START_TEST(a_long_sentence)
{
    struct buffer text = {0};
    for (size_t i = 0; i < POS_WINDOW * 2 + 1; i++)
        buffer_append_string(&text, i % 3 ? " ghe/NOUN" : i ? " ghe/VERB" : "ghe/VERB");
    read_text(buffer_string(&text));
    ck_assert_uint_eq(samples.sentence_count, 3);
    ck_assert_uint_eq(samples.ends[0], POS_WINDOW);
    ck_assert_uint_eq(samples.ends[2], POS_WINDOW * 2 + 1);
    pos_perceptron_learn(&samples, &weights);
    buffer_release(&text);
    release();
}
END_TEST

int main(void)
{
    return unit_run("train_pos_perceptron",
                    (const TTest *const[]){what_can_be_learned_is, sentences_without_tags,
                                           a_long_sentence, NULL});
}
