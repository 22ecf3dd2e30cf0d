#!/usr/bin/env python3
"""News articles of ../shared/data as plain text, in NFC: a line a line of the article, none empty.

    articles.py SHARED COUNT

writes COUNT of them, spread over the file, to standard output. Tests import `spread`.
"""
import os
import subprocess
import sys
import unicodedata

ARTICLES = 128060  # in the file


def spread(shared, count):
    """Yields `count` articles, evenly spread over the file."""
    sys.dont_write_bytecode = True
    sys.path.insert(0, os.path.join(shared, 'tools'))
    from make_dump import detokenise
    chosen = iter([number * ARTICLES // count for number in range(count)] + [None])
    next_chosen = next(chosen)
    path = os.path.join(shared, 'data', 'articles.seg.txt.zst')
    with subprocess.Popen(['zstd', '-dcq', path], stdout=subprocess.PIPE) as unpacker:
        for number, article in enumerate(segmented(unpacker.stdout)):
            if number == next_chosen:
                lines = map(detokenise, article.decode('utf-8').split('\n'))
                text = ''.join(line + '\n' for line in lines if line)
                yield unicodedata.normalize('NFC', text)
                next_chosen = next(chosen)


def segmented(stream, block=1 << 20):
    """The articles as they stand in the file, a form-feed line between them."""
    rest = b''
    while data := stream.read(block):
        *articles, rest = (rest + data).split(b'\n\f\n')
        yield from articles
    yield rest


def main():
    shared, count = sys.argv[1:]
    for article in spread(shared, int(count)):
        sys.stdout.write(article)


if __name__ == '__main__':
    main()
