#!/bin/bash
# Clean text in many languages stays as it is, byte for byte, but for white space. (Translations that
# are on this machine, among them those of Debian's package gnupg-l10n.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
mkdir texts
count=$("$root/tests/pipe/languages.py" texts "${LANGUAGES_TEST_KILOBYTES:-50}")
[ "$count" -ge 20 ] || { echo "text in $count languages, expected 20 (gnupg-l10n)"; exit 77; }
cd texts
touched=0

# compare WHAT GIVEN FOUND TEXT...: what was given and found, line by line, of these texts.
compare() {
    local what=$1 given=$2 found=$3
    shift 3
    awk '{ print FILENAME ":" FNR }' "$@" >../places
    diff <(paste ../places "$given") <(paste ../places "$found") >../changes && return
    touched=$((touched + $(grep -c '^<' ../changes)))
    echo "touched, $what:"
    grep '^[<>]' ../changes
}

# All white space is one space, and none at the ends.
fold() {
    sed -E $'s/[[:space:]\u00A0\u2007\u202F]+/ /g; s/^ //; s/ $//'
}

# In Vietnamese the steps tones and spaces have more to do.
mapfile -t others < <(ls --ignore=vi.txt)
cat "${others[@]}" >../given
normalize -t --except spaces "${others[@]}" >../found
compare "all steps but spaces" ../given ../found "${others[@]}"
fold <../found >../folded
normalize -t "${others[@]}" >../spaced
compare "spaces" ../folded ../spaced "${others[@]}"
if [ -e vi.txt ]; then
    normalize -t --tones keep --except spaces vi.txt >../found
    compare "all steps but tones and spaces" vi.txt ../found vi.txt
fi
echo "$count languages, $(cat -- *.txt | wc -l) lines, $touched touched"
[ "$touched" = 0 ]
