#!/bin/bash
# The five real pages this suite was made for: every line of content is kept, every other dropped,
# and each has a role that is right. (They are no part of the repository.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -n "$SHARED" ] || { echo "no ../shared here"; exit 77; }
cp "$SHARED"/seeds/0*.txt .
ingest 0*.txt | normalize | tag >tagged.rec
dedupe tagged.rec | emit -f jsonl >clean.jsonl
python3 - "$SHARED/seeds/gold.tsv" <<'PYTHON'
import collections, csv, json, re, sys
sys.path.insert(0, sys.argv[1].replace("seeds/gold.tsv", "tools"))
from score_dump import key

def unescape(text):
    return re.sub(r"\\(.)", lambda m: {"t": "\t", "n": "\n", "r": "\r"}.get(m[1], m[1]), text)

gold = collections.defaultdict(list)
for row in csv.DictReader(open(sys.argv[1]), delimiter="\t"):
    gold[row["file"]].append((int(row["line"]), row["role"].split("|"), row["keep"]))
tagged = collections.defaultdict(list)
for line in open("tagged.rec", newline="\n"):
    doc, loc, tags, text = line.rstrip("\n").split("\t")[:4]
    if loc != "0":
        role = re.search(r"role=(\w+)", tags)
        tagged[doc].append((role[1] if role else "-", unescape(text)))
kept = collections.defaultdict(collections.Counter)
for line in open("clean.jsonl"):
    page = json.loads(line)
    kept[page["id"]] = collections.Counter(map(key, page["text"].split("\n")))

wrong = 0
def complain(what):
    global wrong
    wrong += 1
    print(what)

for file, rows in gold.items():
    if len(rows) != len(tagged[file]):
        complain(f"{file}: {len(tagged[file])} paragraphs, expected {len(rows)}")
    for (number, roles, keep), (role, text) in zip(rows, tagged[file]):
        if role not in roles:
            complain(f"{file}:{number}: role {role}, expected {'|'.join(roles)}: {text}")
        is_kept = kept[file][key(text)] > 0
        if is_kept and keep != "0":
            kept[file][key(text)] -= 1
        if keep == "1" and not is_kept:
            complain(f"{file}:{number}: dropped: {text}")
    for (number, roles, keep), (role, text) in zip(rows, tagged[file]):
        if keep == "0" and kept[file][key(text)] > 0:
            complain(f"{file}:{number}: kept: {text}")
sys.exit(wrong > 0)
PYTHON
