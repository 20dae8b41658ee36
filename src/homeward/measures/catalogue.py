"""Which files make up the lake now? One small file says so, and is replaced in one step, so a reader never sees a half."""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from homeward.foundation.postgres.folders import data_folder

FORM = 5  # raised when the files' shape changes, which makes the next refresh write everything anew
STATES = "states"  # each state beside the one in force, so that a list opened from a page can be of that page's moment


@dataclass(frozen=True, kw_only=True)
class Part:
    """One file: where it lies in the lake, its rows and bytes, and the file that lists the rows struck out (`gone` of them)."""

    path: str
    rows: int
    size: int
    dead: str = ""
    gone: int = 0
    dead_size: int = 0


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """Files that hold the rows of measures, by code: when they were written, and how many seconds that took.

    `sums`: the file with the sums of each day of the very same rows; in a small lake one for all, and no rows are written.
    `former`: they are the rows of an earlier state of the lake, for whoever would rather have an older answer at once.
    """

    paths: Mapping[str, str] = field(default_factory=dict)
    sums: Mapping[str, str] = field(default_factory=dict)
    at: datetime | None = None
    seconds: float = 0.0
    former: bool = False


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The lake at one moment: files by table and month, how far the event log was read, each measure's compiled query."""

    as_of: datetime
    xid: int
    position: int
    files: Mapping[str, Mapping[str, Sequence[Part]]]
    measures: Mapping[str, str] = field(default_factory=dict)
    shape: str = ""
    drawn: Drawn = field(default_factory=Drawn)

    @property
    def written(self) -> Drawn:
        """What is written down of this very state; nothing while that is still to be done."""
        return Drawn() if self.drawn.former else self.drawn

    def parts(self, table: str) -> Iterator[Part]:
        """All files of a table."""
        for month in self.files.get(table, {}).values():
            yield from month


def lake() -> Path:
    """The folder that holds it."""
    return _in(data_folder())


@cache
def _in(folder: Path) -> Path:
    return folder / "lake"


def current(folder: Path | None = None) -> Catalogue | None:
    """The lake now; None when nothing has been extracted yet, or it was in an older form."""
    return read_from((folder or lake()) / "catalogue.json")


def state_path(moment: datetime, folder: Path | None = None) -> Path:
    """Where it is written which files made up the lake at a moment; there for some minutes after another state came."""
    return (folder or lake()) / STATES / f"{moment.astimezone(UTC):%Y%m%dT%H%M%S%f}.json"


def read_from(path: Path) -> Catalogue | None:
    """The state that a file tells of; None when there is no such file, or it is in an older form."""
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
    drawn = stored["drawn"]
    drawn["at"] = datetime.fromisoformat(drawn["at"]) if drawn["at"] else None
    return Catalogue(
        **{**stored, "files": files, "drawn": Drawn(**drawn), "as_of": datetime.fromisoformat(stored["as_of"])}
    )


def publish(catalogue: Catalogue, folder: Path | None = None) -> None:
    """Put it in force: written beside, made safe on disk, then renamed over the former one."""
    target = (folder or lake()) / "catalogue.json"
    draft = target.with_suffix(f".{os.getpid()}.draft")
    stored = {"form": FORM, **asdict(catalogue), "as_of": catalogue.as_of.isoformat()}
    stored["drawn"] |= {"at": catalogue.drawn.at.isoformat() if catalogue.drawn.at else None}
    with draft.open("w") as out:
        json.dump(stored, out)
        out.flush()
        os.fsync(out.fileno())
    state, named = state_path(catalogue.as_of, folder), draft.with_suffix(".state")
    state.parent.mkdir(exist_ok=True)
    named.unlink(missing_ok=True)
    os.link(draft, named)
    os.replace(named, state)
    os.replace(draft, target)
