#!/bin/bash
# usage: tools/train/make_roles.sh SHARED BIN OUT [LEFT_OUT_HOST]
#
# Learns the weights of roles from the labelled pages there are: pages that SHARED/tools/make_dump.py
# wraps in the frames of tests/data/sites (but unseen.json) and of its own sites_dev.json, each varied in
# two ways, and the sample dump. With a host, without the pages of that site. The pages stay in OUT.pages
# for a next run: remove them where articles, sites or programs have changed.
set -euo pipefail
shared=$1 bin=$2 out=$3 left_out=${4:-}
here=$(cd "$(dirname "$0")" && pwd)
data=$(cd "$here/../../tests/data" && pwd)
pages=$out.pages

# make_pages NAME SITES FIRST_ARTICLE COUNT: labelled pages, varied in two ways.
make_pages() {
    [ -e "$pages/$1.2" ] && return
    python3 "$shared/tools/make_dump.py" --articles "$shared/data/articles.seg.txt.zst" \
        --sites "$2" --skip "$3" --docs "$4" --seed "$3" --out "$pages/$1.dump"
    "$bin/ingest" "$pages/$1.dump/dump.jsonl" | "$bin/normalize" >"$pages/$1.rec"
    for seed in 1 2; do
        "$here/label_pages.py" --vary "$seed" "$pages/$1.dump/truth.tsv" <"$pages/$1.rec" >"$pages/part"
        mv "$pages/part" "$pages/$1.$seed"
    done
}

# The sample dump in three of its forms. It has few pages, made as people make them, not drawn by lot:
# each counts twelve times.
label_sample() {
    for form in text html dump.jsonl; do
        (cd "$data" && "$bin/ingest" "$form") | "$bin/normalize" |
            "$here/label_pages.py" "$data/expected/roles.tsv" "$data/text" 2>/dev/null
    done >"$pages/sample"
    for _ in {1..6}; do cat "$pages/sample"; done >"$pages/sample.1"
    cp "$pages/sample.1" "$pages/sample.2"
}

mkdir -p "$pages"
make_pages frames1 "$data/sites/frames1.json" 28000 600
make_pages frames2 "$data/sites/frames2.json" 32000 600
make_pages frames3 "$data/sites/frames3.json" 20000 1500
make_pages frames4 "$data/sites/frames4.json" 24000 1500
make_pages dev "$shared/tools/sites_dev.json" 40000 700
label_sample
gold=()
for name in frames1 frames2 frames3 frames4 dev sample; do
    for seed in 1 2; do
        file=$pages/$name.$seed
        if [ -n "$left_out" ]; then
            grep -v "^$left_out-" "$file" >"$file.rest"
            file=$file.rest
        fi
        gold+=(--gold "$file")
    done
done
"$bin/train" role --stats "${gold[@]}" --out "$out"
