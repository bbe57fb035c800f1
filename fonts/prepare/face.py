"""One font being edited: characters dropped, glyphs redrawn, tables trimmed."""

from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from shapes import MAX_ERROR, Shape

EM = 1000

# Layout tables and the like; our programs place every glyph themselves.
DROPPED = ["GSUB", "GPOS", "BASE", "GDEF", "JSTF", "vhea", "vmtx", "VORG", "DSIG", "FFTM", "EBDT", "EBLC",
           "hdmx", "VDMX", "LTSH", "PCLT", "gasp", "STAT", "meta", "kern", "gvar", "fvar", "avar", "HVAR", "MVAR"]


class Donor:
    """A font to take outlines from, on a grid of 1000 units."""

    def __init__(self, path):
        self.font = TTFont(path, recalcTimestamp=False)
        if self.font["head"].unitsPerEm != EM:
            raise SystemExit(f"{path}: not on a grid of {EM} units")

    def codes(self):
        return set(self.font.getBestCmap())

    def shape(self, char):
        return Shape.of(self.font, self._name(char))

    def advance(self, char):
        return self.font["hmtx"][self._name(char)][0]

    def _name(self, char):
        return self.font.getBestCmap()[ord(char)]


class Face(Donor):
    """A font being edited; PostScript outlines are converted at once."""

    def __init__(self, path):
        super().__init__(path)
        self.halves = _feature(self.font, "hwid")
        if self.font.sfntVersion == "OTTO":
            _to_glyf(self.font)

    def keep(self, codes):
        """Drop every other character, and all hints and layout tables."""
        options = subset.Options()
        options.layout_features = []
        options.hinting = options.glyph_names = options.legacy_cmap = options.symbol_cmap = False
        options.notdef_outline = options.canonical_order = True
        options.recalc_bounds = False
        options.name_IDs, options.name_languages = ["*"], ["*"]
        options.drop_tables += DROPPED
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=sorted(self.codes() & set(codes)))
        cutter.subset(self.font)

    def put(self, char, advance, shape):
        """Give a character a new glyph."""
        name = f"hongtou{ord(char):04X}"
        glyph, order = shape.glyph(), self.font.getGlyphOrder()
        if name not in order:
            order = order + [name]
        self.font.setGlyphOrder(order)
        table = self.font["glyf"]
        table.glyphs[name], table.glyphOrder = glyph, order
        glyph.recalcBounds(table)
        self.font["hmtx"].metrics[name] = (advance, getattr(glyph, "xMin", 0))
        self._point(char, name)

    def same(self, char, other):
        """Give a character the glyph of another one."""
        self._point(char, self._name(other))

    def lift(self, dy, exempt=""):
        """Move all glyphs of a full cell up, except those of the given characters."""
        fixed = {self._name(char) for char in exempt if ord(char) in self.codes()}
        table, metrics = self.font["glyf"], self.font["hmtx"]
        for name in set(self.font.getBestCmap().values()) - fixed:
            glyph = table[name]
            if metrics[name][0] != EM or not glyph.numberOfContours:
                continue
            if glyph.isComposite():
                raise SystemExit(f"{name}: cannot move a composite glyph")
            glyph.coordinates.translate((0, dy))
            glyph.recalcBounds(table)

    def halve(self, chars):
        """Use the font's own half-width glyphs."""
        for char in chars:
            self._point(char, self.halves[self._name(char)])

    def _point(self, char, name):
        for table in self.font["cmap"].tables:
            if table.isUnicode() and (ord(char) <= 0xFFFF or table.format >= 12):
                table.cmap[ord(char)] = name


def _feature(font, wanted):
    """The single substitutions of a GSUB feature."""
    if "GSUB" not in font:
        return {}
    found, table = {}, font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag != wanted:
            continue
        for index in record.Feature.LookupListIndex:
            for sub in table.LookupList.Lookup[index].SubTable:
                sub = sub.ExtSubTable if sub.LookupType == 7 else sub
                if sub.LookupType == 1:
                    found.update(sub.mapping)
    return found


def _to_glyf(font):
    """Replace PostScript outlines by TrueType ones."""
    order, glyphs, drawn = font.getGlyphOrder(), font.getGlyphSet(), {}
    for name in order:
        pen = TTGlyphPen(None)
        glyphs[name].draw(Cu2QuPen(pen, MAX_ERROR, reverse_direction=True))
        drawn[name] = pen.glyph()
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = order, drawn
    limits = font["maxp"]
    limits.tableVersion = 0x00010000
    for field in ("Zones", "TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements",
                  "SizeOfInstructions", "ComponentElements", "Points", "Contours", "CompositePoints",
                  "CompositeContours", "ComponentDepth"):
        setattr(limits, "max" + field, 1 if field == "Zones" else 0)
    font["glyf"].compile(font)
    limits.recalc(font)
    for name in order:
        font["hmtx"][name] = (font["hmtx"][name][0], getattr(drawn[name], "xMin", 0))
    font["post"].formatType = 3.0
    for table in ("CFF ", "VORG", "BASE"):
        if table in font:
            del font[table]
    font.sfntVersion = "\000\001\000\000"
