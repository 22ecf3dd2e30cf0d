#!/bin/bash
# Every line of the sample dump gets a role that was meant for it.
. "$(dirname "$0")/../environment.sh"

cd "$DATA/text"
ingest * | normalize | tag | awk -F '\t' '
    function role() {
        return match($3, /role=[a-z]+/) ? substr($3, RSTART + 5, RLENGTH - 5) : "-"
    }
    NR == FNR { if (FNR > 1) { file[++wanted] = $1; line[wanted] = $2; right[wanted] = $3 } next }
    $2 == "0" { next }
    {
        found++
        if ($1 != file[found] || index("|" right[found] "|", "|" role() "|") == 0) {
            print file[found] ":" line[found] ": " role() ", expected " right[found] ": " $4
            wrong++
        }
    }
    END {
        if (found != wanted)
            print found " lines, expected " wanted
        exit wrong > 0 || found != wanted
    }' "$DATA/expected/roles.tsv" -
