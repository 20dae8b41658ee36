"""How near to the best known does the planner come on published instances of home care, in a minute each?"""

import csv
import json
import re
import time
from collections.abc import Callable
from pathlib import Path

from homeward.bench.promises import Promise
from homeward.rounds.api import read, solve

WITHIN = {10: 0.0, 25: 3.0, 50: 6.0}  # per cent beyond the best known, by the number of patients
ROUNDED = 0.01  # the published costs have three decimals
SIZE = re.compile(r"_(\d+)_\d+\.json$")


def published(folder: Path, *, seconds: float, tell: Callable[[str], None]) -> list[Promise]:
    """Each instance of `best_known.csv` whose size has a bound, solved once; its gap, its time, and whether ten patients are proven."""
    with (folder / "best_known.csv").open(newline="", encoding="utf-8") as file:
        known = {row["instance"]: float(row["recomputed_cost"]) for row in csv.DictReader(file)}
    found = []
    for name, best in known.items():
        size = SIZE.search(name)
        file_ = folder / "instances" / name
        if size is None or int(size[1]) not in WITHIN or not file_.exists():
            continue
        begun = time.monotonic()
        answer = solve(read(json.loads(file_.read_text(encoding="utf-8"))), seconds=seconds, clock=time.monotonic)
        took = time.monotonic() - begun
        gap = max(0.0, 100 * (answer.cost - ROUNDED) / best - 100)
        proven = ", proven to be the best" if answer.proven else ""
        tell(f"{name}: {answer.cost:.3f} beside {best:.3f} in {took:.1f} s{proven}.")
        found.append(
            Promise(
                what=f"{size[1]} patients, {name}: beyond the best known",
                found=gap,
                unit=" %",
                most=WITHIN[int(size[1])],
                places=2,
            )
        )
        found.append(
            Promise(what=f"{size[1]} patients, {name}: time", found=took, unit=" s", most=max(60.0, seconds * 1.02))
        )
        if not WITHIN[int(size[1])]:
            found.append(
                Promise(what=f"{size[1]} patients, {name}: proven", found=float(answer.proven), least=1, places=0)
            )
    return found
