#include "sentences_file.h"

#include <stdlib.h>

static void write_line(struct buffer *file, struct slice first, struct slice second, int number)
{
    buffer_append(file, first);
    buffer_append_byte(file, ' ');
    buffer_append(file, second);
    buffer_append_string(file, number < 0 ? " -" : " ");
    buffer_append_number(file, (uint64_t) abs(number));
    buffer_append_byte(file, '\n');
}

static const char weights_head[] =
    "# What is observed at a stop that rules leave in doubt, and how much "
    "it speaks for the end of a\n"
    "# sentence, in tenths of a log-odds: for `any` kind of doubt, and for "
    "each kind. Where the sum\n"
    "# of all that holds is above 0, the sentence ends. Learned by `train "
    "sentences`; the names are\n"
    "# explained in common/sentence/weights.h.\n\n";

static const char words_head[] =
    "\n# How much a word with a capital is known to open sentences rather than to stand inside, in "
    "a\n"
    "# name: a log-odds, -6 to 6. The observation `opens` is this number, times its weight.\n\n";

void sentences_file_append(struct buffer *file, const struct sentence_weights *weights,
                           const struct word_tally *words, size_t word_count)
{
    buffer_append_string(file, weights_head);
    for (int kind = 0; kind < DOUBT_KINDS; kind++)
        for (int i = 0; i < DOUBT_FEATURES; i++)
            if (weights->of[kind][i])
                write_line(file, slice_from_string(doubt_kind_name((enum doubt_kind) kind)),
                           slice_from_string(doubt_feature_name((enum doubt_feature) i)),
                           weights->of[kind][i]);
    buffer_append_string(file, words_head);
    for (size_t i = 0; i < word_count; i++)
        write_line(file, SLICE("opens"), words[i].word, tally_log_odds(&words[i]));
}
