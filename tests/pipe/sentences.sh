#!/bin/bash
# Finds the sentences of the treebank's development part, joined by spaces into one paragraph, again:
# F1 as score_conllu.py counts it.
. "$(dirname "$0")/../environment.sh"

least=98
gold=$SHARED/data/vtb/dev.conllu
[ -n "$SHARED" ] && [ -e "$gold" ] || { echo "no ../shared/data/vtb"; exit 77; }

cd "$scratch"
sed -n 's/^# text = //p' "$gold" | paste -s -d ' ' >paragraph.txt
segment -t paragraph.txt >sentences.txt
cmp <(tr -d ' \n' <paragraph.txt) <(tr -d ' \n' <sentences.txt)

# A sentence is one word here: only where it begins and ends counts.
awk -v OFS='\t' '{ gsub(/ /, ""); print 1, $0, "_", "X", "_", "_", 0, "root", "_", "_"; print "" }' \
    sentences.txt >sentences.conllu
python3 "$SHARED/tools/score_conllu.py" "$gold" sentences.conllu | tee score
awk -v least=$least '$1 == "Sentences" { f1 = $NF } END { exit !(f1 >= least) }' score
