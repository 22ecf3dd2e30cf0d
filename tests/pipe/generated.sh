#!/bin/bash
# What is generated and committed is what its generator writes now.
. "$(dirname "$0")/../environment.sh"

cd "$root"
cmp tools/normalize/entities_table.c <(python3 tools/normalize/make_entities.py)
python3 tests/data/make_sample.py --check
