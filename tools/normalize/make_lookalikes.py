#!/usr/bin/env python3
"""Write lookalikes_table.c: the characters that are laid into Latin text for the look of them.

    make_lookalikes.py >lookalikes_table.c

Mathematical, full-width, superscript, circled, squared and parenthesized letters and the small
capitals come from Python's unicodedata. Whose shape is the same as that of a Latin letter is from
the Unicode Technical Standard 39 (confusables.txt); whose shape is only near enough is from the
alphabets of the web's 'fancy text' converters, and written down here.
"""
import re
import unicodedata

# Each word is a character and the letters that it is read as.
EXACT = {
    'CYRILLIC': '''
        аa еe оo рp сc уyu хx іi јj ѕs һh ԁd ԛq ԝw ѵv ӏl ҽe үy
        АA ВB ЕE КK МM НH ОO РP СC ТT ХX УY ІI ЈJ ЅS ԚQ ԜW ѴV ӀI ҮY ԌG ԀD''',
    'GREEK': 'οo ϲc ϳj ΑA ΒB ΕE ΖZ ΗH ΙI ΚK ΜM ΝN ΟO ΡP ΤT ΥY ΧX ϹC',
    'ARMENIAN': 'օo սu հh ցg զq ոn յj ՕO ՍU ՏS',
    'CHEROKEE': '''
        ᎪA ᏼB ᏴB ᏟC ᎠD ᎬE ᏀG ᎻH ᎥI ᎫJ ᏦK ᏞL ᎷM ᏢP ᎡR ᎢT ᏙV ᎳW ᏔW ᎩY ᎽY ᏃZ ᏚS ᏕS''',
    'LISU': '''
        ꓐB ꓑP ꓓD ꓔT ꓖG ꓗK ꓙJ ꓚC ꓜZ ꓝF ꓟM ꓠN ꓡL ꓢS ꓣR ꓦV ꓧH ꓪW ꓫX ꓬY ꓮA ꓰE ꓲI ꓳO ꓴU''',
    'IPA': 'ɡg ɑa ɩil ıi ĸk',
    'SIGN': '¢c',
    'LATIN_D': 'ÐĐ ðđ ƉĐ ɖđ',
}
NEAR = {
    'CYRILLIC': '''
        бb вb гr зz иuni кk мm нhn пn тt цu чy ьb яr єe ћhđ ђđh ғf ҍb ҟk ҝk ӄk қk ҡk ңhn ӈhn ҥhn
        ҳx ӽx ӿx өo ӎm ҭt ҫc ҷy ԍg шw щw эe лn
        ГR ИNU ПN ЦU ЬB ЯR ЄE ЋHĐ ЂĐ ЗZ ҒF ҚK ӃK ҢHN ҲX ӼX ӨO ӍM ҬT ҪC ШW ЩW''',
    'GREEK': '''
        αa βb γyv δd εe ηn θo ικ ιi κk μum νvn ρp σo ςs τt υuvy χx ωw ϐb ϑo ϰk ϱp ϵe ΛA ΞE ΣE ΘO''',
    'ARMENIAN': 'աw գq դn եt էt ժd ի իh լl խb կu ղn մu ջ ռn վyu տun րn քp ֆs ՀZ ԼL ՁQ',
    'IPA': '''
        ɐa ɓb ɕc ɗd ɛe ɘe ɚe ɢg ɦh ɧh ɨi ɫl ɬl ɭl ɱm ʍm ɲn ɳn ɵo ɾr ɼr ɽr ʂs ʃs ȶt ʈt ʉu ʊu ʋvu ʐz ʑz ʝj ƈc ǫq
        ɯw ƭt ƙk ℓl ∂d''',
}
# What small capitals are named in the standard other than LATIN LETTER SMALL CAPITAL and a letter.
SMALL = 'ꜰf ꜱs ꞯq ᴆđ ᴌl ᴎn'
# The small capitals that are letters of the International Phonetic Alphabet.
PHONETIC = 'ʙɢʜɪʟɴʀʏ'

COMPATIBLE = {'<font>': 'MATHEMATICAL', '<wide>': 'FULLWIDTH', '<super>': 'SUPERSCRIPT',
              '<circle>': 'ENCLOSED', '<square>': 'ENCLOSED', '<compat>': 'ENCLOSED'}
NEGATIVE = re.compile('NEGATIVE (CIRCLED|SQUARED) LATIN CAPITAL LETTER (.)$')


def is_latin_letter(text):
    return len(text) == 1 and text.isascii() and text.isalpha()


def compatible(character):
    """The kind and the letter or digit of a character that has one by its decomposition."""
    form, _, parts = unicodedata.decomposition(character).partition(' ')
    if form not in COMPATIBLE or character in 'ªº':
        return None
    text = ''.join(chr(int(part, 16)) for part in parts.split())
    if 'ROMAN NUMERAL' in unicodedata.name(character, ''):  # the longer ones are several of these
        return is_latin_letter(text) and ('NUMERAL', text)
    if form == '<compat>':  # (a)
        text = text[1:-1] if text.startswith('(') else ''
    if is_latin_letter(text):
        return COMPATIBLE[form], text
    if form == '<font>' and len(text) == 1 and text.isascii() and text.isdigit():
        return 'DIGIT', text
    return None


def small_capital(character):
    name = re.match('LATIN LETTER SMALL CAPITAL (.)$', unicodedata.name(character, ''))
    return name and ('SMALL_CAPITAL', name[1].lower())


def negative(character):
    name = NEGATIVE.match(unicodedata.name(character, ''))
    return name and ('ENCLOSED', name[2])


def collect():
    """For each character: its kind, what it is read as, and whether it has the very shape."""
    table = {}
    for code in range(0x80, 0x20000):
        found = compatible(chr(code)) or small_capital(chr(code)) or negative(chr(code))
        if found:
            table[code] = found + (True,)
    for words in SMALL.split():
        table[ord(words[0])] = ('SMALL_CAPITAL', words[1:], True)
    for character in PHONETIC:
        table[ord(character)] = ('PHONETIC_CAPITAL', table[ord(character)][1], True)
    for facts, exact in (NEAR, False), (EXACT, True):
        for kind, words in facts.items():
            for word in words.split():
                if len(word) > 1 and (is_latin_letter(word[1]) or word[1] in 'đĐ'):
                    table.setdefault(ord(word[0]), (kind, word[1:], exact))
    return table


def main():
    table = collect()
    print('/* Written by make_lookalikes.py: change that, not this. */')
    print('#include "lookalikes_table.h"\n')
    print('const struct lookalike lookalikes_table[] = {')
    for code, (kind, letters, exact) in sorted(table.items()):
        readings = ', '.join(f"'{letter}'" if letter.isascii() else f'0x{ord(letter):X}'
                             for letter in letters)
        print(f'    {{0x{code:X}, LOOKALIKE_{kind}, {str(exact).lower()}, {{{readings}}}}},')
    print('};\n')
    print('const size_t lookalikes_count = sizeof lookalikes_table / sizeof lookalikes_table[0];')


if __name__ == '__main__':
    main()
