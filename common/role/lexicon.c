#include "lexicon.h"

static uint64_t hash_of(struct slice token)
{
    if (slice_equal(token, LEXICON_START))
        return LEXICON_START_HASH;
    if (slice_equal(token, LEXICON_END))
        return LEXICON_END_HASH;
    return line_token_hash(token);
}

uint32_t lexicon_add(struct lexicon *lexicon, struct slice entry)
{
    struct slice first, second = entry;
    slice_cut(&second, '_', &first);
    uint64_t hash = hash_of(first);
    if (second.bytes)
        hash = hash && hash_of(second) ? lexicon_pair(hash, hash_of(second)) : 0;
    if (!hash)
        return HASH_INDEX_NONE;
    if (lexicon->entries.count == LEXICON_LIMIT)
        return hash_index_find(&lexicon->entries, hash);
    return hash_index_add(&lexicon->entries, hash, (uint32_t) lexicon->entries.count);
}

void lexicon_each(const struct line_tokens *tokens, lexicon_take *take, void *context)
{
    struct line_token pair[2] = {{LEXICON_START_HASH, LEXICON_START}};
    for (size_t i = 0; i < tokens->count; i++) {
        pair[1] = tokens->tokens[i];
        if (pair[1].hash)
            take(context, &pair[1], 1, pair[1].hash);
        if (pair[0].hash && pair[1].hash)
            take(context, pair, 2, lexicon_pair(pair[0].hash, pair[1].hash));
        pair[0] = pair[1];
    }
    pair[1] = (struct line_token){LEXICON_END_HASH, LEXICON_END};
    if (tokens->count && pair[0].hash)
        take(context, pair, 2, lexicon_pair(pair[0].hash, LEXICON_END_HASH));
}

void lexicon_release(struct lexicon *lexicon)
{
    hash_index_release(&lexicon->entries);
}
