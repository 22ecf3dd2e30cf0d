#!/usr/bin/env python3
"""Text in many languages, as Debian's translators wrote it: what this machine has of it.

    languages.py FOLDER [KILOBYTES]

writes a file LANGUAGE.txt for each into FOLDER, up to so many kilobytes (default 50), and prints how
many files it wrote: lines in NFC, each once, without control characters or damage of other kinds.
Languages with less than 1 KB are left out.

Where it comes from: messages of programs, questions of debconf, gnupg's help, vim's tutorial.
"""
import collections
import glob
import os
import re
import struct
import sys
import unicodedata

LEAST = 1 << 10
JOINERS = '\u200C\u200D'
# What is to be mended: character references, mojibake, Cyrillic letters in Latin words.
DAMAGE = re.compile('&#?\\w+;|[ÂÃ][\u0080-\u00BF]|[A-Za-z][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-z]')


def messages(path):
    """The translations in a .mo file."""
    with open(path, 'rb') as file:
        data = file.read()
    order = '<' if data[:4] == b'\xde\x12\x04\x95' else '>'
    count, _, table = struct.unpack_from(order + '3I', data, 8)
    texts = []
    for place in range(table, table + 8 * count, 8):
        length, start = struct.unpack_from(order + '2I', data, place)
        texts.append(data[start:start + length])
    charset = re.search(rb'charset=([\w-]+)', texts[0] if texts else b'')
    for text in texts[1:]:  # the first is the header
        yield text.decode(charset[1].decode() if charset else 'utf-8', 'replace').replace('\0', '\n')


def questions(path):
    """(language, text) of each translated field of a debconf template."""
    with open(path, encoding='utf-8') as file:
        for language, text in re.findall(
                r'^(?:Extended_)?Description-([\w@]+)\.UTF-8:((?:.*\n .*)*.*)', file.read(), re.M):
            yield language, re.sub(r'^ (\.$)?', '', text, flags=re.M)


def whole(path):
    with open(path, encoding='utf-8') as file:
        return file.read()


def sources():
    """(language, text), the best prose first."""
    for path in sorted(glob.glob('/usr/share/gnupg/help.*.txt')):
        yield path.split('.')[-2], whole(path)
    for path in sorted(glob.glob('/usr/share/vim/*/tutor/tutor.*.utf-8')):
        yield path.split('.')[-2], whole(path)
    for path in sorted(glob.glob('/var/lib/dpkg/info/*.templates')):
        yield from questions(path)
    for path in sorted(glob.glob('/usr/share/locale/*/LC_MESSAGES/*.mo')):
        for text in messages(path):
            yield path.split('/')[4], text


def is_control(character):
    """Joiners are none: some scripts need them."""
    return (unicodedata.category(character) in ('Cc', 'Cf', 'Co', 'Cs', 'Cn')
            and character not in JOINERS) or character == '\uFFFD'


def has_idle_joiner(line):
    """One with neither a letter nor a mark before it, which joins nothing."""
    return any(character in JOINERS and unicodedata.category(before)[0] not in 'LM'
               for before, character in zip(' ' + line, line))


def is_clean(line):
    return (unicodedata.is_normalized('NFC', line) and not DAMAGE.search(line)
            and not any(map(is_control, set(line))) and not has_idle_joiner(line))


def main():
    folder, limit = sys.argv[1], int((sys.argv + ['50'])[2]) << 10
    languages, sizes = collections.defaultdict(dict), collections.Counter()
    for language, text in sources():
        if sizes[language] >= limit:
            continue
        for line in text.split('\n'):
            if line and line not in languages[language] and is_clean(line):
                languages[language][line] = True
                sizes[language] += len(line.encode('utf-8')) + 1
    large = [language for language in languages if sizes[language] >= LEAST]
    for language in large:
        with open(os.path.join(folder, language + '.txt'), 'w', encoding='utf-8') as file:
            file.writelines(line + '\n' for line in languages[language])
    print(len(large))


if __name__ == '__main__':
    main()
