"""Where does Django find the translations? Compiled at start from the .po files, once for each wording, into the data folder."""

import hashlib
import os
import tempfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

from homeward.web.reading.catalogue import mo, po

OWN = Path(__file__).resolve().parents[2] / "locale"
PO, MO = "LC_MESSAGES/django.po", "LC_MESSAGES/django.mo"


def catalogue_of(place: str) -> Path | None:
    """The folder of a place's own translations, whether or not it is there yet."""
    spec = find_spec(place)
    return next((Path(folder) / "locale" for folder in (spec.submodule_search_locations or ())), None) if spec else None


def catalogues(place: str) -> list[Path]:
    """The folders of .po files: our own, and the place's for the words that it declares."""
    return [folder for folder in (catalogue_of(place), OWN) if folder is not None and folder.is_dir()]


def ready(folders: Sequence[Path], *, into: Path) -> list[str]:
    """LOCALE_PATHS for these folders. What is compiled already is not compiled again."""
    digest = hashlib.sha256()
    for path in (Path(mo.__file__), Path(po.__file__), *(path for folder in folders for path in _written(folder))):
        digest.update(str(path).encode() + b"\0" + path.read_bytes() + b"\0")
    home = into / "locale" / digest.hexdigest()[:16]
    if not home.is_dir():
        home = _compile(folders, home)
    return [str(home / str(number)) for number in range(len(folders))]


def _written(folder: Path) -> list[Path]:
    return sorted(folder.glob(f"*/{PO}"))


def _compile(folders: Sequence[Path], home: Path) -> Path:
    """Compile aside and swap in whole. Where the data folder cannot be written, a folder of this process serves."""
    try:
        home.parent.mkdir(parents=True, exist_ok=True)
        aside = Path(tempfile.mkdtemp(prefix=f"{home.name}.", dir=home.parent))
        os.chmod(aside, 0o755)
    except OSError:
        aside = home = Path(tempfile.mkdtemp(prefix="homeward-locale-"))
    for number, folder in enumerate(folders):
        for path in _written(folder):
            language = path.parts[-3]
            target = aside / str(number) / language / MO
            target.parent.mkdir(parents=True)
            target.write_bytes(mo.compiled(po.read(path), language=language))
    if aside != home:
        try:
            aside.rename(home)
        except OSError:  # another process was first: theirs says the same
            if not home.is_dir():
                return aside
    return home
