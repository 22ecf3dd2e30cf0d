#!/bin/bash
# Runs the tests of whole pipelines: the other scripts beside this one. Each passes with status 0
# and is skipped with 77; then the last line it printed is the reason.
. "$(dirname "$0")/../environment.sh"

for script in "$root"/tests/pipe/*.sh; do
    name=$(basename "$script" .sh)
    [ "$name" = run ] || check "$name" "$script"
done
close_tests
