#include "role_pages.h"

#include "hash.h"
#include "input.h"
#include "memory.h"
#include "tags.h"

#include <stdlib.h>

/* The number of a page's site; pages that name none are one site. */
static size_t find_site(struct hash_index *sites, const struct document *document)
{
    const struct record *metadata = document_metadata(document);
    struct slice site = metadata ? tags_get(metadata->tags, SLICE("site")) : SLICE("");
    return hash_index_add(sites, hash_bytes(site, 0) | 1, (uint32_t) sites->count);
}

/* The file is not said: a document ends where the next begins, which may be in another. */
static bool has_roles(const struct document *document)
{
    for (size_t i = 0; i < document->paragraph_count; i++) {
        if (role_of_tags(document->paragraphs[i].records[0].tags) < ROLE_COUNT)
            continue;
        message_say(NO_PLACE, "document '%.*s': a paragraph without role",
                    (int) (document->id.length < 1000 ? document->id.length : 1000),
                    document->id.bytes);
        return false;
    }
    return true;
}

static bool read_all(struct input *input, role_take_page *take, void *context)
{
    struct hash_index sites = {0};
    struct document document = {0};
    enum document_result result = DOCUMENT_END;
    bool good = true;
    size_t count = 0;
    while (good && (result = document_read(&document, input)) == DOCUMENT_WHOLE) {
        good = has_roles(&document);
        if (good && document.paragraph_count) {
            take(context, &document, find_site(&sites, &document));
            count++;
        }
    }
    if (good && !count && input->status == STATUS_DONE)
        message_say(NO_PLACE, "no page in the files to learn from");
    document_release(&document);
    hash_index_release(&sites);
    return good && count && result == DOCUMENT_END && input->status == STATUS_DONE;
}

bool role_read_pages(const struct train_settings *settings, role_take_page *take, void *context)
{
    struct input input;
    char **names = memory_new(settings->gold.count, sizeof *names);
    for (size_t i = 0; i < settings->gold.count; i++)
        names[i] = (char *) settings->gold.paths[i];
    input_init(&input, names, (int) settings->gold.count, settings->input);
    bool good = read_all(&input, take, context);
    input_close(&input);
    free(names);
    return good;
}

static void reserve(struct labelled_pages *pages, size_t paragraphs)
{
    if (pages->count == pages->capacity) {
        pages->capacity = pages->capacity ? pages->capacity * 2 : 256;
        pages->pages = memory_resize_array(pages->pages, pages->capacity, sizeof *pages->pages);
    }
    if (pages->paragraph_count + paragraphs <= pages->paragraph_capacity)
        return;
    pages->paragraph_capacity = 2 * (pages->paragraph_count + paragraphs);
    pages->features =
        memory_resize_array(pages->features, pages->paragraph_capacity, sizeof *pages->features);
    pages->roles =
        memory_resize_array(pages->roles, pages->paragraph_capacity, sizeof *pages->roles);
}

void labelled_pages_add(struct labelled_pages *pages, struct feature_reader *reader,
                        const struct document *document, size_t site)
{
    size_t count = document->paragraph_count;
    const struct features *features = feature_reader_read(reader, document);
    reserve(pages, count);
    pages->pages[pages->count++] = (struct labelled_page){site, pages->paragraph_count, count};
    if (site >= pages->site_count)
        pages->site_count = site + 1;
    for (size_t i = 0; i < count; i++) {
        struct features *kept = &pages->features[pages->paragraph_count];
        *kept = features[i];
        kept->words = memcpy(
            arena_take(&pages->words, features[i].word_count * sizeof *features[i].words + 1),
            features[i].words, features[i].word_count * sizeof *features[i].words);
        pages->roles[pages->paragraph_count++] =
            role_of_tags(document->paragraphs[i].records[0].tags);
    }
}

void labelled_pages_release(struct labelled_pages *pages)
{
    free(pages->pages);
    free(pages->features);
    free(pages->roles);
    arena_release(&pages->words);
    *pages = (struct labelled_pages){0};
}
