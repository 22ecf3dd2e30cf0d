# Sourced by the test scripts: the same surroundings for every test, whoever runs it.
#   $root      the checkout
#   $BUILD     where it was built, and $SANITIZE, with which sanitizers
#   $DATA      the folder tests/data
#   $SHARED    the folder ../shared, which is no part of the checkout; empty where it is not there
#   $scratch   a folder of the script's own, gone when it ends
# shellcheck shell=bash
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
BUILD=$(cd "$root" && cd "${BUILD:-build}" && pwd)
SANITIZE=${SANITIZE:-}
DATA=$root/tests/data
SHARED=$(cd "$root/../shared" 2>/dev/null && pwd || true)
PATH=$BUILD/bin:$PATH
scratch=$(mktemp -d "${TMPDIR:-/tmp}/ganloc-test.XXXXXX")
trap 'chmod -R u+rwx "$scratch" && rm -rf "$scratch"' EXIT
TMPDIR=$scratch
LC_ALL=C.UTF-8
TZ=UTC0
# A fault found by a sanitizer must not look like a status that a program gives.
ASAN_OPTIONS=exitcode=99
UBSAN_OPTIONS=print_stacktrace=1
export root BUILD SANITIZE DATA SHARED PATH TMPDIR LC_ALL TZ ASAN_OPTIONS UBSAN_OPTIONS
unset GANLOC_DATA CDPATH

passed=0
failed=0
skipped=0

# check NAME COMMAND...: one test. It passes when every command of it ends with status 0, and is
# skipped when it ends with 77; the last line it printed is then the reason.
check() {
    local name=$1 status=0
    shift
    # In the background, because bash would ignore errors in a condition (set -e).
    (set -e && "$@") >"$scratch/log" 2>&1 </dev/null &
    wait $! || status=$?
    case $status in
    0)
        passed=$((passed + 1))
        ;;
    77)
        skipped=$((skipped + 1))
        echo "skipped: $name: $(tail -n 1 "$scratch/log")"
        ;;
    *)
        failed=$((failed + 1))
        echo "failed: $name"
        tail -n 60 "$scratch/log" | sed 's/^/    /'
        ;;
    esac
}

# A script's last words, and its exit status.
close_tests() {
    local and_skipped=
    [ $skipped = 0 ] || and_skipped=", $skipped skipped"
    echo "$passed passed, $failed failed$and_skipped"
    [ $failed = 0 ]
}
