"""Download the packages, unpack them and hand out verified source files."""

import hashlib
import subprocess
import tarfile
from pathlib import Path

from sources import PACKAGES, SOURCES


def sha256(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        for block in iter(lambda: file.read(1 << 20), b""):
            digest.update(block)
    return digest.hexdigest()


def verify(path, want, what):
    got = sha256(path)
    if got != want:
        raise SystemExit(f"{what}: sha256 is {got}, expected {want}")


def fetch(cache):
    """Bring every package into cache, reusing what is already there."""
    cache.mkdir(parents=True, exist_ok=True)
    for package in PACKAGES:
        file = cache / package.file
        if not file.exists():
            _download(package, cache)
        verify(file, package.sha256, package.file)
        _unpack(file, _folder(cache, package.name), package.kind)


def source(cache, key):
    """Return the path of a source file after checking its hash."""
    wanted = SOURCES[key]
    path = _folder(cache, wanted.package) / wanted.path
    verify(path, wanted.sha256, wanted.path)
    return path


def _download(package, cache):
    if package.kind == "npm":
        command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
    else:
        command = ["apt-get", "download", f"{package.name}={package.version}"]
    subprocess.run(command, cwd=cache, check=True, stdout=subprocess.DEVNULL)


def _folder(cache, name):
    return cache / Path("unpacked") / name.replace("/", "+")


def _unpack(file, folder, kind):
    if folder.exists():
        return
    folder.mkdir(parents=True)
    if kind == "deb":
        subprocess.run(["dpkg-deb", "-x", str(file), str(folder)], check=True)
        return
    with tarfile.open(file) as archive:
        archive.extractall(folder)
