#!/bin/bash
# Peak memory stays below 32 MB however much streams through, or in how many documents; the index of
# dedupe alone may grow with them. With -w, segment has 16 MB beside its model. After a page that is large, small ones need no more than it did.
# (Sanitizers need more.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -z "$SANITIZE" ] || { echo "not with sanitizers"; exit 77; }
megabytes=${MEMORY_TEST_MEGABYTES:-100}

# many FILE: its contents again and again, up to so many megabytes.
many() {
    { yes "$1" | xargs cat || true; } 2>/dev/null | head -c "${megabytes}M" | sed '$d'
}

# peak LIMIT PROGRAM...: runs it and says how many KB of memory it had. It fails if the program does,
# or had more than so many MB. (A child of fork counts less of Python than one of subprocess.)
peak() {
    python3 -IS -c '
import os, sys
limit, *command = sys.argv[1:]
child = os.fork()
if not child:
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    os.execvp(command[0], command)
status, usage = os.wait4(child, 0)[1:]
peak = usage.ru_maxrss
print(peak)
print(*command, f"{peak / 1024:.1f} MB, limit {limit} MB", file=sys.stderr)
sys.exit(status != 0 or peak > int(limit) * 1024)' "$@"
}

find "$DATA/text" -name '*.txt' -exec cat {} + >page.txt
ingest page.txt | grep -v $'\t0\t' >page.rec
many page.txt | peak 32 ingest -f text --split '^Bỏ qua' -
# Each round of the page is a document of its own.
rounds() {
    many page.rec | awk -F '\t' -v OFS='\t' 'BEGIN { round = 1 } $2 < last { round++ } { last = $2 + 0; $1 = round; print }'
}
rounds | peak 32 normalize
rounds | peak 32 segment
model=$BUILD/share/ganloc/vi/words.model
rounds | peak $(($(wc -c <"$model") / 1048576 + 16)) segment -w
rounds | peak 32 emit

# small COUNT: so many documents of 50 sites, no two the same. (Digits would be folded by dedupe.)
small() {
    awk -v count="$1" -v OFS='\t' '
    function letters(n,  word) {
        for (; n; n = int(n / 20))
            word = substr("bcdghklmnpqrstvxaeio", n % 20 + 1, 1) word
        return word
    }
    BEGIN {
        for (i = 1; i <= count; i++) {
            url = "http://site" i % 50 ".example/" i
            print url, 0, "url=" url, ""
            print url, 1, "_", "Bản tin ở làng " letters(i) " của hôm nay"
            print url, 2, "_", "Hôm nay trời đẹp ở vùng của làng " letters(i) ", gió nhẹ và không có mưa."
            print url, 3, "_", "Trang chủ"
        }
    }'
}

# large COUNT: a document of so many paragraphs.
large() {
    awk -v count="$1" -v OFS='\t' 'BEGIN {
        for (i = 1; i <= count; i++)
            print "large", i, "_", "Đoạn thứ " i " của trang dài kể chuyện trời hôm nay."
    }'
}

# at_most MORE A B: B KB are at most so many KB more than A KB.
at_most() {
    [ "$3" -le $(($2 + $1)) ] || { echo "$2 KB have become $3 KB, limit $1 KB more"; exit 1; }
}

few=20000 many=100000
small $few >few.rec
small $many >many.rec
for command in tag "emit -f jsonl" dedupe; do
    read -ra words <<<"$command"
    of_few=$(peak 32 "${words[@]}" few.rec)
    # An index has some bytes for each document.
    case $command in
    dedupe) limit=64 more=$(((many - few) * 400 / 1024)) ;;
    *) limit=32 more=1024 ;;
    esac
    of_many=$(peak $limit "${words[@]}" many.rec)
    at_most $more "$of_few" "$of_many"
done

large 200000 >large.rec
for command in tag "emit -f jsonl" dedupe; do
    read -ra words <<<"$command"
    of_large=$(peak 320 "${words[@]}" large.rec)
    of_both=$(peak 320 "${words[@]}" large.rec few.rec)
    at_most 8192 "$of_large" "$of_both"
done
