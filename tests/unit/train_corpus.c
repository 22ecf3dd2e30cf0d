#include "train_text.h"

/* All sentences as they are read: '|' behind the bytes that end a word, ';' behind the sentence,
 * and
 * '#' before one that begins an article, '+' before one that begins a block. */
static struct buffer read_all(struct slice text, enum corpus_form form, bool good)
{
    struct buffer seen = {0};
    struct corpus corpus;
    struct annotated sentence;
    text_open(&corpus, text, form);
    while (corpus_next(&corpus, &sentence)) {
        if (sentence.begins_article)
            buffer_append_byte(&seen, '#');
        if (sentence.begins_block)
            buffer_append_byte(&seen, '+');
        for (size_t i = 0; i < sentence.text.length; i++) {
            buffer_append_byte(&seen, sentence.text.bytes[i]);
            if (sentence.ends[i])
                buffer_append_byte(&seen, '|');
        }
        buffer_append_byte(&seen, ';');
    }
    ck_assert(!corpus_next(&corpus, &sentence));
    ck_assert_int_eq(corpus_close(&corpus), good);
    return seen;
}

static void expect(struct slice text, enum corpus_form form, struct slice expected, int line)
{
    struct buffer seen = read_all(text, form, true);
    unit_compare(buffer_slice(&seen), expected, line);
    buffer_release(&seen);
}

#define expect_joined(text, seen) expect(SLICE(text), CORPUS_JOINED, SLICE(seen), __LINE__)
#define expect_conllu(text, seen) expect(SLICE(text), CORPUS_CONLLU, SLICE(seen), __LINE__)

/* The sentences before the mistake, and the message. */
static void expect_wrong(struct slice text, struct slice before, const char *what, int line)
{
    char message[200];
    int messages = unit_catch_messages();
    struct buffer seen = read_all(text, CORPUS_CONLLU, false);
    unit_compare(buffer_slice(&seen), before, line);
    snprintf(message, sizeof message, "ganloc: text:%s\n", what);
    unit_compare(unit_contents(messages), slice_from_string(message), line);
    ck_assert_int_eq(close(messages), 0);
    buffer_release(&seen);
}

#define expect_bad(text, before, what) expect_wrong(SLICE(text), SLICE(before), what, __LINE__)

START_TEST(tags_of_words)
{
    struct corpus corpus;
    struct annotated sentence;
    struct annotated_word word;
    size_t at = 0;
    text_open(&corpus,
              SLICE("# text = Bờ sông xa .\n1\tBờ sông\t_\tNOUN\t_\n2\txa\t_\tadj\n3\t.\n\n"),
              CORPUS_CONLLU);
    ck_assert(corpus_next(&corpus, &sentence));
    ck_assert(annotated_next(&sentence, &at, &word));
    assert_slice(word.text, "Bờ sông");
    ck_assert_int_eq(word.tag, UPOS_NOUN);
    ck_assert(annotated_next(&sentence, &at, &word));
    assert_slice(word.text, "xa");
    ck_assert_int_eq(word.tag, UPOS_COUNT);
    ck_assert(annotated_next(&sentence, &at, &word));
    assert_slice(word.text, ".");
    ck_assert_int_eq(word.tag, UPOS_COUNT);
    ck_assert(!annotated_next(&sentence, &at, &word));
    ck_assert(corpus_close(&corpus));
}
END_TEST

START_TEST(words_are_joined)
{
    expect_joined("cây dừa_sáp cao\n", "#+cây| dừa sáp| cao|;");
    expect_joined("hợp_tác_xã\n", "#+hợp tác xã|;");
    expect_joined("  cây   dừa  \n", "#+cây| dừa|;");
    expect_joined("cây dừa", "#+cây| dừa|;");
    expect_joined("_ cây _ dừa_ _sáp __\n", "#+cây| dừa| sáp|;");
    expect_joined("_\n", "");
    expect_joined("a\0b \xFF\xFE_\xC3\n", "#+a\0b| \xFF\xFE \xC3|;");
}
END_TEST

START_TEST(marks_that_close)
{
    expect_joined("a , b . c ; d : e ? f !\n", "#+a|,| b|.| c|;| d|:| e|?| f|!|;");
    expect_joined("a ) b ] c ” d ’ e % f … g »\n", "#+a|)| b|]| c|”| d|’| e|%| f|…| g|»|;");
    expect_joined("a ... b ?! c\n", "#+a|...| b|?!| c|;");
}
END_TEST

START_TEST(marks_that_open)
{
    expect_joined("a ( b [ c “ d ‘ e « g\n", "#+a| (|b| [|c| “|d| ‘|e| «|g|;");
    expect_joined("( a ) , « b » .\n", "#+(|a|)|,| «|b|»|.|;");
}
END_TEST

START_TEST(straight_quotes)
{
    expect_joined("\" a \" , b \" c d \" .\n", "#+\"|a|\"|,| b| \"|c| d|\"|.|;");
    expect_joined("a \" b\n\" c\n", "#+a| \"|b|;\"|c|;"); /* each sentence opens its own */
    expect_joined("\"\"\n", "#+\"\"|;");
}
END_TEST

START_TEST(slashes)
{
    expect_joined("27 / 3 km_/_h\n", "#+27|/|3| km/h|;");
    expect_joined("/ a /\n", "#+/|a|/|;");
}
END_TEST

START_TEST(articles_and_blocks)
{
    expect_joined("a\nb\n\nc\n\f\nd\n\n\ne\n", "#+a|;b|;+c|;#+d|;+e|;");
    expect_joined("a\n \t\nb\n   \nc\n", "#+a|;\t|;b|;+c|;");
    expect_joined("\n\f\n\n", "");
}
END_TEST

START_TEST(other_systems)
{
    expect_joined("\uFEFFa .\r\n\r\nb\r\n\f\r\nc\r", "#+a|.|;+b|;#+c|;");
    expect_joined("a\n\uFEFFb\n", "#+a|;\uFEFFb|;");
    expect_conllu("\uFEFF# text = a.\r\n1\ta\r\n2\t.\r\n\r\n", "#+a|.|;");
}
END_TEST

START_TEST(conllu)
{
    expect_conllu("# newdoc\n# text = Cây dừa sáp.\n# note\n1\tCây\t_\n2\tdừa sáp\tx\ty\n3\t.\t\n\n"
                  "# text = \"Ghe\"\n1\t\"\n2\tGhe\n3\t\"\n\n",
                  "#+Cây| dừa sáp|.|;\"|Ghe|\"|;");
    expect_conllu("# text = a  b \n1\ta\n2\tb", "#+a|  b| ;");
    expect_conllu("\n\n# text = a\n1\ta\n\n\n\n# only a comment\n\n", "#+a|;");
    expect_conllu("# text = a\0b\n1\ta\0b\n", "#+a\0b|;");
    expect_conllu("# text = \n\n", "");
}
END_TEST

START_TEST(tokens_of_several_words)
{
    expect_conllu("# text = ab c\n1-2\tab\n1\tx\n2\ty\n3\tc\n\n", "#+ab| c|;");
    expect_conllu("# text = a b\n0.1\tx\n1\ta\n1.1\tb\n2\tb\n2.1\tx\n\n", "#+a| b|;");
    expect_conllu("# text = ab\n1-2\tab\n1\tx\n2\ty\n\n# text = c\n1\tc\n\n", "#+ab|;c|;");
}
END_TEST

START_TEST(mistakes_in_conllu)
{
    const char *fields = "2: expected the fields of CoNLL-U, or a comment";
    const char *number = "2: expected the number of a word in the first field";
    expect_bad("# text = a\na\n\n", "", fields);
    expect_bad("# text = a\n1\t\n\n", "", fields);
    expect_bad("# text = a\n \n\n", "", fields);
    expect_bad("# text = a\nx\ta\n\n", "", number);
    expect_bad("# text = a\n\ta\n\n", "", number);
    expect_bad("# text = a\n0\ta\n\n", "", number);
    expect_bad("# text = a\n1 \ta\n\n", "", number);
    expect_bad("# text = a\n1-1\ta\n\n", "", number);
    expect_bad("# text = a\n1-\ta\n\n", "", number);
    expect_bad("# text = a\n1.2.3\ta\n\n", "", number);
    expect_bad("# text = a\n4294967297\ta\n\n", "", number);
    expect_bad("# text = a\n1\ta\n\n1\tb\n\n", "#+a|;",
               "4: a word, expected the comment '# text = ' before it");
    expect_bad("# text = a\n1\ta\n# text = b\n1\tb\n\n", "",
               "3: a second text, expected a blank line before it");
    expect_bad("# text = a b\n1\ta\n2\tc\n\n", "",
               "3: a word that the text of the sentence does not have here");
    expect_bad("# text = a\n1\ta\n2\tb\n\n", "",
               "3: a word that the text of the sentence does not have here");
    expect_bad("# text = a b\n1\ta\n\n", "",
               "3: a sentence whose text goes on behind its last word");
    expect_bad("# text = a\n1\ta\n\n# text = b c\n1\tb", "#+a|;",
               "5: a sentence whose text goes on behind its last word");
}
END_TEST

START_TEST(files_that_cannot_be_read)
{
    struct corpus corpus;
    struct annotated sentence;
    int messages = unit_catch_messages();
    ck_assert(!corpus_open(&corpus, "/nowhere", CORPUS_JOINED));
    ck_assert(corpus_open(&corpus, "/", CORPUS_JOINED));
    ck_assert(!corpus_next(&corpus, &sentence));
    ck_assert(!corpus_close(&corpus));
    assert_slice(unit_contents(messages),
                 "ganloc: /nowhere: cannot read: No such file or directory\n"
                 "ganloc: /: cannot read: Is a directory\n");
}
END_TEST

int main(void)
{
    return unit_run("train_corpus", (const TTest *const[]){
                                        tags_of_words,
                                        words_are_joined,
                                        marks_that_close,
                                        marks_that_open,
                                        straight_quotes,
                                        slashes,
                                        articles_and_blocks,
                                        other_systems,
                                        conllu,
                                        tokens_of_several_words,
                                        mistakes_in_conllu,
                                        files_that_cannot_be_read,
                                        NULL,
                                    });
}
