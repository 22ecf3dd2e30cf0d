#!/bin/bash
# A generated dump of 2000 pages whose truth is known: content F1 of at least 97. (What generates and
# scores it is no part of the repository.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -n "$SHARED" ] || { echo "no ../shared here"; exit 77; }
tools=$SHARED/tools
"$tools/make_dump.py" --articles "$SHARED/data/articles.seg.txt.zst" \
    --sites "$tools/sites_dev.json" --docs 2000 --seed 1 --out . >/dev/null
ingest dump.jsonl | normalize | tag | dedupe -2 | emit -f jsonl >clean.jsonl
"$tools/score_dump.py" . clean.jsonl | tee score
awk '/^content/ { exit !($7 >= 97) }' score
