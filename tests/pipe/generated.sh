#!/bin/bash
# What is generated and committed is what its generator writes now.
. "$(dirname "$0")/../environment.sh"

cd "$root"
cmp tools/normalize/entities_table.c <(python3 tools/normalize/make_entities.py)
cmp tools/normalize/codepages_table.c <(python3 tools/normalize/make_codepages.py)
# Its letters are those of the Unicode version that Python knows.
if [ "$(python3 -c 'import unicodedata; print(unicodedata.unidata_version)')" = 14.0.0 ]; then
    cmp tools/normalize/lookalikes_table.c <(python3 tools/normalize/make_lookalikes.py)
fi
python3 tests/data/make_sample.py --check
