#!/bin/bash
# usage: tests/cli/run.sh [--update] [NAME...]
#
# Runs the cases named, or all. A case is a folder beside this script:
#     cmd     a bash script. Its working directory is a copy of the folder, with the other files.
#     out     what it must print on standard output; absent: nothing
#     err     what it must print on standard error; absent: nothing
#     status  its exit status; absent: 0
# A cmd that exits with 77 skips the case; the last line it printed is the reason.
# --update writes out, err and status anew from what cmd does: look at the difference before you
# keep it.
. "$(dirname "$0")/../environment.sh"

cases=$root/tests/cli
limit=$(command -v timeout || true)

# Runs the case $1 and leaves out, err and status in the folder $2.
run_cmd() {
    local status=0
    mkdir -p "$2/tmp"
    cp -R "$cases/$1" "$2/here"
    (cd "$2/here" && rm -f cmd out err status)
    (cd "$2/here" && TMPDIR=$2/tmp HOME=$2/tmp \
        ${limit:+"$limit" 300} bash "$cases/$1/cmd" >"$2/out" 2>"$2/err" </dev/null) || status=$?
    echo $status >"$2/status"
}

# Prints how what came differs from what was expected; fails if it does.
compare() {
    local name=$1 work=$2 file same=true
    for file in out err status; do
        local expected=$cases/$name/$file
        if [ ! -e "$expected" ]; then
            expected=$work/absent
            case $file in status) echo 0 ;; *) : ;; esac >"$expected"
        fi
        diff -a -u --label "expected $file" --label "$file" "$expected" "$work/$file" || same=false
    done
    $same
}

update() {
    local name=$1 work=$2 file
    for file in out err status; do
        cp "$work/$file" "$cases/$name/$file"
        if [ ! -s "$work/$file" ] || { [ $file = status ] && [ "$(cat "$work/status")" = 0 ]; }; then
            rm "$cases/$name/$file"
        fi
    done
}

# Runs one case; its report's first word is the verdict.
run_case() {
    local name=$1 work=$scratch/$1
    run_cmd "$name" "$work"
    if [ "$(cat "$work/status")" = 77 ]; then
        echo "skipped: $name: $(tail -q -n 1 "$work/out" "$work/err" | tail -n 1)"
    elif $updating; then
        update "$name" "$work"
        echo "updated: $name"
    elif compare "$name" "$work" >"$work/difference"; then
        echo "passed: $name"
    else
        echo "failed: $name"
        head -n 60 "$work/difference" | sed 's/^/    /'
    fi >"$scratch/$name.report"
}

updating=false
if [ "${1:-}" = --update ]; then
    updating=true
    shift
fi
if [ $# = 0 ]; then
    set -- "$cases"/*/cmd
    set -- "${@%/cmd}"
    set -- "${@##*/}"
fi
export cases limit scratch updating
export -f run_cmd compare update run_case
printf '%s\0' "$@" | xargs -0 -n 1 -P "$(getconf _NPROCESSORS_ONLN)" bash -euo pipefail -c 'run_case "$1"' bash

reports=("${@/%/.report}")
cd "$scratch"
cat "${reports[@]}" | grep -av '^passed: ' || true
count() {
    cat "${reports[@]}" | grep -ac "^$1: " || true
}
passed=$(count passed)
failed=$(count failed)
skipped=$(count skipped)
close_tests
