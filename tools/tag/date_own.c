#include "date_own.h"

#include "date_notation.h"
#include "tags.h"
#include "unicode.h"

enum {
    TOP_LINES = 12,     /* where a dateline may stand that is not known as one */
    BOTTOM_LINES = 6,   /* likewise, at the end */
    LINE_LONGEST = 160, /* bytes of such a line */
    REST_LONGEST = 24,  /* characters in it beside the date */
    FIRST_YEAR = 1990,  /* of a page of the web */
    DAY_MINUTES = 1440,
};

static const unsigned whole_day = DATE_YEAR | DATE_MONTH | DATE_DAY;

/* What was found in a line that may be a dateline. */
struct finding {
    struct date date;
    struct slice where;
};

/* The first date with its year ends the search. */
static bool take_date(void *context, const struct date_span *span, struct slice where)
{
    struct finding *finding = context;
    if (span->is_interval || !date_has(&span->first, whole_day))
        return true;
    *finding = (struct finding){span->first, where};
    return false;
}

static bool find_date(struct date_reader *reader, struct slice text, struct finding *finding)
{
    static const struct date_reference none;
    *finding = (struct finding){0};
    date_reader_read(reader, text, &none, take_date, finding);
    return finding->date.known;
}

bool date_own_parse(struct date_reader *reader, struct slice text, struct date *date)
{
    struct finding finding;
    text = slice_trim(text);
    if (date_notation_basic(text, date) || date_notation_epoch(text, date))
        return true;
    bool found = find_date(reader, text, &finding);
    *date = finding.date;
    return found;
}

static bool find_in_role(struct date_reader *reader, const struct page *page, enum role role,
                         struct date *date)
{
    const struct document *document = page->document;
    struct finding finding;
    for (size_t i = 0; i < document->paragraph_count; i++) {
        if (page->roles[i] != role || !find_date(reader, document->paragraphs[i].text, &finding))
            continue;
        *date = finding.date;
        return true;
    }
    return false;
}

/* The roles of lines that may name any day: the text, other pages, licences. */
static bool names_any_day(enum role role)
{
    return role == ROLE_TITLE || role == ROLE_LEAD || role == ROLE_HEADING || role == ROLE_BODY ||
           role == ROLE_CAPTION || role == ROLE_RELATED || role == ROLE_FOOTER;
}

static bool is_little_but_date(struct date_reader *reader, struct slice line, struct date *date)
{
    struct finding finding;
    if (line.length > LINE_LONGEST || !find_date(reader, line, &finding))
        return false;
    *date = finding.date;
    return date->calendar.year >= FIRST_YEAR &&
           unicode_count(line) - unicode_count(finding.where) <= REST_LONGEST;
}

static bool find_in_lines(struct date_reader *reader, const struct page *page, struct date *date)
{
    const struct document *document = page->document;
    size_t count = document->paragraph_count;
    for (size_t i = 0; i < count; i++) {
        bool may_be =
            (i < TOP_LINES || count - i <= BOTTOM_LINES) && !names_any_day(page->roles[i]);
        if (may_be && is_little_but_date(reader, document->paragraphs[i].text, date))
            return true;
    }
    return false;
}

/* A value of a tag of the metadata record, with its escapes undone, appended to *value. */
static bool find_in_tag(const struct page *page, struct slice key, struct buffer *value)
{
    const struct record *metadata = document_metadata(page->document);
    struct slice rest = metadata ? tags_get(metadata->tags, key) : (struct slice){0}, first;
    if (!rest.length || !tags_next_value(&rest, &first))
        return false;
    tags_unescape(value, first);
    return true;
}

static bool find_in_date_tag(struct date_reader *reader, const struct page *page,
                             struct buffer *value, struct date *date)
{
    return find_in_tag(page, SLICE("date"), value) &&
           date_own_parse(reader, buffer_slice(value), date);
}

static bool find_in_url_tag(const struct page *page, struct buffer *value, struct date *date)
{
    return find_in_tag(page, SLICE("url"), value) && date_notation_url(buffer_slice(value), date);
}

enum date_source date_own_find(struct date_reader *reader, const struct page *page,
                               struct date *date)
{
    struct buffer tag = {0}, url = {0};
    enum date_source source = DATE_SOURCE_NONE;
    if (find_in_date_tag(reader, page, &tag, date))
        source = DATE_SOURCE_TAG;
    else if (find_in_role(reader, page, ROLE_DATELINE, date) ||
             find_in_role(reader, page, ROLE_BYLINE, date) || find_in_lines(reader, page, date))
        source = DATE_SOURCE_TEXT;
    else if (find_in_url_tag(page, &url, date))
        source = DATE_SOURCE_URL;
    buffer_release(&tag);
    buffer_release(&url);
    return source;
}

int32_t date_own_day(const struct date *date, int32_t home)
{
    int32_t day = date_number(date);
    if (!date_has(date, DATE_ZONE | DATE_HOUR))
        return day;
    int32_t minutes = date->hour * 60 + date->minute - (date->is_utc ? 0 : date->zone) + home;
    if (minutes < 0)
        return day - 1;
    return day + minutes / DAY_MINUTES;
}
