#include "codepage.h"

#include "codepages_table.h"
#include "unicode.h"

enum {
    LONGEST_CHARACTER = 3, /* bytes of UTF-8 that one byte may give */
    LONGEST_NAME = 32,
};

const char *const codepage_names[CODEPAGE_COUNT] = {
    "windows-1252", "windows-1258", "viscii", "tcvn3", "vps", "vni", "mac-roman",
};

/* Names as bare_name leaves them; most are labels of the WHATWG Encoding Standard or of IANA. */
static const struct {
    const char *name;
    enum codepage page;
} names[] = {
    {"windows1252", CODEPAGE_WINDOWS_1252},
    {"cp1252", CODEPAGE_WINDOWS_1252},
    {"xcp1252", CODEPAGE_WINDOWS_1252},
    {"1252", CODEPAGE_WINDOWS_1252},
    {"latin1", CODEPAGE_WINDOWS_1252},
    {"l1", CODEPAGE_WINDOWS_1252},
    {"iso88591", CODEPAGE_WINDOWS_1252},
    {"iso885911987", CODEPAGE_WINDOWS_1252},
    {"ascii", CODEPAGE_WINDOWS_1252},
    {"usascii", CODEPAGE_WINDOWS_1252},
    {"windows1258", CODEPAGE_WINDOWS_1258},
    {"cp1258", CODEPAGE_WINDOWS_1258},
    {"xcp1258", CODEPAGE_WINDOWS_1258},
    {"1258", CODEPAGE_WINDOWS_1258},
    {"viscii", CODEPAGE_VISCII},
    {"csviscii", CODEPAGE_VISCII},
    {"viscii111", CODEPAGE_VISCII},
    {"tcvn3", CODEPAGE_TCVN3},
    {"tcvn", CODEPAGE_TCVN3},
    {"tcvn57123", CODEPAGE_TCVN3},
    {"vscii3", CODEPAGE_TCVN3},
    {"vn3", CODEPAGE_TCVN3},
    {"abc", CODEPAGE_TCVN3},
    {"vps", CODEPAGE_VPS},
    {"xvietvps", CODEPAGE_VPS},
    {"vni", CODEPAGE_VNI},
    {"vniwindows", CODEPAGE_VNI},
    {"vniwin", CODEPAGE_VNI},
    {"vniansi", CODEPAGE_VNI},
    {"xvietvni", CODEPAGE_VNI},
    {"macroman", CODEPAGE_MAC_ROMAN},
    {"macintosh", CODEPAGE_MAC_ROMAN},
    {"csmacintosh", CODEPAGE_MAC_ROMAN},
    {"xmacroman", CODEPAGE_MAC_ROMAN},
    {"mac", CODEPAGE_MAC_ROMAN},
};

/* The ASCII letters, made small, and the digits of a name; false where they are too many. */
static bool bare_name(const char *name, char bare[LONGEST_NAME])
{
    size_t length = 0;
    for (; *name; name++) {
        char byte = *name;
        if (byte >= 'A' && byte <= 'Z')
            byte = (char) (byte - 'A' + 'a');
        if (!(byte >= 'a' && byte <= 'z') && !(byte >= '0' && byte <= '9'))
            continue;
        if (length == LONGEST_NAME - 1)
            return false;
        bare[length++] = byte;
    }
    bare[length] = '\0';
    return true;
}

bool codepage_from_name(const char *name, enum codepage *page)
{
    char bare[LONGEST_NAME];
    if (!bare_name(name, bare))
        return false;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i].name, bare) == 0) {
            *page = names[i].page;
            return true;
        }
    return false;
}

static unsigned char byte_at(struct slice bytes, size_t place)
{
    return (unsigned char) bytes.bytes[place];
}

/* Room has been reserved. The tables have no character over FFFF, which takes three bytes. */
static inline void put(struct buffer *out, uint16_t character)
{
    char *to = out->bytes + out->length;
    if (character < 0x80) {
        to[0] = (char) character;
        out->length += 1;
    } else if (character < 0x800) {
        to[0] = (char) (0xC0 | character >> 6);
        to[1] = (char) (0x80 | (character & 0x3F));
        out->length += 2;
    } else {
        to[0] = (char) (0xE0 | character >> 12);
        to[1] = (char) (0x80 | (character >> 6 & 0x3F));
        to[2] = (char) (0x80 | (character & 0x3F));
        out->length += 3;
    }
}

/* Each byte by itself. */
static void decode_bytes(struct buffer *out, const uint16_t characters[256], struct slice bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        put(out, characters[byte_at(bytes, i)]);
}

static bool is_combining(uint16_t character)
{
    return character >= 0x300 && character < 0x370;
}

static bool has_combining(const uint16_t characters[256], struct slice bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        if (is_combining(characters[byte_at(bytes, i)]))
            return true;
    return false;
}

static void decode_composing(struct buffer *out, const uint16_t characters[256], struct slice bytes)
{
    struct buffer decomposed = {0};
    if (!has_combining(characters, bytes)) {
        decode_bytes(out, characters, bytes);
        return;
    }
    buffer_reserve(&decomposed, LONGEST_CHARACTER * bytes.length);
    decode_bytes(&decomposed, characters, bytes);
    unicode_append_nfc(out, buffer_slice(&decomposed));
    buffer_release(&decomposed);
}

static uint16_t vni_pair(unsigned char vowel, unsigned char mark)
{
    return codepages_vni_pairs[codepages_vni_vowels[vowel]][codepages_vni_marks[mark]];
}

static void decode_vni(struct buffer *out, struct slice bytes)
{
    const uint16_t *characters = codepages_characters[CODEPAGE_VNI];
    for (size_t i = 0; i < bytes.length; i++) {
        unsigned char byte = byte_at(bytes, i);
        uint16_t pair = 0;
        if (i + 1 < bytes.length)
            pair = vni_pair(byte, byte_at(bytes, i + 1));
        put(out, pair ? pair : characters[byte]);
        i += pair != 0;
    }
}

/* What the letters that have case say of their word. */
enum verdict { UNDECIDED, CAPITALS, NOT_CAPITALS };

/* A run of letters in a text, whose letters that have lost their case are not certain. */
struct word {
    size_t start, end;
    size_t capitals, smalls; /* certain letters */
    size_t vowel_runs, final_consonants;
    bool starts_with_capital;
};

/* The next word that tells of its line, for all words that start before `start`. */
struct outlook {
    size_t start;
    enum verdict verdict;
};

/* What a byte of 80 to 9F is in TCVN3. */
enum role {
    ROLE_SIGN,    /* what the table has: the sign of windows-1252 */
    ROLE_CAPITAL, /* the toned capital of VN1 */
    ROLE_EITHER,  /* the capital where the words around tell of capitals, else the sign */
};

/* A text in an encoding of which some small letters may stand for capitals. */
struct text {
    struct slice bytes;
    const char *roles; /* of each byte; null: all as the tables have them */
    const uint16_t *characters;
    const uint16_t *capitals; /* of the bytes of uncertain case, else 0 */
    const uint8_t *letters;
};

static enum role role_at(const struct text *text, size_t place)
{
    return text->roles ? (enum role) text->roles[place] : ROLE_SIGN;
}

static uint16_t vn1_capital(unsigned char byte)
{
    return codepages_vn1_capitals[byte - 0x80];
}

static uint16_t character_at(const struct text *text, size_t place)
{
    unsigned char byte = byte_at(text->bytes, place);
    return role_at(text, place) == ROLE_CAPITAL ? vn1_capital(byte) : text->characters[byte];
}

/* The capital that a letter of uncertain case may be; 0: its case is certain. */
static uint16_t capital_at(const struct text *text, size_t place)
{
    unsigned char byte = byte_at(text->bytes, place);
    return role_at(text, place) == ROLE_EITHER ? vn1_capital(byte) : text->capitals[byte];
}

static bool is_uncertain(const struct text *text, size_t place)
{
    return capital_at(text, place) != 0;
}

static uint8_t letter_at(const struct text *text, size_t place)
{
    switch (role_at(text, place)) {
    case ROLE_CAPITAL:
        return CODEPAGES_LETTER | CODEPAGES_CAPITAL | CODEPAGES_VOWEL;
    case ROLE_EITHER:
        return CODEPAGES_LETTER | CODEPAGES_VOWEL;
    default:
        return text->letters[byte_at(text->bytes, place)];
    }
}

static void count_sound(uint8_t letter, struct word *word)
{
    if (!(letter & CODEPAGES_VOWEL)) {
        word->final_consonants++;
        return;
    }
    word->vowel_runs += word->vowel_runs == 0 || word->final_consonants > 0;
    word->final_consonants = 0;
}

static void count_letter(const struct text *text, size_t place, struct word *word)
{
    uint8_t letter = letter_at(text, place);
    bool is_capital = (letter & CODEPAGES_CAPITAL) != 0;
    count_sound(letter, word);
    if (place == word->start)
        word->starts_with_capital = is_capital;
    if (is_capital)
        word->capitals++;
    else if (!is_uncertain(text, place))
        word->smalls++;
}

/* Finds the first word at or behind `from`. Returns false where there is none. */
static bool find_word(const struct text *text, size_t from, struct word *word)
{
    *word = (struct word){.start = from};
    while (word->start < text->bytes.length && !letter_at(text, word->start))
        word->start++;
    for (word->end = word->start; word->end < text->bytes.length; word->end++) {
        if (!letter_at(text, word->end))
            break;
        count_letter(text, word->end, word);
    }
    return word->end > word->start;
}

static enum verdict word_verdict(const struct word *word)
{
    if (word->smalls)
        return NOT_CAPITALS;
    return word->capitals > word->starts_with_capital ? CAPITALS : UNDECIDED;
}

/* As far as it tells words from abbreviations. */
static bool is_syllable(const struct word *word)
{
    return word->vowel_runs == 1 && word->final_consonants <= 2;
}

/* What the word says of the words around: abbreviations are capitals in any line. */
static enum verdict word_evidence(const struct word *word)
{
    return word->smalls || is_syllable(word) ? word_verdict(word) : UNDECIDED;
}

static bool has_line_break(const struct text *text, size_t from, size_t to)
{
    for (; from < to; from++)
        if (text->bytes.bytes[from] == '\n' || text->bytes.bytes[from] == '\r')
            return true;
    return false;
}

/* Looks along the line for a word that tells. What was found serves the words up to there, so that
 * a line is gone through once, however many of its words cannot tell. */
static void outlook_update(struct outlook *outlook, const struct text *text,
                           const struct word *word)
{
    struct word next = *word;
    if (word->start < outlook->start)
        return;
    *outlook = (struct outlook){.start = SIZE_MAX, .verdict = UNDECIDED};
    for (size_t from = word->end; find_word(text, from, &next); from = next.end) {
        enum verdict evidence = word_evidence(&next);
        bool is_other_line = has_line_break(text, from, next.start);
        if (is_other_line || evidence != UNDECIDED) {
            outlook->start = next.start;
            outlook->verdict = is_other_line ? UNDECIDED : evidence;
            return;
        }
    }
}

/* Words that tell nothing do not gainsay; one at least must speak for capitals. */
static bool both_agree(enum verdict left, enum verdict right)
{
    return left != NOT_CAPITALS && right != NOT_CAPITALS && (left == CAPITALS || right == CAPITALS);
}

static bool is_opening_quote(uint16_t character)
{
    return character == '"' || character == '\'' || character == 0x2018 || character == 0x201C;
}

static bool is_space_at(const struct text *text, size_t place)
{
    return unicode_is_space(character_at(text, place));
}

/* An ellipsis may stand within a sentence. */
static bool is_sentence_end(const struct text *text, size_t place)
{
    uint16_t character = character_at(text, place);
    if (character == '.')
        return place == 0 || character_at(text, place - 1) != '.';
    return character == '!' || character == '?';
}

static bool starts_sentence(const struct text *text, size_t place)
{
    if (place > 0 && is_opening_quote(character_at(text, place - 1)))
        place--;
    size_t end = place;
    while (end > 0 && is_space_at(text, end - 1))
        end--;
    return end == 0 || (end < place && is_sentence_end(text, end - 1));
}

/* How many of the word's letters, of those that have lost their case, are to be capitals. */
static size_t count_capitals(const struct text *text, const struct word *word, enum verdict verdict,
                             bool starts_with_capital)
{
    if (verdict == CAPITALS)
        return word->end - word->start;
    return starts_with_capital && !word->capitals && is_uncertain(text, word->start) &&
           starts_sentence(text, word->start);
}

/* The first `capitals` bytes from `from` to `to`, where they have lost their case, as capitals. */
static void put_letters(struct buffer *out, const struct text *text, size_t from, size_t to,
                        size_t capitals)
{
    for (size_t place = from; place < to; place++)
        if (place - from < capitals && is_uncertain(text, place))
            put(out, capital_at(text, place));
        else
            put(out, character_at(text, place));
}

/* A verdict for each word of a text, in order. */
struct judge {
    enum verdict left; /* of the last word of the line that told */
    struct outlook right;
};

static enum verdict judge_word(struct judge *judge, const struct text *text,
                               const struct word *word, bool starts_line)
{
    enum verdict verdict = word_verdict(word), evidence = word_evidence(word);
    if (starts_line)
        judge->left = UNDECIDED;
    if (verdict == UNDECIDED) {
        outlook_update(&judge->right, text, word);
        if (both_agree(judge->left, judge->right.verdict))
            verdict = CAPITALS;
    }
    if (evidence != UNDECIDED)
        judge->left = evidence;
    return verdict;
}

static void decode_uncertain(struct buffer *out, const struct text *text,
                             bool sentences_start_with_capitals)
{
    struct word word;
    struct judge judge = {0};
    size_t done = 0;
    while (find_word(text, done, &word)) {
        bool starts_line = has_line_break(text, done, word.start);
        enum verdict verdict = judge_word(&judge, text, &word, starts_line);
        size_t capitals = count_capitals(text, &word, verdict, sentences_start_with_capitals);
        put_letters(out, text, done, word.start, 0);
        put_letters(out, text, word.start, word.end, capitals);
        done = word.end;
    }
    put_letters(out, text, done, text->bytes.length, 0);
}

static bool is_vn1_byte(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0;
}

static bool is_one_of(unsigned char byte, const char *set)
{
    return byte && strchr(set, (int) byte);
}

/* The letters beside a byte of 80 to 9F: where they begin and end, and what they are together with
 * the byte, read as the vowel that it may be. */
struct beside {
    size_t start, end;
    struct word word;
    size_t toned; /* letters that certainly are */
};

/* No Vietnamese word has more letters; a text may be one word. */
enum { LONGEST_SYLLABLE = 7 };

static bool is_sure_letter(const struct text *text, size_t place)
{
    return letter_at(text, place) && !is_vn1_byte(byte_at(text->bytes, place));
}

static struct beside find_beside(const struct text *text, size_t place)
{
    struct beside beside = {.start = place, .end = place + 1};
    while (beside.start > 0 && place - beside.start <= LONGEST_SYLLABLE &&
           is_sure_letter(text, beside.start - 1))
        beside.start--;
    while (beside.end < text->bytes.length && beside.end - place <= LONGEST_SYLLABLE &&
           is_sure_letter(text, beside.end))
        beside.end++;
    return beside;
}

static struct beside look_beside(const struct text *text, size_t place)
{
    struct beside beside = find_beside(text, place);
    beside.word.start = beside.start;
    for (size_t at = beside.start; at < beside.end; at++) {
        if (at == place) {
            count_sound(CODEPAGES_VOWEL, &beside.word);
        } else {
            count_letter(text, at, &beside.word);
            beside.toned += is_uncertain(text, at);
        }
    }
    return beside;
}

/* Of two consonants the second is that of NG, TR or CH, KH and the like; not of TB. */
static bool begins_like_syllable(const struct text *text, size_t first)
{
    return (letter_at(text, first) | letter_at(text, first + 1)) & CODEPAGES_VOWEL ||
           is_one_of(byte_at(text->bytes, first + 1), "GHRghr");
}

static bool ends_like_syllable(const struct text *text, size_t last)
{
    return letter_at(text, last) & CODEPAGES_VOWEL ||
           is_one_of(byte_at(text->bytes, last), "CGHMNPTcghmnpt");
}

/* A Vietnamese syllable, whose one toned vowel is the byte as a capital: HỎA, Ảnh. */
static bool makes_syllable(const struct text *text, size_t place, const struct beside *beside)
{
    const struct word *word = &beside->word;
    bool has_usual_case = !word->smalls || (beside->start == place && !word->capitals);
    return beside->end - beside->start <= LONGEST_SYLLABLE && !beside->toned && has_usual_case &&
           is_syllable(word) &&
           (place < beside->start + 2 || begins_like_syllable(text, beside->start)) &&
           (beside->end == place + 1 || ends_like_syllable(text, beside->end - 1));
}

static bool is_space_or_edge(const struct text *text, size_t place)
{
    return place >= text->bytes.length || is_space_at(text, place);
}

static bool is_before_word(const struct text *text, size_t place)
{
    return place == 0 || is_space_at(text, place - 1) ||
           is_one_of(byte_at(text->bytes, place - 1), "\"'(\x91\x93");
}

static bool is_behind_word(const struct text *text, size_t place)
{
    return is_space_or_edge(text, place + 1) ||
           is_one_of(byte_at(text->bytes, place + 1), ".,;:!?\"')\x92\x94");
}

/* In the line, as far back as most quotations are long. */
static bool has_quote_before(const struct text *text, size_t place)
{
    enum { FAR = 256 };
    for (size_t at = place; at > 0 && place - at < FAR && text->bytes.bytes[at - 1] != '\n'; at--)
        if (is_one_of(byte_at(text->bytes, at - 1), "\"'\x91\x92\x93\x94"))
            return true;
    return false;
}

/* Opening quotation marks and the bullet stand behind no word (XÃ, THỊ), a dash not between a
 * consonant and the end of a word (BỘ), and no quotation ends that has not begun (VÕ). An
 * apostrophe does stand behind consonants (H’ MÔNG). */
static bool is_misplaced_sign(const struct text *text, size_t place)
{
    unsigned char byte = byte_at(text->bytes, place);
    if (is_one_of(byte, "\x82\x84\x91\x93\x95"))
        return true;
    if (letter_at(text, place - 1) & CODEPAGES_VOWEL || !is_behind_word(text, place))
        return false;
    return is_one_of(byte, "\x96\x97") || (byte == 0x94 && !has_quote_before(text, place));
}

static enum role role_in_word(const struct text *text, size_t place, const struct beside *beside)
{
    if (!makes_syllable(text, place, beside))
        return ROLE_SIGN;
    if (!is_one_of(byte_at(text->bytes, place), "\x82\x84\x85\x91\x92\x93\x94\x95\x96\x97"))
        return ROLE_CAPITAL;
    if (beside->start == place)
        return ROLE_SIGN;
    if (beside->end > place + 1)
        return ROLE_CAPITAL;
    return is_misplaced_sign(text, place) ? ROLE_EITHER : ROLE_SIGN;
}

static bool is_digit_at(const struct text *text, size_t place)
{
    unsigned char byte = byte_at(text->bytes, place);
    return byte >= '0' && byte <= '9';
}

/* A sum of money, or the like: a sign and a number. */
static bool is_beside_number(const struct text *text, size_t place)
{
    return (place > 1 && is_digit_at(text, place - 2)) ||
           (place + 2 < text->bytes.length && is_digit_at(text, place + 2));
}

/* A byte that is a word by itself: of À, Á, Ờ, Ở and Ủ the signs are euro, florin, tilde, trade
 * mark and z with caron. The florin is hardly met, and the trade mark stands before no word; the
 * others are as likely signs. Vietnamese has no such words of the other bytes. */
static enum role role_alone(const struct text *text, size_t place)
{
    unsigned char byte = byte_at(text->bytes, place);
    if (!is_before_word(text, place) || !is_behind_word(text, place))
        return ROLE_SIGN;
    if (byte == 0x83)
        return ROLE_CAPITAL;
    if (is_beside_number(text, place))
        return ROLE_SIGN;
    if (place > 0 && !(place + 1 < text->bytes.length && is_space_at(text, place + 1)))
        return ROLE_SIGN;
    if (byte == 0x99)
        return ROLE_CAPITAL;
    return is_one_of(byte, "\x80\x98\x9E") ? ROLE_EITHER : ROLE_SIGN;
}

/* The letters beside are those that are certain to be some: a syllable has but one toned vowel. */
static enum role find_role(const struct text *text, size_t place)
{
    unsigned char byte = byte_at(text->bytes, place);
    if (!is_vn1_byte(byte))
        return ROLE_SIGN;
    if (text->characters[byte] == UNICODE_REPLACEMENT)
        return ROLE_CAPITAL;
    struct beside beside = look_beside(text, place);
    bool is_alone = beside.end - beside.start == 1;
    return is_alone ? role_alone(text, place) : role_in_word(text, place, &beside);
}

static bool has_vn1_bytes(struct slice bytes)
{
    for (size_t i = 0; i < bytes.length; i++)
        if (is_vn1_byte(byte_at(bytes, i)))
            return true;
    return false;
}

static void decode_tcvn3(struct buffer *out, struct text *text)
{
    struct buffer roles = {0};
    if (has_vn1_bytes(text->bytes)) {
        buffer_reserve(&roles, text->bytes.length);
        for (size_t place = 0; place < text->bytes.length; place++)
            roles.bytes[roles.length++] = (char) find_role(text, place);
        text->roles = roles.bytes;
    }
    decode_uncertain(out, text, true);
    text->roles = NULL;
    buffer_release(&roles);
}

void codepage_decode(struct buffer *out, enum codepage page, struct slice bytes)
{
    const uint16_t *characters = codepages_characters[page];
    struct text text = {
        .bytes = bytes,
        .characters = characters,
        .capitals = codepages_capitals[page],
        .letters = codepages_letters[page],
    };
    if (bytes.length == 0)
        return;
    buffer_reserve(out, LONGEST_CHARACTER * bytes.length);
    switch (page) {
    case CODEPAGE_TCVN3:
        decode_tcvn3(out, &text);
        break;
    case CODEPAGE_VISCII:
    case CODEPAGE_VPS:
        decode_uncertain(out, &text, false);
        break;
    case CODEPAGE_VNI:
        decode_vni(out, bytes);
        break;
    case CODEPAGE_WINDOWS_1258:
        decode_composing(out, characters, bytes);
        break;
    default:
        decode_bytes(out, characters, bytes);
        break;
    }
}

int codepage_byte(enum codepage page, uint32_t character)
{
    const uint8_t *sorted = codepages_sorted[page];
    size_t low = 0, high = sizeof codepages_sorted[page];
    if (!sorted[0])
        return -1;
    if (character < 0x80)
        return (int) character;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (codepages_characters[page][sorted[middle]] < character)
            low = middle + 1;
        else
            high = middle;
    }
    bool is_found =
        low < sizeof codepages_sorted[page] && codepages_characters[page][sorted[low]] == character;
    return is_found ? sorted[low] : -1;
}
