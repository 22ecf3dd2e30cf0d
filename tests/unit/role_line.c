#include "role/line.h"

#include "unicode.h"

#include "unit.h"

static struct line line;
static struct line_tokens tokens;

static void read_text(const char *text)
{
    line_read(&line, &tokens, slice_from_string(text));
}

/* Reads a text and compares its tokens, joined by '_'; '~' is where something was left out. */
#define tokens_are(text, expected) compare_tokens(text, expected, __LINE__)

static void compare_tokens(const char *text, const char *expected, int where)
{
    struct buffer got = {0};
    read_text(text);
    for (size_t i = 0; i < tokens.count; i++) {
        buffer_append_string(&got, i ? "_" : "");
        if (tokens.tokens[i].hash)
            buffer_append(&got, tokens.tokens[i].text);
        else
            buffer_append_byte(&got, '~');
    }
    ck_assert_msg(strcmp(buffer_string(&got), expected) == 0, "line %d: got '%s', expected '%s'",
                  where, buffer_string(&got), expected);
    buffer_release(&got);
}

static uint64_t key_of(const char *text)
{
    read_text(text);
    return line.key;
}

START_TEST(runs_of_letters_and_of_digits)
{
    tokens_are("", "");
    tokens_are(" \t\n ", "");
    tokens_are("Trang chủ", "Trang_chủ");
    tokens_are("09h30, 5/6", "09_h_30_,_5_/_6");
    tokens_are("(C) “A”…", "(_C_)_“_A_”_…");
    tokens_are("--", "-_-");
    tokens_are("中国 abc", "中国_abc");
    tokens_are("a\u0301b", "a\u0301b"); /* marks go with letters */
    tokens_are("a\001b", "a_b");        /* controls count as nothing */
}
END_TEST

START_TEST(hashes_of_tokens)
{
    read_text("NGÀY Ngày ngày ngay 12 34 123 123456 99999");
    ck_assert_uint_eq(tokens.tokens[0].hash, tokens.tokens[1].hash);
    ck_assert_uint_eq(tokens.tokens[1].hash, tokens.tokens[2].hash);
    ck_assert_uint_ne(tokens.tokens[2].hash, tokens.tokens[3].hash);
    ck_assert_uint_eq(tokens.tokens[4].hash, tokens.tokens[5].hash);
    ck_assert_uint_ne(tokens.tokens[5].hash, tokens.tokens[6].hash);
    ck_assert_uint_eq(tokens.tokens[7].hash, tokens.tokens[8].hash);
    ck_assert_uint_eq(line_token_hash(SLICE("ngày tháng")), tokens.tokens[0].hash);
    ck_assert_uint_eq(line_token_hash(SLICE("00")), tokens.tokens[4].hash);
    ck_assert_uint_eq(line_token_hash(SLICE("  ")), 0);
    ck_assert_uint_eq(line_token_hash(SLICE("")), 0);
}
END_TEST

START_TEST(counts)
{
    read_text("Chị Mỷ nói: “Được, 25 sạp, rồi”.");
    ck_assert_uint_eq(line.characters, 32);
    ck_assert_uint_eq(line.letters, 18);
    ck_assert_uint_eq(line.uppers, 3);
    ck_assert_uint_eq(line.lowers, 15);
    ck_assert_uint_eq(line.digits, 2);
    ck_assert_uint_eq(line.commas, 2);
    ck_assert_uint_eq(line.words, 7);
    ck_assert_uint_eq(line.capitalized_words, 2); /* a quotation mark begins the fourth */
    ck_assert_uint_eq(line.key_length, 20);
    ck_assert_uint_eq(line.first, 'C');
    ck_assert_uint_eq(line.last, '.');
    ck_assert(line.has_quote);
    ck_assert(line.has_foreign);
    ck_assert(line.is_valid);
    assert_slice(line.first_word, "Chị");
    assert_slice(line.last_word, "rồi”.");
    ck_assert_uint_eq(line.start, line_token_hash(SLICE("chị")));
    ck_assert_uint_eq(line.end, line_token_hash(SLICE("rồi")));
}
END_TEST

START_TEST(a_blank_text)
{
    read_text(" \t ");
    ck_assert_uint_eq(line.characters, 3);
    ck_assert_uint_eq(line.words, 0);
    ck_assert_uint_eq(line.parts, 0);
    ck_assert_uint_eq(line.first, 0);
    ck_assert_uint_eq(line.last, 0);
    ck_assert_uint_eq(line.start, 0);
    ck_assert_uint_eq(line.end, 0);
    ck_assert_uint_eq(line.key_length, 0);
    ck_assert(line.is_valid);
    read_text("abc");
    ck_assert(!line.has_foreign);
}
END_TEST

START_TEST(words_and_a_colon)
{
    static const char *const labels[] = {"Ảnh: Hoàng Sử", "Tổng biên tập : A", "a b c d e: f"};
    static const char *const others[] = {"Ảnh:",       "a b c d e f: g", "09:20 sáng",
                                         "Lúc 9:20 a", "không có",       ""};
    for (size_t i = 0; i < sizeof labels / sizeof labels[0]; i++) {
        read_text(labels[i]);
        ck_assert_msg(line.has_label, "%s", labels[i]);
    }
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++) {
        read_text(others[i]);
        ck_assert_msg(!line.has_label, "%s", others[i]);
    }
}
END_TEST

#define parts_are(text, separators_, parts_, longest)                                              \
    do {                                                                                           \
        read_text(text);                                                                           \
        ck_assert_uint_eq(line.separators, separators_);                                           \
        ck_assert_uint_eq(line.parts, parts_);                                                     \
        ck_assert_uint_eq(line.longest_part, longest);                                             \
    } while (0)

START_TEST(parts_between_separators)
{
    parts_are("Trang chủ", 0, 1, 2);
    parts_are("Trang chủ | Thời sự | Video", 2, 3, 2);
    parts_are("Trang chủ > Thời sự", 1, 2, 2);
    parts_are("a • b · c › d » e", 4, 5, 1);
    parts_are("| a b |", 2, 1, 2);
    parts_are("Kinh tế / Thị trường vàng", 1, 2, 3);
    /* a slash counts before white space only */
    parts_are("và/hoặc 1/2", 0, 1, 2);
    parts_are("| - |", 2, 0, 0);
}
END_TEST

START_TEST(sentences_inside)
{
    static const struct {
        const char *text;
        size_t stops;
    } cases[] = {
        {"Trời mưa. Đường ngập. Ai cũng về.", 2},
        {"Trời mưa. đường ngập", 0},
        {"Ở TP. Huế", 0},
        {"Ông A. Tuấn", 0},
        {"Ai đó? Không! Thế… Vâng", 3},
        {"“Đi thôi.” Họ đi", 1},
        {"Trời mưa.", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        read_text(cases[i].text);
        ck_assert_msg(line.stops_inside == cases[i].stops, "%s: %zu", cases[i].text,
                      line.stops_inside);
    }
}
END_TEST

START_TEST(keys_of_the_same_text)
{
    ck_assert_uint_eq(key_of("Cầu mới thông xe"), key_of("CẦU MỚI, THÔNG XE!"));
    ck_assert_uint_eq(key_of("Cầu mới thông xe"), key_of("  “cầu mới” –  thông xe…"));
    ck_assert_uint_ne(key_of("Cầu mới thông xe"), key_of("Cầu mới thông"));
    ck_assert_uint_ne(key_of("Cầu mới thông xe"), key_of("mới Cầu thông xe"));
    ck_assert_uint_ne(key_of("Cầu mới"), key_of("Cau moi"));
    ck_assert_uint_ne(key_of("Ảnh 1"), key_of("Ảnh 2"));
    ck_assert_uint_ne(key_of("Cầu mới"), key_of("Cầumới"));
}
END_TEST

/* Words to a length in bytes that no word ends at. */
static void fill(struct buffer *text, const char *word, size_t length)
{
    buffer_clear(text);
    while (text->length < length)
        buffer_append_string(text, word);
    text->length = length;
}

START_TEST(the_longest_text_that_is_read_whole)
{
    struct buffer text = {0};
    fill(&text, "ab ", LINE_WHOLE);
    read_text(buffer_string(&text));
    ck_assert_uint_eq(line.words, (LINE_WHOLE + 2) / 3);
    ck_assert_uint_eq(tokens.count, (LINE_WHOLE + 2) / 3);
    ck_assert_uint_gt(line.key_length, 0);
    fill(&text, ".", LINE_WHOLE);
    read_text(buffer_string(&text));
    ck_assert_uint_eq(tokens.count, LINE_WHOLE);
    buffer_release(&text);
}
END_TEST

START_TEST(of_a_long_text_both_ends)
{
    struct buffer text = {0};
    fill(&text, "một hai ", 800);
    memcpy(text.bytes + 406, "@@@", 3); /* in place of "hai" */
    buffer_append_string(&text, " Ba, 12.");
    read_text(buffer_string(&text));
    size_t gaps = 0, gap = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        gap = tokens.tokens[i].hash ? gap : i;
        gaps += !tokens.tokens[i].hash;
        ck_assert(tokens.tokens[i].hash != line_token_hash(SLICE("@")));
    }
    ck_assert_uint_eq(gaps, 1);
    ck_assert(slice_equal(tokens.tokens[gap - 1].text, SLICE("một")) ||
              slice_equal(tokens.tokens[gap - 1].text, SLICE("hai")));
    ck_assert(slice_equal(tokens.tokens[gap + 1].text, SLICE("một")) ||
              slice_equal(tokens.tokens[gap + 1].text, SLICE("hai")));
    ck_assert_uint_eq(line.characters, unicode_count(buffer_slice(&text)));
    ck_assert_uint_eq(line.last, '.');
    ck_assert_uint_eq(line.digits, 2);
    ck_assert_uint_eq(line.key_length, 0);
    assert_slice(line.last_word, "12.");
    ck_assert_uint_eq(line.end, line_token_hash(SLICE("12")));
    /* the key is of all bytes */
    uint64_t key = line.key;
    text.bytes[407] = '#';
    ck_assert_uint_ne(key_of(buffer_string(&text)), key);
    text.bytes[407] = '@';
    ck_assert_uint_eq(key_of(buffer_string(&text)), key);
    buffer_release(&text);
}
END_TEST

/* Where no space is near, ends are cut between characters. */
START_TEST(a_long_text_without_spaces)
{
    struct buffer text = {0};
    for (size_t shift = 0; shift < 4; shift++) {
        fill(&text, "a", shift);
        for (size_t i = 0; i < 150; i++)
            buffer_append_string(&text, "國");
        read_text(buffer_string(&text));
        ck_assert(line.is_valid);
        ck_assert_uint_eq(line.characters, shift + 150);
        ck_assert_uint_eq(tokens.count, 3);
    }
    buffer_release(&text);
}
END_TEST

START_TEST(bytes_that_are_no_text)
{
    struct buffer text = {0};
    line_read(&line, &tokens, SLICE("gà \xFF\xC3 con"));
    ck_assert(!line.is_valid);
    ck_assert_uint_eq(line.words, 3);
    ck_assert_uint_eq(tokens.count, 4);
    line_read(&line, &tokens, SLICE("a\0b"));
    ck_assert(line.is_valid);
    ck_assert_uint_eq(tokens.count, 2);
    /* of a long text the middle is not looked at */
    fill(&text, "một ", 1000);
    text.bytes[500] = '\xFF';
    read_text(buffer_string(&text));
    ck_assert(line.is_valid);
    buffer_release(&text);
}
END_TEST

/* All is in bounds, whatever the bytes: for sanitizers, and tokens lie in the text, in order. */
START_TEST(any_bytes)
{
    static char bytes[3 * LINE_WHOLE];
    static const char alphabet[] = "aB1 .|/:\xC3\xA0\xE1\xBB\x80\xFF\xF0\x9F";
    uint64_t state = 7;
    for (int round = 0; round < 20000; round++) {
        size_t length = (size_t) round % sizeof bytes;
        for (size_t i = 0; i < length; i++) {
            state = state * 6364136223846793005u + 1442695040888963407u;
            bytes[i] = alphabet[(state >> 33) % (sizeof alphabet - 1)];
        }
        line_read(&line, &tokens, slice_of(bytes, length));
        const char *end = bytes;
        for (size_t i = 0; i < tokens.count; i++) {
            struct slice text = tokens.tokens[i].text;
            ck_assert(text.bytes >= end);
            end = text.bytes + text.length;
        }
        ck_assert(end <= bytes + length);
        ck_assert_uint_le(line.characters, length);
        ck_assert_uint_le(line.capitalized_words, line.words);
        ck_assert_uint_le(line.longest_part, line.words);
    }
}
END_TEST

int main(void)
{
    return unit_run("role_line", (const TTest *const[]){
                                     runs_of_letters_and_of_digits,
                                     hashes_of_tokens,
                                     counts,
                                     a_blank_text,
                                     words_and_a_colon,
                                     parts_between_separators,
                                     sentences_inside,
                                     keys_of_the_same_text,
                                     the_longest_text_that_is_read_whole,
                                     of_a_long_text_both_ends,
                                     a_long_text_without_spaces,
                                     bytes_that_are_no_text,
                                     any_bytes,
                                     NULL,
                                 });
}
