#include "../../tools/emit/text.h"
#include "emit_records.h"

#define expect(records, text)                                                                      \
    unit_compare(emitted(emit_text, SLICE(records)), SLICE(text), __LINE__)

START_TEST(paragraphs_and_documents)
{
    expect(
        "a\t0\ttitle=T\t\na\t1\t_\tMột.\na\t2\t_\tHai.\nb\t0\t_\t\nb\t1\t_\tBa.\nc\t1\t_\tBốn.\n",
        "Một.\nHai.\n\nBa.\n\nBốn.\n");
    ck_assert_uint_eq(counts.documents, 3);
    ck_assert_uint_eq(counts.paragraphs, 4);
    ck_assert_uint_eq(counts.sentences, 4);
    ck_assert_int_eq(status, STATUS_DONE);
    expect("", "");
}
END_TEST

START_TEST(sentences_are_joined)
{
    expect("a\t1.1\t_\tMột.\na\t1.2\t_\tHai.\na\t2.1\t_\tBa.\n", "Một. Hai.\nBa.\n");
    ck_assert_uint_eq(counts.paragraphs, 2);
    ck_assert_uint_eq(counts.sentences, 3);
    expect("a\t1.1\tspacesafter=\tMột.\na\t1.2\tspacesafter=%09 \tHai.\na\t1.3\t_\tBa.\n",
           "Một.Hai.\t Ba.\n");
    expect("a\t1.1\tspacesafter=\u00A0\tMột.\na\t1.2\tspacesafter=  \tHai.\n", "Một.\u00A0Hai.\n");
}
END_TEST

START_TEST(by_sentence)
{
    options.by_sentence = true;
    expect("a\t1.1\tspacesafter=\tMột.\na\t1.2\t_\tHai.\na\t2\t_\tBa.\nb\t1\t_\tBốn.\n",
           "Một.\nHai.\nBa.\n\nBốn.\n");
    ck_assert_uint_eq(counts.paragraphs, 3);
    ck_assert_uint_eq(counts.sentences, 4);
}
END_TEST

START_TEST(escapes_and_line_breaks)
{
    expect("a\t1\t_\tmột\\thai\\nba\\r\\\\n\n", "một\thai ba \\n\n");
    expect("a\t1.1\tspacesafter=%0A\tMột.\na\t1.2\t_\tHai.\n", "Một. Hai.\n");
}
END_TEST

START_TEST(what_was_dropped)
{
    static const char records[] = "a\t0\twhy=copy\t\na\t1\twhy=copy\tMột.\nb\t1\t_\tHai.\n"
                                  "b\t2\twhy=df:3\tBa.\nb\t3\t_\tBốn.\n";
    unit_compare(emitted(emit_text, slice_from_string(records)), SLICE("Hai.\nBốn.\n"), __LINE__);
    ck_assert_uint_eq(counts.left_out, 3);
    ck_assert_uint_eq(counts.documents, 1);
    options.all = true;
    unit_compare(emitted(emit_text, slice_from_string(records)), SLICE("Một.\n\nHai.\nBa.\nBốn.\n"),
                 __LINE__);
    ck_assert_uint_eq(counts.left_out, 0);
}
END_TEST

START_TEST(metadata_may_move)
{
    static const char records[] = "a\t1\trole=byline\tLê Hạ\na\t2\trole=dateline\tThứ hai\n"
                                  "a\t3\trole=body\tMột.\na\t4\trole=source\tTheo Chợ Quê\n";
    unit_compare(emitted(emit_text, slice_from_string(records)),
                 SLICE("Lê Hạ\nThứ hai\nMột.\nTheo Chợ Quê\n"), __LINE__);
    options.metadata = EMIT_METADATA_MOVE;
    unit_compare(emitted(emit_text, slice_from_string(records)), SLICE("Một.\n"), __LINE__);
}
END_TEST

START_TEST(empty_texts_leave_nothing)
{
    expect("a\t1\t_\t\na\t2\t_\tMột.\nb\t0\t_\t\nb\t1\t_\t\nc\t1\t_\tHai.\n", "Một.\n\nHai.\n");
    expect("a\t0\t_\ttext of metadata\n", "");
}
END_TEST

/* A document begins where a loc of 0 comes, whatever was dropped behind it. */
START_TEST(documents_of_the_same_id)
{
    expect("a\t0\t_\t\na\t1\t_\tMột.\na\t0\t_\t\na\t1\t_\tHai.\n", "Một.\n\nHai.\n");
    expect("a\t0\t_\t\na\t1\t_\tMột.\na\t0\t_\t\na\t2\t_\tHai.\n", "Một.\n\nHai.\n");
    expect("a\t0\t_\t\na\t1.1\t_\tMột.\na\t0\twhy=copy\t\na\t1.2\t_\tHai.\n", "Một.\n\nHai.\n");
    ck_assert_uint_eq(counts.documents, 2);
}
END_TEST

START_TEST(any_bytes)
{
    expect("a\t1\t_\tm\xFFt \0 hai\n", "m\xFFt \0 hai\n");
}
END_TEST

int main(void)
{
    return unit_run("emit_text", (const TTest *const[]){
                                     paragraphs_and_documents,
                                     sentences_are_joined,
                                     by_sentence,
                                     escapes_and_line_breaks,
                                     what_was_dropped,
                                     metadata_may_move,
                                     empty_texts_leave_nothing,
                                     documents_of_the_same_id,
                                     any_bytes,
                                     NULL,
                                 });
}
