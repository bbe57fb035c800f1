"""Outlines as values: taken from a font, moved, scaled, joined, put back."""

from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen, RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

# How far a quadratic may stray from the cubic it replaces, in 1/1000 em. The
# outlines are so dense that smaller values change nothing but the size.
MAX_ERROR = 1.0


class Shape:
    """A recorded outline of quadratic contours in 1/1000 em."""

    def __init__(self, record):
        self.record = record

    @classmethod
    def of(cls, font, name):
        """Take a glyph's outline; PostScript curves become quadratic."""
        glyphs = font.getGlyphSet()
        pen = DecomposingRecordingPen(glyphs)
        if font.sfntVersion == "OTTO":
            glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        else:
            glyphs[name].draw(pen)
        return cls(pen.value)

    @classmethod
    def polygon(cls, *points):
        pen = RecordingPen()
        pen.moveTo(points[0])
        for point in points[1:]:
            pen.lineTo(point)
        pen.closePath()
        return cls(pen.value)

    def __add__(self, other):
        return Shape(self.record + other.record)

    def transformed(self, *matrix):
        out = RecordingPen()
        _replay(self.record, TransformPen(out, Transform(*matrix)))
        return Shape(out.value)

    def moved(self, dx, dy=0):
        return self.transformed(1, 0, 0, 1, dx, dy)

    def scaled(self, sx, sy=None):
        return self.transformed(sx, 0, 0, sx if sy is None else sy, 0, 0)

    def box(self):
        pen = BoundsPen(None)
        _replay(self.record, pen)
        return pen.bounds

    def fitted(self, box):
        """Stretch the outline onto a box."""
        x0, y0, x1, y1 = self.box()
        sx, sy = (box[2] - box[0]) / (x1 - x0), (box[3] - box[1]) / (y1 - y0)
        return self.transformed(sx, 0, 0, sy, box[0] - x0 * sx, box[1] - y0 * sy)

    def contours(self):
        """Split into one shape per contour."""
        found, open_ = [], []
        for step in self.record:
            open_.append(step)
            if step[0] in ("closePath", "endPath"):
                found.append(Shape(open_))
                open_ = []
        return found

    def glyph(self):
        pen = TTGlyphPen(None)
        _replay(self.record, pen)
        return pen.glyph()


def _replay(record, pen):
    for name, arguments in record:
        getattr(pen, name)(*arguments)


def joined(shapes):
    return Shape([step for shape in shapes for step in shape.record])
