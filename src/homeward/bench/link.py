"""How fast and how right are two populations linked? Two files of made-up people with stated errors, linked as anyone would.

The linking runs as `homeward link` in a process of its own, so its time and memory hold nothing of the making and judging.
"""

import csv
import json
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from homeward.bench.memory import run_to_its_end
from homeward.people.api import MADE_HEADER, RATES, Made, two_populations

SECONDS, GIBIBYTES, F1 = 480.0, 12.0, 0.99
SEED = 41


def link(*, people: int, tell: Callable[[str], None], memory: str = "8GB") -> dict[str, Any]:
    """Link `people` to as many; seconds, peak memory, precision, recall, F1, and what was missed by kind of error."""
    tell(f"Making up {people:,} people for each of two organisations …")
    first, second = two_populations(people, seed=SEED)
    with tempfile.TemporaryDirectory(prefix="homeward-link-") as folder:
        left, right, out = (Path(folder) / name for name in ("left.csv", "right.csv", "pairs.csv"))
        _written(left, first)
        _written(right, second)
        tell("Linking them with `homeward link` …")
        began = time.monotonic()
        done, peak = _linked(left, right, out, memory=memory)
        seconds = time.monotonic() - began
        with out.open(newline="") as found:
            pairs = [(int(row["left_id"]), int(row["right_id"])) for row in csv.DictReader(found)]
    facts = {
        "people": people,
        "seconds": round(seconds, 1),
        "peak_gib": round(peak, 2),
        "candidates": done["candidates"],
        "by_rule": done["by_rule"],
        "policy": done["policy"],
        "stated": RATES,
    }
    facts |= judged(first, second, pairs)
    return {**facts, "words": _words(facts)}


def _linked(left: Path, right: Path, out: Path, *, memory: str) -> tuple[dict[str, Any], float]:
    """What the command says of itself, and the most GiB that it had at once. Raises RuntimeError with its words when it failed."""
    asked = ["link", "--left", left, "--right", right, "--out", out, "--memory", memory, "--json"]
    ended = run_to_its_end([sys.executable, "-m", "homeward.cli", *map(str, asked)])
    if ended.code:
        raise RuntimeError(f"homeward link failed: {ended.complained[-2000:]}")
    said: dict[str, Any] = json.loads(ended.said)
    return said, ended.peak_mib / 1024


def judged(first: Sequence[Made], second: Sequence[Made], pairs: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """Precision, recall and F1 of accepted pairs of places in the two lists, and the confusion by kind of error."""
    place = {each.human: at for at, each in enumerate(first)}
    true = {(place[each.human], at) for at, each in enumerate(second) if each.human in place}
    accepted = set(pairs)
    right = accepted & true
    having: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    for pair in true:
        kinds = second[pair[1]].errors or ("no error",)
        having.update(kinds)
        if pair not in right:
            missed.update(kinds)
    wrong = Counter(_why_wrong(first[one], second[other]) for one, other in accepted - true)
    precision, recall = len(right) / max(1, len(accepted)), len(right) / max(1, len(true))
    return {
        "true_pairs": len(true),
        "accepted": len(accepted),
        "precision": round(precision, 5),
        "recall": round(recall, 5),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 5),
        "by_error": {kind: {"pairs": many, "missed": missed[kind]} for kind, many in sorted(having.items())},
        "wrong": dict(wrong),
    }


def _why_wrong(one: Made, other: Made) -> str:
    if one.house == other.house:
        return "twin" if one.birth == other.birth else "same household"
    return "the other's NHS number" if one.nhs and one.nhs == other.nhs else "a stranger"


def _written(path: Path, people: Sequence[Made]) -> None:
    with path.open("w", newline="") as out:
        rows = csv.writer(out)
        rows.writerow(MADE_HEADER)
        rows.writerows(each.row(str(at)) for at, each in enumerate(people))


def _words(facts: dict[str, Any]) -> str:
    whole = facts["people"] >= 1_000_000
    met = [
        ("time", f"{facts['seconds']:.0f} s", f"≤ {SECONDS:.0f} s", facts["seconds"] <= SECONDS),
        ("memory", f"{facts['peak_gib']:.1f} GiB", f"≤ {GIBIBYTES:.0f} GiB", facts["peak_gib"] <= GIBIBYTES),
        ("F1", f"{facts['f1']:.4f}", f"≥ {F1}", facts["f1"] >= F1),
    ]
    lines = [
        f"{facts['people']:,} records linked with {facts['people']:,}, {facts['true_pairs']:,} of them the same people."
    ]
    for what, found, wanted, is_met in met:
        verdict = ("met" if is_met else "NOT MET") if whole or what == "F1" else "not judged at this size"
        lines.append(f"  {what:<8} {found:>10}  ({wanted}: {verdict})")
    lines.append(
        f"  precision {facts['precision']:.5f}, recall {facts['recall']:.5f}; wrongly joined: {facts['wrong'] or 'nobody'}"
    )
    lines.append("  error, how often it was put in, pairs that have it, and how many of those were missed:")
    lines += [
        f"    {kind:<36} {_rate(kind):>6} {each['pairs']:>8,} {each['missed']:>7,}"
        for kind, each in facts["by_error"].items()
    ]
    return "\n".join(lines)


def _rate(kind: str) -> str:
    return f"{RATES[kind]:.1%}" if kind in RATES else ""
