#include "../../common/word/shape.h"
#include "unit.h"

/* Shapes are written as letters: l lower, f lower and foreign, C capital, N family name, B
 * name by order of birth, F capital and foreign, U upper, X upper and foreign, 1 number, A code, S
 * abbreviation, I a letter, . and " punctuation, c the capital of the first word. */
static const char letters[] = {
    [SHAPE_EDGE] = '|',          [SHAPE_PUNCTUATION] = '.',
    [SHAPE_LOWER] = 'l',         [SHAPE_LOWER_FOREIGN] = 'f',
    [SHAPE_CAPITAL] = 'C',       [SHAPE_CAPITAL_FAMILY] = 'N',
    [SHAPE_CAPITAL_BIRTH] = 'B', [SHAPE_CAPITAL_FOREIGN] = 'F',
    [SHAPE_UPPER_FOREIGN] = 'X', [SHAPE_NUMBER] = '1',
    [SHAPE_CODE] = 'A',          [SHAPE_ABBREVIATION] = 'S',
    [SHAPE_QUOTE] = '"',         [SHAPE_LETTER] = 'I',
    [SHAPE_CAPITAL_FIRST] = 'c', [SHAPE_UPPER] = 'U',
};

static size_t read_shapes(const char *written, uint8_t *shapes)
{
    size_t count = strlen(written);
    for (size_t i = 0; i < count; i++)
        shapes[i] =
            (uint8_t) ((const char *) memchr(letters, written[i], sizeof letters) - letters);
    return count;
}

static void becomes(const char *before, const char *after)
{
    uint8_t shapes[32];
    char written[32] = {0};
    size_t count = read_shapes(before, shapes);
    shapes_adjust(shapes, count);
    for (size_t i = 0; i < count; i++)
        written[i] = letters[shapes[i]];
    ck_assert_str_eq(written, after);
}

static unsigned class_of(const char *written)
{
    uint8_t shapes[32];
    return shapes_word_class(shapes, read_shapes(written, shapes));
}

START_TEST(the_first_word)
{
    becomes("", "");
    becomes("C", "c");
    becomes("Cll.", "cll.");
    becomes("BC", "cC");
    becomes("lBC", "lBC");
    becomes("\"Cl", "\"cl");
    becomes("..", "..");
    becomes("lC", "lC");
    becomes("NCC", "NCC");
    becomes("FC", "FC");
    becomes("1C", "1C");
    becomes(".CC", ".cC");
}
END_TEST

START_TEST(headlines)
{
    becomes("UUU", "lll");
    becomes("UU", "UU");
    becomes("UUUUC", "llllC");
    becomes("UUUC", "UUUC");
    becomes("UXU", "lXl");
    becomes("UUX1I.", "llX1I.");
    becomes("UU1I", "UU1I");
    becomes("lllUUU", "lllUUU");
}
END_TEST

START_TEST(classes_of_words)
{
    ck_assert_uint_eq(class_of("l"), WORD_LOWER);
    ck_assert_uint_eq(class_of("lfl"), WORD_LOWER);
    ck_assert_uint_eq(class_of("NCC"), WORD_FAMILY_NAME);
    ck_assert_uint_eq(class_of("FC"), WORD_FOREIGN_NAME);
    ck_assert_uint_eq(class_of("BC"), WORD_BIRTH_NAME);
    ck_assert_uint_eq(class_of("CNF"), WORD_NAME);
    ck_assert_uint_eq(class_of("Cl"), WORD_CAPITALIZED);
    ck_assert_uint_eq(class_of("Nll"), WORD_CAPITALIZED);
    ck_assert_uint_eq(class_of("ClC"), WORD_PARTLY_CAPITALIZED);
    ck_assert_uint_eq(class_of("lC"), WORD_LATER_CAPITALIZED);
    ck_assert_uint_eq(class_of("cl"), WORD_FIRST);
    ck_assert_uint_eq(class_of("cC"), WORD_FIRST_NAME);
    ck_assert_uint_eq(class_of("cCl"), WORD_FIRST_MIXED);
    ck_assert_uint_eq(class_of("cCA"), WORD_FIRST_MIXED);
    ck_assert_uint_eq(class_of("1l"), WORD_BEGINS_NUMBER);
    ck_assert_uint_eq(class_of("l1"), WORD_ENDS_NUMBER);
    ck_assert_uint_eq(class_of("SC"), WORD_MIXED);
    ck_assert_uint_eq(class_of("lA"), WORD_MIXED);
}
END_TEST

START_TEST(all_shapes_have_a_class)
{
    uint8_t shapes[3];
    for (unsigned word = 0; word < SHAPE_COUNT * SHAPE_COUNT * SHAPE_COUNT; word++) {
        shapes[0] = (uint8_t) (word % SHAPE_COUNT);
        shapes[1] = (uint8_t) (word / SHAPE_COUNT % SHAPE_COUNT);
        shapes[2] = (uint8_t) (word / SHAPE_COUNT / SHAPE_COUNT);
        ck_assert_uint_lt(shapes_word_class(shapes, 3), WORD_CLASSES);
    }
}
END_TEST

START_TEST(parts_of_words)
{
    ck_assert(shape_is_word(SHAPE_NUMBER));
    ck_assert(shape_is_word(SHAPE_LETTER));
    ck_assert(!shape_is_word(SHAPE_PUNCTUATION));
    ck_assert(!shape_is_word(SHAPE_QUOTE));
    ck_assert(!shape_is_word(SHAPE_EDGE));
    ck_assert(shape_is_capital(SHAPE_CAPITAL_FAMILY));
    ck_assert(!shape_is_capital(SHAPE_CAPITAL_FIRST));
    ck_assert(!shape_is_capital(SHAPE_UPPER));
}
END_TEST

int main(void)
{
    return unit_run("word_shape", (const TTest *const[]){
                                      the_first_word,
                                      headlines,
                                      classes_of_words,
                                      all_shapes_have_a_class,
                                      parts_of_words,
                                      NULL,
                                  });
}
