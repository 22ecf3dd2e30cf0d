#!/bin/bash
# usage: tests/bench/roles.sh
#
# How well tag tells roles: macro-F1 over the roles of generated pages. Needs ../shared, without which it
# says so, and some five minutes. The pages' articles are none of those that were learned from.
#   - with the weights that are shipped, on the sites of sites_dev.json, which they learned from
#   - on each of these sites, with weights learned without it (leave-one-site-out)
#   - with the shipped weights, on the sites of tests/data/sites/unseen.json, which are left out of
#     learning for this
. "$(dirname "$0")/../environment.sh"

[ -n "$SHARED" ] && [ -e "$SHARED/data/articles.seg.txt.zst" ] ||
    { echo "roles.sh: no ../shared/data, roles are not measured" >&2; exit 0; }
score=$SHARED/tools/score_roles.py

# make_pages NAME SITES SEED FIRST_ARTICLE: NAME.rec of 2,000 pages, and their truth.
make_pages() {
    python3 "$SHARED/tools/make_dump.py" --articles "$SHARED/data/articles.seg.txt.zst" \
        --sites "$2" --docs 2000 --seed "$3" --skip "$4" --out "$1"
    ingest "$1/dump.jsonl" | normalize >"$1.rec"
}

cd "$scratch"
make_pages dev "$SHARED/tools/sites_dev.json" 2 0
make_pages unseen "$DATA/sites/unseen.json" 11 60000
mkdir -p data/vi
cp "$BUILD"/share/ganloc/vi/* data/vi/

echo "sites learned from:"
tag --layers role dev.rec >dev.tagged
python3 "$score" dev dev.tagged

echo "each site left out:"
for host in $(cut -f 1 dev.rec | sed 's/-[0-9]*$//' | sort -u); do
    "$root/tools/train/make_roles.sh" "$SHARED" "$BUILD/bin" learned "$host" >learning 2>&1 ||
        { cat learning >&2; exit 1; }
    cp learned data/vi/roles.weights
    grep "^$host-" dev.rec | GANLOC_DATA=data tag --layers role >"$host.tagged"
    mkdir -p "$host"
    grep "^$host-" dev/truth.tsv >"$host/truth.tsv"
    echo "$host $(python3 "$score" "$host" "$host.tagged" | tail -n 1)"
done
cat ./*.example.tagged >left-out.tagged
python3 "$score" dev left-out.tagged

echo "unseen sites:"
tag --layers role unseen.rec >unseen.tagged
python3 "$score" unseen unseen.tagged
