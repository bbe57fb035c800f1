"""The glyphs we change or add, each with its typographic reason."""

from face import EM
from shapes import Shape, joined

DIGITS = "0123456789"
ASCII = "".join(map(chr, range(0x20, 0x7F)))
# Full-width letters, figures and signs, but not the marks of Chinese text.
WIDE_ASCII = "".join(chr(0xFEE0 + ord(char)) for char in ASCII[1:] if char not in "!'\"(),.:;?`~^|$\\")
GREEK = "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρστυφχψω"
SUPERSCRIPT, SUBSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ", "₀₁₂₃₄₅₆₇₈₉₊₋ₓ"
# Signs that GB 2312 and the page's grid take for full width, though not every
# font does.
CELL_SIGNS = "℃‰№※〓‖↑↓→←ⅣⅨ"


# Half the height of figures and nearly the middle of a Han character: the axis
# of dashes and waves.
AXIS = 370


def join_dash(face):
    """—— must be one line in the middle of the row: draw — from edge to edge in
    its own thickness, at least 34 units so that it does not vanish beside Han."""
    _, y0, _, y1 = face.shape("—").box()
    half = max(y1 - y0, 34) / 2
    face.put("—", EM, Shape.polygon((0, AXIS - half), (0, AXIS + half), (EM, AXIS + half), (EM, AXIS - half)))
    face.same("―", "—")


def copy(face, chars, donor):
    """Take glyphs from a sister font of the same licence."""
    for char in chars:
        face.put(char, donor.advance(char), donor.shape(char))


def fill_cells(face, chars):
    """Give full-width signs a full cell: centre the narrow, squeeze the wide."""
    for char in chars:
        width = face.advance(char)
        if width == EM:
            continue
        shape = face.shape(char)
        if width > EM:
            shape = shape.scaled(EM / width, 1)
            width = EM
        x0, _, x1, _ = shape.box()
        if x1 - x0 > 0.96 * EM:
            shape = shape.scaled(0.96 * EM / (x1 - x0), 1)
            x0, _, x1, _ = shape.box()
        face.put(char, EM, shape.moved((EM - x0 - x1) / 2))


def shrink(face, chars, width, middle=380):
    """Give signs drawn from edge to edge some air: scale them to a width of ink
    and set them in the middle of the cell."""
    for char in chars:
        x0, _, x1, _ = face.shape(char).box()
        shape = face.shape(char).scaled(min(width / (x1 - x0), 1))
        x0, y0, x1, y1 = shape.box()
        face.put(char, EM, shape.moved((EM - x0 - x1) / 2, middle - (y0 + y1) / 2))


def squeeze(face, chars, width):
    """Narrow glyphs to a width, outline and all."""
    for char in chars:
        face.put(char, width, face.shape(char).scaled(width / face.advance(char), 1))


def small_figures(face, donor, scale=0.6):
    """Superscripts and subscripts (CO₂, PM₂.₅, 10⁻³) from the figures of a sister,
    as a rule a heavier one: scaled down, its strokes are 0.85 of the text's."""
    for row, rise in ((SUPERSCRIPT, 330), (SUBSCRIPT, -130)):
        for char, base in zip(row, _bases(row)):
            shape = donor.shape(base).scaled(scale)
            if base in "+-":  # full-size signs stand on the axis, small ones on the figures'
                _, y0, _, y1 = shape.box()
                shape = shape.moved(0, 200 - (y0 + y1) / 2)
            face.put(char, round(donor.advance(base) * scale), shape.moved(0, rise))


def _bases(row):
    return DIGITS + "+-" + ("n" if row is SUPERSCRIPT else "x")


def ballots(face):
    """☐ ☑ ☒ from the face's own □ √ ×, since forms set them side by side."""
    face.same("☐", "□")
    box = face.shape("□").box()
    inset = 0.16 * (box[2] - box[0])
    inner = (box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset)
    for char, mark in (("☑", "√"), ("☒", "×")):
        face.put(char, face.advance("□"), face.shape("□") + face.shape(mark).fitted(inner))


def circled_tens(face):
    """⑪ to ⑳ from the ring of ⑩ and the figures of ① to ⑩."""
    ring, figures = _ring(face.shape("⑩"))
    one, zero = _ten(figures)
    units = {0: zero}
    for n, char in enumerate("①②③④⑤⑥⑦⑧⑨", 1):
        units[n] = _ring(face.shape(char))[1].fitted(_figure_box(n, one, zero))
    for n, char in enumerate("⑪⑫⑬⑭⑮⑯⑰⑱⑲", 11):
        _put_centred(face, char, ring, one, units[n - 10])
    _put_centred(face, "⑳", ring, units[2], zero)


def _ring(shape):
    """Split a circled figure into its ring, the two widest contours, and the rest."""
    parts = sorted(shape.contours(), key=lambda part: part.box()[0] - part.box()[2])
    return joined(parts[:2]), joined(parts[2:])


def _ten(figures):
    """Split the figures of ⑩ into 1 and 0."""
    parts = sorted(figures.contours(), key=lambda part: part.box()[0])
    return parts[0], joined(parts[1:])


def _figure_box(n, one, zero):
    """A figure is as wide as the 0 of ⑩, the 1 as wide as its 1."""
    return one.box() if n == 1 else zero.box()


def _put_centred(face, char, ring, left, right):
    """Set two figures side by side with the gap of ⑩ and centre them in the ring."""
    gap = 40
    right = right.moved(left.box()[2] + gap - right.box()[0])
    pair = left + right
    x0, _, x1, _ = pair.box()
    r0, _, r1, _ = ring.box()
    room = 0.62 * (r1 - r0)
    if x1 - x0 > room:
        pair = pair.scaled(room / (x1 - x0), 1)
        x0, _, x1, _ = pair.box()
    face.put(char, face.advance("⑩"), ring + pair.moved((r0 + r1 - x0 - x1) / 2))


def square_units(face):
    """㎡ ㎥ and the like, spelled with the face's own letters in one cell."""
    for char, text in (("㎡", "m²"), ("㎥", "m³"), ("㎎", "mg"), ("㎏", "kg"), ("㎜", "mm"),
                       ("㎝", "cm"), ("㎞", "km"), ("㏄", "cc")):
        parts, at = [], 0
        for letter in text:
            parts.append(face.shape(letter).moved(at))
            at += face.advance(letter)
        word = joined(parts)
        x0, _, x1, _ = word.box()
        scale = min(0.94 * EM / (x1 - x0), 1)
        word = word.scaled(scale, max(scale, 0.8))
        x0, _, x1, _ = word.box()
        face.put(char, EM, word.moved((EM - x0 - x1) / 2))


def wave(face):
    """～ of our own: Fandol's is a stray accent in one face and narrow in another.
    Its thickness is a third more than the dash's."""
    _, y0, _, y1 = face.shape("—").box()
    half = (y1 - y0) * 2 / 3
    swing, left, right = 75, 90, EM - 90
    quarter = (right - left) / 4
    record = []
    for rise, order in ((half, 1), (-half, -1)):
        x = [left, left + quarter, left + 2 * quarter, left + 3 * quarter, right][::order]
        y = [AXIS - 0.55 * swing, AXIS + 2 * swing, AXIS, AXIS - 2 * swing, AXIS + 0.55 * swing][::order]
        y = [v + rise for v in y]
        record.append(("lineTo" if record else "moveTo", ((x[0], y[0]),)))
        record.append(("qCurveTo", ((x[1], y[1]), (x[2], y[2]))))
        record.append(("qCurveTo", ((x[3], y[3]), (x[4], y[4]))))
    record.append(("closePath", ()))
    face.put("～", EM, Shape(record))
    face.same("〜", "～")


# In a bracket drawn as a bent bar: which inner point belongs to which outer one.
_INNER = {6: {3: 0, 2: 1, 4: 5}, 8: {2: 1, 3: 0, 4: 7, 5: 6}}


def thin_brackets(face, share=0.7):
    """〔〕《》〈〉 stand in Fandol as bars of 56 units beside strokes of 40."""
    for left, right in ("〔〕", "《》", "〈〉"):
        bars = [_thin(part, share) for part in face.shape(left).contours()]
        face.put(left, EM, joined(Shape.polygon(*bar) for bar in bars))
        face.put(right, EM, joined(Shape.polygon(*((EM - x, y) for x, y in reversed(bar))) for bar in bars))


def _thin(part, share):
    points = [arguments[0] for name, arguments in part.record if name != "closePath"]
    inner = _INNER[len(points)]
    return [_between(points[inner[n]], point, share) if n in inner else point for n, point in enumerate(points)]


def _between(start, end, share):
    return tuple(a + (b - a) * share for a, b in zip(start, end))


def wide_quotes(face):
    """“ ” ‘ ’ in a cell of their own: opening ones at its right, closing ones at its left."""
    for char in "“‘":
        face.put(char, EM, face.shape(char).moved(EM - face.advance(char)))
    for char in "”’":
        face.put(char, EM, face.shape(char))
