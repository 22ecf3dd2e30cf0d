#!/bin/bash
# Every row of Unicode's NormalizationTest.txt, as UAX #15 asks for Normalization Form C; what it does
# not name stays as it is. (Debian's package unicode-data has the file.)
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
for file in /usr/share/unicode/{,ucd/}NormalizationTest.txt{,.bz2}; do
    [ ! -e "$file" ] || break
done
[ -e "$file" ] || { echo "no NormalizationTest.txt here (unicode-data)"; exit 77; }

# What goes in and what is to come out, each text ended by NUL.
python3 - "$file" <<'PYTHON'
import bz2, sys, unicodedata

def text(codes):
    return "".join(chr(int(code, 16)) for code in codes.split())

given, wanted, named = [], [], set()
open_file = bz2.open if sys.argv[1].endswith(".bz2") else open
part = None
for row in open_file(sys.argv[1], "rt", encoding="utf-8"):
    if row.startswith("@"):
        part = row.split()[0]
    elif row[0] not in "#\n":
        c1, c2, c3, c4, c5 = map(text, row.split(";")[:5])
        given += c1, c2, c3, c4, c5
        wanted += c2, c2, c2, c4, c4
        if part == "@Part1":
            named.add(c1)
unnamed = [chr(code) for code in range(1, sys.maxunicode + 1)
           if not 0xD800 <= code < 0xE000 and chr(code) not in named]
for name, texts in ("given", given), ("wanted", wanted), ("unnamed", unnamed):
    with open(name, "w", encoding="utf-8", newline="") as file:
        file.writelines(text + "\0" for text in texts)
PYTHON

# becomes GIVEN WANTED: says where they part.
becomes() {
    normalize -t -z --only compose "$1" >found
    cmp -s "$2" found && return
    diff <(tr '\0\n' '\n ' <"$2") <(tr '\0\n' '\n ' <found) | head -n 20
    return 1
}

becomes given wanted
becomes unnamed unnamed
echo "$(tr -cd '\0' <given | wc -c) texts become, $(tr -cd '\0' <unnamed | wc -c) stay as they should"
