#include "normalize_alone.h"
#include "unicode.h"

static struct repair repair;

/* The text is repaired to what is expected by the one step, and by no other. */
#define expect(text, expected, step) expect_at(SLICE(text), SLICE(expected), step, __LINE__)

static void expect_at(struct slice text, struct slice expected, enum step step, int line)
{
    struct slice repaired;
    unsigned changed = repair_alone(&repair, text, &repaired);
    unit_compare(repaired, expected, line);
    for (int other = 0; other < STEP_COUNT; other++)
        ck_assert_msg((changed >> other & 1) == (other == (int) step),
                      "line %d: step %s changed or did not", line, step_names[other]);
}

/* The same where several steps have to do with it. */
#define becomes(text, expected) becomes_at(SLICE(text), SLICE(expected), __LINE__)

static void becomes_at(struct slice text, struct slice expected, int line)
{
    struct slice repaired;
    ck_assert_msg(repair_alone(&repair, text, &repaired), "line %d: not changed", line);
    unit_compare(repaired, expected, line);
}

/* Nothing is to be done. */
#define stays(text) stays_at(SLICE(text), __LINE__)

static void stays_at(struct slice text, int line)
{
    struct slice repaired;
    bool changed = repair_alone(&repair, text, &repaired);
    ck_assert_msg(!changed, "line %d: became '%.*s'", line, (int) repaired.length, repaired.bytes);
}

static bool text_is_clean(struct slice text)
{
    return repair_scan(&repair, text) == 0;
}

START_TEST(clean_text)
{
    ck_assert(text_is_clean(SLICE("")));
    ck_assert(text_is_clean(SLICE("Xóm chài đỏ lửa – 5 giờ sáng, “chợ” nhóm họp… 50 %")));
    ck_assert(text_is_clean(SLICE("R&D, A & B")));
    ck_assert(text_is_clean(SLICE("a; b &; 5 &1; A&")));
    ck_assert(text_is_clean(SLICE("漢字 ไทย 😀 Ж ﬁ")));
    ck_assert(text_is_clean(SLICE("a b")));
    ck_assert(!text_is_clean(SLICE(" a")));
    ck_assert(!text_is_clean(SLICE("a ")));
    ck_assert(!text_is_clean(SLICE("a  b")));
    ck_assert(!text_is_clean(SLICE(" ")));
    ck_assert(!text_is_clean(SLICE("a\tb")));
    ck_assert(!text_is_clean(SLICE("a\nb")));
    ck_assert(!text_is_clean(SLICE("a\0b")));
    ck_assert(!text_is_clean(SLICE("a\x7F")));
    ck_assert(!text_is_clean(SLICE("a&amp;b")));
    ck_assert(!text_is_clean(SLICE("a&#65;b")));
    ck_assert(!text_is_clean(SLICE("a\u00A0b")));
    ck_assert(!text_is_clean(SLICE("e\u0301")));
    ck_assert(!text_is_clean(SLICE("a\u200Bb")));
    ck_assert(!text_is_clean(SLICE("a\xC3")));
    ck_assert(!text_is_clean(SLICE("\x80")));
    ck_assert(!text_is_clean(SLICE("\xF5\x80\x80\x80")));
}
END_TEST

START_TEST(step_utf8)
{
    expect("a\x80z", "a\uFFFDz", STEP_UTF8);
    expect("\xFF\xFE", "\uFFFD\uFFFD", STEP_UTF8);
    expect("caf\xE9", "café", STEP_CHARSET);
    expect("Vi\xE1\xBB", "Vi\uFFFD", STEP_UTF8); /* cut off: one for the whole */
    expect("\xE1\xBBt", "\uFFFDt", STEP_UTF8);
    expect("\xF0\x9F\x98", "\uFFFD", STEP_UTF8);
    expect("\xC0\xAF", "\uFFFD\uFFFD", STEP_UTF8); /* overlong */
    expect("a\xED\xA0\x80z", "az", STEP_UTF8);     /* half of a surrogate pair */
    expect("\xED\xA0\xBD\xED\xB8\x80", "😀", STEP_UTF8);
    expect("\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", STEP_UTF8);
    expect("ế\xC3ế", "ế\uFFFDế", STEP_UTF8);
    stays("ế\uFFFD");
}
END_TEST

START_TEST(step_entities)
{
    expect("Mai &amp; Lan", "Mai & Lan", STEP_ENTITIES);
    expect("&#272;&agrave; N&#7861;ng", "Đà Nẵng", STEP_ENTITIES);
    expect("&amp;lt;p&amp;gt;", "<p>", STEP_ENTITIES);
    stays("&nope; A&B;");
    stays("Tom&Jerry; 5 &lt 6");
}
END_TEST

START_TEST(step_controls)
{
    expect("a\0b", "ab", STEP_CONTROLS);
    expect("a\x01\x08\x0E\x1F\x7F\x62", "ab", STEP_CONTROLS);
    expect("a\xC2\x80\xC2\x9F\x62", "ab", STEP_CONTROLS);
    expect("bao\u00ADnhiêu", "baonhiêu", STEP_CONTROLS);
    expect("a\u200Bb\u200Cc\u200Dd", "abcd", STEP_CONTROLS);
    expect("\uFEFFĐầu trang", "Đầu trang", STEP_CONTROLS);
    expect("a\u200E\u200Fb\u202Ac\u202Ed", "abcd", STEP_CONTROLS);
    expect("a\u2060b\u2064c\u2066d\u206Fe", "abcde", STEP_CONTROLS);
    expect("Ảnh \uFFFCđây", "Ảnh đây", STEP_CONTROLS);
    expect("a\u180Eb", "ab", STEP_CONTROLS);
}
END_TEST

START_TEST(joiners_that_belong_there)
{
    stays("👨‍👩‍👧"); /* a family: emoji bound by U+200D */
    stays("می‌خواهم");  /* Persian, U+200C */
    stays("क्‍ष");       /* Devanagari, U+200D */
    stays("ภาษา\u200Bไทย");      /* words of Thai */
    stays("❤\uFE0F");            /* a variation selector */
    becomes("👨\u200Ba", "👨a");   /* no zero-width space there */
    becomes("ไ\u200B\u200Bท", "ไ\u200Bท");
    becomes("\u200D👨", "👨");
}
END_TEST

START_TEST(step_compose)
{
    expect("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt", STEP_COMPOSE);
    expect("Vie\u0302\u0323t", "Việt", STEP_COMPOSE); /* marks in the other order */
    expect("o\u031B\u0300", "ờ", STEP_COMPOSE);
    expect("\u212B \u2126", "Å Ω", STEP_COMPOSE);
    expect("\u1112\u1161\u11AB", "한", STEP_COMPOSE);
    expect("\uAC00\u11A8", "각", STEP_COMPOSE);
    stays("ﬁ ² ① ａ"); /* compatibility forms are no business of NFC */
    stays("x\u0301");  /* there is no such letter */
    stays("đ\u0323 \u0301");
}
END_TEST

START_TEST(step_spaces)
{
    expect("  a  b ", "a b", STEP_SPACES);
    expect("a\tb\nc\r\nd\ve\ff", "a b c d e f", STEP_SPACES);
    expect("a\u00A0b\u2003\u3000c", "a b c", STEP_SPACES);
    expect("a\u2028b\u2029c\u202Fd\u205Fe\u1680f", "a b c d e f", STEP_SPACES);
    expect("a\xC2\x85\x62", "a b", STEP_SPACES); /* next line */
    expect(" ", "", STEP_SPACES);
    expect("\u00A0\t ", "", STEP_SPACES);
    stays("a b");
}
END_TEST

START_TEST(steps_together)
{
    becomes("&nbsp;a&nbsp;&#8203;&nbsp;b&shy;", "a b");
    becomes("\uFEFF  Ca\u0300 phe\u0302&nbsp; &amp;\tba\u0301nh \xFF", "Cà phê & bánh \uFFFD");
    becomes("e&#769;", "é");
    becomes("a \u200B b", "a b");
    becomes("\x01", "");
    becomes("&shy;", "");
}
END_TEST

/* What one step does may make work for another that was there before. */
START_TEST(steps_that_wait_for_each_other)
{
    becomes("&am\u00ADp;", "&");
    becomes("&am&shy;p;lt;", "<");
    becomes("&\u212Acy;", "К"); /* Kelvin sign: NFC makes it a K */
    becomes("&amp\u037E", "&"); /* Greek question mark: NFC makes it a semicolon */
}
END_TEST

START_TEST(only_changes_are_counted)
{
    struct slice repaired;
    ck_assert(!repair_alone(&repair, SLICE("sạch"), &repaired));
    ck_assert(!repair_alone(&repair, SLICE("x\u0301"), &repaired));
    ck_assert(repair_alone(&repair, SLICE("a\u00A0&amp;\u00A0b"), &repaired));
    ck_assert(repair_alone(&repair, SLICE("&am\u00ADp; &am\u00ADp;"), &repaired));
    ck_assert_uint_eq(repair.changed, 2);
    ck_assert_uint_eq(repair.changed_by[STEP_UTF8], 0);
    ck_assert_uint_eq(repair.changed_by[STEP_ENTITIES], 2);
    ck_assert_uint_eq(repair.changed_by[STEP_CONTROLS], 1);
    ck_assert_uint_eq(repair.changed_by[STEP_COMPOSE], 0);
    ck_assert_uint_eq(repair.changed_by[STEP_SPACES], 1);
}
END_TEST

START_TEST(steps_that_are_off_do_nothing)
{
    static const struct slice dirty[] = {SLICE("hoà"),
                                         SLICE("&amp;"),
                                         SLICE("a  b"),
                                         SLICE(" a"),
                                         SLICE("a\u0301"),
                                         SLICE("\u200B\u200B"),
                                         SLICE("Th«ng tin V¨n hãa §Êt níc"),
                                         SLICE("Viá»‡t")};
    struct slice repaired;
    repair = repair_for(0, SPELLING_OLD);
    for (size_t i = 0; i < sizeof dirty / sizeof dirty[0]; i++)
        ck_assert(!repair_alone(&repair, dirty[i], &repaired));
    expect("a\x80", "a\uFFFD", STEP_UTF8);
}
END_TEST

/* Texts are put together from these, so that steps meet. */
static const struct slice pieces[] = {
    SLICE("a"),          SLICE("t"),        SLICE("Ế"),        SLICE("đ"),
    SLICE(" "),          SLICE("  "),       SLICE("\t"),       SLICE("\n"),
    SLICE("\0"),         SLICE("\x1B"),     SLICE("\u00A0"),   SLICE("\u00AD"),
    SLICE("\u200B"),     SLICE("\u200C"),   SLICE("\u200D"),   SLICE("\uFEFF"),
    SLICE("\u202E"),     SLICE("\uFFFC"),   SLICE("\xC2\x85"), SLICE("\u2028"),
    SLICE("\u3000"),     SLICE("e"),        SLICE("\u0301"),   SLICE("\u0302"),
    SLICE("\u0323"),     SLICE("\u0591"),   SLICE("\u20D0"),   SLICE("\u0338"),
    SLICE("<"),          SLICE("\u2ADC"),   SLICE("\u037E"),   SLICE("\u212A"),
    SLICE("\u1100"),     SLICE("\u1161"),   SLICE("\u11A8"),   SLICE("\uAC00"),
    SLICE("ไ"),          SLICE("م"),        SLICE("😀"),        SLICE("\u0958"),
    SLICE("\U0001D15E"), SLICE("\uF900"),   SLICE("&"),        SLICE("&"),
    SLICE("&amp;"),      SLICE("&am"),      SLICE("amp"),      SLICE("p;"),
    SLICE(";"),          SLICE(";"),        SLICE("#"),        SLICE("&#"),
    SLICE("65;"),        SLICE("x41;"),     SLICE("&lt"),      SLICE("lt;"),
    SLICE("&semi;"),     SLICE("&shy;"),    SLICE("&#173;"),   SLICE("&nbsp;"),
    SLICE("&#769;"),     SLICE("&zwj;"),    SLICE("cy;"),      SLICE("\x80"),
    SLICE("\xC3"),       SLICE("\xE1\xBB"), SLICE("\xBF"),     SLICE("\xED\xA0\x80"),
    SLICE("\xF0\x9F"),   SLICE("\xF4\x90"), SLICE("\xFF"),     SLICE("."),
    SLICE("Ã"),          SLICE("áº"),       SLICE("¡"),        SLICE("â€œ"),
    SLICE("hoà"),        SLICE("lựơng"),    SLICE("qủa"),      SLICE(" ,"),
    SLICE("( "),         SLICE("ʙ"),        SLICE("а"),        SLICE("𝗧"),
    SLICE("V¨n"),        SLICE("Ð"),        SLICE("hãa"),      SLICE("µ"),
    SLICE("\xA8"),       SLICE("\xE3"),     SLICE("?"),        SLICE("á»"),
};

/* xorshift64: the same texts on every machine. */
static uint64_t next_random(uint64_t *state)
{
    *state ^= *state << 13;
    *state ^= *state >> 7;
    *state ^= *state << 17;
    return *state;
}

static void make_text(struct buffer *text, uint64_t *state)
{
    buffer_clear(text);
    for (uint64_t count = next_random(state) % 14 + 1; count > 0; count--)
        buffer_append(text, pieces[next_random(state) % (sizeof pieces / sizeof pieces[0])]);
}

static void show(struct buffer *shown, struct slice text)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.length; i++) {
        unsigned char byte = (unsigned char) text.bytes[i];
        buffer_append_string(shown, "\\x");
        buffer_append_byte(shown, digits[byte >> 4]);
        buffer_append_byte(shown, digits[byte & 15]);
    }
}

/* Fails with the text in a form that can be read. */
static void insist(bool is_true, const char *what, struct slice text)
{
    struct buffer shown = {0};
    if (is_true)
        return;
    show(&shown, text);
    ck_abort_msg("%s: %s", what, buffer_string(&shown));
}

/* What every repaired text is. */
static void insist_on_good_form(struct slice repaired, struct slice text)
{
    struct buffer composed = {0};
    const char *at = repaired.bytes, *end = at + repaired.length;
    uint32_t character, before = ' ';
    for (size_t length; at && at < end; at += length) {
        length = unicode_decode(at, end, &character);
        insist(length > 0, "not UTF-8", text);
        insist(character != ' ' || before != ' ', "two spaces, or one at the start", text);
        insist(character == ' ' || !unicode_is_space(character), "another space", text);
        insist(character >= 0x20 && (character < 0x7F || character >= 0xA0), "a control", text);
        insist(character != 0xFFFC && character != 0xAD && character != 0xFEFF, "litter", text);
        before = character;
    }
    insist(!repaired.length || before != ' ', "a space at the end", text);
    unicode_append_nfc(&composed, repaired);
    insist(slice_equal(repaired, buffer_slice(&composed)), "not composed", text);
    buffer_release(&composed);
}

START_TEST(repair_of_what_is_repaired_changes_nothing)
{
    uint64_t state = 20240229;
    struct buffer text = {0}, once = {0};
    struct slice repaired;
    for (int i = 0; i < 20000; i++) {
        make_text(&text, &state);
        repair_alone(&repair, buffer_slice(&text), &repaired);
        buffer_clear(&once);
        buffer_append(&once, repaired);
        insist_on_good_form(buffer_slice(&once), buffer_slice(&text));
        insist(!repair_alone(&repair, buffer_slice(&once), &repaired), "changed again",
               buffer_slice(&text));
    }
    buffer_release(&text);
    buffer_release(&once);
    repair_release(&repair);
}
END_TEST

/* All steps are taken, though the scan says that none need be; all but charset, which goes by the
 * document. */
static void insist_on_no_change(struct slice clean)
{
    struct slice repaired;
    unsigned steps = STEPS_DEFAULT & ~STEP_BIT(STEP_CHARSET);
    insist(!repair_text(&repair, clean, steps, &repaired), "clean, but changed", clean);
}

START_TEST(a_clean_text_is_left_alone_by_all_steps)
{
    uint64_t state = 77;
    struct buffer text = {0};
    size_t clean = 0;
    for (int i = 0; i < 60000; i++) {
        make_text(&text, &state);
        if (!text_is_clean(buffer_slice(&text)))
            continue;
        clean++;
        insist_on_no_change(buffer_slice(&text));
    }
    ck_assert_uint_gt(clean, 1000);
    buffer_release(&text);
    repair_release(&repair);
}
END_TEST

START_TEST(every_character_that_counts_as_clean_is)
{
    struct buffer text = {0};
    size_t clean = 0;
    for (uint32_t character = 1; character < 0x20000; character++) {
        if (character >= 0xD800 && character < 0xE000)
            continue;
        buffer_clear(&text);
        buffer_append_byte(&text, 'a');
        unicode_append(&text, character);
        buffer_append_byte(&text, 'a');
        if (!text_is_clean(buffer_slice(&text)))
            continue;
        clean++;
        insist_on_no_change(buffer_slice(&text));
    }
    ck_assert_uint_gt(clean, 50000);
    buffer_release(&text);
    repair_release(&repair);
}
END_TEST

/* Time must grow with the length of a text, not with its square. */
START_TEST(long_texts_take_no_time)
{
    static const char *const parts[] = {"&a", "&amp;", "a \u00A0", "\u200D", "&#x",     "\xFF",
                                        ";;", "Ã",     "Ã ",       "oà",     "a\u0338", "\u0338",
                                        "ʙ",  "ð",     "lựơng ",   "Ã¡»"};
    struct slice repaired;
    for (size_t i = 0; i < sizeof parts / sizeof parts[0]; i++) {
        struct buffer text = {0};
        while (text.length < 300000)
            buffer_append_string(&text, parts[i]);
        repair_alone(&repair, buffer_slice(&text), &repaired);
        buffer_release(&text);
    }
    repair_release(&repair);
}
END_TEST

int main(void)
{
    if (!language_find("vi")->load_words())
        return EXIT_FAILURE;
    repair = repair_for(STEPS_DEFAULT, SPELLING_OLD);
    return unit_run("normalize_repair", (const TTest *const[]){
                                            clean_text,
                                            step_utf8,
                                            step_entities,
                                            step_controls,
                                            joiners_that_belong_there,
                                            step_compose,
                                            step_spaces,
                                            steps_together,
                                            steps_that_wait_for_each_other,
                                            only_changes_are_counted,
                                            steps_that_are_off_do_nothing,
                                            repair_of_what_is_repaired_changes_nothing,
                                            a_clean_text_is_left_alone_by_all_steps,
                                            every_character_that_counts_as_clean_is,
                                            long_texts_take_no_time,
                                            NULL,
                                        });
}
