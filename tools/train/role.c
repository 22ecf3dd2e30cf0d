#include "role.h"

#include "message.h"
#include "role_calibration.h"
#include "role_perceptron.h"
#include "role_words.h"

#include <stdlib.h>

struct reading {
    struct labelled_pages pages;
    struct feature_reader *reader;
};

static void add_page(void *context, const struct document *document, size_t site)
{
    struct reading *reading = context;
    labelled_pages_add(&reading->pages, reading->reader, document, site);
}

static bool read_pages(struct reading *reading, const struct train_settings *settings,
                       const struct rules *rules, const struct weights *weights)
{
    reading->reader = feature_reader_new(rules, &weights->lexicon, settings->language);
    bool good = reading->reader && role_read_pages(settings, add_page, reading);
    feature_reader_free(reading->reader);
    return good;
}

static bool write_weights(const struct train_settings *settings, const struct weights *weights,
                          const struct rules *rules, const struct slice *entries)
{
    struct buffer text = {0};
    buffer_append_string(
        &text, "# How much each observation speaks for each role, learned by train(1) from "
               "pages whose roles\n# are known. The form of the lines stands in tag(1).\n\n");
    weights_append(&text, weights, rules, entries);
    bool good = train_write(settings->out, buffer_slice(&text));
    buffer_release(&text);
    return good;
}

static bool learn(const struct train_settings *settings, const struct rules *rules)
{
    struct role_words words = {0};
    struct weights weights;
    struct reading reading = {0};
    struct slice *entries = NULL;
    weights_init(&weights);
    bool good = role_read_pages(settings, role_words_count, &words);
    if (good) {
        entries = role_words_choose(&words, &weights);
        good = read_pages(&reading, settings, rules, &weights);
    }
    if (good) {
        weights.scale = role_calibrate(&weights, &reading.pages);
        role_learn(&weights, &reading.pages, NULL);
        good = write_weights(settings, &weights, rules, entries);
    }
    if (good && settings->stats)
        message_say(NO_PLACE, "%zu pages of %zu sites, %zu paragraphs; %zu words, scale %d",
                    reading.pages.count, reading.pages.site_count, reading.pages.paragraph_count,
                    weights.feature_count - FEATURE_WORD, weights.scale);
    free(entries);
    labelled_pages_release(&reading.pages);
    weights_release(&weights);
    role_words_release(&words);
    return good;
}

bool train_role(const struct train_settings *settings)
{
    struct rules *rules = rules_load(settings->language);
    bool good = rules && learn(settings, rules);
    rules_free(rules);
    return good;
}
