#!/bin/bash
# usage: tests/bench/normalize.sh [MEGABYTES]
#
# Speed of `normalize -t`, all default steps, beside uconv; see beside_uconv.sh. The text (default 64
# MB):
#   clean     went through normalize before: there is nothing to do
#   scraped   in NFC, with tone marks in both styles, as it came
#   NFD       the clean text, decomposed
. "$(dirname "$0")/beside_uconv.sh"

cd "$scratch"
articles $((${1:-64} << 20)) >scraped
normalize -t scraped >clean
python3 -c '
import sys, unicodedata
for line in sys.stdin:
    sys.stdout.write(unicodedata.normalize("NFD", line))' <clean >NFD

print_head text normalize
measure clean 15x 25 clean normalize -t
measure scraped - - scraped normalize -t
measure NFD 6x - NFD normalize -t
