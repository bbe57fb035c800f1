"""Which characters a face gets."""

import bz2


def _gb2312_rows(first, last):
    found = set()
    for high in range(first, last):
        for low in range(0xA1, 0xFF):
            try:
                found.add(ord(bytes([high, low]).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    return found


def _ranges(*pairs):
    return {code for first, last in pairs for code in range(first, last + 1)}


GB2312_HAN = _gb2312_rows(0xB0, 0xF8)
GB2312_SIGNS = _gb2312_rows(0xA1, 0xAA)

# Signs beyond GB 2312 that official documents use.
SIGNS = GB2312_SIGNS | _ranges(
    (0x20, 0x7E), (0xA0, 0xFF), (0x391, 0x3C9), (0x401, 0x451), (0x2010, 0x2027), (0x2030, 0x203B),
    (0x2070, 0x209C), (0x2100, 0x214F), (0x2160, 0x217B), (0x2190, 0x2199), (0x2200, 0x22FF),
    (0x2460, 0x24FF), (0x2500, 0x266F), (0x2713, 0x2717), (0x2E3A, 0x2E3B), (0x3000, 0x303F),
    (0x3041, 0x30FF), (0x3105, 0x3129), (0x3220, 0x32FF), (0x3300, 0x33FF), (0xFE30, 0xFE6B),
    (0xFF01, 0xFFEE))

# GB 18030-2022, implementation level 1.
LEVEL1 = _ranges((0x4E00, 0x9FEF), (0x3400, 0x4DB5))


def standard(unihan):
    """The 8,105 characters of 通用规范汉字表 (2013): every name in a register fits in."""
    with bz2.open(unihan, "rt") as lines:
        found = {int(line.split("\t")[0][2:], 16) for line in lines if "\tkTGH\t" in line}
    if len(found) != 8105:
        raise SystemExit(f"Unihan lists {len(found)} standard characters, expected 8105")
    return found


def private_use(code):
    return 0xE000 <= code <= 0xF8FF or code >= 0xF0000
