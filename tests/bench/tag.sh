#!/bin/bash
# usage: tests/bench/tag.sh [MEGABYTES]
#
# Speed of tag's layers beside uconv; see beside_uconv.sh. role and lang, and names, read records: a
# generated dump of sites (with ../shared, else the sample dump), whose paragraphs are short and of which
# a third is frame. pos reads the words of articles, a sentence a line. Default 32 MB each.
. "$(dirname "$0")/beside_uconv.sh"

size=$((${1:-32} << 20))
cd "$scratch"
if [ -n "$SHARED" ]; then
    # A page has about 4.8 KB.
    python3 "$SHARED/tools/make_dump.py" --articles "$SHARED/data/articles.seg.txt.zst" \
        --sites "$SHARED/tools/sites_dev.json" --docs $((size / 4800 + 1)) --seed 2 --out dump
    ingest dump/dump.jsonl | normalize | cut_to "$size" >records
else
    copies=$((size / 250000 + 1))
    for ((i = 0; i < copies; i++)); do ingest "$DATA/text" | sed "s/^/$i-/"; done | normalize >records
fi
articles "$size" | normalize -t | segment -t -w >words

print_head tells tag
measure role,lang 4.4x - records tag
measure ner 1.2x - records tag --layers ner
measure date - - records tag --layers date
measure pos 0.3x - words tag -t --layers pos
