#include "cli.h"
#include "unit.h"

#include <getopt.h>

START_TEST(sizes)
{
    static const struct {
        const char *text;
        size_t size;
    } good[] = {
        {"1", 1},
        {"512", 512},
        {"10b", 10},
        {"1k", 1024},
        {"2K", 2048},
        {"64M", 64u << 20},
        {"3G", 3ull << 30},
        {"1T", 1ull << 40},
        {"18446744073709551615", SIZE_MAX},
        {"007", 7},
        {"16777215T", 16777215ull << 40},
    };
    static const char *const bad[] = {
        "",     "0",  "0K", "-1", "+1",   " 1",  "K",         "1KB",
        "1.5G", "1 ", "1X", "1m", "0x10", "1kk", "16777216T", "18446744073709551616",
    };
    size_t size;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        ck_assert_msg(cli_parse_size(good[i].text, &size), "'%s' was refused", good[i].text);
        ck_assert_uint_eq(size, good[i].size);
    }
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!cli_parse_size(bad[i], &size), "'%s' was taken", bad[i]);
}
END_TEST

START_TEST(numbers)
{
    static const char *const bad[] = {"",    "4",  "11", "-5",
                                      "5.0", "5 ", " 5", "99999999999999999999"};
    unsigned long number;
    ck_assert(cli_parse_number("5", 5, 10, &number) && number == 5);
    ck_assert(cli_parse_number("10", 5, 10, &number) && number == 10);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!cli_parse_number(bad[i], 5, 10, &number), "'%s' was taken", bad[i]);
}
END_TEST

/* A program with options of both kinds; what it takes is logged as "key=value;". */

enum { KEY_LONG = 256 };

static const struct cli_option options[] = {
    {'n', "number", "N", "a number below 10"},
    {KEY_LONG, "long", NULL, "an option without a letter"},
    {0},
};

static const char *take(void *context, int key, const char *value)
{
    struct buffer *log = context;
    buffer_append_number(log, (uint64_t) key);
    buffer_append_byte(log, '=');
    buffer_append_string(log, value);
    buffer_append_byte(log, ';');
    return value && strlen(value) > 1 ? "a number below 10" : NULL;
}

static const struct cli_program program = {
    .synopsis = "[-n N] [FILE...]\n--long",
    .purpose = "does nothing",
    .shared = CLI_TEXT | CLI_STRICT | CLI_LANG | CLI_STATS | CLI_DOC,
    .options = options,
    .take = take,
};

static struct cli_settings settings;
static struct buffer taken;
static int operands;

static enum cli_result run(const char *const *arguments)
{
    static char *argv[20], space[20][64];
    int argc = 0;
    for (; arguments[argc]; argc++) {
        argv[argc] = space[argc];
        snprintf(space[argc], sizeof space[argc], "%s", arguments[argc]);
    }
    argv[argc] = NULL;
    optind = 0; /* getopt starts anew */
    buffer_clear(&taken);
    return cli_read(&program, argc, argv, &settings, &taken, &operands);
}

#define RUN(...) run((const char *const[]){"/usr/bin/prog", __VA_ARGS__, NULL})

START_TEST(defaults)
{
    ck_assert_int_eq(RUN("file"), CLI_GO);
    ck_assert_int_eq(operands, 1);
    ck_assert(!settings.text && !settings.strict && !settings.stats && !settings.line_buffered);
    ck_assert_int_eq(settings.delimiter, '\n');
    ck_assert_str_eq(settings.language->code, "vi");
    ck_assert_uint_eq(settings.max_line, 64u << 20);
    ck_assert_uint_eq(settings.max_doc, 256u << 20);
}
END_TEST

START_TEST(own_and_shared_options)
{
    ck_assert_int_eq(RUN("-tzn5", "--long", "--lang", "vi", "--max-line=1K", "--max-doc", "2K",
                         "--strict", "--stats", "--line-buffered", "--", "-file"),
                     CLI_GO);
    ck_assert_str_eq(buffer_string(&taken), "110=5;256=;");
    ck_assert(settings.text && settings.strict && settings.stats && settings.line_buffered);
    ck_assert_int_eq(settings.delimiter, '\0');
    ck_assert_str_eq(settings.language->code, "vi");
    ck_assert_uint_eq(settings.max_line, 1024);
    ck_assert_uint_eq(settings.max_doc, 2048);
}
END_TEST

static void expect_wrong(enum cli_result result, int messages, struct slice message)
{
    ck_assert_int_eq(result, CLI_WRONG);
    ck_assert_int_eq(cli_status(result), STATUS_TROUBLE);
    unit_compare(unit_contents(messages), message, __LINE__);
    ck_assert_int_eq(ftruncate(messages, 0), 0);
    ck_assert_int_eq(lseek(messages, 0, SEEK_SET), 0);
}

START_TEST(wrong_command_lines)
{
    int messages = unit_catch_messages();
    expect_wrong(RUN("-x"), messages, SLICE("prog: unknown option '-x', see --help\n"));
    expect_wrong(RUN("-tx"), messages, SLICE("prog: unknown option '-x', see --help\n"));
    expect_wrong(RUN("--unknown"), messages,
                 SLICE("prog: unknown or ambiguous option '--unknown', see --help\n"));
    expect_wrong(RUN("--max"), messages,
                 SLICE("prog: unknown or ambiguous option '--max', see --help\n"));
    expect_wrong(RUN("--number"), messages,
                 SLICE("prog: no argument given to '--number', see --help\n"));
    expect_wrong(RUN("-n"), messages, SLICE("prog: no argument given to '-n', see --help\n"));
    expect_wrong(RUN("-n", "50"), messages,
                 SLICE("prog: --number '50': expected a number below 10\n"));
    expect_wrong(RUN("--max-line", "0"), messages,
                 SLICE("prog: --max-line '0': expected a size such as 512K, 64M or 2G\n"));
    expect_wrong(RUN("--lang", "xx"), messages,
                 SLICE("prog: --lang 'xx': expected a language that is there: vi\n"));
    expect_wrong(RUN("-z"), messages, SLICE("prog: -z goes with -t, see --help\n"));
}
END_TEST

/* An option behind a file name is one too, and the message names what was written. */
START_TEST(wrong_options_among_operands)
{
    int messages = unit_catch_messages();
    expect_wrong(RUN("file", "--unknown", "file"), messages,
                 SLICE("prog: unknown or ambiguous option '--unknown', see --help\n"));
    expect_wrong(RUN("file", "file", "--stats=yes"), messages,
                 SLICE("prog: unknown or ambiguous option '--stats=yes', see --help\n"));
}
END_TEST

START_TEST(help_and_version_go_to_standard_output)
{
    int out = unit_file(SLICE(""));
    ck_assert_int_ge(dup2(out, STDOUT_FILENO), 0);
    ck_assert_int_eq(RUN("--help", "--unknown"), CLI_DONE);
    ck_assert_int_eq(cli_status(CLI_DONE), STATUS_DONE);
    struct slice help = unit_contents(out);
    ck_assert(slice_starts_with(help, SLICE("usage: prog [-n N] [FILE...]\n"
                                            "       prog --long\n"
                                            "does nothing\n\n"
                                            "  -n, --number N         a number below 10\n"
                                            "      --long             an option without a letter\n"
                                            "  -t, --text ")));
    ck_assert_int_eq(ftruncate(out, 0), 0);
    ck_assert_int_eq(RUN("-V"), CLI_DONE);
    ck_assert_int_eq(cli_status(CLI_DONE), STATUS_DONE);
    ck_assert(slice_ends_with(unit_contents(out), SLICE("prog (ganloc) " GANLOC_VERSION "\n")));
}
END_TEST

START_TEST(help_on_a_full_disk_is_trouble)
{
    int messages = unit_catch_messages();
    int full = open("/dev/full", O_WRONLY);
    ck_assert_int_ge(dup2(full, STDOUT_FILENO), 0);
    ck_assert_int_eq(RUN("--help"), CLI_DONE);
    ck_assert_int_eq(cli_status(CLI_DONE), STATUS_TROUBLE);
    assert_slice(unit_contents(messages), "prog: stdout: cannot write: No space left on device\n");
}
END_TEST

int main(void)
{
    return unit_run("cli", (const TTest *const[]){
                               sizes,
                               numbers,
                               defaults,
                               own_and_shared_options,
                               wrong_command_lines,
                               wrong_options_among_operands,
                               help_and_version_go_to_standard_output,
                               help_on_a_full_disk_is_trouble,
                               NULL,
                           });
}
