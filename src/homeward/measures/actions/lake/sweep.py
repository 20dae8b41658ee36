"""Which files does nobody need any more? Those that the catalogue does not name, once no reader can still hold them."""

import shutil
import time
from collections import defaultdict
from pathlib import Path

from homeward.measures.catalogue import Catalogue
from homeward.measures.queries.lake import SPILL

SPILL_SECONDS = 86_400
KEEP_SECONDS = 900  # a reader may still hold the former catalogue


def sweep(made: Catalogue, folder: Path) -> None:
    """Remove them, and the folders they leave empty."""
    named = {folder / path for path in (*made.drawn.paths.values(), *made.drawn.sums.values())}
    for table in made.files:
        for part in made.parts(table):
            named |= {folder / part.path, (folder / part.path).with_suffix(".ids")}
            named |= {folder / part.dead} if part.dead else set()
    old = time.time() - KEEP_SECONDS
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
