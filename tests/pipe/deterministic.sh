#!/bin/bash
# The same input and options give the same bytes, whatever the locale, the folder for temporary files
# and the working directory; what is normal stays as it is.
. "$(dirname "$0")/../environment.sh"

# run FOLDER LOCALE: a pipeline, run in this folder; what it made is there then.
run() (
    mkdir -p "$scratch/$1/temporary"
    cd "$scratch/$1"
    export LC_ALL=$2 TMPDIR=$scratch/$1/temporary
    ingest "$DATA/text" "$DATA/html" | normalize | segment -w | tag | dedupe -2 --rejects rejects >kept
    emit -f jsonl kept >clean
    emit -f conllu kept >words
    [ -s kept ] && [ -s rejects ] && [ -s clean ] && [ -s words ]
)

run here C.UTF-8
run there/below C
for file in kept rejects clean words; do
    cmp "$scratch/here/$file" "$scratch/there/below/$file"
done

cd "$scratch"
ingest "$DATA/text" "$DATA/html" | normalize >once
[ -s once ]
normalize once >twice
diff once twice
