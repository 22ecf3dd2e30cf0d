/* dedupe: strips boilerplate, repeats and copies from records; repeated lines from plain text. */
#include "document.h"
#include "filter.h"
#include "fold.h"
#include "hash.h"
#include "memory.h"
#include "spool.h"
#include "tags.h"
#include "verdict.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { KEY_MARK = 256, KEY_REJECTS, KEY_DROP, KEY_DF, KEY_DF_SHARE, KEY_MIN_CHARS, KEY_FOLD };

/* What the command line asks for. */
static struct {
    bool two_passes, mark, has_fold;
    bool is_for_records; /* an option was given that means nothing with -t */
    const char *rejects; /* file name, or null */
    const char *temporary;
    struct page_rules rules;
    struct limits limits;
} options = {
    .rules = {.drop = 1u << ROLE_NAV | 1u << ROLE_SHARE | 1u << ROLE_RELATED | 1u << ROLE_AD |
                      1u << ROLE_NOTICE | 1u << ROLE_FOOTER},
    .limits = {.min_documents = 3, .min_share = 2, .min_characters = 20},
};

static struct cli_settings settings;
static struct index index_of_all;
static struct page page;
static struct kept kept_lines;
static struct verdict *verdicts;
static size_t verdict_capacity;
static struct buffer tags;
static struct writer rejects;
static uint64_t documents, copies, paragraphs[REASON_COUNT];

static void reserve_verdicts(size_t count)
{
    if (count <= verdict_capacity)
        return;
    verdict_capacity = count * 2;
    verdicts = memory_resize_array(verdicts, verdict_capacity, sizeof *verdicts);
}

static void write_as_it_is(struct writer *out, const struct record *record)
{
    writer_write(out, record->line);
    writer_write_byte(out, '\n');
    writer_end_record(out);
}

static void write_dropped(struct writer *out, const struct record *dropped,
                          const struct verdict *verdict)
{
    if (verdict->reason == REASON_MARKED) {
        write_as_it_is(out, dropped);
        return;
    }
    struct record record = *dropped;
    buffer_clear(&tags);
    verdict_append_tags(&tags, dropped, verdict);
    record.tags = buffer_slice(&tags);
    record_write(out, &record);
}

static void write_record(struct writer *out, const struct record *record,
                         const struct verdict *verdict)
{
    if (verdict->reason == REASON_NONE) {
        write_as_it_is(out, record);
        return;
    }
    if (options.mark)
        write_dropped(out, record, verdict);
    if (options.rejects)
        write_dropped(&rejects, record, verdict);
}

/* The metadata record goes with its document. */
static struct verdict verdict_on_metadata(const struct record *metadata, size_t count, bool is_copy)
{
    if (verdict_is_marked(metadata))
        return (struct verdict){.reason = REASON_MARKED};
    for (size_t i = 0; is_copy && i < count; i++)
        if (verdicts[i].reason == REASON_COPY)
            return verdicts[i];
    return (struct verdict){.reason = REASON_NONE};
}

static void write_page(struct writer *out, const struct document *document, bool is_copy)
{
    const struct record *metadata = document_metadata(document);
    if (metadata) {
        struct verdict verdict = verdict_on_metadata(metadata, document->paragraph_count, is_copy);
        write_record(out, metadata, &verdict);
    }
    for (size_t i = 0; i < document->paragraph_count; i++) {
        const struct paragraph *paragraph = &document->paragraphs[i];
        paragraphs[verdicts[i].reason]++;
        for (size_t k = 0; k < paragraph->count; k++)
            write_record(out, &paragraph->records[k], &verdicts[i]);
    }
    documents++;
    copies += is_copy;
}

static void learn(const struct document *document)
{
    page_read(&page, document, &options.rules);
    index_learn(&index_of_all, &page);
}

static void strip(struct writer *out, const struct document *document)
{
    page_read(&page, document, &options.rules);
    reserve_verdicts(document->paragraph_count);
    bool is_copy = verdict_judge(verdicts, &page, &index_of_all, &options.limits, &kept_lines);
    write_page(out, document, is_copy);
}

/* A document too large to hold is handed on whole. */
static void pass_on(struct writer *out, struct input *input, const struct document *document)
{
    struct record record;
    for (size_t i = 0; i < document->count; i++)
        write_as_it_is(out, &document->records[i]);
    while (!out->error && document_next_part(document, input, &record))
        write_as_it_is(out, &record);
}

static bool has_failed(const struct writer *out)
{
    return out->error || (options.rejects && rejects.error);
}

/* One pass: a line is known from the second document on that has it. */
static void strip_at_once(struct input *input, struct writer *out)
{
    struct document document = {.cost = sizeof(struct line) + sizeof(struct verdict)};
    enum document_result result;
    while (!has_failed(out) && (result = document_read(&document, input)) != DOCUMENT_END) {
        if (result == DOCUMENT_LARGE) {
            pass_on(out, input, &document);
            continue;
        }
        learn(&document);
        strip(out, &document);
    }
    document_release(&document);
}

/* First pass: learns every document and puts it aside. */
static bool learn_all(struct input *input, struct spool *spool)
{
    struct document document = {.cost = sizeof(struct line) + sizeof(struct verdict)};
    enum document_result result;
    if (!spool_open(spool, options.temporary))
        return false;
    while (!spool->writer.error && (result = document_read(&document, input)) != DOCUMENT_END) {
        if (result == DOCUMENT_LARGE) {
            pass_on(&spool->writer, input, &document);
            continue;
        }
        learn(&document);
        for (size_t i = 0; i < document.count; i++)
            write_as_it_is(&spool->writer, &document.records[i]);
    }
    document_release(&document);
    return spool_finish(spool);
}

/* Second pass, over what was put aside. Its records are good, and a document that is too large has
 * had its message: so only what fails in reading can go wrong. */
static enum status strip_all(int fd, struct writer *out)
{
    struct document document = {.cost = sizeof(struct line) + sizeof(struct verdict)};
    struct input spooled;
    enum document_result result;
    input_init_fd(&spooled, fd, "temporary file", &settings);
    spooled.is_quiet = true;
    while (!has_failed(out) && (result = document_read(&document, &spooled)) != DOCUMENT_END) {
        if (result == DOCUMENT_LARGE)
            pass_on(out, &spooled, &document);
        else
            strip(out, &document);
    }
    document_release(&document);
    input_close(&spooled);
    return spooled.status;
}

static void strip_in_two_passes(struct input *input, struct writer *out)
{
    struct spool spool;
    enum status status = learn_all(input, &spool) ? strip_all(spool.reading, out) : STATUS_TROUBLE;
    input_raise_status(input, status);
}

/* Plain text: the first of equal lines stays. */
static void strip_lines(struct input *input, struct writer *out)
{
    struct key_table seen = {0};
    struct buffer key = {0};
    struct slice line;
    while (!out->error && input_line(input, &line)) {
        struct slice compared = line;
        if (options.rules.fold) {
            buffer_clear(&key);
            fold_append(&key, line, options.rules.fold, options.rules.language);
            compared = buffer_slice(&key);
        }
        struct key_entry *entry = key_table_add(&seen, hash_bytes(compared, options.rules.seed));
        if (entry->count++) {
            paragraphs[REASON_REPEAT]++;
            continue;
        }
        paragraphs[REASON_NONE]++;
        writer_write(out, line);
        writer_write_byte(out, settings.delimiter);
        writer_end_record(out);
    }
    key_table_release(&seen);
    buffer_release(&key);
}

static void print_stats(const struct input *input)
{
    struct buffer text = {0};
    for (size_t reason = 0; reason < REASON_COUNT; reason++) {
        buffer_append_string(&text, reason ? ", " : "");
        buffer_append_string(&text, reason_name((enum reason) reason));
        buffer_append_byte(&text, ' ');
        buffer_append_number(&text, paragraphs[reason]);
    }
    if (settings.text)
        message_say(
            NO_PLACE, "%" PRIu64 " lines, %" PRIu64 " rejected; kept %" PRIu64 ", repeats %" PRIu64,
            input->accepted, input->rejected, paragraphs[REASON_NONE], paragraphs[REASON_REPEAT]);
    else
        message_say(NO_PLACE,
                    "%" PRIu64 " records, %" PRIu64 " rejected; %" PRIu64 " documents, %" PRIu64
                    " copies; paragraphs: %s",
                    input->accepted, input->rejected, documents, copies, buffer_string(&text));
    buffer_release(&text);
}

static const char *take_fold(struct slice list)
{
    static const struct {
        struct slice name;
        unsigned fold;
    } kinds[] = {
        {SLICE("case"), FOLD_CASE},     {SLICE("tone"), FOLD_CASE | FOLD_SPELLING},
        {SLICE("space"), FOLD_SPACE},   {SLICE("punct"), FOLD_SPACE | FOLD_PUNCTUATION},
        {SLICE("digits"), FOLD_DIGITS},
    };
    struct slice one;
    options.has_fold = true;
    options.rules.fold = 0;
    if (slice_equal(list, SLICE("none")))
        return NULL;
    while (slice_cut(&list, ',', &one)) {
        size_t i = 0;
        while (i < sizeof kinds / sizeof kinds[0] && !slice_equal(one, kinds[i].name))
            i++;
        if (i == sizeof kinds / sizeof kinds[0])
            return "a list of case, tone, space, punct, digits; or none";
        options.rules.fold |= kinds[i].fold;
    }
    return NULL;
}

static const char *take_number(const char *value, unsigned long low, unsigned long high,
                               uint32_t *number)
{
    unsigned long parsed;
    if (!cli_parse_number(value, low, high, &parsed))
        return high == 100 ? "a whole number from 0 to 100" : "a whole number from 2 to 4294967295";
    *number = (uint32_t) parsed;
    return NULL;
}

static const char *take_option(void *context, int key, const char *value)
{
    unsigned long number;
    (void) context;
    if (key != KEY_FOLD)
        options.is_for_records = true;
    switch (key) {
    case '2':
        options.two_passes = true;
        return NULL;
    case 'T':
        options.temporary = value;
        return NULL;
    case KEY_MARK:
        options.mark = true;
        return NULL;
    case KEY_REJECTS:
        options.rejects = value;
        return NULL;
    case KEY_DROP:
        return role_parse_set(slice_from_string(value), &options.rules.drop)
                   ? NULL
                   : "a list of roles such as nav,footer; or none";
    case KEY_DF:
        return take_number(value, 2, UINT32_MAX, &options.limits.min_documents);
    case KEY_DF_SHARE:
        return take_number(value, 0, 100, &options.limits.min_share);
    case KEY_FOLD:
        return take_fold(slice_from_string(value));
    default:
        if (!cli_parse_number(value, 0, UINT32_MAX, &number))
            return "a whole number";
        options.limits.min_characters = number;
        return NULL;
    }
}

static const struct cli_program program = {
    .synopsis = "[-2] [--mark] [--rejects FILE] [option ...] [file ...]\n"
                "-t [-z] [--fold LIST] [--stats] [file ...]",
    .purpose = "Strips boilerplate, repeats and copies from records; repeated lines with -t.",
    .shared = CLI_TEXT | CLI_STRICT | CLI_LANG | CLI_DOC | CLI_STATS,
    .options =
        (const struct cli_option[]){
            {'2', "two-pass", NULL, "read all input first, so that counts are exact"},
            {KEY_MARK, "mark", NULL, "keep everything, only add the tags why, of and sim"},
            {KEY_REJECTS, "rejects", "FILE", "write what is dropped, with these tags, to FILE"},
            {KEY_DROP, "drop", "LIST", "roles to drop (nav,share,related,ad,notice,footer)"},
            {KEY_DF, "df", "N", "drop lines in N documents of a site or more (default 3)"},
            {KEY_DF_SHARE, "df-share", "N", "and in N per cent of them or more (default 2)"},
            {KEY_MIN_CHARS, "min-chars", "N", "shortest repeat or title to drop (default 20)"},
            {KEY_FOLD, "fold", "LIST", "compare without case,tone,space,punct,digits; none"},
            {'T', "temporary-directory", "DIR", "where -2 keeps the input ($TMPDIR, /tmp)"},
            {0},
        },
    .take = take_option,
};

static bool is_same_file(const struct stat *file, const char *name)
{
    struct stat other;
    int failed = name ? stat(name, &other) : fstat(STDOUT_FILENO, &other);
    return S_ISREG(file->st_mode) && !failed && file->st_dev == other.st_dev &&
           file->st_ino == other.st_ino;
}

/* Opens the file of --rejects, which must not be one that is read or written besides. */
static bool open_rejects(char **operands, int count)
{
    struct stat file;
    if (!options.rejects)
        return true;
    int fd = open(options.rejects, O_WRONLY | O_CREAT | O_CLOEXEC, 0666);
    if (fd < 0 || fstat(fd, &file) < 0) {
        message_say_errno((struct place){options.rejects, 0}, "cannot write");
        return false;
    }
    bool is_used = is_same_file(&file, NULL);
    for (int i = 0; i < count; i++)
        is_used = is_used || is_same_file(&file, operands[i]);
    if (is_used) {
        message_say((struct place){options.rejects, 0},
                    "is read or written already, expected another file for --rejects");
        close(fd);
        return false;
    }
    if (S_ISREG(file.st_mode) && ftruncate(fd, 0) < 0) {
        message_say_errno((struct place){options.rejects, 0}, "cannot write");
        close(fd);
        return false;
    }
    writer_init(&rejects, fd, options.rejects, settings.line_buffered);
    return true;
}

static void strip_records(struct input *input, struct writer *out)
{
    if (options.two_passes)
        strip_in_two_passes(input, out);
    else
        strip_at_once(input, out);
}

int main(int argc, char **argv)
{
    int operands;
    struct input input;
    enum cli_result result = cli_read(&program, argc, argv, &settings, NULL, &operands);
    if (result != CLI_GO)
        return (int) cli_status(result);
    if (settings.text && options.is_for_records) {
        message_say(NO_PLACE, "of dedupe's own options only --fold goes with -t, see --help");
        return STATUS_TROUBLE;
    }
    options.rules.language = settings.language;
    if (!options.has_fold && !settings.text)
        options.rules.fold = FOLD_TEXT;
    if (!open_rejects(argv + operands, argc - operands))
        return STATUS_TROUBLE;
    enum status status =
        filter_run(&input, &settings, argv + operands, argc - operands, strip_records, strip_lines);
    if (options.rejects && !writer_close(&rejects))
        status = STATUS_TROUBLE;
    if (settings.stats)
        print_stats(&input);
    index_release(&index_of_all);
    page_release(&page);
    key_table_release(&kept_lines.lines);
    free(verdicts);
    buffer_release(&tags);
    return (int) status;
}
