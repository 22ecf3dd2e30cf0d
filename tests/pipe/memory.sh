#!/bin/bash
# Peak memory stays below 32 MB however much streams through. (Sanitizers need more.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -z "$SANITIZE" ] || { echo "not with sanitizers"; exit 77; }
megabytes=${MEMORY_TEST_MEGABYTES:-100}

# many FILE: its contents again and again, up to so many megabytes.
many() {
    { yes "$1" | xargs cat || true; } 2>/dev/null | head -c "${megabytes}M" | sed '$d'
}

# peak PROGRAM...: runs it and says on standard error how much memory it had.
peak() {
    python3 -c '
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"{sys.argv[1]}: {peak:.1f} MB")
sys.exit(status > 1 or peak >= 32)' "$@"
}

find "$DATA/text" -name '*.txt' -exec cat {} + >page.txt
ingest page.txt | grep -v $'\t0\t' >page.rec
many page.txt | peak ingest -f text --split '^Bỏ qua' -
# Each round of the page is a document of its own.
rounds() {
    many page.rec | awk -F '\t' -v OFS='\t' 'BEGIN { round = 1 } $2 < last { round++ } { last = $2 + 0; $1 = round; print }'
}
rounds | peak normalize
rounds | peak segment
rounds | peak emit
