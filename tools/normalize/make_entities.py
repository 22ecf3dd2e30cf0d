#!/usr/bin/env python3
"""Write entities_table.c: the named character references of HTML5 that end with a semicolon.

    make_entities.py >entities_table.c

The names come from Python's html.entities, which has them from the HTML standard, section 13.5.
"""
from html.entities import html5


def literal(text):
    return ''.join(f'\\x{byte:02x}' for byte in text.encode('utf-8'))


def main():
    names = sorted(name[:-1] for name in html5 if name.endswith(';'))
    print('/* Written by make_entities.py: change that, not this. */')
    print('#include "entities_table.h"\n')
    print('const struct entity entities_table[] = {')
    for name in names:
        print(f'    {{"{name}", "{literal(html5[name + ";"])}"}},')
    print('};\n')
    print('const size_t entities_count = sizeof entities_table / sizeof entities_table[0];')


if __name__ == '__main__':
    main()
