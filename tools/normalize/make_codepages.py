#!/usr/bin/env python3
"""Write codepages_table.c: what the bytes of legacy Vietnamese and Western code pages stand for.

    make_codepages.py >codepages_table.c

tests/legacy_encode.py imports the tables from here.

Where the facts come from:
windows-1252, windows-1258, mac-roman
    Python's codecs. The bytes that those leave out are the C1 controls of the same number, as in
    the WHATWG Encoding Standard (index-windows-1252.txt, index-windows-1258.txt).
viscii
    RFC 1456, section 2.
tcvn3
    TCVN 5712:1993, VN3, which the ABC fonts (.VnTime) have: VN1, which glibc's iconv knows as
    TCVN5712-1, without its toned capitals and combining marks. Windows programs that used the
    fonts wrote windows-1252 punctuation at 80 to 9F. Where VN3 has nothing, VN1's capitals stay;
    those that it has at 80 to 9F are a table of their own: what stands around has to tell.
vps
    Mozilla's intl/uconv/ucvlatin/vps.ut; the letters agree with those of xvnkb (vps.h) and UniKey
    (ukengine/data.cpp).
vni
    VNI Software's chart of VNI ANSI (Windows, Unix) as UniKey (ukengine/data.cpp) and xvnkb (vni.h)
    have it. The chart says nothing of other bytes than letters and ASCII; signs of windows-1252
    stay signs, its letters that VNI has no use for stand for nothing.
"""
import unicodedata

NOTHING = '\N{REPLACEMENT CHARACTER}'
ASCII = ''.join(map(chr, range(128)))
VIETNAMESE = [unicodedata.normalize('NFC', base + tone)
              for base in 'AĂÂEÊIOÔƠUƯYaăâeêioôơuưy'
              for tone in ('', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323')] + ['Đ', 'đ']


def codec(name):
    """The page as Python has it, and C1 controls where that has nothing."""
    return ''.join(bytes([byte]).decode(name, 'ignore') or chr(byte) for byte in range(256))


def replace(characters, changes):
    return ''.join(changes.get(byte, character) for byte, character in enumerate(characters))


WINDOWS_1252 = codec('windows-1252')
WINDOWS_1252_SIGNS = WINDOWS_1252[0x80:0xA0]
WINDOWS_1252_HOLES = (0x81, 0x8D, 0x8F, 0x90, 0x9D)

VISCII = replace(ASCII, {0x02: 'Ẳ', 0x05: 'Ẵ', 0x06: 'Ẫ', 0x14: 'Ỷ', 0x19: 'Ỹ', 0x1E: 'Ỵ'}) + (
    'ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ'
    'ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ'
    'Õắằặấầẩậẽẹếềểễệố'
    'ồổỗỠƠộờởịỰỨỪỬơớƯ'
    'ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ'
    'ĐứÒÓÔạỷừửÙÚỹỵÝỡư'
    'àáâãảăữẫèéêẻìíĩỉ'
    'đựòóôõỏọụùúũủýợỮ')

VN3 = replace(ASCII + WINDOWS_1252_SIGNS, dict.fromkeys(WINDOWS_1252_HOLES, NOTHING)) + (
    '\N{NO-BREAK SPACE}ĂÂÊÔƠƯĐăâêôơưđ�'
    '�����àảãáạ�ằẳẵắ�'
    '������ặầẩẫấậè�ẻẽ'
    'éẹềểễếệìỉ���ĩíịò'
    '�ỏõóọồổỗốộờởỡớợù'
    '�ủũúụừửữứựỳỷỹýỵ�')

# What VN1 has where VN3 has nothing: converters that know TCVN 5712 wrote its capitals.
VN1_CAPITALS = {
    0x01: 'Ú', 0x02: 'Ụ', 0x04: 'Ừ', 0x05: 'Ử', 0x06: 'Ữ', 0x11: 'Ứ', 0x12: 'Ự', 0x13: 'Ỳ',
    0x14: 'Ỷ', 0x15: 'Ỹ', 0x16: 'Ý', 0x17: 'Ỵ', 0xAF: 'Ằ', 0xBA: 'Ẳ', 0xBF: 'Ẵ', 0xC0: 'Ắ',
    0xC1: 'Ầ', 0xC2: 'Ẩ', 0xC3: 'Ẫ', 0xC4: 'Ấ', 0xC5: 'Ề', 0xCD: 'Ể', 0xD9: 'Ễ', 0xDA: 'Ế',
    0xDB: 'Ồ', 0xE0: 'Ổ', 0xF0: 'Ỗ', 0xFF: 'Ố'}

TCVN3 = replace(VN3, VN1_CAPITALS)

# What VN1 has at 80 to 9F.
VN1_HIGH_CAPITALS = 'ÀẢÃÁẠẶẬÈẺẼÉẸỆÌỈĨÍỊÒỎÕÓỌỘỜỞỠỚỢÙỦŨ'

VPS = replace(ASCII, {0x02: 'Ạ', 0x03: 'Ậ', 0x04: 'Ặ', 0x05: 'Ẹ', 0x06: 'Ệ', 0x10: 'Ị', 0x11: 'Ọ',
                      0x12: 'Ộ', 0x13: 'Ợ', 0x14: 'Ụ', 0x15: 'Ự', 0x19: 'Ỵ', 0x1C: 'Ẫ',
                      0x1D: 'Ữ'}) + (
    'ÀẢÃẤẦẨọỗĂếềểệẮẰẲ'
    'Ế‘’ỀỂỄỐỒỔỖýỷỵỚỜỞ'
    '\N{NO-BREAK SPACE}ắằẳẵặỠớÙờởỡŨỨợỪ'
    'ổỬỲỸÍÌộỈĨÓửữÒỎÕự'
    'ầÁÂấẩẫậđẻÉÊẹỉễịỹ'
    'ƯỦồốÔỏơÈừứÚũưÝẺß'
    'àáâãảạăçèéêẽìíîĩ'
    'ẴĐòóôõöƠụùúủüỶẼỳ')

# Each is a capital's byte; the small letter's, and the mark for small letters, is 20 more.
VNI_LETTERS = {0xC6: 'Ỉ', 0xCC: 'Ì', 0xCD: 'Í', 0xCE: 'Ỵ', 0xD1: 'Đ', 0xD2: 'Ị', 0xD3: 'Ĩ',
               0xD4: 'Ơ', 0xD6: 'Ư'}
VNI_MARKS = {0xD8: '\u0300', 0xD9: '\u0301', 0xDB: '\u0309', 0xD5: '\u0303', 0xCF: '\u0323',
             0xC2: '\u0302', 0xC0: '\u0302\u0300', 0xC1: '\u0302\u0301', 0xC5: '\u0302\u0309',
             0xC3: '\u0302\u0303', 0xC4: '\u0302\u0323',
             0xCA: '\u0306', 0xC8: '\u0306\u0300', 0xC9: '\u0306\u0301', 0xDA: '\u0306\u0309',
             0xDC: '\u0306\u0303', 0xCB: '\u0306\u0323'}
VNI_VOWELS = 'AaEeOoUuYyƠơƯư'
CASE = 0x20


def vni():
    """The bytes that stand alone; a mark does not."""
    letters = {0xD7: '×', 0xF7: '÷', **dict.fromkeys(WINDOWS_1252_HOLES, NOTHING)}
    for byte, letter in VNI_LETTERS.items():
        letters[byte] = letter
        letters[byte + CASE] = letter.lower()
    return replace(WINDOWS_1252[:0xC0] + NOTHING * 0x40, letters)


VNI = vni()


def vni_pairs():
    """{the bytes of a vowel and a mark: the letter that they are}. A mark of either case will do."""
    pairs = {}
    for vowel in VNI_VOWELS:
        for mark, marks in VNI_MARKS.items():
            letter = unicodedata.normalize('NFC', vowel + marks)
            if letter in VIETNAMESE:
                pairs[VNI.index(vowel), mark] = letter
                pairs[VNI.index(vowel), mark + CASE] = letter
    return pairs


# In the order of enum codepage.
PAGES = {
    'windows-1252': WINDOWS_1252,
    'windows-1258': codec('windows-1258'),
    'viscii': VISCII,
    'tcvn3': TCVN3,
    'vps': VPS,
    'vni': VNI,
    'mac-roman': codec('mac-roman'),
}

# The pages that the bytes of characters are looked up in.
REVERSED = ('windows-1252', 'windows-1258', 'mac-roman')

# Small letters that were written for their capitals too: TCVN3 has no toned capitals, Windows
# programs did not take letters at 00 to 1F, nor VISCII's letter for the no-break space (UniKey and
# xvnkb write the small one there).
UNCERTAIN = {
    'tcvn3': [letter for letter in VIETNAMESE if letter in VN3 and letter.upper() not in VN3],
    'viscii': [letter.lower() for letter in VIETNAMESE if letter in VISCII[:0x20] + 'Õ'],
    'vps': [letter.lower() for letter in VIETNAMESE if letter in VPS[:0x20]],
}


def capitals(name):
    """{the byte of a letter of uncertain case: its capital}"""
    return {PAGES[name].index(letter): letter.upper() for letter in UNCERTAIN[name]}


def letter_flags(character):
    """As enum codepages_letter has them."""
    if not unicodedata.category(character).startswith('L'):
        return 0
    is_vowel = unicodedata.normalize('NFD', character)[0] in 'AEIOUYaeiouy'
    return 1 | character.isupper() << 1 | is_vowel << 2


def check():
    letters = {
        'viscii': VISCII,
        'vps': VPS,
        'vni': VNI + ''.join(vni_pairs().values()),
        'tcvn3': TCVN3 + ''.join(capitals('tcvn3').values()),
    }
    for name, characters in PAGES.items():
        known = characters.replace(NOTHING, '')
        assert len(characters) == 256, name
        assert len(known) == len(set(known)), name
        assert max(characters) <= '\uFFFF', name
        assert set(VIETNAMESE) <= set(letters.get(name, VIETNAMESE)), name
        assert name == 'windows-1258' or unicodedata.is_normalized('NFC', characters), name
    assert len(VN1_HIGH_CAPITALS) == len(set(VN1_HIGH_CAPITALS)) == 0x20
    assert set(VN1_HIGH_CAPITALS + ''.join(VN1_CAPITALS.values())) == {
        letter for letter in VIETNAMESE if letter.isupper() and letter not in VN3}


def print_numbers(numbers, digits, indent, row_length=8):
    for start in range(0, len(numbers), row_length):
        row = ', '.join(f'0x{number:0{digits}X}' for number in numbers[start:start + row_length])
        print(f'{indent}{row}, /* {start:02X} */')


def print_pages(declaration, pages, digits):
    """A table of tables. `pages` is {name: numbers}."""
    print(f'const {declaration} = {{')
    for name, numbers in pages.items():
        print(f'    [CODEPAGE_{name.upper().replace("-", "_")}] =\n        {{')
        print_numbers(numbers, digits, ' ' * 12)
        print('        },')
    print('};\n')


def print_characters():
    print_pages('uint16_t codepages_characters[CODEPAGE_COUNT][256]',
                {name: [ord(character) for character in characters]
                 for name, characters in PAGES.items()}, 4)


def print_capitals():
    print_pages('uint16_t codepages_capitals[CODEPAGE_COUNT][256]',
                {name: [ord(capitals(name).get(byte, '\0')) for byte in range(256)]
                 for name in PAGES if name in UNCERTAIN}, 4)


def print_letters():
    print_pages('uint8_t codepages_letters[CODEPAGE_COUNT][256]',
                {name: [letter_flags(character) for character in PAGES[name]]
                 for name in PAGES if name in UNCERTAIN}, 1)


def print_vn1():
    print('const uint16_t codepages_vn1_capitals[0x20] = {')
    print_numbers([ord(capital) for capital in VN1_HIGH_CAPITALS], 4, ' ' * 4)
    print('};\n')


def print_sorted():
    print_pages('uint8_t codepages_sorted[CODEPAGE_COUNT][128]',
                {name: sorted(range(128, 256), key=PAGES[name].__getitem__)
                 for name in REVERSED}, 2)


def print_vni():
    vowels = {VNI.index(vowel): index for index, vowel in enumerate(VNI_VOWELS, 1)}
    marks = {byte + case: index for index, byte in enumerate(VNI_MARKS, 1) for case in (0, CASE)}
    pairs = vni_pairs()
    for name, indexes in ('vowels', vowels), ('marks', marks):
        print(f'const uint8_t codepages_vni_{name}[256] = {{')
        print_numbers([indexes.get(byte, 0) for byte in range(256)], 2, ' ' * 4)
        print('};\n')
    print('const uint16_t codepages_vni_pairs[][CODEPAGES_VNI_MARKS] = {')
    for vowel in [None, *vowels]:
        print('    {')
        letters = [pairs.get((vowel, mark), '\0') for mark in [None, *VNI_MARKS]]
        print_numbers([ord(letter) for letter in letters], 4, ' ' * 8, row_length=9)
        print('    },')
    print('};')


def main():
    check()
    print('/* Written by make_codepages.py: change that, not this. */')
    print('#include "codepages_table.h"\n')
    print_characters()
    print_capitals()
    print_letters()
    print_vn1()
    print_sorted()
    print_vni()


if __name__ == '__main__':
    main()
