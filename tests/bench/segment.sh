#!/bin/bash
# usage: tests/bench/segment.sh [MEGABYTES]
#
# Speed of `segment -t` (sentences) and `segment -t -w` (words) beside uconv; see beside_uconv.sh. The
# text (default 64 MB) went through normalize before, a paragraph a line.
. "$(dirname "$0")/beside_uconv.sh"

cd "$scratch"
articles $((${1:-64} << 20)) | normalize -t >text

print_head finds segment
measure sentences 4.5x - text segment -t
measure words 0.6x - text segment -t -w
