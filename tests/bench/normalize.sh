#!/bin/bash
# usage: tests/bench/normalize.sh [MEGABYTES]
#
# Speed of `normalize -t`, all default steps, beside `uconv -x any-nfc` (Debian's icu-devtools), which
# composes and does nothing else: megabytes of input a second, the best of 5 runs that take turns. Then
# the instructions that a byte takes normalize, counted by valgrind --tool=callgrind on the first 4 MB;
# nothing is taken off for its start. Without uconv or valgrind their columns stay empty.
#
# The text (default 64 MB) is articles of ../shared/data where they are there, else the sample dump
# again and again:
#   clean     went through normalize before: there is nothing to do
#   scraped   in NFC, with tone marks in both styles, as it came
#   NFD       the clean text, decomposed
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
bytes=$((${1:-64} << 20))
slice=$((4 << 20))

# cut_to BYTES: as many of the lines on standard input, the last one whole.
cut_to() {
    { head -c "$1"; cat >/dev/null; } | sed '$d'
}

if [ -n "$SHARED" ]; then
    # An article has about 3.4 KB.
    python3 "$root/tests/pipe/articles.py" "$SHARED" $((bytes / 3000 + 1)) | cut_to $bytes >scraped
else
    find "$DATA/text" -name '*.txt' -exec cat {} + >page
    { yes page | xargs cat || true; } 2>/dev/null | head -c $bytes | sed '$d' >scraped
fi
normalize -t scraped >clean
python3 -c '
import sys, unicodedata
for line in sys.stdin:
    sys.stdout.write(unicodedata.normalize("NFD", line))' <clean >NFD

# speed FILE: megabytes a second of normalize, and of uconv or "-".
speed() {
    python3 - "$1" <<'PYTHON'
import os, shutil, subprocess, sys, time

path, best = sys.argv[1], {}
for _ in range(5):
    for command in (["normalize", "-t", path],
                    ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "any-nfc", path]):
        if shutil.which(command[0]):
            start = time.monotonic()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            seconds = time.monotonic() - start
            best[command[0]] = min(seconds, best.get(command[0], seconds))
for name in "normalize", "uconv":
    print(f"{os.path.getsize(path) / best[name] / 1e6:.1f}" if name in best else "-")
PYTHON
}

# instructions FILE: those of normalize for a byte of the slice, or "-".
instructions() {
    command -v valgrind >/dev/null || { echo -; return; }
    cut_to $slice <"$1" >slice
    valgrind --tool=callgrind --callgrind-out-file=counts normalize -t slice >/dev/null 2>&1
    awk -v bytes="$(wc -c <slice)" '/^(summary|totals):/ { count = $2 }
        END { printf "%.1f\n", count / bytes }' counts
}

print_row() {
    printf '%-10s%12s%12s%10s%10s%16s%10s\n' "$@"
}

# measure FILE RATIO INSTRUCTIONS: its row, with the targets beside.
measure() {
    local speeds times
    mapfile -t speeds < <(speed "$1")
    times=$(awk -v own="${speeds[0]}" -v peer="${speeds[1]}" \
        'BEGIN { print peer == "-" ? "-" : sprintf("%.1fx", own / peer) }')
    print_row "$1" "${speeds[@]}" "$times" "$2" "$(instructions "$1")" "$3"
}

print_row text normalize uconv ratio target instructions target
print_row '' MB/s MB/s '' '' 'a byte' ''
measure clean 15x 25
measure scraped - -
measure NFD 6x -
