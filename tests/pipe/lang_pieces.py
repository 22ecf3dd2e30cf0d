#!/usr/bin/env python3
"""Pieces of text in many languages, as records: what Debian's translators wrote and this machine has.

    lang_pieces.py [ARTICLES]

writes records whose doc is LANGUAGE/KIND/NUMBER. The kinds 20 and 40 are lines of about so many
characters, each a document without metadata record; `name` is the name of a country; `page` is a
document of several lines. With ARTICLES, a file of Vietnamese text, there are lines of it, too: the
kinds `news`, 40 characters, and `ascii`, the same without marks.

They are from messages of programs, from which make_lang.py learns nothing (HELD_OUT there), but for
the names of countries, which stand for Lao, in which there is nothing else.
"""
import os
import pathlib
import random
import sys
import unicodedata

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
sys.path.insert(0, str(pathlib.Path(__file__).parent / '../../tools/tag'))
import languages  # noqa: E402
import make_lang  # noqa: E402

LOCALES = {'pt': ['pt', 'pt_BR'], 'zh': ['zh_CN', 'zh_TW']}
OTHERS = 'zh ja ko th lo km my el he hi bn ta hy ka'.split()
NAMES_ONLY = ['lo']
PIECES = 300
PAGE_LINES = 20
PAGES = 60
LEAST_LETTERS = 0.7
FOLDER = '/usr/share/locale'


def is_latin(letter):
    return letter < '\u0250' or '\u1E00' <= letter < '\u1F00'


def is_prose(text, language):
    """Mostly letters (and vowel signs), and those of the language's script."""
    letters = [letter for letter in text if unicodedata.category(letter)[0] in 'LM']
    native = [letter for letter in letters if is_latin(letter) == is_latin(SCRIPTS[language])]
    return len(letters) >= LEAST_LETTERS * len(text.replace(' ', '')) and 2 * len(native) > len(letters)


# A letter of each language that does not write Latin letters.
SCRIPTS = dict.fromkeys(make_lang.LANGUAGES, 'a')
SCRIPTS.update(dict.fromkeys(['ru', 'uk', 'ar', 'fa'] + OTHERS, '一'))


def catalogues(language, names):
    for locale in LOCALES.get(language, [language]):
        for name in names:
            path = f'{FOLDER}/{locale}/LC_MESSAGES/{name}.mo'
            if os.path.exists(path):
                yield path


def lines(path, language):
    found = {}
    for text in languages.messages(path):
        for line in text.split('\n'):
            found[make_lang.clean(line)] = True
    return [line for line in found if line and is_prose(line, language)]


def english():
    """What the German catalogues translate: the messages themselves."""
    for path in catalogues('de', make_lang.HELD_OUT):
        with open(path, 'rb') as file:
            texts = make_lang.gettext.GNUTranslations(file)._catalog
        messages = [key[0] if isinstance(key, tuple) else key for key in texts]
        found = {make_lang.clean(line): True for text in messages for line in text.split('\n')}
        yield [line for line in found if line and is_prose(line, 'en')]


def collections_of(language):
    """The lines of each program."""
    if language == 'en':
        return list(english())
    return [lines(path, language) for path in catalogues(language, make_lang.HELD_OUT)]


def write(doc, texts):
    for number, text in enumerate(texts, 1):
        text = text.replace('\\', '\\\\').replace('\t', ' ')
        print(f'{doc}\t{number}\t_\t{text}')


def write_pieces(language, kind, length, texts, dice, change=str):
    count = 0
    texts = [text for text in texts if len(text) >= 0.8 * length]
    dice.shuffle(texts)
    for text in texts:
        part = make_lang.piece(text, length, dice)
        if len(part) >= 0.7 * length and is_prose(part, language):
            write(f'{language}/{kind}/{count}', [change(part)])
            count += 1
        if count == PIECES:
            break


def write_pages(language, programs):
    pages = [texts[i:i + PAGE_LINES] for texts in programs
             for i in range(0, len(texts) - PAGE_LINES // 2, PAGE_LINES)]
    for number, page in enumerate(pages[:PAGES]):
        print(f'{language}/page/{number}\t0\t_\t')
        write(f'{language}/page/{number}', page)


def main():
    dice = random.Random(1)
    for language in make_lang.LANGUAGES + OTHERS:
        if language in NAMES_ONLY:
            for path in catalogues(language, ['iso_3166-1']):
                for number, name in enumerate(lines(path, language)):
                    write(f'{language}/name/{number}', [name])
                write_pages(language, [lines(path, language)])
            continue
        programs = collections_of(language)
        texts = [text for program in programs for text in program]
        for length in (20, 40):
            write_pieces(language, str(length), length, texts, dice)
        write_pages(language, programs)
    for path in sys.argv[1:]:
        texts = languages.whole(path).splitlines()
        write_pieces('vi', 'news', 40, texts, random.Random(1))
        write_pieces('vi', 'ascii', 40, texts, random.Random(1), make_lang.without_marks)


if __name__ == '__main__':
    main()
