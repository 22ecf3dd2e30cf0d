#!/bin/bash
# Runs every kind of test: each tests/KIND/run.sh, which says what failed and closes with a line
# "N passed, N failed" or "N passed, N failed, N skipped". The last line here sums them up.
. "$(dirname "$0")/environment.sh"

for script in "$root"/tests/*/run.sh; do
    kind=$(basename "$(dirname "$script")")
    echo "== $kind"
    status=0
    "$script" | tee "$scratch/$kind" || status=$?
    closing='^([0-9]+) passed, ([0-9]+) failed(, ([0-9]+) skipped)?$'
    if [[ $(tail -n 1 "$scratch/$kind") =~ $closing ]]; then
        passed=$((passed + BASH_REMATCH[1]))
        failed=$((failed + BASH_REMATCH[2]))
        skipped=$((skipped + ${BASH_REMATCH[4]:-0}))
        [ $status = 0 ] || [ "${BASH_REMATCH[2]}" != 0 ] || failed=$((failed + 1))
    else
        echo "$kind: ended without a closing line"
        failed=$((failed + 1))
    fi
done
echo "== all"
close_tests
