#include "../../common/address.h"
#include "unit.h"

/* The address that the text begins with is `address`. */
#define begins(text, address)                                                                      \
    unit_compare(slice_of(text, address_length(SLICE(text))), SLICE(address), __LINE__)

START_TEST(urls)
{
    begins("https://a.example/x?y=1&z=2#t nữa", "https://a.example/x?y=1&z=2#t");
    begins("http://a", "http://a");
    begins("ftp://a.example/b_c-d/~e", "ftp://a.example/b_c-d/~e");
    begins("HTTPS://A.EXAMPLE", "HTTPS://A.EXAMPLE");
    begins("www.a.example/đường", "www.a.example/đường");
    begins("http://a\u3000b", "http://a");
    begins("http://a\xFF", "http://a");
}
END_TEST

START_TEST(what_closes_behind_urls)
{
    begins("http://a.example.", "http://a.example");
    begins("http://a.example/...", "http://a.example/");
    begins("http://a.example/), và", "http://a.example/");
    begins("http://a.example/?x'", "http://a.example/?x");
    begins("http://a.example\"x", "http://a.example");
    begins("http://a.example”x", "http://a.example");
    begins("http://a.example…", "http://a.example");
    begins("http://a.example<b>", "http://a.example");
}
END_TEST

START_TEST(no_urls)
{
    begins("", "");
    begins("http://", "");
    begins("http://.", "");
    begins("http:// a", "");
    begins("a://b", "");
    begins("://b", "");
    begins("http:a", "");
    begins("wwwa", "");
    begins("WWW", "");
    begins("đhttp://a", "");
    begins("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa://b", "");
}
END_TEST

START_TEST(emails)
{
    begins("an@sen.example", "an@sen.example");
    begins("an.le_1+2%3-x@sen-rung.example.vn, và", "an.le_1+2%3-x@sen-rung.example.vn");
    begins("an@sen.example.", "an@sen.example");
    begins("an@sen.example-.", "an@sen.example");
    begins("an@sen", "");
    begins("an@sen.", "");
    begins("an@", "");
    begins("@sen.example", "");
    begins("an le@sen.example", "");
}
END_TEST

START_TEST(long_emails)
{
    struct buffer text = {0};
    for (size_t local = 63; local <= 65; local++) {
        buffer_clear(&text);
        while (text.length < local)
            buffer_append_byte(&text, 'a');
        buffer_append_string(&text, "@b.example");
        ck_assert_uint_eq(address_length(buffer_slice(&text)), local <= 64 ? text.length : 0);
    }
    for (size_t host = 254; host <= 256; host++) {
        buffer_clear(&text);
        buffer_append_string(&text, "a@b.");
        while (text.length < host + 2)
            buffer_append_byte(&text, 'c');
        ck_assert_uint_eq(address_length(buffer_slice(&text)), host <= 255 ? text.length : 0);
    }
    buffer_release(&text);
}
END_TEST

START_TEST(endings)
{
    ck_assert(address_is_ending(SLICE("vn")));
    ck_assert(address_is_ending(SLICE("docx")));
    ck_assert(address_is_ending(SLICE("VN")));
    ck_assert(!address_is_ending(SLICE("và")));
    ck_assert(!address_is_ending(SLICE("v")));
    ck_assert(!address_is_ending(SLICE("")));
}
END_TEST

int main(void)
{
    return unit_run("address", (const TTest *const[]){
                                   urls,
                                   what_closes_behind_urls,
                                   no_urls,
                                   emails,
                                   long_emails,
                                   endings,
                                   NULL,
                               });
}
