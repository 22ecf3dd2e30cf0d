#!/bin/bash
# The sample dump comes out clean: the lines that were written for it, and no others.
. "$(dirname "$0")/../environment.sh"

cd "$DATA/text"
ingest ./* | normalize | tag | dedupe -2 | emit >"$scratch/clean.txt"
diff -u "$DATA/expected/clean.txt" "$scratch/clean.txt"
