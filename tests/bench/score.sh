#!/bin/bash
# usage: tests/bench/score.sh
#
# How well segment finds sentences and words, and tag parts of speech, in text that they have not
# learned from. Needs ../shared/data, some five minutes and 2 GB of memory. The models are learned
# anew, without the treebank's development part and without the first 2,000 articles; then it prints
#   - the score of the development part, from its raw text, all sentences as one paragraph
#   - the score of the tags on its words as people split them
#   - the agreement with those articles as a program segmented them: F1 of the words
. "$(dirname "$0")/../environment.sh"

[ -n "$SHARED" ] && [ -e "$SHARED/data/articles.seg.txt.zst" ] ||
    { echo "score.sh: no ../shared/data" >&2; exit 2; }
gold=$SHARED/data/vtb
held_out=2000

# The words of CoNLL-U as segment prints them, a sentence a line.
joined_of() {
    awk -F '\t' '/^[0-9]+\t/ { gsub(/ /, "_", $2); printf "%s%s", n++ ? " " : "", $2 }
        !NF && n { print ""; n = 0 }' "$1"
}

# From words as segment prints them to tagged words in CoNLL-U.
tag_words() {
    tag -t --layers pos | cut -f 2 | awk -v tagged=1 -f "$root/tests/pipe/joined_to_conllu.awk"
}

cd "$scratch"
mkdir -p data/vi
cp "$BUILD"/share/ganloc/vi/* data/vi/
export GANLOC_DATA=$scratch/data
zstd -dcq "$SHARED/data/articles.seg.txt.zst" |
    awk -v held_out=$held_out '/^\f$/ { article++ }
        { print >(article < held_out ? "held-out.txt" : "silver.txt") }'
for model in sentences:sentences.weights segment:words.model pos:pos.model; do
    train "${model%:*}" --stats --silver silver.txt --gold "$gold/train.conllu" --out model
    mv model "data/vi/${model#*:}"
done

echo "development part of the treebank:"
sed -n 's/^# text = //p' "$gold/dev.conllu" | paste -s -d ' ' | segment -t -w |
    tag_words >dev.conllu
python3 "$SHARED/tools/score_conllu.py" "$gold/dev.conllu" dev.conllu
echo "its tags, of the words as they are:"
joined_of "$gold/dev.conllu" | tag_words >dev.conllu
python3 "$SHARED/tools/score_conllu.py" "$gold/dev.conllu" dev.conllu | grep UPOS

echo "articles held out:"
grep -av -e '^$' -e '^.$' held-out.txt >lines.txt
python3 - "$SHARED/tools" lines.txt >plain.txt <<'PYTHON'
import sys
sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from make_dump import detokenise
for line in open(sys.argv[2], encoding='utf8'):
    print(detokenise(line.rstrip('\n')))
PYTHON
# As sentences each, which segment does not split any further.
python3 - lines.txt plain.txt <<'PYTHON'
import subprocess
import sys


def spans(words):
    at, found = 0, set()
    for word in words:
        length = len(word.replace('_', ''))
        if length:
            found.add((at, at + length))
        at += length
    return found


gold = right = given = 0
lines = open(sys.argv[1], encoding='utf8').read().split('\n')[:-1]
plain = open(sys.argv[2], encoding='utf8').read().split('\n')[:-1]
records = ''.join(f'd\t{number}.1\t_\t{text}\n' for number, text in enumerate(plain, 1))
output = subprocess.run(['segment', '-w'], input=records.encode(), stdout=subprocess.PIPE, check=True)
for line, record in zip(lines, output.stdout.decode().split('\n')):
    wanted, found = spans(line.split(' ')), spans(record.split('\t')[4].split(' '))
    gold, given, right = gold + len(wanted), given + len(found), right + len(wanted & found)
print(f'Words      P {100 * right / given:6.2f}  R {100 * right / gold:6.2f}  '
      f'F1 {200 * right / (gold + given):6.2f}')
PYTHON
