#define PCRE2_CODE_UNIT_WIDTH 8
#include "regex.h"

#include "memory.h"

#include <pcre2.h>
#include <stdlib.h>

enum {
    MATCH_LIMIT = 1000000, /* steps of backtracking in one search */
    HEAP_LIMIT = 16 << 10, /* KiB */
};

struct regex {
    pcre2_code *code;
    bool is_for_valid; /* texts are known to be valid UTF-8 */
    bool is_ready;     /* for searching */
    bool is_compiled;  /* to machine code */
    pcre2_match_data *matches;
    pcre2_match_context *limits;
};

static void describe_error(struct buffer *error, int number, size_t offset)
{
    PCRE2_UCHAR text[256];
    pcre2_get_error_message(number, text, sizeof text);
    buffer_append_string(error, (const char *) text);
    buffer_append_string(error, " at character ");
    buffer_append_number(error, offset + 1);
}

static struct regex *compile(struct slice pattern, uint32_t options, struct buffer *error)
{
    int number;
    size_t offset;
    pcre2_code *code =
        pcre2_compile((PCRE2_SPTR) (pattern.bytes ? pattern.bytes : ""), pattern.length,
                      PCRE2_UTF | PCRE2_UCP | options, &number, &offset, NULL);
    if (!code) {
        describe_error(error, number, offset);
        return NULL;
    }
    struct regex *regex = memory_new(1, sizeof *regex);
    regex->code = code;
    regex->is_for_valid = !(options & PCRE2_MATCH_INVALID_UTF);
    return regex;
}

/* What a search needs is made before the first one: of many patterns, a short run uses few. */
static void make_ready(struct regex *regex)
{
    /* Without JIT (not every machine has it) the same matches are found by the interpreter. */
    regex->is_compiled = pcre2_jit_compile(regex->code, PCRE2_JIT_COMPLETE) == 0;
    regex->matches = pcre2_match_data_create(1, NULL);
    regex->limits = pcre2_match_context_create(NULL);
    if (!regex->matches || !regex->limits)
        memory_exhausted();
    pcre2_set_match_limit(regex->limits, MATCH_LIMIT);
    pcre2_set_heap_limit(regex->limits, HEAP_LIMIT);
    regex->is_ready = true;
}

struct regex *regex_new(struct slice pattern, struct buffer *error)
{
    return compile(pattern, PCRE2_MATCH_INVALID_UTF, error);
}

struct regex *regex_new_for_valid(struct slice pattern, struct buffer *error)
{
    return compile(pattern, PCRE2_CASELESS, error);
}

/* The machine code is called at once where there is nothing to check before. */
static int search(const struct regex *regex, PCRE2_SPTR bytes, size_t length)
{
    if (regex->is_for_valid && regex->is_compiled)
        return pcre2_jit_match(regex->code, bytes, length, 0, 0, regex->matches, regex->limits);
    return pcre2_match(regex->code, bytes, length, 0, regex->is_for_valid ? PCRE2_NO_UTF_CHECK : 0,
                       regex->matches, regex->limits);
}

enum regex_result regex_find(struct regex *regex, struct slice text, struct slice *match)
{
    const char *bytes = text.bytes ? text.bytes : "";
    if (!regex->is_ready)
        make_ready(regex);
    int found = search(regex, (PCRE2_SPTR) bytes, text.length);
    if (found == PCRE2_ERROR_NOMATCH)
        return REGEX_NO;
    if (found < 0)
        return REGEX_LIMIT;
    if (match) {
        const size_t *ends = pcre2_get_ovector_pointer(regex->matches);
        *match = slice_of(bytes + ends[0], ends[1] - ends[0]);
    }
    return REGEX_YES;
}

void regex_free(struct regex *regex)
{
    if (!regex)
        return;
    pcre2_code_free(regex->code);
    pcre2_match_data_free(regex->matches);
    pcre2_match_context_free(regex->limits);
    free(regex);
}
