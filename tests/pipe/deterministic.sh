#!/bin/bash
# The same input and options give the same bytes; what is normal stays as it is.
. "$(dirname "$0")/../environment.sh"

cd "$scratch"
run() {
    ingest "$DATA/text" | normalize | segment | tag | dedupe -2
}
cmp <(run) <(run)
ingest "$DATA/text" | normalize >once
normalize once >twice
diff <(cut -f 1,2,4 once) <(cut -f 1,2,4 twice)
