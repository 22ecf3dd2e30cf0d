#!/usr/bin/env python3
"""Give records the roles that a generated dump's truth says, as `train role` learns from them.

    label_pages.py TRUTH_DIR <records >labelled

TRUTH_DIR is what make_dump.py wrote; records are `ingest dump.jsonl | normalize`. Paragraphs are matched
in order, by their letters and digits. Paragraphs that find no match take the role of the one before
them. The site of a page is its host.
"""
import collections
import os
import sys
import unicodedata


def key(text):
    text = unicodedata.normalize('NFD', text.casefold())
    return ''.join(c for c in text if c.isalnum())


def main():
    truth = collections.defaultdict(list)
    with open(os.path.join(sys.argv[1], 'truth.tsv'), encoding='utf8') as rows:
        for row in rows:
            ident, _, role, _, clean = row.rstrip('\n').split('\t', 4)
            truth[ident].append((key(clean), role))
    ident, at, role = None, 0, 'nav'
    sys.stdin.reconfigure(encoding='utf8', newline='\n')
    sys.stdout.reconfigure(encoding='utf8', newline='\n')
    for line in sys.stdin:
        doc, loc, tags, rest = line.rstrip('\n').split('\t', 3)
        if doc != ident:
            ident, at, role = doc, 0, 'nav'
        if loc != '0':
            lines, wanted = truth[doc], key(rest)
            found = next((i for i in range(at, min(len(lines), at + 40)) if lines[i][0] == wanted), None)
            if found is not None:
                role, at = lines[found][1], found + 1
            tags = 'role=' + role + ('' if tags == '_' else '|' + tags)
        print(doc, loc, tags, rest, sep='\t')


if __name__ == '__main__':
    sys.exit(main())
