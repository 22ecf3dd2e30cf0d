#!/bin/bash
# The names in sentences labelled by hand, of sport, economy, crime and culture.
. "$(dirname "$0")/../environment.sh"

shopt -s nullglob
files=("$DATA"/names/*.tsv)
[ ${#files[@]} -gt 0 ] || { echo "no tests/data/names here"; exit 77; }
python3 "$root/tests/pipe/names_score.py" -v --least per=95 --least loc=92 --least org=85 \
    "${files[@]}"
