#include "cli.h"

#include "bytes.h"
#include "lines.h"
#include "memory.h"

#include <ctype.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    KEY_STRICT = 1024,
    KEY_MAX_LINE,
    KEY_MAX_DOC,
    KEY_LANG,
    KEY_STATS,
    KEY_LINE_BUFFERED,
    DEFAULT_MAX_DOC = 256 << 20,
    FILTERS = 1 << 16, /* beside enum cli_shared */
};

static const struct shared_option {
    unsigned shared; /* 0: every program has it, FILTERS: every filter */
    struct cli_option option;
} shared_options[] = {
    {CLI_TEXT, {'t', "text", NULL, "plain text in and out, a paragraph a line"}},
    {CLI_TEXT, {'z', "zero-terminated", NULL, "with -t, lines end with NUL, not LF"}},
    {CLI_LANG, {KEY_LANG, "lang", "CODE", "language of rules and data (default vi)"}},
    {CLI_STRICT, {KEY_STRICT, "strict", NULL, "stop at the first line that is not a record"}},
    {CLI_STRICT | CLI_LINE,
     {KEY_MAX_LINE, "max-line", "SIZE", "longest line accepted (default 64M)"}},
    {CLI_DOC, {KEY_MAX_DOC, "max-doc", "SIZE", "largest document held (default 256M)"}},
    {CLI_STATS, {KEY_STATS, "stats", NULL, "print counts on stderr at the end"}},
    {FILTERS, {KEY_LINE_BUFFERED, "line-buffered", NULL, "write every line at once"}},
    {0, {'h', "help", NULL, "print this help and exit"}},
    {0, {'V', "version", NULL, "print the version and exit"}},
};

enum { SHARED_COUNT = sizeof shared_options / sizeof shared_options[0] };

/* All options of a program: its own, then the shared ones it has. */
struct table {
    struct cli_option *options;
    size_t count;
    size_t own;
};

static struct table table_new(const struct cli_program *program)
{
    struct table table = {0};
    unsigned shared = program->shared | (program->is_no_filter ? 0 : FILTERS);
    while (program->options && program->options[table.own].name)
        table.own++;
    table.options = memory_new(table.own + SHARED_COUNT, sizeof *table.options);
    if (table.own)
        memcpy(table.options, program->options, table.own * sizeof *table.options);
    table.count = table.own;
    for (size_t i = 0; i < SHARED_COUNT; i++)
        if (!shared_options[i].shared || (shared_options[i].shared & shared))
            table.options[table.count++] = shared_options[i].option;
    return table;
}

static bool has_letter(const struct cli_option *option)
{
    return option->key < 256;
}

static void print_synopsis(const struct cli_program *program)
{
    struct slice rest = slice_from_string(program->synopsis), form;
    const char *lead = "usage:";
    while (slice_cut(&rest, '\n', &form)) {
        printf("%s %s %.*s\n", lead, message_program(), (int) form.length, form.bytes);
        lead = "      ";
    }
}

/* What stands left of an option's help. Returns its length. */
static int format_option(char *left, size_t size, const struct cli_option *option)
{
    char letter[8] = "    ";
    if (has_letter(option))
        snprintf(letter, sizeof letter, "-%c, ", option->key);
    return snprintf(left, size, "%s--%s%s%s", letter, option->name, option->argument ? " " : "",
                    option->argument ? option->argument : "");
}

static void print_help(const struct cli_program *program, const struct table *table)
{
    char left[128];
    int widest = 0;
    for (size_t i = 0; i < table->count; i++) {
        int width = format_option(left, sizeof left, &table->options[i]);
        widest = width > widest ? width : widest;
    }
    print_synopsis(program);
    printf("%s\n\n", program->purpose);
    for (size_t i = 0; i < table->count; i++) {
        format_option(left, sizeof left, &table->options[i]);
        printf("  %-*s  %s\n", widest, left, table->options[i].help);
    }
    printf("\nSee %s(1); exit status 0 done, %s2 trouble.\n", message_program(),
           program->is_no_filter ? "" : "1 some input rejected, ");
}

static const char *take_shared(struct cli_settings *settings, int key, const char *value)
{
    static const char a_size[] = "a size such as 512K, 64M or 2G";
    switch (key) {
    case 't':
        settings->text = true;
        return NULL;
    case 'z':
        settings->delimiter = '\0';
        return NULL;
    case KEY_STRICT:
        settings->strict = true;
        return NULL;
    case KEY_STATS:
        settings->stats = true;
        return NULL;
    case KEY_LINE_BUFFERED:
        settings->line_buffered = true;
        return NULL;
    case KEY_LANG:
        settings->language = language_find(value);
        return settings->language ? NULL : "a language that is there: vi";
    case KEY_MAX_LINE:
        return cli_parse_size(value, &settings->max_line) ? NULL : a_size;
    default:
        return cli_parse_size(value, &settings->max_doc) ? NULL : a_size;
    }
}

/* The name that the user wrote for an option, for messages. */
static void say_wrong_value(const struct table *table, int key, const char *value,
                            const char *expected)
{
    for (size_t i = 0; i < table->count; i++)
        if (table->options[i].key == key)
            message_say(NO_PLACE, "--%s '%s': expected %s", table->options[i].name,
                        value ? value : "", expected);
}

static void fill_getopt(const struct table *table, struct option *longs, struct buffer *letters)
{
    buffer_append_byte(letters, ':');
    for (size_t i = 0; i < table->count; i++) {
        const struct cli_option *option = &table->options[i];
        longs[i] = (struct option){
            .name = option->name,
            .has_arg = option->argument ? required_argument : no_argument,
            .val = option->key,
        };
        if (has_letter(option)) {
            buffer_append_byte(letters, (char) option->key);
            if (option->argument)
                buffer_append_byte(letters, ':');
        }
    }
}

static enum cli_result read_options(const struct cli_program *program, const struct table *table,
                                    int argc, char **argv, struct cli_settings *settings,
                                    void *context)
{
    struct option *longs = memory_new(table->count + 1, sizeof *longs);
    struct buffer letters = {0};
    enum cli_result result = CLI_GO;
    fill_getopt(table, longs, &letters);
    opterr = 0;
    while (result == CLI_GO) {
        int at = optind > 0 ? optind : 1;
        int key = getopt_long(argc, argv, buffer_string(&letters), longs, NULL);
        if (key == -1)
            break;
        if (key == '?' || key == ':') {
            const char *written = argv[optind > at ? optind - 1 : at];
            if (key == '?' && optopt && optopt < 256 && (written[0] != '-' || written[1] != '-'))
                message_say(NO_PLACE, "unknown option '-%c', see --help", optopt);
            else
                message_say(NO_PLACE, "%s '%s', see --help",
                            key == '?' ? "unknown or ambiguous option" : "no argument given to",
                            written);
            result = CLI_WRONG;
        } else if (key == 'h') {
            print_help(program, table);
            result = CLI_DONE;
        } else if (key == 'V') {
            printf("%s (ganloc) %s\n", message_program(), GANLOC_VERSION);
            result = CLI_DONE;
        } else {
            bool own = false;
            for (size_t i = 0; i < table->own; i++)
                own = own || table->options[i].key == key;
            const char *expected =
                own ? program->take(context, key, optarg) : take_shared(settings, key, optarg);
            if (expected) {
                say_wrong_value(table, key, optarg, expected);
                result = CLI_WRONG;
            }
        }
    }
    free(longs);
    buffer_release(&letters);
    return result;
}

/* A standard descriptor that is closed must not be taken by the next file that is opened. What
 * stands in for it fails, as it would have. */
static void occupy_closed_descriptors(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF)
            open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

enum cli_result cli_read(const struct cli_program *program, int argc, char **argv,
                         struct cli_settings *settings, void *context, int *operands)
{
    message_set_program(argc > 0 ? argv[0] : "ganloc");
    occupy_closed_descriptors();
    signal(SIGXFSZ, SIG_IGN); /* a file that grows too large is a failed write, with its message */
    *settings = (struct cli_settings){
        .delimiter = '\n',
        .max_line = LINES_DEFAULT_LIMIT,
        .max_doc = DEFAULT_MAX_DOC,
        .language = language_find("vi"),
    };
    struct table table = table_new(program);
    enum cli_result result = read_options(program, &table, argc, argv, settings, context);
    free(table.options);
    *operands = optind;
    if (result == CLI_GO && settings->delimiter == '\0' && !settings->text) {
        message_say(NO_PLACE, "-z goes with -t, see --help");
        result = CLI_WRONG;
    }
    return result;
}

enum status cli_status(enum cli_result result)
{
    if (result == CLI_WRONG)
        return STATUS_TROUBLE;
    if (fflush(stdout) != 0 || ferror(stdout)) {
        if (errno != EPIPE)
            message_say_errno((struct place){"stdout", 0}, "cannot write");
        return STATUS_TROUBLE;
    }
    return STATUS_DONE;
}

void cli_paths_add(struct cli_paths *list, const char *path)
{
    list->paths = memory_resize_array(list->paths, list->count + 1, sizeof *list->paths);
    list->paths[list->count++] = path;
}

void cli_paths_release(struct cli_paths *list)
{
    free(list->paths);
    *list = (struct cli_paths){0};
}

bool cli_parse_size(const char *text, size_t *size)
{
    static const char suffixes[] = "bKMGT";
    char *end;
    if (!isdigit((unsigned char) text[0]))
        return false;
    errno = 0;
    unsigned long long number = strtoull(text, &end, 10);
    if (errno || number == 0)
        return false;
    unsigned shift = 0;
    if (*end) {
        char letter = *end == 'k' ? 'K' : *end;
        const char *suffix = strchr(suffixes, letter);
        if (!suffix || end[1])
            return false;
        shift = 10 * (unsigned) (suffix - suffixes);
    }
    if (number > (SIZE_MAX >> shift))
        return false;
    *size = (size_t) number << shift;
    return true;
}

bool cli_parse_number(const char *text, unsigned long low, unsigned long high,
                      unsigned long *number)
{
    char *end;
    if (!isdigit((unsigned char) text[0]))
        return false;
    errno = 0;
    unsigned long value = strtoul(text, &end, 10);
    if (errno || *end || value < low || value > high)
        return false;
    *number = value;
    return true;
}
