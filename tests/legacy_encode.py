#!/usr/bin/env python3
"""Damage UTF-8 text the way that old files and careless programs do. From standard input to output.

    legacy_encode.py PAGE <utf8 >bytes
        Encode in PAGE: windows-1252 windows-1258 viscii tcvn3 vps vni mac-roman. TCVN3 has no toned
        capitals: they become small letters.
    legacy_encode.py PAGE --as latin1 <utf8 >utf8
        The same bytes, converted to UTF-8 as if they had been Latin-1 (windows-1252, and a C1
        control for a byte that it has nothing for).
    legacy_encode.py mojibake PAGE <utf8 >utf8
        The UTF-8 bytes themselves read as PAGE: windows-1252 windows-1258 mac-roman.

What the bytes stand for comes from tools/normalize/make_codepages.py.
"""
import argparse
import functools
import os
import re
import sys
import unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)),
                                '..', 'tools', 'normalize'))
import make_codepages  # noqa: E402

TONES = '\u0300\u0301\u0303\u0309\u0323'


@functools.lru_cache
def table(name):
    """{character: its bytes}. A letter that VNI has both as one byte and as two is the one."""
    page = make_codepages.PAGES[name]
    encoded = {}
    if name == 'tcvn3':
        page = make_codepages.VN3
        for byte, capital in make_codepages.capitals('tcvn3').items():
            encoded[capital] = bytes([byte])
    if name == 'vni':
        for (vowel, mark), letter in make_codepages.vni_pairs().items():
            is_small = page[vowel].islower()
            if is_small == (mark not in make_codepages.VNI_MARKS):
                encoded[letter] = bytes([vowel, mark])
    encoded.update({character: bytes([byte]) for byte, character in enumerate(page)
                    if character != make_codepages.NOTHING})
    return encoded


def split_tone(character):
    """The letter without its tone, and the tone: a letter of windows-1258 that is two bytes."""
    marks = unicodedata.normalize('NFD', character)
    tones = ''.join(mark for mark in marks if mark in TONES)
    rest = ''.join(mark for mark in marks if mark not in TONES)
    return unicodedata.normalize('NFC', rest) + tones


def plain(character):
    """The ASCII letters that are left of a character without its marks; may be none."""
    ascii_of = {'đ': 'd', 'Đ': 'D', '–': '-', '—': '-', '‘': "'", '’': "'", '“': '"', '”': '"',
                '…': '...', '\u00a0': ' '}
    if character in ascii_of:
        return ascii_of[character]
    return ''.join(part for part in unicodedata.normalize('NFKD', character) if part < '\x80')


def encode_character(character, encoded, missing):
    if character in encoded:
        return encoded[character]
    parts = split_tone(character)
    if all(part in encoded for part in parts):
        return b''.join(encoded[part] for part in parts)
    if missing == 'drop':
        return b''
    if missing == 'keep-ascii':
        return plain(character).encode('ascii') or b'?'
    return b'?'


def encode(text, name, missing):
    encoded = table(name)
    text = unicodedata.normalize('NFC', text)
    return b''.join(encode_character(character, encoded, missing) for character in text)


def read_as(data, name):
    page = make_codepages.PAGES[name]
    return ''.join(page[byte] for byte in data)


def mistreat(text, options):
    """What text goes through on a page and a clipboard."""
    if options.holes == 'question':
        text = re.sub('[\x80-\x9f]', '?', text)
    if options.nbsp == 'space':
        text = text.replace('\u00a0', ' ')
    if options.fold:
        text = re.sub(' +', ' ', text)
    return text


def damage(line, options):
    """One line as UTF-8 bytes, without its end."""
    text = line.decode('utf-8')
    if options.mode == 'mojibake':
        for _ in range(options.times):
            text = read_as(text.encode('utf-8'), options.page)
    else:
        data = encode(text, options.page, options.missing)
        if options.read_as is None:
            return data
        text = read_as(data, 'windows-1252')
    return mistreat(text, options).encode('utf-8')


def parse_options(arguments):
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter,
        usage='%(prog)s [options] PAGE | mojibake PAGE')
    parser.add_argument('words', nargs='+', metavar='PAGE', help='as above')
    parser.add_argument('--missing', choices=('question', 'drop', 'keep-ascii'),
                        default='question',
                        help='a character that PAGE does not have becomes a question mark '
                             '(default), nothing, or its ASCII letter without marks')
    parser.add_argument('--as', dest='read_as', choices=('latin1',),
                        help='write the bytes as UTF-8 of what they are in Latin-1')
    parser.add_argument('--times', type=int, default=1, metavar='N',
                        help='mojibake N times over')
    parser.add_argument('--nbsp', choices=('keep', 'space'), default='keep',
                        help='what a no-break space becomes in text that is written as UTF-8')
    parser.add_argument('--fold', action='store_true',
                        help='then make one space of each run of spaces')
    parser.add_argument('--holes', choices=('keep', 'question'), default='keep',
                        help='what a C1 control becomes, which a code page has no sign for')
    options = parser.parse_args(arguments)
    options.mode = 'mojibake' if options.words[0] == 'mojibake' else 'encode'
    pages = options.words[options.mode == 'mojibake':]
    known = make_codepages.REVERSED if options.mode == 'mojibake' else list(make_codepages.PAGES)
    if len(pages) != 1 or pages[0] not in known:
        parser.error('expected one code page: ' + ' '.join(known))
    if options.times < 1:
        parser.error('--times: expected 1 or more')
    options.page = pages[0]
    return options


def main():
    options = parse_options(sys.argv[1:])
    for number, line in enumerate(sys.stdin.buffer, 1):
        end = b'\n' if line.endswith(b'\n') else b''
        try:
            sys.stdout.buffer.write(damage(line[:len(line) - len(end)], options) + end)
        except UnicodeDecodeError:
            sys.exit(f'legacy_encode.py: line {number} is not UTF-8')


if __name__ == '__main__':
    main()
