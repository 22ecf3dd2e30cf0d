#!/usr/bin/env python3
"""Damage news articles as old files and careless programs do, and have them repaired by normalize.

    normalize_round_trip.py SHARED

Prints what share came back right, one figure a line. Exit status 1 if one is below its limit.
"""
import itertools
import os
import re
import subprocess
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
import articles  # noqa: E402
import legacy_encode  # noqa: E402

DAMAGED = 500   # articles that are damaged
CLEAN = 5000    # articles that are not; the others are among them
# What some articles have as they were scraped, and normalize mends: Eth for Đ, and single Cyrillic
# letters in Latin words. Those articles are not clean.
DAMAGE = re.compile('Ð|ı|[A-Za-zÀ-ỹ][\u0400-\u04FF]|[\u0400-\u04FF][A-Za-zÀ-ỹ]')
CODE_PAGES = ('windows-1258', 'viscii', 'tcvn3', 'vni', 'vps')

failures = 0


def report(what, right, counted, limit):
    global failures
    share = 100 * right / counted
    is_below = share < limit
    failures += is_below
    print(f'{what:<44}{share:9.3f} %  (at least {limit} %)' + is_below * '  FAILED', flush=True)


def normalize(steps, documents):
    """What becomes of the documents (bytes), each in a file of its own; all in one."""
    names = []
    for number, document in enumerate(documents):
        names.append(str(number))
        with open(names[-1], 'wb') as file:
            file.write(document)
    return subprocess.run(['normalize', '-t', '--only', steps, *names],
                          stdout=subprocess.PIPE, check=True).stdout


# Code pages

class Page:
    """A code page, with what it has each character as."""

    def __init__(self, name):
        self.codes = {}
        self.missing = set()  # characters that it does not have
        self.name = name

    def learn(self, characters):
        encoded = legacy_encode.table(self.name)
        for character in characters:
            code = legacy_encode.encode_character(character, encoded, 'question')
            self.codes[character] = code
            small = character.lower()
            if code == b'?' != character.encode() or small != character and code == encoded.get(small):
                self.missing.add(character)

    def encode(self, text):
        return b''.join(map(self.codes.__getitem__, text))


def count_errors(line, found, missing):
    """Characters of the line that must be changed, dropped or added to make it what was found; a
    character that is missing from the code page may be any one character."""
    if len(line) == len(found):
        return sum(character != other and character not in missing
                   for character, other in zip(line, found))
    costs = list(range(len(found) + 1))
    for row, character in enumerate(line, 1):
        diagonal, costs[0] = costs[0], row
        is_missing = character in missing
        for column, other in enumerate(found, 1):
            change = diagonal + (character != other and not is_missing)
            diagonal = costs[column]
            costs[column] = min(change, diagonal + 1, costs[column - 1] + 1)
    return costs[-1]


def check_code_page(name, texts):
    page = Page(name)
    page.learn(set(itertools.chain.from_iterable(texts)))
    raw = [page.encode(text) for text in texts]
    latin1 = [legacy_encode.read_as(data, 'windows-1252').encode('utf-8') for data in raw]
    lines = ''.join(texts).split('\n')
    is_missing = page.missing.__contains__
    counted = sum(len(line) - sum(map(is_missing, line)) for line in lines)
    for form, documents in ('', raw), (' as Latin-1', latin1):
        found = normalize('charset,compose', documents).decode('utf-8').split('\n')
        assert len(found) == len(lines), f'{len(found)} lines, expected {len(lines)}'
        errors = sum(count_errors(line, other, page.missing)
                     for line, other in zip(lines, found) if line != other)
        report(f'{name}{form}: characters right', counted - errors, counted, 99.9)


# Mojibake

def misread(text, codec):
    """The text in UTF-8, read as windows-1252, Latin-1, ...; line ends stay."""
    if codec == 'latin-1':
        return text.encode('utf-8').decode('latin-1')
    return legacy_encode.read_as(text.encode('utf-8'), codec)


def check_mojibake(texts):
    """By line: in a single document, as no step but charset knows of documents."""
    whole = ''.join(texts)
    lines = whole.split('\n')
    is_hurt = [not line.isascii() for line in lines]

    def check(what, damaged, limit):
        found = normalize('mojibake', [damaged.encode('utf-8')]).decode('utf-8').split('\n')
        assert len(found) == len(lines), f'{len(found)} lines, expected {len(lines)}'
        right = sum(hurt and line == other for hurt, line, other in zip(is_hurt, lines, found))
        report(f'{what}: lines exact', right, sum(is_hurt), limit)

    once = misread(whole, 'windows-1252')
    check('mojibake windows-1252', once, 99.9)
    spaced = once.replace('\u00A0', ' ')
    check('mojibake windows-1252, NBSP as space', spaced, 98)
    check('mojibake windows-1252, spaces folded', re.sub(' +', ' ', spaced), 95)
    for codec in 'latin-1', 'windows-1258', 'mac-roman':
        check(f'mojibake {codec}', misread(whole, codec), 99)
    check('mojibake windows-1252, twice', misread(once, 'windows-1252'), 99)


# Clean text

def check_clean(texts):
    found = normalize('charset,mojibake,overlay,lookalikes',
                      [text.encode('utf-8') for text in texts]).decode('utf-8')
    found = iter(found.split('\n'))
    untouched = 0
    for text in texts:
        touched = [(line, other) for line, other in zip(text.split('\n')[:-1], found)
                   if line != other]
        untouched += not touched
        for line, other in touched:
            print('touched:', line, 'became:', other, sep='\n    ')
    assert list(found) == [''], 'lines that were not there before'
    report('clean: articles untouched', untouched, len(texts), 100)


def main():
    drawn = articles.spread(sys.argv[1], CLEAN + CLEAN // 100)
    clean = [text for text in drawn if not DAMAGE.search(text)][:CLEAN]
    assert len(clean) == CLEAN
    damaged = clean[::CLEAN // DAMAGED]
    for name in CODE_PAGES:
        check_code_page(name, damaged)
    check_mojibake(damaged)
    check_clean(clean)
    sys.exit(failures > 0)


if __name__ == '__main__':
    main()
