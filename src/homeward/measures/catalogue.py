"""Which files make up the lake now? One small file says so, and is replaced in one step, so a reader never sees a half."""

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from homeward.foundation.postgres.folders import data_folder

FORM = 1  # raised when the files' shape changes, which makes the next refresh write everything anew


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The lake at one moment: files by table and month, how far the event log was read, each measure's compiled query."""

    as_of: datetime
    xid: int
    position: int
    files: Mapping[str, Mapping[str, str]]
    measures: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""


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
    return Catalogue(**{**stored, "as_of": datetime.fromisoformat(stored["as_of"])})


def publish(catalogue: Catalogue, folder: Path | None = None) -> None:
    """Put it in force: written beside, made safe on disk, then renamed over the former one."""
    target = (folder or lake()) / "catalogue.json"
    draft = target.with_suffix(f".{os.getpid()}.draft")
    stored = {"form": FORM, **asdict(catalogue), "as_of": catalogue.as_of.isoformat()}
    with draft.open("w") as out:
        json.dump(stored, out, indent=1)
        out.flush()
        os.fsync(out.fileno())
    os.replace(draft, target)
