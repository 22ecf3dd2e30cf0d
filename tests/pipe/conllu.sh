#!/bin/bash
# ingest | normalize | segment -w | emit -f conllu gives valid CoNLL-U, and the text rebuilt from it is
# the normalized text: on the sample dump, and on real and 2000 generated pages where they are there.
. "$(dirname "$0")/../environment.sh"

# holds FILE...: pages whose names differ.
holds() {
    echo "$1"
    ingest "$@" | normalize >"$scratch/records"
    segment -w "$scratch/records" | emit -f conllu >"$scratch/conllu"
    "$root/tests/pipe/check_conllu.py" "$scratch/records" "$scratch/conllu"
}

cd "$DATA"
for dump in text html dump.jsonl dump.warc pages.tar.gz; do
    holds $dump
done
[ -n "$SHARED" ] || { echo "no ../shared here: the sample dump holds"; exit 77; }
cd "$SHARED/seeds"
holds 0*.txt
cd "$scratch"
tools=$SHARED/tools
"$tools/make_dump.py" --articles "$SHARED/data/articles.seg.txt.zst" \
    --sites "$tools/sites_dev.json" --docs 2000 --seed 2 --out . >/dev/null
holds dump.jsonl
