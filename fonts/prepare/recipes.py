"""One recipe a face: which source, which characters, which changes."""

import charsets
import drawing
from drawing import ASCII, CELL_SIGNS, DIGITS, GREEK, WIDE_ASCII
from face import Donor, Face
from naming import GPL_NOTICE, OFL_NOTICE, stamp


# Full-width letters, figures and signs that stand on the baseline beside the
# narrow ones.
ON_BASELINE = "".join(char for char in WIDE_ASCII if char not in "＊＋－／＜＝＞［］＿｛｝") + "℃‰№§ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"


class Kitchen:
    """Gives recipes their sources, and later faces what earlier ones cover."""

    def __init__(self, source):
        self.source = source
        self.standard = charsets.standard(source("unihan")) | charsets.GB2312_HAN
        self.covered = {}

    def finish(self, face, name, family, origin, notice):
        face.keep(face.codes())  # drop the glyphs that were replaced
        stamp(face.font, name, family, origin, notice)
        self.covered[name] = face.codes()
        return face.font


def biao_song(kitchen):
    face = _noto(kitchen, "serif-600", "serif-900", kitchen.standard)
    return kitchen.finish(face, "HongtouBiaoSong", "红头标宋", "Noto Serif SC SemiBold", OFL_NOTICE)


def hei(kitchen):
    face = _noto(kitchen, "sans-500", "sans-800", kitchen.standard)
    return kitchen.finish(face, "HongtouHei", "红头黑体", "Noto Sans SC Medium", OFL_NOTICE)


def song(kitchen):
    face = _noto(kitchen, "serif-400", "serif-600", charsets.LEVEL1 | kitchen.standard)
    face.same("✔", "✓")
    return kitchen.finish(face, "HongtouSong", "红头宋体", "Noto Serif SC Regular", OFL_NOTICE)


def _noto(kitchen, key, heavier, han):
    face = Face(kitchen.source(key))
    face.halve(DIGITS)
    face.keep(charsets.SIGNS | han)
    drawing.join_dash(face)
    if face.advance("·") != 1000:
        face.same("·", "・")
    drawing.fill_cells(face, CELL_SIGNS)
    drawing.small_figures(face, Donor(kitchen.source(heavier)))
    drawing.ballots(face)
    return face


def fang_song(kitchen):
    face = Face(kitchen.source("fandol-fang"))
    # Its own quotes, brackets, dashes and Greek letters are sans-serif and dark.
    return _fandol(kitchen, face, "“”‘’（）？！—…℃‰№§" + GREEK, "HongtouFangSong", "红头仿宋", "FandolFang-Regular")


def kai(kitchen):
    face = Face(kitchen.source("fandol-kai"))
    return _fandol(kitchen, face, "", "HongtouKai", "红头楷体", "FandolKai-Regular")


def _fandol(kitchen, face, from_kai, name, family, origin):
    """Both faces get the letters and figures of FandolSong: those of FandolFang
    are sans-serif, those of FandolKai old-style and 555 wide, and a heading run
    into body text must not change its figures."""
    face.keep(code for code in face.codes() if not charsets.private_use(code))
    song = Donor(kitchen.source("fandol-song"))
    drawing.copy(face, ASCII + WIDE_ASCII, song)
    drawing.copy(face, from_kai, Donor(kitchen.source("fandol-kai")))
    face.same("µ", "μ")  # U+00B5 and U+03BC
    # Fandol's Han stand 800 above and 200 below the baseline, all others 880 and
    # 120: without this a fallback character would jump out of its line.
    face.lift(72, exempt=ON_BASELINE)
    drawing.shrink(face, "①②③④⑤⑥⑦⑧⑨⑩", 920)
    drawing.shrink(face, "□■", 800)
    drawing.shrink(face, "○●◎◇◆", 880)
    drawing.join_dash(face)
    drawing.fill_cells(face, CELL_SIGNS)
    drawing.small_figures(face, song, 0.66)
    drawing.circled_tens(face)
    drawing.square_units(face)
    drawing.wave(face)
    drawing.thin_brackets(face)
    drawing.ballots(face)
    return kitchen.finish(face, name, family, origin, GPL_NOTICE)


# Brings the middle of WenKai's Han, on average at 356, to that of the others.
WENKAI_LIFT = 24


def fallback(kitchen):
    """Only what the two Fandol faces lack, so it must come after them."""
    face = Face(kitchen.source("wenkai-light"))
    both = kitchen.covered["HongtouFangSong"] & kitchen.covered["HongtouKai"]
    face.keep((kitchen.standard | set(range(0x2170, 0x217C)) | {0x2713, 0x2717}) - both | {0x20})
    face.lift(WENKAI_LIFT)
    return kitchen.finish(face, "HongtouFallback", "红头补字", "LXGW WenKai Light", OFL_NOTICE)


def wen_kai(kitchen):
    """The whole face, for programs built without the GPL faces."""
    face = Face(kitchen.source("wenkai-light"))
    face.keep(charsets.SIGNS | kitchen.standard)
    face.lift(WENKAI_LIFT)
    drawing.small_figures(face, Donor(kitchen.source("wenkai-bold")))
    drawing.squeeze(face, DIGITS, 500)
    drawing.join_dash(face)
    drawing.wide_quotes(face)
    face.same("·", "・")
    drawing.fill_cells(face, CELL_SIGNS + "×÷±")
    drawing.ballots(face)
    return kitchen.finish(face, "HongtouWenKai", "红头文楷", "LXGW WenKai Light", OFL_NOTICE)


RECIPES = {
    "HongtouBiaoSong": biao_song,
    "HongtouFangSong": fang_song,
    "HongtouHei": hei,
    "HongtouKai": kai,
    "HongtouSong": song,
    "HongtouFallback": fallback,
    "HongtouWenKai": wen_kai,
}
