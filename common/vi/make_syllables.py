#!/usr/bin/env python3
"""usage: zstdcat articles.seg.txt.zst | make_syllables.py >syllables.txt

Counts the Vietnamese syllables of word-segmented text (words apart, the syllables of a word joined
by "_") on standard input, and writes them with how often they stand in ten million. Syllables are
told by the onsets and rhymes in syllable.c beside this file; those that were met less than three
times in all are left out, as are level ones that end in c, ch, k, p or t: they are foreign words.
"""
import collections
import pathlib
import re
import sys
import unicodedata

LEAST = 3
TONES = "\u0300\u0301\u0303\u0309\u0323"
SOURCE = (pathlib.Path(__file__).parent / "syllable.c").read_text(encoding="utf-8")


def table(name):
    body = re.search(r"%s\[\] = \{(.*?)\};" % name, SOURCE, re.S).group(1)
    return re.findall(r'"([^"]*)"', body)


ONSETS = sorted(table("onsets"), key=len, reverse=True)
RHYMES = set(table("rhymes"))


def is_syllable(word):
    letters = unicodedata.normalize("NFD", word)
    tones = [mark for mark in letters if mark in TONES]
    plain = unicodedata.normalize("NFC", "".join(mark for mark in letters if mark not in TONES))
    if len(tones) > 1:
        return False
    if not set(tones) & set("\u0301\u0323") and re.search("[ckpt]h?$", plain) \
            and not plain.endswith("th"):
        return False
    return any(plain.startswith(onset) and plain[len(onset):] in RHYMES for onset in ONSETS)


def main():
    counts = collections.Counter()
    for line in sys.stdin:
        counts.update(re.split("[_ ]", unicodedata.normalize("NFC", line.rstrip("\n")).lower()))
    syllables = {word: count for word, count in counts.items() if word and is_syllable(word)}
    total = sum(syllables.values())
    print("# Vietnamese syllables, and how often each stands in ten million: written by")
    print("# make_syllables.py from the vietnews corpus; see README.md.")
    for word, count in sorted(syllables.items(), key=lambda item: (-item[1], item[0])):
        if count >= LEAST:
            print(word, max(1, round(count * 1e7 / total)))


if __name__ == "__main__":
    main()
