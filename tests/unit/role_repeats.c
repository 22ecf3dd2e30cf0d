#include "role/repeats.h"

#include "unit.h"

enum { PAGE = 40 };

static struct repeat_finder finder;

/* What is found of a page's paragraphs, a letter each: r a repeat, c with a counter, o the original
 * of one with a counter, upper-case both r and o, x r and c; '.' nothing. */
static const char *find(const char *const *texts)
{
    static char answer[PAGE + 1];
    static struct paragraph paragraphs[PAGE];
    static struct view views[PAGE];
    struct document document = {.paragraphs = paragraphs};
    struct line_tokens tokens;
    for (size_t i = 0; texts[i]; i++) {
        struct line line;
        paragraphs[i].text = slice_from_string(texts[i]);
        line_read(&line, &tokens, paragraphs[i].text);
        view_init(&views[i], &line);
        document.paragraph_count++;
    }
    ck_assert_uint_le(document.paragraph_count, PAGE);
    const struct repeat *repeats =
        repeat_finder_read(&finder, &document, views, language_find("vi"));
    for (size_t i = 0; i < document.paragraph_count; i++) {
        const struct repeat *repeat = &repeats[i];
        ck_assert(!repeat->has_counter || !repeat->is_counted);
        answer[i] = repeat->is_repeat ? (repeat->is_counted    ? 'R'
                                         : repeat->has_counter ? 'x'
                                                               : 'r')
                                      : (repeat->has_counter  ? 'c'
                                         : repeat->is_counted ? 'o'
                                                              : '.');
    }
    answer[document.paragraph_count] = '\0';
    return answer;
}

#define find_in(...) find((const char *const[]){__VA_ARGS__, NULL})

START_TEST(the_same_text)
{
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Khác", "Cầu mới bắc qua suối"), "..r");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "CẦU MỚI BẮC QUA SUỐI!"), ".r");
    ck_assert_str_eq(
        find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối", "cầu mới bắc qua suối"), ".rr");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Cầu cũ bắc qua suối"), "..");
}
END_TEST

/* Short texts, as menus have them, are no repeats: from 16 characters on. */
START_TEST(short_texts)
{
    ck_assert_str_eq(find_in("Trang chủ", "Trang chủ"), "..");
    ck_assert_str_eq(find_in("123456789012345", "123456789012345"), "..");
    ck_assert_str_eq(find_in("Mưa to gió lớn q", "Mưa to gió lớn q"), ".r");
    ck_assert_str_eq(find_in("Trang chủ", "Trang chủ 1"), "..");
}
END_TEST

START_TEST(counters)
{
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối - 1"), "oc");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối - Ảnh 3."), "oc");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "[Hình 2] Cầu mới bắc qua suối"), "oc");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Khác", "Cầu mới bắc qua suối -0",
                             "Cầu mới bắc qua suối -12"),
                     "o.cc");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối lớn"), "..");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối 2024"), "..");
    /* the counter comes behind the text, on the page, too */
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối - 1", "Cầu mới bắc qua suối"), "..");
}
END_TEST

START_TEST(a_repeat_with_a_counter)
{
    ck_assert_str_eq(
        find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối - 1", "Cầu mới bắc qua suối - 1"),
        "ocx");
    ck_assert_str_eq(
        find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối", "Cầu mới bắc qua suối - 1"), "orc");
}
END_TEST

/* Originals are looked for among the first 15 paragraphs. */
START_TEST(late_originals)
{
    const char *texts[20] = {"a", "b", "c", "d", "e", "f", "g", "h",
                             "i", "j", "k", "l", "m", "n", "o", "p"};
    texts[14] = "Cầu mới bắc qua suối";
    texts[16] = "Cầu mới bắc qua suối - 1";
    ck_assert_str_eq(find(texts), "..............o.c");
    texts[14] = "o";
    texts[15] = "Cầu mới bắc qua suối";
    ck_assert_str_eq(find(texts), ".................");
}
END_TEST

START_TEST(long_texts)
{
    struct buffer text = {0}, other = {0};
    while (text.length < 2000)
        buffer_append_string(&text, "Nước dâng lên tới mép đường. ");
    buffer_append(&other, buffer_slice(&text));
    ck_assert_str_eq(find_in(buffer_string(&text), buffer_string(&other)), ".r");
    other.bytes[1000] ^= 1;
    ck_assert_str_eq(find_in(buffer_string(&text), buffer_string(&other)), "..");
    buffer_release(&text);
    buffer_release(&other);
}
END_TEST

/* Nothing is kept from page to page. */
START_TEST(each_page_alone)
{
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối"), ".");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối"), ".");
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối - 1"), ".");
    ck_assert_str_eq(find((const char *const[]){NULL}), "");
    repeat_finder_release(&finder);
    ck_assert_str_eq(find_in("Cầu mới bắc qua suối", "Cầu mới bắc qua suối"), ".r");
    repeat_finder_release(&finder);
}
END_TEST

int main(void)
{
    return unit_run("role_repeats", (const TTest *const[]){
                                        the_same_text,
                                        short_texts,
                                        counters,
                                        a_repeat_with_a_counter,
                                        late_originals,
                                        long_texts,
                                        each_page_alone,
                                        NULL,
                                    });
}
