#!/bin/bash
# What normalize makes of articles that legacy code pages and mojibake have damaged: what share of
# them comes back right. Clean articles stay as they are. (The articles are no part of the repository.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
[ -n "$SHARED" ] || { echo "no ../shared here"; exit 77; }
"$root/tests/pipe/normalize_round_trip.py" "$SHARED"
