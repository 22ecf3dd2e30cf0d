#!/bin/bash
# The dates of the five real pages: each that dates.tsv lists is found, and no other page gets one.
# (They are no part of the repository.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -n "$SHARED" ] && [ -e "$SHARED/seeds/dates.tsv" ] || { echo "no ../shared here"; exit 77; }
cp "$SHARED"/seeds/0*.txt .
tail -n +2 "$SHARED/seeds/dates.tsv" | sort >expected
for layers in role,date date; do
    ingest 0*.txt | normalize | tag --layers "$layers" >tagged.rec
    awk -F '\t' -v OFS='\t' '$2 == "0" && match($3, /(^|[|])date=[^|]*/) {
        value = substr($3, RSTART, RLENGTH)
        sub(/.*date=/, "", value)
        print $1, value
    }' tagged.rec | sort | diff expected -
done
