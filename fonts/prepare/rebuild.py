#!/usr/bin/env python3
"""Rebuild the embedded fonts from the packages that sources.py names.

    python3 fonts/prepare/rebuild.py [--cache FOLDER] [--out FOLDER] [--originals FOLDER]

Needs python3-fonttools 4.38.0, npm, apt-get and dpkg-deb, and 1 GB of room in
the cache for packages. Writes *.ttf, SHA256SUMS and licenses/ into the out
folder (default: fonts/). The same tools give the same bytes.
"""

import argparse
import gzip
import hashlib
import os
import shutil
import sys
from pathlib import Path

import fontTools

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))

import fetch  # noqa: E402
from recipes import RECIPES, Kitchen  # noqa: E402

FROZEN = Path(__file__).parent.parent / "SHA256SUMS"
TOOL = "4.38.0"  # of fontTools; another one may round or order otherwise

LICENCES = {
    "NotoSerifSC-OFL.txt": "licence-serif",
    "NotoSansSC-OFL.txt": "licence-sans",
    "Fandol-COPYING.txt": "licence-fandol",
    "Fandol-README.txt": "readme-fandol",
    "LXGWWenKai-OFL.txt": "licence-wenkai",
}


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    home = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    options.add_argument("--cache", type=Path, default=home / "hongtou-fonts")
    options.add_argument("--out", type=Path, default=Path(__file__).parent.parent)
    options.add_argument("--originals", type=Path, help="only copy the originals of the GPL faces into this folder")
    chosen = options.parse_args()
    if fontTools.version != TOOL:
        print(f"fontTools is {fontTools.version}, the frozen fonts were made by {TOOL}", file=sys.stderr)
    fetch.fetch(chosen.cache)
    if chosen.originals:
        originals(lambda key: fetch.source(chosen.cache, key), chosen.originals)
        return
    build(lambda key: fetch.source(chosen.cache, key), chosen.out)


def build(source, out):
    kitchen = Kitchen(source)
    sums = []
    for name, recipe in RECIPES.items():
        font = recipe(kitchen)
        ttf = out / f"{name}.ttf"
        font.save(ttf)
        sums.append((fetch.sha256(ttf), ttf.name))
        print(f"{name}: {len(font.getGlyphOrder())} glyphs, {ttf.stat().st_size} bytes")
    sums += licences(source, out / "licenses")
    lines = "".join(f"{digest}  {name}\n" for digest, name in sorted(sums, key=lambda pair: pair[1]))
    same = FROZEN.exists() and FROZEN.read_text() == lines
    print("identical to the frozen fonts" if same else f"DIFFERENT from {FROZEN}")
    (out / "SHA256SUMS").write_text(lines)


def licences(source, folder):
    """Copy the licence texts unchanged."""
    folder.mkdir(parents=True, exist_ok=True)
    sums = []
    for name, key in LICENCES.items():
        path = source(key)
        text = gzip.open(path).read() if path.suffix == ".gz" else path.read_bytes()
        (folder / name).write_bytes(text)
        sums.append((hashlib.sha256(text).hexdigest(), f"licenses/{name}"))
    return sums


def originals(source, folder):
    """Copy what GPL-3 §6 wants beside a distributed program, with prepare/ itself."""
    folder.mkdir(parents=True, exist_ok=True)
    for key in ("fandol-fang", "fandol-kai", "fandol-song", "licence-fandol", "readme-fandol"):
        shutil.copy(source(key), folder)


if __name__ == "__main__":
    main()
