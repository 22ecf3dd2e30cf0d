#!/bin/bash
# The layer lang on text that nothing was learned from: translations of Debian's programs that are on
# this machine, and Vietnamese articles of ../shared. Prints how many of each language are right, in
# percent, by kind of text (see lang_pieces.py).
. "$(dirname "$0")/../environment.sh"

# The least percentage of all texts of a kind, and of those of one language, where there are 50.
least='page 99 95
40 97 90
20 94 80
name 90 90
news 99 99
ascii 97 97'

cd "$scratch"
articles=()
if [ -n "$SHARED" ] && [ -e "$SHARED/data" ]; then
    "$root/tests/pipe/articles.py" "$SHARED" 60 >articles.txt
    articles=(articles.txt)
fi
"$root/tests/pipe/lang_pieces.py" "${articles[@]}" >pieces.rec
count=$(cut -d / -f 1 pieces.rec | sort -u | wc -l)
[ "$count" -ge 10 ] || { echo "text in $count languages, expected 10 (translations in /usr/share/locale)"; exit 77; }

# The first record of a document says its language.
tag --layers lang pieces.rec | awk -F '[\t/]' -v least="$least" '
    seen[$1, $2, $3]++ { next }
    {
        kinds[$2]; languages[$1]
        is_right = $5 == "lang=" $1
        total[$2, $1]++; right[$2, $1] += is_right
        total[$2]++; right[$2] += is_right
    }
    function percent(key) { return 100 * right[key] / total[key] }
    END {
        for (rows = split(least, row, "\n"); rows; rows--) {
            split(row[rows], field, " ")
            of_all[field[1]] = field[2]; of_one[field[1]] = field[3]
        }
        for (kind in kinds) {
            printf "%s: %.1f of %d;", kind, percent(kind), total[kind]
            wrong += percent(kind) < of_all[kind]
            for (language in languages)
                if ((kind, language) in total) {
                    printf " %s %.1f", language, percent(kind SUBSEP language)
                    wrong += total[kind, language] >= 50 && \
                        percent(kind SUBSEP language) < of_one[kind]
                }
            print ""
        }
        exit wrong > 0
    }'
