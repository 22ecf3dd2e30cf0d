#include "../../tools/emit/conllu.h"
#include "emit_records.h"

#define expect(records, text)                                                                      \
    unit_compare(emitted(emit_conllu, SLICE(records)), SLICE(text), __LINE__)

/* The lines of words that come of one sentence: NUMBER FORM UPOS MISC, joined by spaces. */
static const char *words_of(struct slice text_and_words)
{
    static struct buffer out;
    struct buffer records = {0};
    struct slice line, field[10];
    buffer_append_string(&records, "a\t1\t_\t");
    buffer_append(&records, text_and_words);
    buffer_append_byte(&records, '\n');
    struct slice rest = emitted(emit_conllu, buffer_slice(&records));
    buffer_clear(&out);
    while (slice_cut(&rest, '\n', &line)) {
        if (!line.length || line.bytes[0] == '#')
            continue;
        for (size_t i = 0; i < 10; i++)
            ck_assert(slice_cut(&line, '\t', &field[i]));
        ck_assert_ptr_null(line.bytes);
        buffer_append_string(&out, out.length ? " " : "");
        buffer_append(&out, field[0]);
        buffer_append_byte(&out, '[');
        buffer_append(&out, field[1]);
        buffer_append_byte(&out, ']');
        buffer_append(&out, field[3]);
        buffer_append_byte(&out, ',');
        buffer_append(&out, field[9]);
    }
    buffer_release(&records);
    return buffer_string(&out);
}

#define expect_words(text_and_words, expected)                                                     \
    ck_assert_str_eq(words_of(SLICE(text_and_words)), expected)

START_TEST(a_whole_page)
{
    expect("a\t0\ttitle=T\t\na\t1.1\t_\tChợ Bến họp.\tChợ_Bến họp .\na\t1.2\t_\tĐông.\tĐông .\n"
           "a\t2\t_\tTan.\tTan .\nb\\\\c\t3.1\t_\tHết.\tHết .\n",
           "# newdoc id = a\n# newpar\n# sent_id = a:1.1\n# text = Chợ Bến họp.\n"
           "1\tChợ Bến\t_\t_\t_\t_\t_\t_\t_\t_\n"
           "2\thọp\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n"
           "3\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
           "# sent_id = a:1.2\n# text = Đông.\n"
           "1\tĐông\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
           "# newpar\n# sent_id = a:2\n# text = Tan.\n"
           "1\tTan\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
           "# newdoc id = b\\\\c\n# newpar\n# sent_id = b\\\\c:3.1\n# text = Hết.\n"
           "1\tHết\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n2\t.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
    ck_assert_uint_eq(counts.documents, 2);
    ck_assert_uint_eq(counts.paragraphs, 3);
    ck_assert_uint_eq(counts.sentences, 4);
    ck_assert_int_eq(status, STATUS_DONE);
}
END_TEST

START_TEST(words_with_tags)
{
    expect_words("Chợ họp.\tChợ/NOUN họp/VERB ./PUNCT", "1[Chợ]NOUN,_ 2[họp]VERB,SpaceAfter=No "
                                                        "3[.]PUNCT,_");
    expect_words("60 km/h.\t60/NUM km/h/NOUN ./PUNCT", "1[60]NUM,_ 2[km/h]NOUN,SpaceAfter=No "
                                                       "3[.]PUNCT,_");
    expect_words("và/hoặc\tvà/CCONJ //PUNCT hoặc/CCONJ",
                 "1[và]CCONJ,SpaceAfter=No 2[/]PUNCT,SpaceAfter=No 3[hoặc]CCONJ,_");
}
END_TEST

/* Slashes alone are no tags: all words must have one that is. */
START_TEST(words_with_slashes)
{
    expect_words("60 km/h.\t60 km/h .", "1[60]_,_ 2[km/h]_,SpaceAfter=No 3[.]_,_");
    expect_words("và/hoặc\tvà / hoặc", "1[và]_,SpaceAfter=No 2[/]_,SpaceAfter=No 3[hoặc]_,_");
    expect_words("A/X về\tA/X về", "1[A/X]_,_ 2[về]_,_");
    expect_words("/ //\t/ //", "1[/]_,_ 2[//]_,_");
}
END_TEST

START_TEST(words_with_underscores)
{
    expect_words("Hồ Chí Minh ở đây\tHồ_Chí_Minh ở đây", "1[Hồ Chí Minh]_,_ 2[ở]_,_ 3[đây]_,_");
    expect_words("tệp a_b _ c\ttệp a_b _ c", "1[tệp]_,_ 2[a_b]_,_ 3[_]_,_ 4[c]_,_");
    expect_words("a_b c\ta_b_c", "1[a_b c]_,_");
    expect_words("chợ \u00A0 Bến\tchợ_Bến", "1[chợ Bến]_,SpacesInToken=chợ\\s\u00A0\\sBến");
    expect_words("a|\\\\  b\ta|\\\\_b", "1[a|\\ b]_,SpacesInToken=a\\p\\\\\\s\\sb");
    expect_words("__ a\t__ a", "1[__]_,_ 2[a]_,_");
}
END_TEST

START_TEST(spaces_between_words)
{
    expect_words("a  b\ta b", "1[a]_,SpacesAfter=\\s\\s 2[b]_,_");
    expect_words("a\\tb\\n\\rc\ta b c", "1[a]_,SpacesAfter=\\t 2[b]_,SpacesAfter=\\n\\r 3[c]_,_");
    expect_words("a\u00A0b\ta b", "1[a]_,SpacesAfter=\u00A0 2[b]_,_");
    expect_words(" a b \ta b", "1[a]_,_ 2[b]_,_");
}
END_TEST

START_TEST(what_follows_the_sentence)
{
    expect("a\t1.1\tspacesafter=\tA.\tA.\na\t1.2\tspacesafter=%09\tB.\tB.\na\t1.3\t_\tC.\tC.\n",
           "# newdoc id = a\n# newpar\n# sent_id = a:1.1\n# text = A.\n"
           "1\tA.\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n\n"
           "# sent_id = a:1.2\n# text = B.\n1\tB.\t_\t_\t_\t_\t_\t_\t_\tSpacesAfter=\\t\n\n"
           "# sent_id = a:1.3\n# text = C.\n1\tC.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
}
END_TEST

START_TEST(backslashes)
{
    expect_words("a\\\\b c\ta\\\\b c", "1[a\\b]_,_ 2[c]_,_");
    expect_words("C:\\\\tin\tC: \\\\ tin", "1[C:]_,SpaceAfter=No 2[\\]_,SpaceAfter=No 3[tin]_,_");
}
END_TEST

START_TEST(words_that_are_not_those_of_the_text)
{
    static const char *const bad[] = {
        "Chợ họp.\tChợ họp",  "Chợ họp.\tChợ họp . .", "Chợ họp.\tChợ hợp .",
        "Chợ họp.\tChợhọp .", "Chợ họp.\tChợ  họp .",  "Chợ họp.\tChợ họp . ",
        "Chợ họp.\t",         "Chợhọp\tChợ_họp",       "Chợ họp.\tchợ họp .",
    };
    struct buffer expected = {0};
    int messages = unit_catch_messages();
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        ck_assert_str_eq(words_of(slice_from_string(bad[i])), "");
        ck_assert_int_eq(status, STATUS_REJECTED);
        ck_assert_uint_eq(counts.rejected, 1);
        ck_assert_uint_eq(counts.sentences, 0);
        buffer_append_string(&expected, "ganloc: records:1: words (field 5) are not those of the "
                                        "text (field 4)\n");
    }
    unit_compare(unit_contents(messages), buffer_slice(&expected), __LINE__);
    buffer_release(&expected);
}
END_TEST

START_TEST(the_rest_goes_on)
{
    int messages = unit_catch_messages();
    expect(
        "a\t1\t_\tA\tA\na\t2\t_\tB\na\t3\t_\tC\tD\na\t4\t_\tE\tE\n",
        "# newdoc id = a\n# newpar\n# sent_id = a:1\n# text = A\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        "# newpar\n# sent_id = a:4\n# text = E\n1\tE\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
    ck_assert_uint_eq(counts.rejected, 2);
    assert_slice(unit_contents(messages),
                 "ganloc: records:2: no words (field 5), expected records from segment -w (further "
                 "ones are only counted)\n"
                 "ganloc: records:3: words (field 5) are not those of the text (field 4)\n");
    settings.strict = true;
    expect("a\t1\t_\tB\na\t2\t_\tA\tA\n", "");
    ck_assert_int_eq(status, STATUS_REJECTED);
}
END_TEST

START_TEST(what_was_dropped_and_what_is_empty)
{
    expect("a\t1\twhy=repeat\tA\tA\na\t2\t_\t\na\t3\t_\t\t\nb\t0\t_\tmetadata\n", "");
    ck_assert_int_eq(status, STATUS_DONE);
    ck_assert_uint_eq(counts.left_out, 1);
    options.all = true;
    expect(
        "a\t1\twhy=repeat\tA\tA\n",
        "# newdoc id = a\n# newpar\n# sent_id = a:1\n# text = A\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
}
END_TEST

START_TEST(documents_of_the_same_id)
{
    expect(
        "a\t0\t_\t\na\t1\t_\tA\tA\na\t0\twhy=copy\t\na\t2\t_\tB\tB\n",
        "# newdoc id = a\n# newpar\n# sent_id = a:1\n# text = A\n1\tA\t_\t_\t_\t_\t_\t_\t_\t_\n\n"
        "# newdoc id = a\n# newpar\n# sent_id = a:2\n# text = B\n1\tB\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
    ck_assert_uint_eq(counts.documents, 2);
}
END_TEST

int main(void)
{
    return unit_run("emit_conllu", (const TTest *const[]){
                                       a_whole_page,
                                       words_with_tags,
                                       words_with_slashes,
                                       words_with_underscores,
                                       spaces_between_words,
                                       what_follows_the_sentence,
                                       backslashes,
                                       words_that_are_not_those_of_the_text,
                                       the_rest_goes_on,
                                       what_was_dropped_and_what_is_empty,
                                       documents_of_the_same_id,
                                       NULL,
                                   });
}
