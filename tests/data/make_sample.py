#!/usr/bin/env python3
"""Build the sample dump from source/.

    make_sample.py            write every form of the dump beside this file
    make_sample.py --check    rebuild in memory, compare with the files that stand
                              (compressed ones by what they hold); exit 1 and name
                              the first file that differs

source/sites.json holds the page frame of six made-up sites, source/articles/NN.txt one
article each (layout: see README.md).  Every page becomes one list of lines, each with its
role and whether a cleaner keeps it; text, HTML, JSONL, WARC, roles.tsv and clean.txt are
all written from that one list, and before anything is written the paragraphs that a
reader sees in each form are compared with it.

Needs Python 3.8 and the zstd command.  Nothing is drawn by chance.
"""
import argparse
import base64
import datetime
import gzip
import hashlib
import html
import io
import json
import os
import re
import subprocess
import sys
import tarfile
import unicodedata
import uuid
import zlib
from html.entities import codepoint2name
from html.parser import HTMLParser

HERE = os.path.dirname(os.path.abspath(__file__))
CRAWLED = '2025-09-01T00:00:00Z'
CRAWL_SECONDS = 1756684800
DAYS = ['Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy', 'Chủ Nhật']
MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August',
          'September', 'October', 'November', 'December']
METADATA = ('byline', 'dateline', 'source')
CONTENT = ('title', 'lead', 'heading', 'body', 'caption')
INVISIBLE = re.compile('[\u00ad\u200b-\u200d\u2060\ufeff]')

# What is special about a page as a file, by page number.
CP1258_PAGE = 19        # html/ in windows-1258, named only by its meta element
PLAIN_BODY_PAGE = 14    # the object of dump.jsonl whose body is plain text
CHUNKED_PAGE = 7        # WARC response in chunks
GZIP_PAGE = 12          # WARC response with gzip content coding
RESOURCE_PAGE = 22      # WARC resource record
CONVERSION_PAGE = 30    # WARC conversion record, plain text


# ---------------------------------------------------------------- source

class Article:
    """One file of source/articles: headers, and blocks as (kind, text)."""

    def __init__(self, number, head, blocks):
        self.number, self.head, self.blocks = number, head, blocks
        self.when = datetime.datetime.strptime(head['date'], '%Y-%m-%d %H:%M')

    def first(self, kind):
        return next((text for k, text in self.blocks if k == kind), None)

    @property
    def title(self):
        return self.first('title')


MARKS = [('# ', 'title'), ('> ', 'lead'), ('## ', 'heading'), ('? ', 'question'),
         ('!! ', 'caption_twice'), ('! ', 'caption'), ('!? ', 'caption_bare'), ('>> ', 'inline'),
         ('-- ', 'byline'), ('== ', 'source')]


def parse_block(line):
    if line == '$':
        return 'ad', ''
    for mark, kind in MARKS:
        if line.startswith(mark):
            return kind, line[len(mark):]
    return 'body', line


def read_article(path):
    with open(path, encoding='utf8') as file:
        head, _, rest = file.read().partition('\n\n')
    fields = dict(line.split(': ', 1) for line in head.split('\n'))
    blocks = [parse_block(line) for line in rest.split('\n') if line]
    return Article(int(os.path.basename(path)[:2]), fields, blocks)


def read_source(folder):
    """All sites by id and all articles by number; a copy gets its original's text."""
    with open(os.path.join(folder, 'sites.json'), encoding='utf8') as file:
        sites = {site['id']: site for site in json.load(file)}
    names = sorted(os.listdir(os.path.join(folder, 'articles')))
    articles = [read_article(os.path.join(folder, 'articles', name)) for name in names]
    by_number = {a.number: a for a in articles}
    for article in articles:
        if 'copy' in article.head:
            original = by_number[int(article.head['copy'])]
            text = [b for b in original.blocks if b[0] not in ('byline', 'source', 'inline', 'ad')]
            article.blocks = text + article.blocks
    return sites, by_number


# ---------------------------------------------------------------- pages as lines

class Line:
    """A visible line: its role, keep (1, 0 or -), template kind and region of the page."""

    def __init__(self, text, role, keep, kind, region, **values):
        self.text, self.role, self.keep = text, role, keep
        self.kind, self.region, self.values = kind, region, values


class Page:
    def __init__(self, article, site, articles):
        self.article, self.site, self.articles = article, site, articles
        self.lines, self.captions, self.ads = [], 0, 0
        self.name = f'{site["id"]}/{article.number:02d}'
        self.url = page_url(article, site)
        lay_out(self)

    def add(self, text, role, kind=None, region='main', keep=None, **values):
        likeliest = role.split('|')[0]
        if keep is None:
            keep = '1' if likeliest in CONTENT else '-' if likeliest in METADATA else '0'
        self.lines.append(Line(text, role, keep, kind or likeliest, region, **values))


def page_url(article, site):
    return f'https://{site["host"]}/{site["path"]}/{article.head["slug"]}-{article.number:02d}.html'


def date_values(when):
    return {'d': when.day, 'm': when.month, 'y': when.year, 'dd': f'{when.day:02d}',
            'mm': f'{when.month:02d}', 'HH': f'{when.hour:02d}', 'MM': f'{when.minute:02d}',
            'thu': DAYS[when.weekday()], 'month': MONTHS[when.month - 1],
            'mon': MONTHS[when.month - 1][:3]}


def fill(template, article, **more):
    views = int(article.head['views'])
    values = {'section': article.head['section'], 'author': article.head['author'],
              'tags': article.head['tags'], 'likes': views // 97, 'few': views % 23 + 2,
              'visits': f'{1000000 + views * 37:,}'.replace(',', '.')}
    return template.format(**values, **date_values(article.when), **more)


def lay_out(page):
    """Frame, article, frame: the order in which a reader meets the lines."""
    site = page.site
    add_frame(page, site['top'], 'top')
    add_frame(page, site.get('before_title', []), 'main')
    page.add(page.article.title, 'title')
    add_frame(page, site['after_title'], 'main')
    page.add(site['lead_prefix'] + page.article.first('lead'), 'lead|body', 'lead')
    add_frame(page, site['after_lead'], 'main')
    for kind, text in page.article.blocks:
        add_block(page, kind, text)
    add_frame(page, site['end'], 'main')
    add_frame(page, site['bottom'], 'bottom')


def add_frame(page, entries, region):
    for role, text, *kind in entries:
        if text != '*':
            page.add(fill(text, page.article), role, *kind, region=region)
        elif role == 'related':
            for number in page.article.head['related'].split():
                add_link(page, number, 'related_item', 'related')
        elif page.article.first(role):
            page.add(page.article.first(role), role, region=region)


def add_link(page, number, template, kind):
    other = page.articles[int(number)]
    href = f'/{page.site["path"]}/{other.head["slug"]}.html'
    page.add(fill(page.site[template], other, t=other.title), 'related', kind, href=href)


def add_block(page, kind, text):
    if kind == 'body':
        page.add(text, 'body')
    elif kind == 'question':
        page.add(text, 'heading|body', 'question')
    elif kind == 'heading':
        page.add(text, 'heading')
    elif kind in ('caption', 'caption_twice', 'caption_bare'):
        add_caption(page, text, kind)
    elif kind == 'inline':
        add_link(page, text, 'inline', 'inline')
    elif kind == 'ad':
        page.add(page.site['ads'][page.ads % len(page.site['ads'])], 'ad')
        page.ads += 1


def add_caption(page, text, kind):
    """The headline as image text where the site prints it, the caption, its repeat."""
    title, alt = page.article.title, page.site['alt']
    page.captions += 1
    image = f'{page.article.head["slug"]}-{page.captions}'
    if alt:
        alt = alt.format(title=title, n=page.captions, n0=page.captions - 1)
        page.add(alt, 'caption', 'alt', keep='0', img=image)
    role = 'caption|heading' if kind == 'caption_bare' else 'caption'
    page.add(text, role, 'caption', img=image, alt=alt or title)
    if kind == 'caption_twice':
        page.add(text, 'caption', 'caption2', keep='0')


def build_pages(sites, articles):
    pages = [Page(a, sites[a.head['site']], articles) for a in articles.values()]
    return sorted(pages, key=lambda page: page.name)


# ---------------------------------------------------------------- text/

def clean(text):
    text = INVISIBLE.sub('', unicodedata.normalize('NFC', html.unescape(text)))
    return re.sub(r'\s+', ' ', text).strip()


def every(text, char, step, replacement):
    """text with each step-th char replaced."""
    seen = 0

    def swap(match):
        nonlocal seen
        seen += 1
        return replacement if seen % step == 0 else match.group()
    return re.sub(re.escape(char), swap, text)


def quote_entities(text):
    text = html.escape(text, quote=True)
    for char, name in (('“', '&ldquo;'), ('”', '&rdquo;'), ('…', '&hellip;')):
        text = text.replace(char, name)
    return text


def latin_entities(text):
    """Old editors write the letters of Latin-1 as names and leave the others."""
    return re.sub('[\u00a1-\u00ff]', lambda m: f'&{codepoint2name[ord(m.group())]};', text)


def between_letters(text, char, step):
    places = [m.start() for m in re.finditer(r'(?<=[a-z])(?=[a-z])', text)][step - 1::step]
    for place in reversed(places):
        text = text[:place] + char + text[place:]
    return text


DAMAGE = {
    'nfd': lambda text: unicodedata.normalize('NFD', text),
    'nbsp': lambda text: every(text, ' ', 9, '\u00a0'),
    'entities': lambda text: every(quote_entities(text), ' ', 31, '&nbsp;'),
    'latin-entities': latin_entities,
    'zero-width': lambda text: between_letters(text, '\u200b', 17),
    'soft-hyphen': lambda text: between_letters(text, '\u00ad', 13),
    'spaces': lambda text: every(text, ' ', 11, '  ') + ' ' * (len(text) % 3),
}


def damaged(page, text):
    for name in page.site['damage'] + page.article.head.get('damage', '').split():
        if name in DAMAGE:
            text = DAMAGE[name](text)
    return text


def blanks_after(page, index):
    """The blank lines that the scraper left after a line."""
    habit, line = page.site['gap'], page.lines[index]
    draw = zlib.crc32(f'{page.name}:{index}'.encode()) >> 8
    if habit == 'none':
        return []
    if habit == 'some' or line.region != 'main':
        return [''] if draw % 2 else []
    if habit == 'nbsp':
        return [['', '\u00a0', ' ', ''][draw % 4]] + ['\u00a0'] * (draw % 7 == 0)
    return ['']


def text_rows(page):
    """(line as written, Line or None for a blank one) of the text form."""
    rows = []
    for index, line in enumerate(page.lines):
        rows.append((damaged(page, line.text), line))
        if index + 1 < len(page.lines):
            rows += [(blank, None) for blank in blanks_after(page, index)]
    return rows


def text_file(page):
    flags = page.site['damage'] + page.article.head.get('damage', '').split()
    end = '\r\n' if 'crlf' in flags else '\n'
    text = end.join(row for row, _ in text_rows(page))
    if 'unended' not in flags:
        text += end
    return ('\ufeff' if 'bom' in flags else '').encode() + text.encode()


# ---------------------------------------------------------------- html/

WORDPRESS = {'“': '&#8220;', '”': '&#8221;', '…': '&#8230;', '–': '&#8211;'}


def html_text(text, style):
    if style == 'heavy':
        return every(latin_entities(quote_entities(text)), ' ', 19, '&nbsp;')
    text = html.escape(text, quote=False)
    if style == 'wordpress':
        text = re.sub('[“”…–]', lambda m: WORDPRESS[m.group()], text)
    return every(text, ' ', 29, '&nbsp;')


def link_pieces(text, separator):
    return separator.join(f'<a href="#">{piece}</a>' for piece in text.split(separator))


def mark_tags(text, page):
    """The first mention of each tag of the page becomes a link."""
    for tag in page.article.head['tags'].split(', '):
        text = text.replace(tag, f'<a href="/tag/{len(tag)}" title="{tag}">{tag}</a>', 1)
    return text


def element(line, page):
    look = page.site['html']
    template = look['kinds'].get(line.kind, look['kinds']['default'])
    text = html_text(line.text, look['entities'])
    if line.kind == 'bar':
        text = link_pieces(text, ' | ')
    if line.kind == 'body' and look['mark_tags']:
        text = mark_tags(text, page)
    if line.kind == 'body' and look['wrap_lines']:
        text = every(text, ' ', 12, '\n        ')
    for key, value in line.values.items():
        template = template.replace('{%s}' % key, html.escape(value))
    template = template.replace('{iso}', page.article.when.isoformat() + '+07:00')
    return template.replace('{}', text)


def is_hidden_in_html(line, page):
    return line.kind == 'alt' and not page.site['alt_visible']


def body_html(page, regions, leave_out=()):
    """The regions as markup; lines of one kind in a row share the group's wrapper."""
    look, out = page.site['html'], []
    for region in regions:
        lines = [x for x in page.lines if x.region == region and x.kind not in leave_out
                 and not is_hidden_in_html(x, page)]
        before, after = look['regions'][region]
        out.append(before)
        for i, line in enumerate(lines):
            opening, closing = look['groups'].get(line.kind, ['', ''])
            if i == 0 or lines[i - 1].kind != line.kind:
                out.append(opening)
            piece = element(line, page)
            out.append(piece if piece.endswith('\n') else piece + '\n')
            if i + 1 == len(lines) or lines[i + 1].kind != line.kind:
                out.append(closing)
        out.append(after)
    return ''.join(out)


def json_ld(page):
    data = {'@context': 'https://schema.org', '@type': 'NewsArticle',
            'headline': page.article.title, 'url': page.url,
            'datePublished': page.article.when.isoformat() + '+07:00',
            'author': {'@type': 'Person', 'name': page.article.head['author']}}
    return f'<script type="application/ld+json">{json.dumps(data, ensure_ascii=False)}</script>\n'


def open_graph(page):
    pairs = [('og:type', 'article'), ('og:title', page.article.title), ('og:url', page.url),
             ('og:site_name', page.site['name']), ('og:description', page.article.first('lead')),
             ('article:published_time', page.article.when.isoformat() + '+07:00')]
    return ''.join(f'<meta property="{key}" content="{html.escape(value)}">\n' for key, value in pairs)


def charset(page):
    return 'windows-1258' if page.article.number == CP1258_PAGE else 'utf-8'


def head_html(page):
    look = page.site['html']
    title = html.escape(f'{page.article.title} | {page.site["name"]}', quote=False)
    language = 'en' if look['entities'] == 'wordpress' else 'vi'
    return (f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="{charset(page)}">\n'
            f'<title>{title}</title>\n<link rel="canonical" href="{page.url}">\n'
            + (open_graph(page) if look['og'] else '') + (json_ld(page) if look['jsonld'] else '')
            + '<style>body{margin:0 auto}</style>\n</head>\n')


def encode_cp1258(text):
    """windows-1258 keeps the tone as a mark of its own after the letter."""
    out = []
    for char in text:
        base, tone = char, ''
        parts = unicodedata.normalize('NFD', char)
        for mark in '\u0300\u0301\u0303\u0309\u0323':
            if mark in parts:
                base, tone = unicodedata.normalize('NFC', parts.replace(mark, '')), mark
        out.append(base + tone)
    return ''.join(out).encode('cp1258', 'xmlcharrefreplace')


def html_file(page):
    look = page.site['html']
    text = (head_html(page) + look['open'] + body_html(page, ['top', 'main', 'bottom'])
            + look['close'] + '\n</html>\n')
    return encode_cp1258(text) if charset(page) == 'windows-1258' else text.encode()


# ---------------------------------------------------------------- dump.jsonl

def json_date(page, style):
    when = page.article.when
    if style == 'iso':
        return when.isoformat() + '+07:00'
    if style == 'mongo':
        return {'$date': (when - datetime.timedelta(hours=7)).isoformat() + 'Z'}
    return when.isoformat(' ')


def json_ident(page, name):
    if name == '_id':
        return {'$oid': hashlib.sha1(page.url.encode()).hexdigest()[:24]}
    return page.name.replace('/', '-')


def own_fields(page):
    return [kind for kind in ('title', 'lead') if kind in page.site['jsonl']['names']]


def json_body(page):
    form, own = page.site['jsonl'], own_fields(page)
    if page.article.number == PLAIN_BODY_PAGE:
        return '\n'.join(line.text for line in page.lines if line.kind not in own)
    return body_html(page, form['regions'], own)


def json_object(page):
    form, article = page.site['jsonl'], page.article
    lead = page.site['lead_prefix'] + article.first('lead')
    author = article.head['author']
    values = {'url': lambda name: page.url, 'id': lambda name: json_ident(page, name),
              'title': lambda name: quote_entities(article.title),
              'lead': lambda name: quote_entities(lead),
              'date': lambda name: json_date(page, form['date']),
              'author': lambda name: [author] if name == 'authors' else author,
              'body': lambda name: json_body(page)}
    row = {name: values[what](name) for what, name in form['names'].items()}
    for name in form['extra']:
        row[name] = int(article.head[name]) if name == 'views' else article.head[name]
    return row


def jsonl_file(pages):
    return ''.join(json.dumps(json_object(p), ensure_ascii=False) + '\n' for p in pages).encode()


# ---------------------------------------------------------------- dump.warc

def warc_record(kind, target, block, content_type, **more):
    ident = uuid.uuid5(uuid.NAMESPACE_URL, f'{kind} {target}')
    digest = base64.b32encode(hashlib.sha1(block).digest()).decode()
    head = ['WARC/1.1', f'WARC-Type: {kind}', f'WARC-Record-ID: <urn:uuid:{ident}>',
            f'WARC-Date: {CRAWLED}']
    head += [f'WARC-Target-URI: {target}'] if kind != 'warcinfo' else []
    head += [f'{name.replace("_", "-")}: {value}' for name, value in more.items()]
    head += [f'WARC-Block-Digest: sha1:{digest}', f'Content-Type: {content_type}',
             f'Content-Length: {len(block)}']
    return '\r\n'.join(head).encode() + b'\r\n\r\n' + block + b'\r\n\r\n'


def chunked(data, size=1000):
    pieces = [data[i:i + size] for i in range(0, len(data), size)] + [b'']
    return b''.join(b'%x\r\n%s\r\n' % (len(piece), piece) for piece in pieces)


def http_response(page):
    body, number = html_file(page), page.article.number
    kind = 'text/html' if charset(page) != 'utf-8' else 'text/html; charset=utf-8'
    head = ['HTTP/1.1 200 OK', 'Server: nginx', f'Content-Type: {kind}']
    if number == GZIP_PAGE:
        body = gzip.compress(body, mtime=0)
        head.append('Content-Encoding: gzip')
    if number == CHUNKED_PAGE:
        body = chunked(body)
        head.append('Transfer-Encoding: chunked')
    else:
        head.append(f'Content-Length: {len(body)}')
    return '\r\n'.join(head).encode() + b'\r\n\r\n' + body


def http_request(page):
    path = page.url.split(page.site['host'], 1)[1]
    return (f'GET {path} HTTP/1.1\r\nHost: {page.site["host"]}\r\n'
            'User-Agent: sample-crawler/1.0\r\nAccept: text/html\r\n\r\n').encode()


def page_records(page):
    number = page.article.number
    if number == RESOURCE_PAGE:
        return warc_record('resource', page.url, html_file(page), 'text/html')
    if number == CONVERSION_PAGE:
        return warc_record('conversion', page.url, text_file(page), 'text/plain')
    return (warc_record('request', page.url, http_request(page), 'application/http;msgtype=request')
            + warc_record('response', page.url, http_response(page),
                          'application/http;msgtype=response', WARC_IP_Address='192.0.2.1'))


def warc_file(pages):
    info = b'software: make_sample.py\r\nformat: WARC File Format 1.1\r\n'
    first = warc_record('warcinfo', 'dump.warc', info, 'application/warc-fields',
                        WARC_Filename='dump.warc')
    return first + b''.join(page_records(page) for page in pages)


def read_headers(data):
    lines = data.decode('latin-1').split('\r\n')
    return lines[0], dict(line.split(': ', 1) for line in lines[1:])


def read_warc(data):
    """Yield (type, target, payload with its HTTP codings undone)."""
    while data:
        head, _, rest = data.partition(b'\r\n\r\n')
        _, fields = read_headers(head)
        length = int(fields['Content-Length'])
        block, data = rest[:length], rest[length + 4:]
        if fields['WARC-Type'] == 'response':
            block = read_http(block)
        yield fields['WARC-Type'], fields.get('WARC-Target-URI'), block


def read_http(block):
    head, _, body = block.partition(b'\r\n\r\n')
    _, fields = read_headers(head)
    if fields.get('Transfer-Encoding') == 'chunked':
        body, rest = b'', body
        while rest:
            size, _, rest = rest.partition(b'\r\n')
            body, rest = body + rest[:int(size, 16)], rest[int(size, 16) + 2:]
    return gzip.decompress(body) if fields.get('Content-Encoding') == 'gzip' else body


# ---------------------------------------------------------------- archives, expected/

def tar_member(name, size=None):
    info = tarfile.TarInfo(name)
    info.mtime, info.mode = CRAWL_SECONDS, 0o644
    if size is None:
        info.type, info.mode = tarfile.DIRTYPE, 0o755
    else:
        info.size = size
    return info


def tar_file(files):
    """The text/ tree, its folders first, as a gzip-compressed ustar archive."""
    held = io.BytesIO()
    with tarfile.open(fileobj=held, mode='w', format=tarfile.USTAR_FORMAT) as tar:
        folders = {os.path.dirname(name) for name in files} | {'text'}
        for folder in sorted(folders):
            tar.addfile(tar_member(folder))
        for name in sorted(files):
            tar.addfile(tar_member(name, len(files[name])), io.BytesIO(files[name]))
    return gzip.compress(held.getvalue(), mtime=0)


def run_zstd(data, *options):
    return subprocess.run(['zstd', '-q', '-c', *options], input=data, stdout=subprocess.PIPE,
                          check=True).stdout


def roles_file(pages):
    out = ['file\tline\trole\tkeep']
    for page in pages:
        for number, (_, line) in enumerate(text_rows(page), 1):
            if line:
                out.append(f'{page.name}.txt\t{number}\t{line.role}\t{line.keep}')
    return ('\n'.join(out) + '\n').encode()


def kept(page):
    return [clean(line.text) for line in page.lines if line.keep != '0']


def clean_file(pages):
    pages = [page for page in pages if 'copy' not in page.article.head]
    return ('\n\n'.join('\n'.join(kept(page)) for page in pages) + '\n').encode()


def build(pages):
    """Every file of the dump by its name."""
    text = {f'text/{page.name}.txt': text_file(page) for page in pages}
    files = dict(text)
    files.update({f'html/{page.name}.html': html_file(page) for page in pages})
    files['dump.jsonl'] = jsonl_file(pages)
    files['dump.jsonl.zst'] = run_zstd(files['dump.jsonl'], '-19')
    files['dump.warc'] = warc_file(pages)
    files['pages.tar.gz'] = tar_file(text)
    files['expected/roles.tsv'] = roles_file(pages)
    files['expected/clean.txt'] = clean_file(pages)
    return files


# ---------------------------------------------------------------- do the forms agree?

class Reader(HTMLParser):
    """The paragraphs that a reader of the page sees."""
    BREAKS = set('address article aside blockquote body br div figcaption figure footer form h1 h2 '
                 'h3 h4 head header html li main nav noscript ol p section table td tr ul'.split())
    SILENT = {'head', 'script', 'style', 'template'}
    VOID = {'area', 'br', 'hr', 'img', 'input', 'link', 'meta'}

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.paragraphs, self.held, self.stack = [], '', []

    def flush(self):
        if clean(self.held):
            self.paragraphs.append(clean(self.held))
        self.held = ''

    def handle_starttag(self, tag, attrs):
        if tag in self.BREAKS:
            self.flush()
        if tag not in self.VOID:
            style = dict(attrs).get('style') or ''
            hidden = 'hidden' in dict(attrs) or 'display:none' in style.replace(' ', '')
            self.stack.append((tag, hidden or tag in self.SILENT))

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag):
        assert self.stack and self.stack[-1][0] == tag, f'</{tag}> closes {self.stack[-1:]}'
        if tag in self.BREAKS:
            self.flush()
        self.stack.pop()

    def handle_data(self, data):
        if not any(silent for _, silent in self.stack):
            self.held += data


def paragraphs_of(markup):
    reader = Reader()
    reader.feed(markup)
    reader.close()
    reader.flush()
    assert not reader.stack, f'{reader.stack[-1][0]} is not closed'
    return reader.paragraphs


def expect(name, got, want):
    for number, (a, b) in enumerate(zip(got + [None], want + [None]), 1):
        if a != b:
            sys.exit(f'{name}: paragraph {number} is {a!r}, expected {b!r}')


def seen_in_html(page):
    return [clean(x.text) for x in page.lines if not is_hidden_in_html(x, page)]


def verify_json(page, row):
    names = page.site['jsonl']['names']
    regions, own = page.site['jsonl']['regions'], own_fields(page)
    lines = [x for x in page.lines if x.region in regions and x.kind not in own]
    got = row[names['body']]
    if page.article.number == PLAIN_BODY_PAGE:
        expect('dump.jsonl ' + page.name, [clean(x) for x in got.split('\n')],
               [clean(x.text) for x in lines])
        return
    body = paragraphs_of(got)
    expect('dump.jsonl ' + page.name, body,
           [clean(x.text) for x in lines if not is_hidden_in_html(x, page)])
    fields = [clean(row[names[key]]) for key in own]
    marks = [x.keep for x in lines if not is_hidden_in_html(x, page)]
    expect('dump.jsonl ' + page.name + ' kept',
           fields + [text for text, keep in zip(body, marks) if keep != '0'], kept(page))


def verify(pages, files):
    """Stop with a message if a form does not show the lines of its page."""
    for page in pages:
        text = files[f'text/{page.name}.txt'].decode()
        expect(f'text/{page.name}.txt', [clean(x) for x in re.split('\r?\n', text) if clean(x)],
               [clean(x.text) for x in page.lines])
        markup = files[f'html/{page.name}.html'].decode(charset(page))
        expect(f'html/{page.name}.html', paragraphs_of(markup), seen_in_html(page))
    rows = [json.loads(row) for row in files['dump.jsonl'].decode().splitlines()]
    for page, row in zip(pages, rows):
        verify_json(page, row)
    records = [r for r in read_warc(files['dump.warc']) if r[0] not in ('warcinfo', 'request')]
    for page, (kind, target, payload) in zip(pages, records):
        form = 'text/%s.txt' if kind == 'conversion' else 'html/%s.html'
        if target != page.url or payload != files[form % page.name]:
            sys.exit(f'dump.warc: the {kind} record of {target} is not {form % page.name}')
    if len(rows) != len(pages) or len(records) != len(pages):
        sys.exit('dump.jsonl or dump.warc: not one object or record a page')


# ---------------------------------------------------------------- main

def content_of(name, data):
    """What must be equal: compressors of two versions may differ in bytes."""
    if name.endswith('.zst'):
        return run_zstd(data, '-d')
    if name.endswith('.gz'):
        return gzip.decompress(data)
    if name.endswith('.warc'):
        return list(read_warc(data))
    return data


def standing_files():
    found = set()
    for folder in ('text', 'html', 'expected'):
        for where, _, names in os.walk(os.path.join(HERE, folder)):
            found |= {os.path.relpath(os.path.join(where, name), HERE) for name in names}
    return found


def check(files):
    for name in sorted(files):
        try:
            with open(os.path.join(HERE, name), 'rb') as file:
                standing = file.read()
        except FileNotFoundError:
            sys.exit(f'{name}: is missing')
        try:
            same = content_of(name, standing) == content_of(name, files[name])
        except (OSError, EOFError, ValueError, KeyError, zlib.error, subprocess.CalledProcessError):
            same = False
        if not same:
            sys.exit(f'{name}: differs from what source/ gives')
    for name in sorted(standing_files() - set(files)):
        sys.exit(f'{name}: is not made from source/')


def write(files):
    for name, data in files.items():
        path = os.path.join(HERE, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'wb') as file:
            file.write(data)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--check', action='store_true', help='compare, write nothing')
    options = parser.parse_args()
    pages = build_pages(*read_source(os.path.join(HERE, 'source')))
    files = build(pages)
    verify(pages, files)
    if options.check:
        check(files)
    else:
        write(files)


if __name__ == '__main__':
    main()
