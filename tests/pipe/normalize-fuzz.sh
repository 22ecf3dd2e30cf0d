#!/bin/bash
# Whatever comes in: normalize does not crash, writes valid UTF-8, as many records with as many fields
# as came, and leaves what it wrote as it is. FUZZ_TEST_SEED=N fuzzes with other lines.
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
ingest "$DATA/text" >sample.rec
"$root/tests/pipe/normalize_fuzz.py" "${FUZZ_TEST_SEED:-1}" sample.rec

# shape FILE: which record each line is, and how many fields it has.
shape() {
    LC_ALL=C awk -F '\t' '{ print NF, $1, $2 }' "$1"
}

# survives FILE OPTION...: sets wrong=1, and says why, if it does not.
wrong=0
survives() {
    local file=$1
    shift
    echo "normalize $* $file"
    timeout 20 normalize "$@" "$file" >once || { echo "  status $?"; wrong=1; return; }
    timeout 20 normalize "$@" once >twice || { echo "  second pass: status $?"; wrong=1; return; }
    iconv -f UTF-8 -t UTF-8 once >/dev/null || wrong=1
    case $file in
    *.rec) cmp <(shape "$file") <(shape once) || wrong=1 ;;
    *) cmp <(wc -l <"$file") <(wc -l <once) || wrong=1 ;;
    esac
    if ! cmp -s once twice; then
        wrong=1
        diff -a once twice | head -n "${FUZZ_TEST_LINES:-6}" || true
    fi
}

for options in "" "--tones new" "--also punct,width,case,digits" "--only charset" "--only mojibake" \
    "--only entities" "--only overlay,lookalikes" "--only compose,tones" "--only spaces"; do
    read -ra words <<<"$options"
    survives bytes.txt -t "${words[@]}"
    survives pieces.txt -t "${words[@]}"
    survives pieces.rec "${words[@]}"
    survives damaged.rec --mark "${words[@]}"
done
[ $wrong = 0 ]
