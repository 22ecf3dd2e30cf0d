#!/bin/bash
# Runs the unit tests, programs written with Check, and adds up their closing lines:
# "100%: Checks: 12, Failures: 0, Errors: 0".
. "$(dirname "$0")/../environment.sh"

cd "$root"
for source in tests/unit/*.c; do
    name=$(basename "$source" .c)
    { "$BUILD/unit/$name" 2>&1 || true; } | sed "/^Running suite/d; s/^[0-9]*%:/$name: &/"
done | tee "$scratch/log"

read -r passed failed < <(awk -F '[:,]' '
    /%: Checks: / { checks += $(NF - 4); failed += $(NF - 2) + $NF; closed++ }
    END { print checks - failed, failed + programs - closed }
' programs="$(ls tests/unit/*.c | wc -l)" "$scratch/log")
close_tests
