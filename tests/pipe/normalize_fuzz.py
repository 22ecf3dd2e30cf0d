#!/usr/bin/env python3
"""Write what no one would write, for normalize to survive: always the same for the same seed.

    normalize_fuzz.py SEED RECORDS

writes into the working directory: bytes.txt and pieces.txt, lines of random bytes, and of pieces
that the steps look at; pieces.rec, records of such pieces; damaged.rec, the file RECORDS with its
texts damaged. Every line is a record where the name says so.
"""
import random
import re
import sys
import unicodedata

LINES = 4000
LOOKALIKES = str.maketrans('abeghinoptTKu', 'аʙеɢһιոοрᴛТКս')

PIECES = [
    # Vietnamese, composed and not, with marks in any order, number and place
    *'hòa hoà HOÀ thủy thuỷ quý giữa lựơng nghiêng trường Đường đã ngoẻo'.split(),
    *'a o u e y i A O U đ Đ n ng t h q'.split(),
    *'ÀÁÈÓÙàéíóúýåëñšß÷×',
    *'\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031B',
    # overlays, lookalikes, wide and mathematical letters, Eth
    *'\u0336\u0338\u033C\u0335\u0489\u20D2', *'ʙᴏɪᴛɢнιаеорсухЬԁոÐðɖƉΑΒоκɑ',
    'Ｔｈ', 'ｕ', '𝗧', '𝘂', '𝐡', 'слово', 'λόγος', 'հայ', 'ﬁ', 'Ǆ', '½', '٣', '๓',
    # invisible and control characters, joiners, emoji, private use, what is no character
    *'\u200B\u200C\u200D\u00AD\uFEFF\u202A\u2066\u200E\uE000\uFFFE\uFFFD\u0001\u001B\u007F\u0085',
    '👨\u200D👩', '☺\uFE0F', '\u0915\u094D\u200D', '\u06CC\u200C', '\u115F', '\u0344', '\u0958',
    '각', '\u1100\u1161',
    # white space and punctuation
    *' \t\u00A0\u2003\u3000\u2028\u202F', '  ', '   ', *' ,.;:!?()[]{}"\'`“”‘’«»…–—-_/%#', '...',
    # character references, whole and broken, source code, queries
    '&amp;', '&amp;amp;', '&nbsp;', '&#7841;', '&#x1EA1;', '&#0;', '&#xD800;', '&lt;', '&agrave',
    '&', '#', '&copy=1', 'http://a.vn/?a=1&lt=2', 'if (a &amp;&amp; b) {', '<b>', '&amp;nbsp;',
    '&ecirc;&#769;',
    # mojibake, whole and broken
    *(word.encode('utf-8').decode(codec, 'replace').replace('\uFFFD', '?')
      for word in ('Thủy', 'đã', 'à', 'Đường', '“ở”', 'nghệ', '…')
      for codec in ('cp1252', 'latin-1', 'cp1258', 'mac-roman')),
    'T\u033Ch\u033Cu\u0309\u033Cy\u033C', 'g\u0336i\u0336ữ\u0336', 'ʙᴏ̣̂ ʙɪ̣ ᴛᴀ̣ᴍ', 'ɢнι', '𝗧𝗵𝘂̉𝘆',
    'Ã ', 'Ã', 'â€', 'Æ°', 'á»', 'á» ', 'Ä', 'Â', 'Ã¡Â»â€¡', 'Ã\u0192', '?', 'Æ?',
]
PIECES = [piece.encode('utf-8') for piece in PIECES] + [
    # legacy code pages, and what is no UTF-8
    b'S\xB8ng', b'\xAE\xE5ng', b'B\xE9', b'\xA7\xE9i', b'ng\xF5\xF4i', b'Tr\xF6\xF4ng', b'\xF1a\xF5',
    b'\xD0a\xCC', b'\xE1\xBB', b'\xC3', b'\xFF', b'\xC0\x80', b'\xED\xA0\x80', b'\xF4\x90\x80\x80',
    b'\x80', b'\xA0', b'\xD5', b'\xF0\x9F',
    'Bé V¨n hãa Th«ng tin'.encode('utf-8'), 'Toâi khoâng bieát'.encode('utf-8'),
]


def bytes_of(rng):
    return bytes(rng.choices(range(256), k=rng.randrange(40))).replace(b'\n', b'')


def pieces_of(rng):
    glue = rng.choice((b'', b'', b' '))
    return glue.join(rng.choices(PIECES, k=rng.randrange(1, 16)))


def text_of(rng):
    return bytes_of(rng) if rng.random() < 0.1 else pieces_of(rng)


def escape(text):
    for byte, escaped in (b'\\', b'\\\\'), (b'\t', b'\\t'), (b'\n', b'\\n'), (b'\r', b'\\r'):
        text = text.replace(byte, escaped)
    return text


def escape_value(value):
    return re.sub(rb'[\x00-\x1F\x7F%|;\\]', lambda match: b'%%%02X' % match[0][0], value)


def valid(text):
    return text.decode('utf-8', 'ignore').encode('utf-8')


def tag_of(rng, key, is_metadata):
    """A record is UTF-8; normalize sees to its text and these two tags, the others it passes on."""
    values = [escape_value(text_of(rng)) for _ in range(rng.randrange(1, 3))]
    if not (is_metadata and key in (b'title', b'author')):
        values = map(valid, values)
    return key + b'=' + b';'.join(values)


def tags_of(rng, is_metadata):
    keys = rng.sample((b'title', b'author', b'url', b'site', b'role', b'fix', b'html', b'a.b-c_1'),
                      rng.randrange(4))
    return b'|'.join(tag_of(rng, key, is_metadata) for key in keys) or b'_'


def records(rng):
    doc = paragraph = 0
    for _ in range(LINES):
        if rng.random() < 0.2:
            doc += 1
            paragraph = 0 if rng.random() < 0.7 else 1
        fields = [b'doc%d' % doc, b'%d' % paragraph, tags_of(rng, paragraph == 0),
                  escape(text_of(rng)) if paragraph else b'']
        if rng.random() < 0.2:
            fields.append(escape(valid(text_of(rng))))
        yield b'\t'.join(fields)
        paragraph += 1


def change_bytes(rng, text):
    text = bytearray(text)
    for _ in range(rng.choice((1, 2, 8))):
        place = rng.randrange(len(text) + 1)
        text[place:place + rng.randrange(2)] = rng.randbytes(rng.randrange(3))
    return bytes(text)


def disguise(rng, text):
    """As careless programs and evaders of filters write."""
    text = text.decode('utf-8')
    way = rng.randrange(5)
    if way == 0:
        codec = rng.choice(('cp1252', 'latin-1', 'cp1258', 'mac-roman'))
        text = text.encode('utf-8').decode(codec, rng.choice(('ignore', 'replace')))
    elif way == 1:
        mark = rng.choice('\u0336\u033C\u0489\u0301\u0323')
        text = ''.join(letter + mark for letter in text)
    elif way == 2:
        text = unicodedata.normalize('NFD', text).translate(LOOKALIKES)
    elif way == 3:
        text = ''.join(rng.sample(unicodedata.normalize('NFD', text), k=len(text)))
    else:
        text = ''.join(f'&#{ord(letter)};' if ord(letter) > 126 else letter for letter in text)
    return text.encode('utf-8')


def damage(rng, text):
    """Part of the text, or all of it. What comes of it is escaped anew."""
    text = text.replace(b'\\t', b'\t').decode('utf-8')
    start, end = sorted((rng.choice((0, rng.randrange(len(text) + 1))),
                         rng.choice((len(text), rng.randrange(len(text) + 1)))))
    way = rng.choice((change_bytes, disguise, lambda rng, text: text))
    before, part, after = (piece.encode('utf-8')
                           for piece in (text[:start], text[start:end], text[end:]))
    return escape(before + way(rng, part) + after)


def damaged(rng, path):
    with open(path, 'rb') as file:
        for line in file:
            *fields, text = line[:-1].split(b'\t')
            yield b'\t'.join([*fields, damage(rng, text)])


def main():
    rng = random.Random(int(sys.argv[1]))
    for name, lines in (
            ('bytes.txt', (bytes_of(rng) for _ in range(LINES))),
            ('pieces.txt', (pieces_of(rng) for _ in range(LINES))),
            ('pieces.rec', records(rng)),
            ('damaged.rec', damaged(rng, sys.argv[2]))):
        with open(name, 'wb') as file:
            file.writelines(line + b'\n' for line in lines)


if __name__ == '__main__':
    main()
