"""How fast are numbers: all of them cut five ways, one drawn again, beside a bare reading of the same columns; how fast do events reach them?

A lake of a whole place is made up beside what a database of its own holds; people and partners' items are real rows of that database.
"""

import resource
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from time import perf_counter
from typing import TYPE_CHECKING, Any

from homeward.bench.figures import Figure, table

if TYPE_CHECKING:
    from homeward.bench.boards import Web
    from homeward.bench.packs import Worker
    from homeward.foundation.actions import Actor

PACK_PAGES, PACK_SECONDS = 20, 20.0
ALL_SECONDS, GIBIBYTES, REDRAWN, TIMES_FLOOR, INCREMENT, REBUILD = 60.0, 8.0, 400.0, 3.0, 5.0, 400_000
WHOLE = 150_000_000
GIB = 1024**3
Tell = Callable[[str], None]


@dataclass(frozen=True, kw_only=True)
class Plan:
    """People and rows of the made-up lake; people and items each of the database; events of one increment."""

    people: int = 1_300_000
    rows: int = WHOLE + 100_000  # months are made in whole rows, so a few fewer than asked for
    real: int = 20_000
    items: int = 50
    events: int = 10_000
    redraws: int = 2  # of every measure
    seconds: float = 10.0  # how long boards are opened by one reader, and by a hundred


def run(plan: Plan, *, web: "Web", worker: "Worker", tell: Tell) -> dict[str, Any]:
    """Everything measured, as facts for machines; `words` is the table for people. The database must be a new one."""
    from homeward.bench import items
    from homeward.bench.boards import board_figures
    from homeward.bench.coordinator import coordinator
    from homeward.bench.packs import pack_figures
    from homeward.bench.population import load, take_stock
    from homeward.measures.api import lake_folder, made_up_lake, refresh_lake

    at = datetime.now(UTC)
    facts: dict[str, Any] = {"people": plan.people, **_ready(tell)}
    load(plan.real, first=0, at=at, tell=lambda done: tell(f"{done:,} people in the database"))
    items.load_items(plan.items, per_full=plan.items, at=at, tell=tell)
    take_stock()
    facts |= _rebuilt(tell)
    began = perf_counter()
    facts["rows"] = made_up_lake(
        people=plan.people, rows=plan.rows, at=at, tell=lambda words: tell(f"made up: {words}")
    )
    facts["making_seconds"] = round(perf_counter() - began, 1)
    facts["lake_gib"] = round(sum(each.stat().st_size for each in lake_folder().rglob("*") if each.is_file()) / GIB, 2)
    tell(
        f"{facts['rows']:,} rows made up in {facts['making_seconds']:.0f} s by DuckDB's own generators, {facts['lake_gib']:.1f} GiB,"
        f" {_peak():.1f} GiB of memory so far"
    )
    actor, _ = coordinator(at)
    facts |= _counted(plan, actor, at, tell)
    facts["counting_peak_gib"] = _peak()
    tell("Writing the rows of every measure down …")
    refresh_lake(at=datetime.now(UTC))  # writes the rows of every measure down, as the worker does after each count
    facts["redrawn"] = _redrawn(plan, list(facts["measures"]), actor, at)
    tell("Opening boards: one reader, then a hundred at once …")
    facts["boards"] = board_figures(web, by=actor, at=at, population=plan.people, seconds=plan.seconds)
    tell("Having board packs made …")
    facts["packs"] = pack_figures(web, worker, by=actor, at=at)
    facts |= _increments(plan, list(facts["measures"]), actor, tell)
    facts["peak_gib"] = _peak()
    facts["words"] = _words(facts, plan)
    return facts


def _peak() -> float:
    """The most memory this process has held, in GiB; DuckDB's is in it."""
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / GIB, 2)


def _ready(tell: Tell) -> dict[str, Any]:
    """The first count of a new process, of nobody: it loads its libraries and compiles every measure, which no later count does."""
    from homeward.measures.api import refresh_lake

    began = perf_counter()
    refresh_lake(at=datetime.now(UTC))
    seconds = round(perf_counter() - began, 2)
    tell(f"A new process is ready to count after {seconds:.1f} s")
    return {"ready_seconds": seconds}


def _rebuilt(tell: Tell) -> dict[str, Any]:
    """Everything written anew from the database, until the numbers see it; then until tidying up is over, too."""
    from homeward.measures.api import lake_folder, refresh_lake

    tell("Writing the lake from zero …")
    shutil.rmtree(lake_folder(), ignore_errors=True)
    began, seen = perf_counter(), []
    made = refresh_lake(at=datetime.now(UTC), everything=True, seen=lambda: seen.append(perf_counter() - began))
    whole = perf_counter() - began
    assert made is not None  # nobody else refreshes a database of its own
    rows = sum(part.rows for each in made.files for part in made.parts(each))
    tell(f"{rows:,} rows in {seen[0]:.2f} s, {rows / seen[0]:,.0f} a second; tidied up after {whole:.2f} s")
    return {
        "rebuilt_rows": rows, "rebuild_seconds": round(seen[0], 2), "rebuild_tidied_seconds": round(whole, 2),
        "rebuild_rows_a_second": round(rows / seen[0]),
    }  # fmt: skip


def _counted(plan: Plan, actor: "Actor", at: datetime, tell: Tell) -> dict[str, Any]:
    """Every measure over three years by month with all its cuts; the same columns only read; and one drawn again."""
    from homeward.measures.api import Asked, bare_scan, computed, figure

    asked = Asked(first=date(at.year - 3, at.month, 1), last=at.date(), every="month")
    each: dict[str, dict[str, float]] = {}
    for code in computed():
        floor = bare_scan(code)
        began = perf_counter()
        found = figure(code, asked=asked, by=actor, at=at)
        each[code] = {
            "seconds": round(perf_counter() - began, 3),
            "floor": round(floor, 3),
            "counted": found.denominator,
        }
        tell(f"{code}: {each[code]['seconds']:.2f} s, bare reading {floor:.2f} s, {found.denominator:,} counted")
    total, floor = sum(one["seconds"] for one in each.values()), sum(one["floor"] for one in each.values())
    return {
        "measures": each, "all_seconds": round(total, 2), "floor_seconds": round(floor, 2), "times_floor": round(total / floor, 2),
    }  # fmt: skip


def _redrawn(plan: Plan, codes: list[str], actor: "Actor", at: datetime) -> Figure:
    """Every measure drawn again for other days, so that nothing counted before serves."""
    from homeward.measures.api import Asked, figure

    samples = []
    for number, code in enumerate(codes * plan.redraws):
        asked = Asked(first=at.date() - timedelta(days=365 + number), last=at.date(), every="week")
        began = perf_counter()
        figure(code, asked=asked, by=actor, at=at)
        samples.append((perf_counter() - began) * 1000)
    return Figure(name="one measure drawn again", population=plan.people, samples=tuple(samples), target_p95=REDRAWN)


def _increments(plan: Plan, codes: list[str], actor: "Actor", tell: Tell) -> dict[str, Any]:
    """From the commit of so many events until the numbers see them, three times over; and each number opened in the moment after
    that, before its rows are written down anew: for other days each time, so that nothing counted before serves."""
    from homeward.bench.population import load
    from homeward.measures.api import Asked, figure, leave_off, refresh_lake

    samples, opened, first, stretches = list[float](), list[float](), plan.real, list[dict[str, float]]()
    for turn in range(3):
        load(first + plan.events, first=first, at=datetime.now(UTC), tell=lambda done: None)
        first += plan.events
        began, now = perf_counter(), datetime.now(UTC)
        stretches.append({})

        def seen(turn: int = turn, began: float = began, now: datetime = now) -> None:
            samples.append(perf_counter() - began)
            asked = Asked(first=now.date() - timedelta(days=500 + turn), last=now.date(), every="week")
            for code in codes:
                since = perf_counter()
                figure(code, asked=asked, by=actor, at=now, at_once=True)
                opened.append((perf_counter() - since) * 1000)

        refresh_lake(at=now, seen=seen, done=_stretch(stretches[-1], began))
        leave_off()  # what was still being counted beside is asked for by nobody, and its lake goes when the bench ends
        told = ", ".join(f"{words} {seconds:.2f}" for words, seconds in stretches[-1].items())
        tell(f"{plan.events:,} events seen after {samples[-1]:.2f} s ({told})")
    name = "one measure opened before it is drawn anew"
    return {
        "increment_seconds": [round(each, 2) for each in samples],
        "increment_stretches": stretches,
        "between": Figure(name=name, population=plan.people, samples=tuple(opened), target_p95=REDRAWN),
    }


def _stretch(seconds: dict[str, float], began: float) -> Callable[[str], None]:
    """Adds up what each stretch took since the one before it was over."""
    last = began

    def done(words: str) -> None:
        nonlocal last
        now = perf_counter()
        seconds[words] = round(seconds.get(words, 0.0) + now - last, 3)
        last = now

    return done


def _words(facts: dict[str, Any], plan: Plan) -> str:
    whole = facts["rows"] >= WHOLE
    redrawn, between = facts.pop("redrawn"), facts.pop("between")
    facts |= {"redrawn": redrawn.as_facts({}), "between": between.as_facts({})}
    opened: list[Figure] = facts.pop("boards")
    facts["boards"] = {each.name: each.as_facts({}) for each in opened}
    lines = [
        f"{plan.people:,} people, {facts['rows']:,} rows in the lake over three years, {len(facts['measures'])} measures computed.",
        *_counting(facts, whole),
        *_arriving(facts, plan),
        *_packs(facts["packs"]),
        table([redrawn, between, *opened], {}),
    ]
    return "\n".join(lines)


def _counting(facts: dict[str, Any], whole: bool) -> list[str]:
    return [
        _line(
            "all, by month, all cuts",
            f"{facts['all_seconds']:.1f} s",
            f"≤ {ALL_SECONDS:.0f} s",
            facts["all_seconds"] <= ALL_SECONDS,
            whole,
        ),
        _line(
            "peak memory",
            f"{facts['peak_gib']:.1f} GiB",
            f"≤ {GIBIBYTES:.0f} GiB",
            facts["peak_gib"] <= GIBIBYTES,
            whole,
        ),
        _line(
            "times the bare reading",
            f"{facts['times_floor']:.1f}",
            f"≤ {TIMES_FLOOR:.0f}",
            facts["times_floor"] <= TIMES_FLOOR,
            True,
        ),
    ]


def _arriving(facts: dict[str, Any], plan: Plan) -> list[str]:
    worst = max(facts["increment_seconds"])
    return [
        _line(f"{plan.events:,} events seen", f"{worst:.1f} s", f"≤ {INCREMENT:.0f} s", worst <= INCREMENT, True),
        _line(
            "rows a second, rebuilt",
            f"{facts['rebuild_rows_a_second']:,}",
            f"≥ {REBUILD:,}",
            facts["rebuild_rows_a_second"] >= REBUILD,
            True,
        ),
    ]


def _packs(packs: dict[str, Any]) -> list[str]:
    worst = max(packs["seconds"])
    return [
        _line(
            f"board pack of {packs['pages']} pages",
            f"{worst:.1f} s",
            f"≤ {PACK_SECONDS:.0f} s",
            worst <= PACK_SECONDS,
            packs["pages"] >= PACK_PAGES,
        ),
        f"  {packs['boards']} boards; each time it was made: {', '.join(f'{each:.1f}' for each in packs['seconds'])} s;"
        f" the worker held {packs['peak_gib']:.1f} GiB at most",
    ]


def _line(what: str, found: str, wanted: str, met: bool, judged: bool) -> str:
    return f"  {what:<26} {found:>12}  ({wanted}: {('met' if met else 'NOT MET') if judged else 'not judged at this size'})"
