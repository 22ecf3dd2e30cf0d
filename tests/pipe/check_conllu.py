#!/usr/bin/env python3
"""usage: check_conllu.py RECORDS CONLLU

Holds a file in CoNLL-U to the format (Universal Dependencies, version 2) and to the records, one a
paragraph, that it was made from: the text rebuilt from it is theirs. Says what is wrong and counts."""
import re
import sys

UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X _".split())
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "s": " ", "p": "|", "\\": "\\"}
wrong = 0


def complain(place, what):
    global wrong
    wrong += 1
    if wrong <= 20:
        print(f"{place}: {what}")


def unescape(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES[match[1]], text)


def read_records(path):
    """The text of each paragraph that has any, by document and number."""
    texts = {}
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file:
            doc, loc, _, text = line.rstrip("\n").split("\t")[:4]
            if loc != "0" and unescape(text).strip():
                texts[doc, loc] = unescape(text)
    return texts


def written(form, misc):
    """What the word is in the text, and the white space behind it."""
    space = " "
    for field in misc.split("|"):
        key, _, value = field.partition("=")
        if key == "SpaceAfter":
            space = ""
        elif key == "SpacesAfter":
            space = unescape(value)
        elif key == "SpacesInToken":
            form = unescape(value)
    return form, space


def check_word(place, line, number):
    """Returns what the word adds to the text, and the white space behind it."""
    columns = line.split("\t")
    if len(columns) != 10:
        complain(place, f"{len(columns)} columns, expected 10")
        return "", ""
    if columns[0] != str(number):
        complain(place, f"id {columns[0]}, expected {number}")
    for column in columns:
        if not column or column != column.strip() or "  " in column:
            complain(place, f"white space in a column, or nothing: {line!r}")
    if columns[3] not in UPOS or set(columns[2:3] + columns[4:9]) != {"_"}:
        complain(place, f"other columns than expected: {line!r}")
    return written(columns[1], columns[9])


def read_sentences(path):
    """Each sentence's id, text, and the white space behind it."""
    comments, words = {}, []
    with open(path, encoding="utf-8", newline="\n") as file:
        for at, line in enumerate(file, 1):
            place, line = f"{path}:{at}", line.rstrip("\n")
            if line.startswith("# "):
                if words:
                    complain(place, "a comment behind words")
                key, _, value = line[2:].partition(" = ")
                comments[key] = value
            elif line:
                words.append(check_word(place, line, len(words) + 1))
            else:
                text = "".join(form + gap for form, gap in words)
                gap = words[-1][1] if words else ""
                text = text[: len(text) - len(gap)]
                if not words:
                    complain(place, "a sentence without words")
                if comments.get("text") != re.sub(r"\s+", " ", text):
                    complain(place, f"text {comments.get('text')!r}, rebuilt {text!r}")
                yield comments.get("sent_id", ""), text, gap
                comments, words = {}, []
    if comments or words:
        complain(path, "no blank line at the end")


def main():
    texts = read_records(sys.argv[1])
    rebuilt, ids, last_gap = {}, set(), {}
    for sentence, text, gap in read_sentences(sys.argv[2]):
        if sentence in ids:
            complain(sentence, "twice")
        ids.add(sentence)
        doc, _, loc = sentence.rpartition(":")
        paragraph = doc, loc.partition(".")[0]
        rebuilt[paragraph] = rebuilt.get(paragraph, "") + last_gap.get(paragraph, "") + text
        last_gap[paragraph] = gap
    for paragraph, text in texts.items():
        if rebuilt.get(paragraph) != text:
            complain(paragraph, f"{text!r}, rebuilt {rebuilt.get(paragraph)!r}")
    for paragraph in rebuilt.keys() - texts.keys():
        complain(paragraph, "is in no record")
    print(f"{len(texts)} paragraphs, {len(ids)} sentences, {wrong} faults")
    sys.exit(wrong > 0 or not ids)


main()
