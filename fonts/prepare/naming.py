"""Names, notices and dates that the faces carry inside."""

import datetime

# The day the glyphs were last changed. GPL-3 §5(a) wants modified versions to
# say that and when they were modified; raise it whenever a recipe changes.
CHANGED = "2026-11-23"
VERSION = "1.000"

_EPOCH_1904 = datetime.datetime(1904, 1, 1)
_KEPT = {0, 7, 8, 9, 11, 13, 14}  # copyright, trademark, makers, licence stay as they are

GPL_NOTICE = (
    "Modified version of {origin}. It was changed on " + CHANGED + " for the Hongtou project: PostScript outlines "
    "converted to TrueType, glyphs replaced, added and re-spaced, layout tables removed, renamed; the full list is in "
    "fonts/licenses/CHANGES-Fandol.txt of the Hongtou source. Licence: GNU GPL version 3 with the font exception; the "
    "exception is extended to this version: if you create a document which uses this font, and embed this font or "
    "unaltered portions of this font into the document, this font does not by itself cause the resulting document to "
    "be covered by the GNU General Public License.")
OFL_NOTICE = (
    "Modified version of {origin}, changed on " + CHANGED + " for the Hongtou project: subset, some glyphs re-spaced "
    "and added, layout tables removed, renamed as the SIL Open Font License 1.1 asks. Licence: SIL OFL 1.1.")


GPL_LICENCE = "GNU General Public License version 3 with font exception (name record 10)"


def stamp(font, name, family, origin, notice):
    """Rename the font and write notice and date into it."""
    table = font["name"]
    kept = {}
    for record in table.names:
        if record.nameID in _KEPT and record.platformID == 3 and record.langID == 0x409:
            kept[record.nameID] = record.toUnicode()
    table.names = []
    english = "Hongtou " + name.removeprefix("Hongtou")
    texts = dict(kept)
    if notice is GPL_NOTICE:
        texts[13] = GPL_LICENCE  # Fandol leaves this record empty
    texts.update({
        1: english, 2: "Regular", 3: f"{VERSION};{CHANGED};{name}", 4: english,
        5: f"Version {VERSION}, {CHANGED}", 6: name, 10: notice.format(origin=origin),
    })
    for key in sorted(texts):
        table.setName(texts[key], key, 3, 1, 0x409)
    for key in (1, 4):
        table.setName(family, key, 3, 1, 0x804)
    moment = int((datetime.datetime.fromisoformat(CHANGED) - _EPOCH_1904).total_seconds())
    font["head"].created = font["head"].modified = moment
    font["head"].fontRevision = float(VERSION)
    font["OS/2"].achVendID = "NONE"
