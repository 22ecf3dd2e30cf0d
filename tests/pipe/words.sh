#!/bin/bash
# Finds the words of the treebank's development part, its sentences joined by spaces into one
# paragraph: F1 as score_conllu.py counts it. The shipped model has learned from this text, so this
# only guards against a change that loses words; `make score` measures on what was not learned from.
. "$(dirname "$0")/../environment.sh"

least=97.5
gold=$SHARED/data/vtb/dev.conllu
[ -n "$SHARED" ] && [ -e "$gold" ] || { echo "no ../shared/data/vtb"; exit 77; }

cd "$scratch"
sed -n 's/^# text = //p' "$gold" | paste -s -d ' ' >paragraph.txt
segment -t -w paragraph.txt | awk -f "$root/tests/pipe/joined_to_conllu.awk" >words.conllu
python3 "$SHARED/tools/score_conllu.py" "$gold" words.conllu | tee score
awk -v least=$least '$1 == "Words" { f1 = $NF } END { exit !(f1 >= least) }' score
