#!/usr/bin/env python3
"""usage: names_score.py [-v] [--least TYPE=F1] ... FILE.tsv ...

Scores the layer ner of `tag` against sentences labelled by hand, with the `tag` of the PATH. Prints
precision, recall and F1 of each type; with -v, also every name that is missing (-) or too many (+).
Ends with status 1 where an F1 is below what --least asks for.

A line is: document TAB sentence TAB per TAB loc TAB org. A field of names holds slots joined by
";", or "-"; in a slot, "/" joins spans that are equally right, and "?" before it makes it optional.
"""
import argparse
import re
import subprocess
import sys
import urllib.parse

TYPES = ("per", "loc", "org")


def read_slots(field):
    return [] if field == "-" else [
        (slot.startswith("?"), slot.lstrip("?").split("/")) for slot in field.split(";")]


def escape(text):
    return text.replace("\\", "\\\\").replace("\t", "\\t")


def tag(rows):
    """The sets of names that tag finds in each row."""
    lines, previous, number = [], None, 0
    for row in rows:
        number = number + 1 if row[0] == previous else 1
        previous = row[0]
        lines.append(f"{row[0]}\t{number}\t_\t{escape(row[1])}\n")
    out = subprocess.run(["tag", "--layers", "ner"], input="".join(lines), encoding="utf-8",
                         stdout=subprocess.PIPE, check=True).stdout.splitlines()
    for line in out:
        tags = dict(pair.split("=", 1) for pair in line.split("\t")[2].split("|") if "=" in pair)
        yield {kind: {urllib.parse.unquote(name) for name in tags.get(kind, "").split(";") if name}
               for kind in TYPES}


def score(slots, found):
    """The numbers of slots found, names too many and slots missing, and the names."""
    right, excess, missing = 0, [], []
    for optional, forms in slots:
        if optional:
            continue
        if found & set(forms):
            right += 1
        else:
            missing.append("/".join(forms))
    allowed = {form for _, forms in slots for form in forms}
    excess = sorted(found - allowed)
    return right, excess, missing


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("-v", "--verbose", action="store_true")
    parser.add_argument("--least", action="append", default=[])
    parser.add_argument("files", nargs="+")
    arguments = parser.parse_args()
    rows = [line.rstrip("\n").split("\t") for file in arguments.files
            for line in open(file, encoding="utf-8", newline="\n")]
    sums = {kind: [0, 0, 0] for kind in TYPES}
    for row, found in zip(rows, tag(rows)):
        notes = []
        for kind, field in zip(TYPES, row[2:]):
            right, excess, missing = score(read_slots(field), found[kind])
            for i, count in enumerate((right, len(excess), len(missing))):
                sums[kind][i] += count
            notes += [f"{kind}+ {name}" for name in excess]
            notes += [f"{kind}- {name}" for name in missing]
        if arguments.verbose and notes:
            print(f"{row[0]}: {row[1]}\n    " + "\n    ".join(notes))
    least = dict(re.fullmatch(r"(\w+)=([\d.]+)", text).groups() for text in arguments.least)
    failed = False
    for kind, (right, excess, missing) in sums.items():
        precision = right / max(1, right + excess)
        recall = right / max(1, right + missing)
        f1 = 200 * right / max(1, 2 * right + excess + missing)
        print(f"{kind}: precision {100 * precision:.1f}, recall {100 * recall:.1f}, F1 {f1:.1f}"
              f" ({right + missing} names)")
        failed = failed or f1 < float(least.get(kind, 0))
    sys.exit(failed)


if __name__ == "__main__":
    main()
