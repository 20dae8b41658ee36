"""Which files does nobody need any more? Those that no state of the lake names that a reader may still ask for."""

import shutil
import time
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from homeward.measures.catalogue import STATES, Catalogue, read_from, state_path
from homeward.measures.queries.lake import SPILL

SPILL_SECONDS = 86_400
KEEP_SECONDS = 900  # a page may still be open that showed an earlier state, and its list is of that state


def sweep(made: Catalogue, folder: Path, *, just_left: Catalogue | None = None) -> None:
    """Remove them, and the folders they leave empty. `just_left` was in force until a moment ago, under the same moment."""
    old = time.time() - KEEP_SECONDS
    named = _named(made, folder)
    for each in (*_earlier(made, folder, old), *([just_left] if just_left else [])):
        named |= _named(each, folder)
    held: dict[Path, int] = defaultdict(int)
    for path in (*folder.glob("*/month=*/*"), *folder.glob("drawn/*")):
        if path not in named and path.stat().st_mtime < old:
            path.unlink(missing_ok=True)
        else:
            held[path.parent] += 1
    for aside in folder.glob(f"{SPILL}/*"):  # DuckDB removes its own, unless it was killed
        if aside.stat().st_mtime < time.time() - SPILL_SECONDS:
            shutil.rmtree(aside, ignore_errors=True)
    for home in folder.glob("*/month=*"):
        if not held[home] and home.stat().st_mtime < old:
            shutil.rmtree(home, ignore_errors=True)


def _named(state: Catalogue, folder: Path) -> set[Path]:
    """Every file that one state needs."""
    named = {folder / path for path in (*state.drawn.paths.values(), *state.drawn.sums.values())}
    for table in state.files:
        for part in state.parts(table):
            named |= {folder / part.path, (folder / part.path).with_suffix(".ids")}
            named |= {folder / part.dead} if part.dead else set()
    return named


def _earlier(made: Catalogue, folder: Path, old: float) -> Iterator[Catalogue]:
    """The states before that may still be asked for. One that is over gives up its name now, and its files the next time."""
    shown = state_path(made.drawn.at, folder) if made.drawn.former and made.drawn.at else None
    for path in folder.glob(f"{STATES}/*.json"):
        state = read_from(path)
        over = path != shown and path.stat().st_mtime < old and path != state_path(made.as_of, folder)
        if over or state is None or state.shape != made.shape:
            path.unlink(missing_ok=True)
        if state is not None and state.shape == made.shape:
            yield state
