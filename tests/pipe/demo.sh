#!/bin/bash
# The main job on the sample dump: clean text, then what was stripped and why. The table is made
# with awk and sort, as any table can be: what was stripped are records, too.
. "$(dirname "$0")/../environment.sh"

cd "$root"
kept=$scratch/kept rejects=$scratch/rejects
echo '$ ingest tests/data/text | normalize | segment | tag | dedupe -2 --rejects FILE | emit'
echo
ingest tests/data/text | normalize | segment | tag | dedupe -2 --rejects "$rejects" >"$kept"
emit "$kept"

# Prints count, reason, role and an example for each reason and role: the longest text that fits.
reasons() {
    LC_ALL=C awk -F '\t' '
        function tag(name) {
            if (!match("|" $3, "[|]" name "=[^|]*"))
                return "-"
            return substr($3, RSTART + length(name) + 1, RLENGTH - length(name) - 2)
        }
        function suits(text, old) {
            return length(text) <= 72 && (length(text) > length(old) || length(old) > 72)
        }
        {
            why = tag("why")
            sub(/:[0-9]+$/, ":N", why)
            # A copy goes as a page, whatever its lines are.
            group = why "\t" (why == "copy" ? "(page)" : tag("role"))
            if (!count[group]++ || suits($4, example[group]))
                example[group] = $4
        }
        END {
            for (group in count)
                print count[group] "\t" group "\t" example[group]
        }' "$1"
}

echo
echo "stripped: $(wc -l <"$rejects") of $(cat "$kept" "$rejects" | wc -l) records"
echo
reasons "$rejects" | LC_ALL=C sort -t $'\t' -k 1,1nr -k 2 |
    awk -F '\t' 'BEGIN { printf "%6s  %-14s  %-8s  %s\n", "count", "why", "role", "for example" }
        { printf "%6d  %-14s  %-8s  %s\n", $1, $2, $3, $4 }'
