# Sourced by the benchmarks that measure a program beside `uconv -x any-nfc` (Debian's icu-devtools),
# which composes and does nothing else: megabytes of input a second, the best of 5 runs that take
# turns. Then the instructions that a byte takes the program, counted by valgrind --tool=callgrind on
# the first 4 MB; nothing is taken off for its start. Without uconv or valgrind their columns stay
# empty.
# shellcheck shell=bash
. "$(dirname "$0")/../environment.sh"

counted=$((4 << 20))

# cut_to BYTES: as many of the lines on standard input, the last one whole.
cut_to() {
    { head -c "$1"; cat >/dev/null; } | sed '$d'
}

# articles BYTES: text as it came: articles of ../shared/data where they are there, else the sample
# dump again and again.
articles() {
    if [ -n "$SHARED" ]; then
        # An article has about 3.4 KB.
        python3 "$root/tests/pipe/articles.py" "$SHARED" $(($1 / 3000 + 1)) | cut_to "$1"
    else
        find "$DATA/text" -name '*.txt' -exec cat {} + >"$scratch/page"
        { yes "$scratch/page" | xargs cat || true; } 2>/dev/null | head -c "$1" | sed '$d'
    fi
}

# speed FILE PROGRAM...: megabytes of the file a second, of the program and of uconv, or "-".
speed() {
    python3 - "$@" <<'PYTHON'
import os, shutil, subprocess, sys, time

path, *program = sys.argv[1:]
uconv = ["uconv", "-f", "utf-8", "-t", "utf-8", "-x", "any-nfc"]
best = {}
for _ in range(5):
    for command in program, uconv:
        if shutil.which(command[0]):
            start = time.monotonic()
            subprocess.run([*command, path], stdout=subprocess.DEVNULL, check=True)
            seconds = time.monotonic() - start
            best[command[0]] = min(seconds, best.get(command[0], seconds))
for command in program, uconv:
    name = command[0]
    print(f"{os.path.getsize(path) / best[name] / 1e6:.1f}" if name in best else "-")
PYTHON
}

# instructions FILE PROGRAM...: those of the program for a byte, or "-".
instructions() {
    local file=$1
    shift
    command -v valgrind >/dev/null || { echo -; return; }
    cut_to $counted <"$file" >"$scratch/slice"
    valgrind --tool=callgrind --callgrind-out-file="$scratch/counts" "$@" "$scratch/slice" \
        >/dev/null 2>&1
    awk -v bytes="$(wc -c <"$scratch/slice")" '/^(summary|totals):/ { count = $2 }
        END { printf "%.1f\n", count / bytes }' "$scratch/counts"
}

print_row() {
    printf '%-12s%12s%12s%10s%10s%16s%10s\n' "$@"
}

# print_head WHAT PROGRAM
print_head() {
    print_row "$1" "$2" uconv ratio target instructions target
    print_row '' MB/s MB/s '' '' 'a byte' ''
}

# measure NAME RATIO INSTRUCTIONS FILE PROGRAM...: a row, with the targets beside.
measure() {
    local speeds times name=$1 ratio=$2 count=$3
    shift 3
    mapfile -t speeds < <(speed "$@")
    times=$(awk -v own="${speeds[0]}" -v peer="${speeds[1]}" \
        'BEGIN { print peer == "-" ? "-" : sprintf("%.1fx", own / peer) }')
    print_row "$name" "${speeds[@]}" "$times" "$ratio" "$(instructions "$@")" "$count"
}
