#include "record.h"

#include "tags.h"

static bool parse_number(struct slice *text, uint32_t *number)
{
    uint64_t value = 0;
    size_t length = 0;
    while (length < text->length && text->bytes[length] >= '0' && text->bytes[length] <= '9') {
        value = value * 10 + (uint64_t) (text->bytes[length] - '0');
        if (value > UINT32_MAX)
            return false;
        length++;
    }
    if (length == 0 || text->bytes[0] == '0')
        return false;
    *number = (uint32_t) value;
    *text = slice_from_offset(*text, length);
    return true;
}

bool loc_parse(struct slice text, struct loc *loc)
{
    *loc = (struct loc){0, 0};
    if (text.length == 1 && text.bytes[0] == '0')
        return true;
    if (!parse_number(&text, &loc->paragraph))
        return false;
    if (text.length == 0)
        return true;
    if (text.bytes[0] != '.')
        return false;
    text = slice_from_offset(text, 1);
    return parse_number(&text, &loc->sentence) && text.length == 0;
}

void loc_format(struct buffer *out, struct loc loc)
{
    buffer_append_number(out, loc.paragraph);
    if (loc.sentence) {
        buffer_append_byte(out, '.');
        buffer_append_number(out, loc.sentence);
    }
}

int loc_compare(struct loc a, struct loc b)
{
    if (a.paragraph != b.paragraph)
        return a.paragraph < b.paragraph ? -1 : 1;
    if (a.sentence != b.sentence)
        return a.sentence < b.sentence ? -1 : 1;
    return 0;
}

static bool escapes_are_good(struct slice text)
{
    const char *end = text.bytes + text.length;
    const char *at = text.bytes;
    while (at < end && (at = memchr(at, '\\', (size_t) (end - at)))) {
        if (at + 1 == end || !memchr("tnr\\", at[1], 4))
            return false;
        at += 2;
    }
    return true;
}

/* Cuts *rest at its next TAB. Returns false when there is none: the field is the last. */
static bool cut_field(struct slice *rest, struct slice *field)
{
    const char *tab = rest->length ? memchr(rest->bytes, '\t', rest->length) : NULL;
    if (!tab) {
        *field = *rest;
        return false;
    }
    *field = slice_of(rest->bytes, (size_t) (tab - rest->bytes));
    *rest = slice_of(tab + 1, rest->length - field->length - 1);
    return true;
}

enum record_fault record_parse(struct record *record, struct slice line)
{
    struct slice rest = line, loc;
    record->line = line;
    record->words = (struct slice){NULL, 0};
    if (!cut_field(&rest, &record->doc) || !cut_field(&rest, &loc) ||
        !cut_field(&rest, &record->tags))
        return RECORD_FIELDS;
    if (cut_field(&rest, &record->text) && cut_field(&rest, &record->words))
        return RECORD_FIELDS;
    if (memchr(line.bytes, '\r', line.length))
        return RECORD_CONTROL;
    if (record->doc.length == 0)
        return RECORD_DOC;
    if (!loc_parse(loc, &record->loc))
        return RECORD_LOC;
    if (!tags_are_good(record->tags))
        return RECORD_TAGS;
    if (!escapes_are_good(record->doc) || !escapes_are_good(record->text))
        return RECORD_ESCAPE;
    return RECORD_GOOD;
}

static size_t count_fields(struct slice line)
{
    size_t fields = 1;
    for (size_t i = 0; i < line.length; i++)
        fields += line.bytes[i] == '\t';
    return fields;
}

void record_describe_fault(struct buffer *text, enum record_fault fault, struct slice line)
{
    size_t fields;
    switch (fault) {
    case RECORD_GOOD:
        break;
    case RECORD_FIELDS:
        fields = count_fields(line);
        buffer_append_number(text, fields);
        buffer_append_string(text, fields == 1 ? " field" : " fields");
        buffer_append_string(text, ", expected 4 or 5");
        break;
    case RECORD_DOC:
        buffer_append_string(text, "empty doc (field 1), expected an id");
        break;
    case RECORD_LOC:
        buffer_append_string(text, "bad loc (field 2), expected 0, P or P.S");
        break;
    case RECORD_TAGS:
        buffer_append_string(text, "bad tags (field 3), expected _ or key=value|key=value");
        break;
    case RECORD_ESCAPE:
        buffer_append_string(text, "stray backslash, expected \\t, \\n, \\r or \\\\");
        break;
    case RECORD_CONTROL:
        buffer_append_string(
            text, "carriage return, expected \\r in text and LF alone at the end of the line");
        break;
    }
}

void record_write(struct writer *writer, const struct record *record)
{
    char space[24];
    struct buffer loc = {.bytes = space, .capacity = sizeof space};
    loc_format(&loc, record->loc);
    writer_write(writer, record->doc);
    writer_write_byte(writer, '\t');
    writer_write(writer, buffer_slice(&loc));
    writer_write_byte(writer, '\t');
    writer_write(writer, record->tags.length ? record->tags : SLICE("_"));
    writer_write_byte(writer, '\t');
    writer_write(writer, record->text);
    if (record->words.bytes) {
        writer_write_byte(writer, '\t');
        writer_write(writer, record->words);
    }
    writer_write_byte(writer, '\n');
    writer_end_record(writer);
}

void record_append_gap(struct buffer *out, const struct record *record)
{
    struct slice gap = tags_get(record->tags, SLICE("spacesafter"));
    if (gap.bytes)
        tags_unescape(out, gap);
    else
        buffer_append_byte(out, ' ');
}

static char escape_letter(char byte)
{
    switch (byte) {
    case '\t':
        return 't';
    case '\n':
        return 'n';
    case '\r':
        return 'r';
    case '\\':
        return '\\';
    default:
        return 0;
    }
}

void text_escape(struct buffer *out, struct slice text)
{
    size_t clean = 0;
    for (size_t i = 0; i < text.length; i++) {
        char letter = escape_letter(text.bytes[i]);
        if (!letter)
            continue;
        buffer_append(out, slice_of(text.bytes + clean, i - clean));
        buffer_append_byte(out, '\\');
        buffer_append_byte(out, letter);
        clean = i + 1;
    }
    buffer_append(out, slice_from_offset(text, clean));
}

static char unescape_letter(char letter)
{
    switch (letter) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'r':
        return '\r';
    default:
        return letter;
    }
}

void text_unescape(struct buffer *out, struct slice text)
{
    const char *backslash;
    while (text.length && (backslash = memchr(text.bytes, '\\', text.length))) {
        size_t clean = (size_t) (backslash - text.bytes);
        buffer_append(out, slice_of(text.bytes, clean));
        if (clean + 1 == text.length) {
            buffer_append_byte(out, '\\');
            return;
        }
        buffer_append_byte(out, unescape_letter(backslash[1]));
        text = slice_from_offset(text, clean + 2);
    }
    buffer_append(out, text);
}

struct slice text_plain(struct slice text, struct buffer *scratch)
{
    if (!text.length || !memchr(text.bytes, '\\', text.length))
        return text;
    buffer_clear(scratch);
    text_unescape(scratch, text);
    return buffer_slice(scratch);
}
