#!/bin/bash
# Holds the manual pages to what the programs do:
#   lint      mandoc has nothing to say about the page
#   synopsis  SYNOPSIS is the usage that --help prints
#   options   the page describes the options that --help lists, with the same arguments
#   examples  each command in EXAMPLES runs, and all of its programs end with status 0 (or of a
#             SIGPIPE, where it has a head)
# A command in EXAMPLES is a line that begins with "$ "; it goes on in the next line after a
# backslash or a '|' at its end. Lines below it, up to a blank line, are what it must print; a line
# "..." among them stands for one line or more. Commands run one after the other in a copy of
# tests/data.
. "$(dirname "$0")/../environment.sh"

# Prints a section of a page as it is read, on lines of any length.
section() {
    mandoc -T utf8 -O width=1000 "$1" | sed 's/.\x08//g' |
        awk -v name="$2" '/^[A-Z]/ { inside = $0 == name; next } inside'
}

lint() {
    mandoc -T lint -W warning "$1"
}

synopsis() {
    diff -u --label "$1 --help" --label "$2" \
        <("$1" --help | sed -n '/^usage: /,/^[A-Z]/{ s/^usage: //; s/^ *//; /^[A-Z]/!p; }') \
        <(section "$2" SYNOPSIS | sed 's/^ *//; s/  */ /g; /^$/d')
}

options() {
    diff -u --label "$1 --help" --label "$2" \
        <("$1" --help | sed -n 's/^ *\(-.*\)/\1/p' | sed 's/  .*//' | sort) \
        <(sed -n 's/^\.It Fl /Fl /p' "$2" | sed 's/Fl /-/g; s/ ,/,/g; s/ Ar / /g' | sort)
}

# Writes the Nth command of a page to N.cmd and what it must print, if that is said, to N.out.
split_examples() {
    section "$1" EXAMPLES | awk -v folder="$2" '
        /^ *\$ / && !open {
            close(file)
            file = sprintf("%s/%03d", folder, ++count)
            indent = index($0, "$")
            writing = open = 1
            sub(/^ *\$ /, "")
            print >(file ".cmd")
            open = /[\\|]$/
            next
        }
        /^ *$/ { writing = 0 }
        writing && open { print >(file ".cmd"); open = /[\\|]$/; next }
        writing { print substr($0, indent) >(file ".out") }'
}

# Compares the lines of two files; "..." in the first stands for one line or more.
same_lines() {
    awk 'NR == FNR { expected[++wanted] = $0; next }
        { printed[++count] = $0 }
        END {
            for (i = at = 1; i <= wanted; i++) {
                if (expected[i] == "...") { any = 1; at++; continue }
                while (any && at <= count && printed[at] != expected[i]) at++
                if (at > count || printed[at++] != expected[i]) exit 1
                any = 0
            }
            exit at > count + 1 || !(any || at > count)
        }' "$1" "$2"
}

# Runs one example in the folder $1.
run_example() {
    local status=0
    cd "$1"
    cat "$2.cmd"
    bash -o pipefail "$2.cmd" >"$scratch/printed" 2>&1 || status=$?
    # A program may still write when head has ended.
    if [ $status = 141 ] && grep -q '| *head\b' "$2.cmd"; then
        status=0
    fi
    [ $status = 0 ] || { cat "$scratch/printed"; echo "status $status"; return 1; }
    [ ! -e "$2.out" ] || same_lines "$2.out" "$scratch/printed" ||
        diff -u --label "the page" --label "printed" "$2.out" "$scratch/printed"
}

for page in "$root"/man/*.[157]; do
    [ -e "$page" ] || continue
    file=$(basename "$page")
    program=${file%.1}
    check "$file lint" lint "$page"
    if [ "$program" != "$file" ]; then
        check "$file synopsis" synopsis "$program" "$page"
        check "$file options" options "$program" "$page"
    fi
    mkdir -p "$scratch/$file/examples"
    cp -R "$DATA" "$scratch/$file/data"
    split_examples "$page" "$scratch/$file/examples"
    for example in "$scratch/$file/examples"/*.cmd; do
        [ -e "$example" ] || continue
        name=$(basename "$example" .cmd)
        check "$file example $name" run_example "$scratch/$file/data" "${example%.cmd}"
    done
done
close_tests
