"""Which files make up the lake now? One small file says so, and is replaced in one step, so a reader never sees a half."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from homeward.foundation.postgres.folders import data_folder

FORM = 2  # raised when the files' shape changes, which makes the next refresh write everything anew


@dataclass(frozen=True, kw_only=True)
class Part:
    """One file: where it lies in the lake, how many rows it has, and the file that lists those struck out (`gone` of them)."""

    path: str
    rows: int
    dead: str = ""
    gone: int = 0


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The lake at one moment: files by table and month, how far the event log was read, each measure's compiled query."""

    as_of: datetime
    xid: int
    position: int
    files: Mapping[str, Mapping[str, Sequence[Part]]]
    measures: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""

    def parts(self, table: str) -> Iterator[Part]:
        """All files of a table."""
        for month in self.files.get(table, {}).values():
            yield from month


def lake() -> Path:
    """The folder that holds it."""
    return data_folder() / "lake"


def current(folder: Path | None = None) -> Catalogue | None:
    """The lake now; None when nothing has been extracted yet, or it was in an older form."""
    path = (folder or lake()) / "catalogue.json"
    try:
        stored: dict[str, Any] = json.loads(path.read_text())
    except FileNotFoundError:
        return None
    if stored.pop("form", None) != FORM:
        return None
    files = {
        table: {month: [Part(**part) for part in parts] for month, parts in months.items()}
        for table, months in stored["files"].items()
    }
    return Catalogue(**{**stored, "files": files, "as_of": datetime.fromisoformat(stored["as_of"])})


def publish(catalogue: Catalogue, folder: Path | None = None) -> None:
    """Put it in force: written beside, made safe on disk, then renamed over the former one."""
    target = (folder or lake()) / "catalogue.json"
    draft = target.with_suffix(f".{os.getpid()}.draft")
    stored = {"form": FORM, **asdict(catalogue), "as_of": catalogue.as_of.isoformat()}
    with draft.open("w") as out:
        json.dump(stored, out)
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, target)
