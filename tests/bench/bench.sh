#!/bin/bash
# usage: tests/bench/bench.sh [MEGABYTES]
#
# Speed and peak memory of each program on the sample dump, repeated under other names until it is
# so large (default 64). Speed is megabytes of its own input a second. A program smaller than the
# Python that starts it (about 13 MB) shows as that.
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
size=$(cat "$DATA"/text/*/*.txt | wc -c)
copies=$(((${1:-64} << 20) / size + 1))
mkdir dump
for ((i = 0; i < copies; i++)); do
    cp -R "$DATA/text" "dump/$i"
done

# measure BYTES PROGRAM ARGUMENT...: one line of the table; the output goes to PROGRAM.out.
measure() {
    python3 - "$@" <<'PYTHON'
import resource, subprocess, sys, time
size, command = int(sys.argv[1]), sys.argv[2:]
with open(command[0] + ".out", "wb") as out:
    start = time.monotonic()
    subprocess.run(command, stdout=out, check=True)
    seconds = time.monotonic() - start
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
print(f"{command[0]:<12}{size / seconds / 1e6:8.1f} MB/s{peak / 1024:9.1f} MB{seconds:8.2f} s")
PYTHON
}

# The output of each program is the input of the next.
measure $((size * copies)) ingest dump
measure "$(wc -c <ingest.out)" normalize ingest.out
measure "$(wc -c <normalize.out)" segment normalize.out
measure "$(wc -c <segment.out)" tag segment.out
measure "$(wc -c <tag.out)" dedupe tag.out
measure "$(wc -c <tag.out)" emit tag.out
