#!/bin/bash
# usage: tests/bench/pos.sh [MEGABYTES]
#
# Speed of `tag -t --layers pos` beside uconv; see beside_uconv.sh. The text (default 64 MB) went through
# `segment -tw` before, a sentence a line.
. "$(dirname "$0")/beside_uconv.sh"

cd "$scratch"
articles $((${1:-64} << 20)) | normalize -t | segment -t -w >text

print_head gives tag
measure pos 0.3x - text tag -t --layers pos
