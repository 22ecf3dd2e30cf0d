#!/bin/bash
# The names in the five real pages this suite was made for: all persons and nobody else, and places
# and organisations as entities.tsv lists them. (They are no part of the repository.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -n "$SHARED" ] || { echo "no ../shared here"; exit 77; }
cp "$SHARED"/seeds/0*.txt .
ingest 0*.txt | normalize | tag --layers role,ner | dedupe >kept.rec
python3 - "$SHARED/seeds/entities.tsv" <<'PYTHON'
import collections, csv, sys, urllib.parse

LEAST = {"per": 100, "loc": 95, "org": 85}
expected = collections.defaultdict(list)
for row in csv.DictReader(open(sys.argv[1]), delimiter="\t"):
    # AMMTC/SOMTC stands with its slash in the page: one name, or two
    expected[row["page"], row["type"]].append(set(row["forms"].split("/")) | {row["forms"]})
found = collections.defaultdict(set)
for line in open("kept.rec", newline="\n"):
    doc, loc, tags = line.split("\t")[:3]
    for pair in tags.split("|"):
        key, _, value = pair.partition("=")
        if key in LEAST and loc != "0":
            found[doc, key] |= set(map(urllib.parse.unquote, value.split(";")))
failed = False
for kind, least in LEAST.items():
    right = excess = missing = 0
    for page in sorted({page for page, _ in expected}):
        slots, names = expected[page, kind], found[page, kind]
        for slot in slots:
            right, missing = right + bool(slot & names), missing + (not slot & names)
            if not slot & names:
                print(f"{page}: {kind} missing: {'/'.join(sorted(slot))}")
        for name in sorted(names - set().union(*slots)):
            excess += 1
            print(f"{page}: {kind} too many: {name}")
    f1 = 200 * right / max(1, 2 * right + excess + missing)
    print(f"{kind}: {right} right, {excess} too many, {missing} missing, F1 {f1:.1f}")
    failed = failed or f1 < least
sys.exit(failed)
PYTHON
