#include "tags.h"
#include "unit.h"

START_TEST(good_and_bad)
{
    static const struct slice good[] = {SLICE("_"), SLICE("a=b"), SLICE("a="), SLICE("a=b=c"),
                                        SLICE("a.b-c_9=x|d=y;z")};
    static const struct slice bad[] = {SLICE(""),     SLICE("a"),     SLICE("=b"),
                                       SLICE("A=b"),  SLICE("a=b|"),  SLICE("|a=b"),
                                       SLICE("a =b"), SLICE("_|a=b"), SLICE("a=b||c=d"),
                                       SLICE("đ=b"),  SLICE("a\0=b")};
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++)
        ck_assert_msg(tags_are_good(good[i]), "'%s' was refused", good[i].bytes);
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        ck_assert_msg(!tags_are_good(bad[i]), "'%s' was taken", bad[i].bytes);
}
END_TEST

START_TEST(pairs_in_turn)
{
    struct slice rest = SLICE("role=body|per=A;B|x="), key, value;
    ck_assert(tags_next(&rest, &key, &value));
    assert_slice(key, "role");
    assert_slice(value, "body");
    ck_assert(tags_next(&rest, &key, &value));
    assert_slice(key, "per");
    assert_slice(value, "A;B");
    ck_assert(tags_next(&rest, &key, &value));
    assert_slice(key, "x");
    assert_slice(value, "");
    ck_assert(!tags_next(&rest, &key, &value));
    rest = SLICE("_");
    ck_assert(!tags_next(&rest, &key, &value));
}
END_TEST

START_TEST(get_takes_whole_keys)
{
    struct slice tags = SLICE("rolex=1|role=body|role=nav|empty=");
    assert_slice(tags_get(tags, SLICE("role")), "body");
    ck_assert_ptr_null(tags_get(tags, SLICE("rol")).bytes);
    ck_assert_ptr_null(tags_get(SLICE("_"), SLICE("role")).bytes);
    assert_slice(tags_get(tags, SLICE("empty")), "");
    ck_assert_ptr_nonnull(tags_get(tags, SLICE("empty")).bytes);
}
END_TEST

START_TEST(values_in_turn)
{
    struct slice rest = SLICE("A;;B"), value;
    ck_assert(tags_next_value(&rest, &value));
    assert_slice(value, "A");
    ck_assert(tags_next_value(&rest, &value));
    assert_slice(value, "");
    ck_assert(tags_next_value(&rest, &value));
    assert_slice(value, "B");
    ck_assert(!tags_next_value(&rest, &value));
}
END_TEST

START_TEST(every_byte_goes_round)
{
    char bytes[256];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char) i;
    struct buffer escaped = {0}, plain = {0};
    tags_escape(&escaped, slice_of(bytes, sizeof bytes));
    for (size_t i = 0; i < escaped.length; i++) {
        unsigned char byte = (unsigned char) escaped.bytes[i];
        ck_assert(byte >= 0x20 && byte != 0x7f && byte != '|' && byte != ';');
    }
    tags_unescape(&plain, buffer_slice(&escaped));
    ck_assert(slice_equal(buffer_slice(&plain), slice_of(bytes, sizeof bytes)));
    buffer_release(&escaped);
    buffer_release(&plain);
}
END_TEST

START_TEST(percent_signs_that_begin_nothing_stay)
{
    struct buffer plain = {0};
    tags_unescape(&plain, SLICE("5% %zz %4 %7c%3B%"));
    assert_slice(buffer_slice(&plain), "5% %zz %4 |;%");
    buffer_release(&plain);
}
END_TEST

START_TEST(tags_are_put_together)
{
    struct buffer tags = {0};
    tags_copy_without(&tags, SLICE("_"), SLICE("per"));
    assert_slice(buffer_slice(&tags), "");
    tags_copy_without(&tags, SLICE("per=X|role=body|per=Y|person=Z"), SLICE("per"));
    assert_slice(buffer_slice(&tags), "role=body|person=Z");
    tags_add(&tags, SLICE("per"), SLICE("A|B"));
    tags_add_value(&tags, SLICE("C;D"));
    assert_slice(buffer_slice(&tags), "role=body|person=Z|per=A%7CB;C%3BD");
    ck_assert(tags_are_good(buffer_slice(&tags)));
    buffer_release(&tags);
}
END_TEST

int main(void)
{
    return unit_run("tags", (const TTest *const[]){
                                good_and_bad,
                                pairs_in_turn,
                                get_takes_whole_keys,
                                values_in_turn,
                                every_byte_goes_round,
                                percent_signs_that_begin_nothing_stay,
                                tags_are_put_together,
                                NULL,
                            });
}
