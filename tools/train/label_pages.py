#!/usr/bin/env python3
"""Give records the roles that are known of their lines, as `train role` learns from them.

    label_pages.py truth.tsv <records >labelled      of a generated dump (make_dump.py)
    label_pages.py roles.tsv DIR <records >labelled  of the sample dump; DIR holds its pages as text

Records are `ingest DUMP | normalize`. The paragraphs of a page are matched in order, by their letters
and digits; one that finds no match takes the role of the one before it.

    --vary SEED   give some pages what generated ones never have, as other pages have it: headings
                  (the beginnings of other pages' titles), hints of HTML, a title in the metadata, there
                  only or in the text, too, fields, no lead, or one right behind the title, no frame,
                  text in short lines
"""
import collections
import html
import os
import random
import re
import sys
import unicodedata


def key(text):
    text = unicodedata.normalize('NFD', text.casefold())
    return ''.join(c for c in text if c.isalnum())


def generated_truth(path):
    truth = collections.defaultdict(list)
    with open(path, encoding='utf8') as rows:
        for row in rows:
            ident, _, role, _, clean = row.rstrip('\n').split('\t', 4)
            truth[ident].append((key(clean), role))
    return truth.get


def page_name(ident):
    """bensong/01.txt, html/bensong/01.html and bensong-01 are one page."""
    found = re.findall(r'([a-z]+)[/-](\d+)', ident)
    return found[-1] if found else ident


def sample_truth(path, folder):
    truth, lines = collections.defaultdict(list), {}
    with open(path, encoding='utf8') as rows:
        next(rows)
        for row in rows:
            file, number, role, _ = row.rstrip('\n').split('\t')
            if file not in lines:
                with open(os.path.join(folder, file), encoding='utf8') as page:
                    lines[file] = page.read().split('\n')
            text = html.unescape(lines[file][int(number) - 1])
            truth[page_name(file)].append((key(text), role.split('|')[0]))
    return lambda ident: truth.get(page_name(ident))


def pages(lines):
    """Yields lists of [doc, loc, tags, text]."""
    page = []
    for line in lines:
        record = line.rstrip('\n').split('\t', 3)
        if page and record[0] != page[0][0]:
            yield page
            page = []
        page.append(record)
    if page:
        yield page


def label(page, lines):
    """The roles of the records; None for metadata."""
    roles, at, role = [], 0, 'nav'
    for _, loc, _, text in page:
        if loc == '0':
            roles.append(None)
            continue
        wanted = key(text)
        found = next((i for i in range(at, min(len(lines), at + 40)) if lines[i][0] == wanted), None)
        if found is not None:
            role, at = lines[found][1], found + 1
        roles.append(role)
    return roles


# What HTML elements stand around paragraphs of a role, by how often.
HINTS = {
    'title': [(8, 'h1'), (1, 'header;h1'), (1, 'h2'), (1, '')],
    'lead': [(6, ''), (2, 'h2'), (1, 'header')],
    'heading': [(6, 'h2'), (4, 'h3'), (2, '')],
    'body': [(1, '')],
    'caption': [(6, 'figcaption'), (3, '')],
    'byline': [(6, ''), (2, 'address'), (1, 'header')],
    'dateline': [(5, 'time'), (3, ''), (1, 'header')],
    'source': [(4, ''), (1, 'links')],
    'nav': [(5, 'header;nav;links;li'), (3, 'nav;links'), (2, 'links;li'), (1, 'header'), (1, '')],
    'share': [(3, 'button'), (2, 'li;button'), (2, 'links;li'), (3, '')],
    'related': [(3, 'aside;links;li'), (3, 'links;li'), (1, 'aside'), (2, '')],
    'ad': [(4, 'aside'), (3, '')],
    'notice': [(3, 'form'), (2, 'aside'), (3, '')],
    'footer': [(8, 'footer'), (2, ''), (1, 'footer;address')],
}


class Varier:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.titles = ['Những điều cần biết trước mùa mưa']

    def __call__(self, page, roles):
        titles = [record[3] for record, role in zip(page, roles) if role == 'title']
        lines = list(zip(page, roles))
        draw = self.random.random()
        if draw < 0.1:
            lines = self.leave_text(lines)
        elif draw < 0.15:
            lines = self.break_text(lines)
        if self.random.random() < 0.2:
            lines = [line for line in lines if line[1] != 'lead']
        elif self.random.random() < 0.2:
            lines = self.raise_lead(lines)
        if self.random.random() < 0.5:
            lines = self.add_headings(lines)
        draw = self.random.random()
        if draw < 0.4:
            lines = self.add_hints(lines, titles)
        elif draw < 0.5:
            self.add_fields(lines)
        self.titles = (self.titles + titles)[-200:]
        return self.number(lines)

    def leave_text(self, lines):
        """Without a frame, and maybe without a title, of few and short paragraphs."""
        kept = self.random.choice([('title', 'lead', 'body', 'caption'), ('title', 'body'), ('body',)])
        lines = [line for line in lines if line[1] is None or line[1] in kept]
        if self.random.random() < 0.7:
            for record, role in lines:
                if role == 'body':
                    record[3] = re.split(r'(?<=[.!?…]) ', record[3])[0]
        if self.random.random() < 0.5:
            lines = lines[:self.random.randint(2, 7)]
        return lines

    def break_text(self, lines):
        """The text as lists, tables and poems have it: in short lines without an end."""
        new_lines = []
        for record, role in lines:
            if role != 'body':
                new_lines.append((record, role))
                continue
            parts = [part.strip() for part in re.split(r'[,;:.()“”"]', record[3]) if part.strip()]
            for part in parts[:self.random.randint(1, 4)]:
                words = part.split()[:self.random.choice([1, 2, 3, 4, 6, 8])]
                draw = self.random.random()
                if draw < 0.15:
                    words = [f'{self.random.randint(1, 999)}{self.random.choice([".000", ",5", "", " kg"])}']
                elif draw < 0.3:
                    words = [f'{self.random.randint(1, 9)}{self.random.choice(["/2", "", "00 g", "."])}'] + words
                text = ' '.join(words)
                new_lines.append(([record[0], '', '_', text[:1].upper() + text[1:]], 'body'))
        return new_lines

    @staticmethod
    def raise_lead(lines):
        """The lead right behind the title."""
        roles = [role for _, role in lines]
        if 'lead' not in roles or 'title' not in roles:
            return lines
        lead = lines[roles.index('lead')]
        rest = [line for line in lines if line[1] != 'lead']
        at = roles.index('title') + 1
        return rest[:at] + [lead] + rest[at:]

    def add_headings(self, lines):
        new_lines, every, body = [], self.random.choice([1, 2, 2, 3, 4]), 0
        starts = self.random.random() < 0.5
        for record, role in lines:
            body += role == 'body'
            if role == 'body' and (body == 1 and starts or body > 1 and body % every == 0):
                new_lines.append(([record[0], '', '_', self.heading()], 'heading'))
            new_lines.append((record, role))
        return new_lines

    @staticmethod
    def number(lines):
        """Gives the paragraphs their numbers anew."""
        number = 0
        for record, role in lines:
            if role:
                number += 1
                record[1] = str(number)
        return [record for record, _ in lines], [role for _, role in lines]

    @staticmethod
    def add_fields(lines):
        """Title and lead as fields of their own give them."""
        for record, role in lines:
            if role in ('title', 'lead'):
                add_tag(record, 'field=' + role)

    def heading(self):
        words = self.random.choice(self.titles).split()
        text = ' '.join(words[:self.random.choice([3, 4, 5, 6, 8, 10])]).strip(' ,.:;"“”-–')
        draw = self.random.random()
        text = text.upper() if draw < 0.08 else text
        return text + ('?' if draw > 0.85 else '')

    def add_hints(self, lines, titles):
        chosen = {role: self.random.choices([hint for _, hint in hints], [n for n, _ in hints])[0]
                  for role, hints in HINTS.items()}
        has_title = titles and self.random.random() < 0.8
        for record, role in lines:
            if role is None:
                if has_title:
                    add_tag(record, 'title=' + titles[0].replace('%', '%25').replace('|', '%7C')
                            .replace(';', '%3B'))
            elif chosen[role] and self.random.random() < 0.9:
                add_tag(record, 'html=' + chosen[role])
                if 'links' in chosen[role]:
                    add_tag(record, 'html.links=1.00')
        if has_title and self.random.random() < 0.2: # it stands in a field of its own
            return [line for line in lines if line[1] != 'title']
        return lines


def add_tag(record, tag):
    record[2] = tag if record[2] == '_' else record[2] + '|' + tag


def main(arguments):
    vary = None
    if '--vary' in arguments:
        at = arguments.index('--vary')
        vary = Varier(int(arguments[at + 1]))
        arguments = arguments[:at] + arguments[at + 2:]
    truth = sample_truth(*arguments) if len(arguments) == 2 else generated_truth(*arguments)
    sys.stdin.reconfigure(encoding='utf8', newline='\n')
    sys.stdout.reconfigure(encoding='utf8', newline='\n')
    for page in pages(sys.stdin):
        lines = truth(page[0][0])
        if lines is None:
            print(f'label_pages.py: nothing is known of {page[0][0]}, left out', file=sys.stderr)
            continue
        roles = label(page, lines)
        if vary:
            page, roles = vary(page, roles)
        for record, role in zip(page, roles):
            if role:
                add_tag(record, 'role=' + role)
            print(*record, sep='\t')


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
