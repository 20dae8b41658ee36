"""How good and how fast are rounds: a day, a week, the price of few new faces, and a re-plan after sickness?

Everything is made up from a seed: a town's spread of doors, windows, skills, one visit in ten for two carers, breaks, and who was met
on four earlier days of travel-only rounds.
"""

import os
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from homeward.bench.promises import Promise, told
from homeward.bench.published import published
from homeward.rounds.api import WEIGHTS_OF, AtWork, Pause, Round, Trade, Wanted, changes, plan_day, replan

Tell = Callable[[str], None]
MIDDLE = (52.48, -1.82)
EARLIER = 4
HALF_HOURS = (480, 480, 540, 600, 660, 720, 780, 840)


def made_day(*, visits: int, staff: int, seed: int) -> tuple[list[Wanted], list[AtWork]]:
    """A made-up day of one team."""
    random = Random(seed)

    def somewhere() -> tuple[float, float]:
        return MIDDLE[0] + random.gauss(0, 0.03), MIDDLE[1] + random.gauss(0, 0.05)

    team = [
        AtWork(
            key=f"staff {number}", where=somewhere(), on=480, off=990, skills=frozenset([*random.sample("abc", 2), "d"]),
            mode="bicycle" if number % 7 == 0 else "car", pause=Pause(30, 690, 840),
        )
        for number in range(staff)
    ]  # fmt: skip
    asked = []
    for number in range(visits):
        opens = random.choice(HALF_HOURS)
        asked.append(
            Wanted(
                key=f"visit {number}", person=f"person {number}", where=somewhere(), minutes=random.choice((15, 20, 25, 30)),
                opens=opens, closes=min(opens + random.choice((60, 120, 180, 240)), 960), critical=random.random() < 0.1,
                skills=frozenset([random.choice("abcdd")]), carers=2 if random.random() < 0.1 else 1,
            )
        )  # fmt: skip
    return asked, team


def lived(asked: list[Wanted], team: list[AtWork], *, days: int, seconds: float) -> list[Wanted]:
    """The same visits after some days of rounds that minded travel only, with four in five of the staff at work each day."""
    random, met = Random(7), defaultdict[str, set[str]](set)
    for number in range(days):
        here = [each for each in team if random.random() < 0.8]
        found = plan_day(asked, here, WEIGHTS_OF["roads"], seconds=seconds, clock=time.monotonic, seed=number)
        for going in found.goings:
            met[going.visit].add(going.staff)
    return [replace(each, faces=frozenset(met[each.key])) for each in asked]


def rounds(*, seconds: float, long: float, tell: Tell, instances: Path | None = None) -> dict[str, Any]:
    """Every figure, and `words` that say them with their targets; `instances`: a folder of published ones with their best known."""
    facts: dict[str, Any] = {}
    asked, team = made_day(visits=150, staff=20, seed=1)
    tell("Four earlier days, so that people have met some of the staff.")
    asked = lived(asked, team, days=EARLIER, seconds=seconds / 3)
    day, facts["day_seconds"] = _timed(
        lambda: plan_day(asked, team, WEIGHTS_OF["balanced"], seconds=seconds, clock=time.monotonic)
    )
    tell(f"A day in {facts['day_seconds']:.1f} s: {_said(day)}.")
    better, _ = _timed(
        lambda: plan_day(asked, team, WEIGHTS_OF["balanced"], seconds=long, clock=time.monotonic, seed=2)
    )
    facts["gap_to_long_run"] = _worth(day, WEIGHTS_OF["balanced"]) / _worth(better, WEIGHTS_OF["balanced"]) - 1
    tell(f"The same in {long:.0f} s: {_said(better)}; the short run is {facts['gap_to_long_run']:.1%} dearer.")
    _faces(facts, day, plan_day(asked, team, WEIGHTS_OF["roads"], seconds=seconds, clock=time.monotonic), tell)
    _sickness(facts, asked, team, day, tell)
    _week(facts, seconds, tell)
    facts["day"] = {"travel": day.travel, "late": day.late, "new_faces": day.new_faces, "left_out": len(day.left_out)}
    promises = _promises(facts, long)
    if instances is not None:
        promises += published(instances, seconds=60.0, tell=tell)
    facts["promises"] = {each.what: each.as_facts() for each in promises}
    machine = f"This machine: {os.cpu_count()} cores, load average {[round(each, 1) for each in os.getloadavg()]}."
    facts["words"] = f"{told(promises)}\n{machine}"
    return facts


def _promises(facts: dict[str, Any], long: float) -> list[Promise]:
    day = "A day of 150 visits and 20 staff"
    return [
        Promise(what=f"{day}: planned in", found=facts["day_seconds"], unit=" s", most=20),
        Promise(what=f"{day}: visits left out", found=facts["day"]["left_out"], most=0, places=0),
        Promise(what=f"{day}: minutes late in all", found=facts["day"]["late"], unit=" min", places=0),
        Promise(what=f"{day}: dearer than a run of {long:.0f} s", found=100 * facts["gap_to_long_run"], unit=" %"),
        Promise(
            what="New faces fewer than the travel-only plan has",
            found=100 * facts["fewer_new_faces"],
            unit=" %",
            least=30,
        ),
        Promise(what="Travel more than the travel-only plan has", found=100 * facts["more_travel"], unit=" %", most=5),
        Promise(what="Re-plan after one is sick: planned in", found=facts["replan_seconds"], unit=" s", most=5),
        Promise(what="Re-plan: visits left out", found=facts["replan_left_out"], most=0, places=0),
        Promise(what="Re-plan: visits of the sick person", found=facts["replan_theirs"], places=0),
        Promise(what="Re-plan: visits that get somebody else", found=facts["replan_others"], places=0),
        Promise(what="Re-plan: visits moved by more than ten minutes", found=facts["replan_retimed"], places=0),
        Promise(what="A week of 1,000 visits: planned in", found=facts["week_seconds"], unit=" s", most=180, places=0),
        Promise(what="A week: visits left out", found=facts["week_left_out"], most=0, places=0),
    ]


def _timed(do: Callable[[], Round]) -> tuple[Round, float]:
    start = time.monotonic()
    return do(), time.monotonic() - start


def _worth(found: Round, trade: Trade) -> float:
    return found.travel + trade.late * found.late + trade.new_face * found.new_faces + 600 * len(found.left_out)


def _said(found: Round) -> str:
    return f"{found.travel:.0f} min of travel, {found.late:.0f} late, {found.new_faces} new faces, {len(found.left_out)} left out"


def _faces(facts: dict[str, Any], day: Round, roads: Round, tell: Tell) -> None:
    facts["fewer_new_faces"] = 1 - day.new_faces / max(1, roads.new_faces)
    facts["more_travel"] = day.travel / roads.travel - 1
    tell(
        f"Travel only: {_said(roads)}; so {facts['fewer_new_faces']:.0%} fewer new faces at {facts['more_travel']:+.1%} travel."
    )


def _sickness(facts: dict[str, Any], asked: list[Wanted], team: list[AtWork], day: Round, tell: Tell) -> None:
    sick = team[3].key
    again, facts["replan_seconds"] = _timed(
        lambda: replan(
            asked,
            [each for each in team if each.key != sick],
            WEIGHTS_OF["balanced"],
            day,
            seconds=4.0,
            clock=time.monotonic,
        )
    )
    found = changes(day, again, {each.key: each for each in asked})
    facts["replan_others"] = sum(each.how == "somebody_else" for each in found)
    facts["replan_retimed"] = sum(each.how == "retimed" for each in found)
    facts["replan_theirs"] = sum(any(going.staff == sick for going in each.was) for each in found)
    facts["replan_left_out"] = len(again.left_out)
    tell(f"One sick, re-planned in {facts['replan_seconds']:.1f} s: {_said(again)}; {len(found)} visits changed.")


def _week(facts: dict[str, Any], seconds: float, tell: Tell) -> None:
    """Seven days in turn; whoever came on one day is a known face on the next."""
    start, left, new = time.monotonic(), 0, 0
    met = defaultdict[str, set[str]](set)
    for number in range(7):
        asked, team = made_day(visits=143 if number < 6 else 142, staff=20, seed=1)
        asked = [replace(each, faces=each.faces | met[each.person]) for each in asked]
        found = plan_day(asked, team, WEIGHTS_OF["balanced"], seconds=seconds, clock=time.monotonic, seed=number)
        person = {each.key: each.person for each in asked}
        for going in found.goings:
            met[person[going.visit]].add(going.staff)
        left, new = left + len(found.left_out), new + found.new_faces
        tell(f"Day {number + 1} of a week: {_said(found)}.")
    facts.update(week_seconds=time.monotonic() - start, week_left_out=left, week_new_faces=new)
