#!/usr/bin/env python3
"""Write lang_table.c: what the letters of a word say of its language.

    make_lang.py >lang_table.c

Learns from the translated messages of the programs that are installed here (/usr/share/locale), of
English from the messages that they translate, and of Vietnamese also from common/vi/syllables.txt.
Of the texts nothing is kept but how they weigh. What comes out depends on which programs there are,
and in which versions, so that no test compares it; tests/pipe/lang.sh measures it, on the messages of
HELD_OUT, from which nothing is learned. Takes minutes, and wants a machine with many programs.

An n-gram is a run of one to three letters of a word, its ends counting as letters (_), or a whole
word. At first it weighs the logarithm of its frequency in a language over FLOOR. Then errors are
corrected: pieces of 20 and 40 characters are read, and where another language comes too near the
right one, the weights of the n-grams of the piece are moved from the one to the other (an averaged
perceptron with a margin: Freund and Schapire 1999; Collins 2002).
"""
import collections
import gettext
import glob
import math
import os
import pathlib
import random
import re
import sys
import unicodedata

# Those whose script others write, too.
LANGUAGES = 'vi en fr de es pt it nl sv da pl cs hu ro tr fi id ru uk ar fa'.split()
LOCALES = {'pt': ['pt', 'pt_BR']}
HELD_OUT = '''Linux-PAM adduser apt bash coreutils diffutils dpkg findutils gnupg2 grep
    libapt-pkg6.0 make man-db procps-ng sed shadow sysstat tar xz'''.split()
ENGLISH_FROM = 'de'

N_GRAMS = 6000     # less than ROWS in lang_grams.c
LEAST_COUNT = 3
FLOOR = 1e-4       # occurrences a letter
SCALE = 4          # steps in which weights are written to a factor of e
OWN_LETTER = 16    # less than in lang_reader.c: the other words are to tell it, too
MARGIN = 12
ROUNDS = 5
PIECES = 2500      # of each language and length
LEAST_WEIGHT = 2
COLUMNS = 92

WORD = re.compile(r'[^\W\d_]+')
NO_PROSE = re.compile(r'<[^>]*>|%[-+#0 ]*[\d$.*]*[a-zA-Z]+|\\.|--?[\w-]+(=\S+)?'
                      r'|\S*[/\\_$@{}=]\S*|&\w+;')


def is_own(letter):
    """As letter_is_vietnamese in common/vi: words with such a letter need no n-grams."""
    return '\u1EA0' <= letter <= '\u1EF9' or letter in '\u01A0\u01A1\u01AF\u01B0'


def without_marks(text):
    text = unicodedata.normalize('NFD', text.replace('đ', 'd').replace('Đ', 'D'))
    return ''.join(c for c in text if not unicodedata.combining(c))


def words(text):
    return [word for word in WORD.findall(text.lower()) if not any(map(is_own, word))]


def n_grams(word):
    whole = '_' + word + '_'
    for n in (1, 2, 3):
        for i in range(len(whole) - n + 1):
            if whole[i:i + n] != '_':
                yield whole[i:i + n]
    if 2 <= len(word) <= 10:
        yield whole


def clean(text):
    return unicodedata.normalize('NFC', ' '.join(NO_PROSE.sub(' ', text).split()))


def catalogues(language):
    """The messages and translations of each program that is not held out."""
    for locale in LOCALES.get(language, [language]):
        for path in sorted(glob.glob(f'/usr/share/locale/{locale}/LC_MESSAGES/*.mo')):
            name = os.path.basename(path)[:-3]
            if name in HELD_OUT or name.startswith('iso_'):
                continue
            try:
                with open(path, 'rb') as file:
                    yield gettext.GNUTranslations(file)._catalog
            except (OSError, UnicodeDecodeError):
                print(f'{path}: cannot read', file=sys.stderr)


def messages(language):
    """Lines of at least 20 characters, each once."""
    lines = {}
    english = language == 'en'
    for catalogue in catalogues(ENGLISH_FROM if english else language):
        for message, translation in catalogue.items():
            message = message[0] if isinstance(message, tuple) else message
            text = clean(message if english else translation)
            if message and translation != message and len(text) >= 20:
                lines[text] = True
    return list(lines)


def syllables():
    """How often each stands, and each without its marks."""
    found = collections.Counter()
    path = pathlib.Path(__file__).parent / '../../common/vi/syllables.txt'
    for line in path.read_text(encoding='utf-8').splitlines():
        if not line.startswith('#'):
            syllable, count = line.split()
            found[without_marks(syllable)] += int(count)
            if not any(map(is_own, syllable)):
                found[syllable] += int(count)
    return found


def frequencies(word_counts):
    """How often each n-gram stands in as much text as has one letter."""
    found = collections.Counter()
    letters = 0
    for word, count in word_counts.items():
        letters += count * len(word)
        for n_gram in n_grams(word):
            found[n_gram] += count
    return {n_gram: count / letters for n_gram, count in found.items() if count >= LEAST_COUNT}


def first_weights(frequency):
    """Of the N_GRAMS n-grams that tell languages apart best."""
    weights = collections.defaultdict(dict)
    for language in LANGUAGES:
        for n_gram, rate in frequency[language].items():
            if rate > FLOOR and round(SCALE * math.log(rate / FLOOR)):
                weights[n_gram][language] = round(SCALE * math.log(rate / FLOOR))

    def use(n_gram):
        found = [weights[n_gram].get(language, 0) for language in LANGUAGES]
        mean = sum(found) / len(found)
        deviation = math.sqrt(sum((weight - mean) ** 2 for weight in found) / len(found))
        return sum(frequency[language].get(n_gram, 0) for language in LANGUAGES) * deviation

    best = sorted(weights, key=lambda n_gram: (-use(n_gram), n_gram))[:N_GRAMS]
    return {n_gram: weights[n_gram] for n_gram in best}


def piece(line, length, dice):
    """About so many characters of a line, from the start of a word to the end of one."""
    start = 0
    if len(line) > length + 10:
        start = line.find(' ', dice.randrange(len(line) - length - 5)) + 1
    part = line[start:start + length + 1]
    if len(part) > length:
        part = part[:part.rfind(' ')] if ' ' in part[length // 2:] else part[:length]
    return part


def samples(language, lines, weights, dice):
    """(language, known n-grams, letters of its own) of pieces of the lines."""
    for length in (20, 40):
        count = 0
        for _ in range(6 * PIECES):
            part = piece(dice.choice(lines), length, dice)
            if min(len(part), sum(map(str.isalpha, part))) < 0.7 * length:
                continue
            if language == 'vi' and dice.random() < 0.4:
                part = without_marks(part)
            known = [g for word in words(part) for g in n_grams(word) if g in weights]
            yield language, known, sum(map(is_own, part))
            count += 1
            if count == PIECES:
                break


def correct(weights, pieces, dice):
    """The weights, averaged over all steps, after ROUNDS rounds of correcting errors."""
    moved = {n_gram: collections.Counter() for n_gram in weights}
    step = 1
    for turn in range(ROUNDS):
        dice.shuffle(pieces)
        errors = 0
        for language, known, own_letters in pieces:
            scores = dict.fromkeys(LANGUAGES, 0)
            scores['vi'] += OWN_LETTER * own_letters
            for n_gram in known:
                for other, weight in weights[n_gram].items():
                    scores[other] += weight
            right = scores.pop(language)
            rival = max(scores, key=scores.get)
            errors += scores[rival] > right
            if scores[rival] + MARGIN > right:
                for n_gram in known:
                    for other, change in ((language, 1), (rival, -1)):
                        weights[n_gram][other] = weights[n_gram].get(other, 0) + change
                        moved[n_gram][other] += change * step
            step += 1
        print(f'round {turn + 1}: {100 * errors / len(pieces):.2f} % wrong', file=sys.stderr)
    return {n_gram: {language: round(weight - moved[n_gram][language] / step)
                     for language, weight in of_languages.items()}
            for n_gram, of_languages in weights.items()}


def rows(weights):
    """(language, weight, n-grams) in lines that are not too long."""
    groups = collections.defaultdict(list)
    for n_gram, of_languages in weights.items():
        for language, weight in of_languages.items():
            if abs(weight) >= LEAST_WEIGHT:
                groups[language, max(-127, min(127, weight))].append(n_gram)
    for language in LANGUAGES:
        for weight in sorted((w for l, w in groups if l == language), reverse=True):
            line = ''
            for n_gram in sorted(groups[language, weight]):
                if len(line) + len(n_gram) > COLUMNS - 24:
                    yield language, weight, line
                    line = ''
                line += ' ' * bool(line) + n_gram
            yield language, weight, line


def main():
    dice = random.Random(1)
    lines = {language: messages(language) for language in LANGUAGES}
    counts = {language: collections.Counter(w for line in lines[language] for w in words(line))
              for language in LANGUAGES}
    counts['vi'] = syllables()
    weights = first_weights({language: frequencies(counts[language]) for language in LANGUAGES})
    pieces = [sample for language in LANGUAGES
              for sample in samples(language, lines[language], weights, dice)]
    weights = correct(weights, pieces, dice)
    print('/* Written by make_lang.py: change that, not this. */')
    print('#include "lang_table.h"\n')
    print('const struct lang_row lang_rows[] = {')
    for language, weight, line in rows(weights):
        print(f'    {{LANG_{language.upper()}, {weight}, "{line}"}},')
    print('};\n')
    print('const size_t lang_row_count = sizeof lang_rows / sizeof lang_rows[0];')


if __name__ == '__main__':
    main()
