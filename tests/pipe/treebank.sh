#!/bin/bash
# Finds the sentences, words and parts of speech of the treebank's development part again, its
# sentences joined by spaces into one paragraph: F1 as score_conllu.py counts it. The weights of
# sentences are learned without this part. The models of words and of parts of speech have learned
# from it, too, so that their figures only guard against a change that loses words or tags; `make
# score` measures on what was not learned from.
. "$(dirname "$0")/../environment.sh"

least='Sentences 98
Words 97.5
UPOS 90'
gold=$SHARED/data/vtb/dev.conllu
[ -n "$SHARED" ] && [ -e "$gold" ] || { echo "no ../shared/data/vtb"; exit 77; }

cd "$scratch"
sed -n 's/^# text = //p' "$gold" | paste -s -d ' ' >paragraph.txt
segment -t paragraph.txt >sentences.txt
cmp <(tr -d ' \n' <paragraph.txt) <(tr -d ' \n' <sentences.txt)
segment -t -w paragraph.txt | tag -t --layers pos | cut -f 2 |
    awk -v tagged=1 -f "$root/tests/pipe/joined_to_conllu.awk" >words.conllu
python3 "$SHARED/tools/score_conllu.py" "$gold" words.conllu | tee score
awk 'NR == FNR { least[$1] = $2; next }
    $1 in least { found++; missed += $NF < least[$1] }
    END { exit !(found == 3 && !missed) }' <(echo "$least") score
