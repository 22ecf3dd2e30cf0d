#include "../../common/pos/model.h"

#include "../../common/hash.h"
#include "../../common/word/shape.h"
#include "data_folder.h"

enum { ROWS = 5 };

static struct buffer file;
static struct pos_model model;
static struct pos_model_layout layout;

static struct pos_model_header *header(void)
{
    return (void *) file.bytes;
}

static struct pos_row *rows(void)
{
    return (void *) (file.bytes + layout.rows);
}

static void seal(void)
{
    size_t checked = offsetof(struct pos_model_header, size);
    header()->checksum = hash_bytes(slice_from_offset(buffer_slice(&file), checked), 0);
}

static void set_up(void)
{
    data_folder_make();
    layout = pos_model_lay_out(ROWS);
    buffer_reserve(&file, layout.size);
    memset(file.bytes, 0, layout.size);
    file.length = layout.size;
    *header() = (struct pos_model_header){
        .byte_order = POS_MODEL_BYTE_ORDER,
        .version = POS_MODEL_VERSION,
        .size = layout.size,
        .shapes = SHAPE_COUNT + WORD_CLASSES,
        .tags = UPOS_COUNT,
        .class_slots = CLASSES_SLOTS,
        .rows = ROWS,
    };
    memcpy(header()->magic, POS_MODEL_MAGIC, sizeof header()->magic);
    seal();
}

static void tear_down(void)
{
    pos_model_close(&model);
    buffer_release(&file);
    data_folder_remove((const char *const[]){"m", NULL});
}

static bool open_it(void)
{
    data_folder_write("m", buffer_slice(&file));
    return pos_model_open(&model, "vi/m");
}

/* The file is refused with this message. */
static void refuse(const char *wrong)
{
    struct buffer expected = {0};
    int messages = unit_catch_messages();
    ck_assert(!open_it());
    buffer_append_string(&expected, "ganloc: vi/m: ");
    buffer_append_string(&expected, wrong);
    buffer_append_byte(&expected, '\n');
    unit_compare(unit_contents(messages), buffer_slice(&expected), __LINE__);
    ck_assert_ptr_null(model.mapping.bytes);
    buffer_release(&expected);
}

static void refuse_sealed(const char *wrong)
{
    seal();
    refuse(wrong);
}

static const char no_model[] = "not a model of parts of speech";
static const char other_version[] = "a model of another version; make it anew with train";
static const char wrong_size[] = "damaged: not as long as its header says";
static const char wrong_counts[] = "damaged: its counts do not fit its size";

START_TEST(a_good_one)
{
    set_up();
    const uint64_t key = (uint64_t) 0xFFFFFFFF << 32 | 5; /* its row is the last */
    rows()[ROWS - 1] = (struct pos_row){.fingerprint = 77, .weights = {-1}};
    rows()[0] = (struct pos_row){.fingerprint = 5, .weights = {[UPOS_X] = -128}};
    int16_t(*scores)[UPOS_COUNT] = (void *) (file.bytes + layout.transitions);
    scores[POS_START][UPOS_VERB] = -300;
    seal();
    ck_assert(open_it());
    ck_assert_int_eq(model.transitions.scores[POS_START][UPOS_VERB], -300);
    ck_assert_ptr_nonnull(pos_model_row(&model, key));
    ck_assert_int_eq(pos_model_row(&model, key)->weights[UPOS_X], -128);
    ck_assert_ptr_null(pos_model_row(&model, key + 2));
    ck_assert_ptr_null(pos_model_row(&model, 7));
    ck_assert_uint_eq(classes_find(&model.classes, 9).fine, 0);
    tear_down();
}
END_TEST

START_TEST(what_is_none)
{
    set_up();
    header()->magic[0] = 'x';
    refuse_sealed(no_model);
    file.length = 63;
    refuse(no_model);
    file.length = 0;
    refuse(no_model);
    tear_down();
}
END_TEST

START_TEST(versions)
{
    set_up();
    header()->byte_order = 0x04030201;
    refuse_sealed("a model made on a machine of another byte order");
    header()->byte_order = POS_MODEL_BYTE_ORDER;
    uint32_t *const fields[] = {&header()->version, &header()->shapes, &header()->tags,
                                &header()->class_slots};
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        ++*fields[i];
        refuse_sealed(other_version);
        --*fields[i];
    }
    seal();
    ck_assert(open_it());
    tear_down();
}
END_TEST

START_TEST(damage)
{
    set_up();
    file.length--;
    refuse(wrong_size);
    file.length++;
    file.bytes[file.length - 1]++;
    refuse("damaged: its checksum is wrong");
    file.bytes[file.length - 1]--;
    static const uint32_t counts[] = {0, ROWS - 1, ROWS + 1, UINT32_MAX};
    for (size_t i = 0; i < sizeof counts / sizeof counts[0]; i++) {
        header()->rows = counts[i];
        refuse_sealed(wrong_counts);
    }
    header()->rows = ROWS;
    for (size_t i = 0; i < ROWS; i++)
        rows()[i].fingerprint = 1;
    refuse_sealed("damaged: its rows are");
    memset(file.bytes + layout.classes, 0xFF, CLASSES_SLOTS * sizeof(struct classes_slot));
    refuse_sealed("damaged: its classes are");
    tear_down();
}
END_TEST

int main(void)
{
    return unit_run("pos_model",
                    (const TTest *const[]){a_good_one, what_is_none, versions, damage, NULL});
}
