"""Who rang the line and who came to the door in the demonstration? A season of both, with what was meant, decided and found."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from itertools import cycle
from uuid import UUID

from homeward.access.api import system
from homeward.demo.door_beds import come_to_a_bed, make_door_beds, ready_again
from homeward.demo.schedule import Someone
from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.front_door import api as front_door
from homeward.grammar.api import (
    AdviceLine,
    CallerKind,
    Disposition,
    FrontDoor,
    Questionnaire,
    SyntheticPopulation,
    YearlyNeed,
)
from homeward.hospital import api as hospital
from homeward.people import api as people_door
from homeward.plans import api as plans

CALLS, ARRIVALS, APART, STAYED = 24, 6, 8, 7
SEASON, LATELY = timedelta(days=100), timedelta(days=26)
OLD = timedelta(days=365 * 70)
CALLERS = ("Ryan Coyle", "Farah Siddiq", "Ben Lowe", "Marta Nowak", "Joel Francis")
DECIDERS = (("Dr Esther Quaye", "Consultant geriatrician"), ("Siân Pugh", "Advanced clinical practitioner"))
WORDS = "Observations steady and no injury found. Somebody is with them tonight. Fluids, paracetamol, review tomorrow."
NET = "New pain, drowsy, or not passing water: ring us. Chest pain or collapse: 999."
PHONE = "07700 900{:03d}"
MEANT_ADMIT, KEPT_HOME, CAME_BACK = 0.7, 0.8, 0.12  # shares, assumed, so that every page has something to show


@dataclass(kw_only=True)
class Season:
    """What all of it needs: who may be rung about, the dice, and the end."""

    rng: random.Random
    whom: Iterator[Someone]
    shape: SyntheticPopulation
    staff: Staff
    until: datetime
    needs: int = 0

    def somebody(self) -> UUID:
        """The next older person who lives."""
        while True:
            person = next(self.whom)
            if people_door.banner(person.person_id, system("demo"), self.until).died_on is None:
                return person.person_id

    def urgent(self) -> Sequence[YearlyNeed]:
        """The needs for which somebody thinks of hospital."""
        needs = self.staff.place.needs
        return [each for each in self.shape.needs if needs[each.need].two_hour_need] or list(self.shape.needs)


def make_front_door(
    *, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], seed: int, until: datetime
) -> int:
    """Calls of every line and arrivals at every door of the place; returns how many needs they put to the hub."""
    place = staff.place
    older = [one for one in people if until.date() - one.birth_date > OLD] or list(people)
    rng = random.Random(f"front door {seed}")
    rng.shuffle(older)
    season = Season(rng=rng, whom=cycle(older), shape=shape, staff=staff, until=until)
    for line in place.advice_lines.values():
        if by := staff.who_may("line.take", team=line.team):
            _calls(line, by, season)
    for door in place.front_doors.values():
        if by := staff.who_may("front_door.arrive", team=door.teams[0]):
            _arrivals(door, by, season)
    for door in place.front_doors.values():
        if by := staff.who_may("front_door.take_bed", team=door.teams[0]):
            make_door_beds(door, by, somebody=season.somebody, until=until)
    front_door.find_outcomes(at=until)
    return season.needs


def _calls(line: AdviceLine, by: Sequence[Actor], season: Season) -> None:
    rng, until = season.rng, season.until
    usual = [each for each in line.callers if not each.counted_apart]
    crews = [each for each in usual if each.conveys] or usual
    moments = sorted(until - timedelta(hours=30) - SEASON * rng.random() ** 1.5 for _ in range(CALLS))
    for number, at in enumerate(moments):
        caller = rng.choice(crews) if number % 3 else rng.choice(usual)
        stays = rng.random() < KEPT_HOME
        _tell(
            season, partial(_call, line, caller, by, season, at, _meant(line.intended, rng), _outcome(line, stays, rng))
        )
    for caller in (each for each in line.callers if each.counted_apart):
        for number in range(APART):
            at = until - timedelta(days=1) - LATELY * number / APART
            _tell(
                season,
                partial(_call, line, caller, by, season, at, line.intended[0], _outcome(line, number < STAYED, rng)),
            )
    for minutes, refers in ((190, True), (6, False)):
        at = until - timedelta(minutes=minutes)
        outcome = next((each for each in line.outcomes if each.refers), None) if refers else None
        _tell(season, partial(_call, line, crews[0], by, season, at, line.intended[0], outcome))


def _call(
    line: AdviceLine, caller: CallerKind, team: Sequence[Actor], season: Season, at: datetime, meant: Disposition,
    outcome: Disposition | None,
) -> None:  # fmt: skip
    """One call; without an outcome it still waits for advice."""
    rng, by = season.rng, season.rng.choice(team)
    need = rng.choice(season.urgent())
    person, name = season.somebody(), rng.choice(CALLERS)
    call = front_door.take(
        details=front_door.CallDetails(
            line=line.code, caller_kind=caller.code, caller_name=name, caller_phone=PHONE.format(rng.randrange(100, 990)),
            question=f"{rng.choice(need.words)} Can they stay?", need_code=need.need, intended=meant.code, answered_at=at,
            person_id=person, waited_seconds=rng.choice((8, 10, 15, 20, 25, 40, 75, None)),
        ),
        by=by, at=at + timedelta(seconds=rng.randrange(35, 75)),
    )  # fmt: skip
    if outcome is None:
        return
    advised = at + timedelta(minutes=rng.uniform(3, 14))
    decider, role = rng.choice(DECIDERS)
    advice = front_door.AdviceDetails(
        outcome=outcome.code, words=WORDS, safety_words=NET, safety_due_at=advised + line.safety_net, told=name,
        decided_by=decider, decided_role=role, wants_words=rng.choice(need.wants),
    )  # fmt: skip
    front_door.advise(call_id=call, advice=advice, by=by, at=advised)
    season.needs += bool(outcome.refers)
    heard = advised + line.safety_net + timedelta(minutes=rng.uniform(-90, 40))
    if heard < season.until - timedelta(days=2):
        front_door.check_back(
            call_id=call, heard="in-hospital" if outcome.hospital else "as-hoped", by=rng.choice(team), at=heard
        )
    if outcome.hospital or rng.random() < CAME_BACK:
        _in_hospital(person, advised + timedelta(hours=2 if outcome.hospital else rng.uniform(10, 160)), season)


def _arrivals(door: FrontDoor, by: Sequence[Actor], season: Season) -> None:
    rng, until = season.rng, season.until
    moments = sorted(until - timedelta(hours=8) - SEASON * rng.random() ** 1.5 for _ in range(ARRIVALS))
    for at in moments:
        stays = rng.random() < 0.6
        taken = rng.choice([each for each in door.decided if each.hospital is not stays])
        _tell(season, partial(_arrival, door, by, season, at, _meant(door.intended, rng), taken))
    today: tuple[tuple[int, Disposition | None, Disposition | None], ...] = (
        (260, door.intended[0], _bed(door)), (55, door.intended[0], None), (12, None, None),
    )  # fmt: skip
    for minutes, meant, decided in today:
        at = until - timedelta(minutes=minutes)
        _tell(season, partial(_arrival, door, by, season, at, meant, decided))


def _arrival(
    door: FrontDoor,
    team: Sequence[Actor],
    season: Season,
    at: datetime,
    meant: Disposition | None,
    decided: Disposition | None,
) -> None:
    """One arrival, as far as it has come."""
    rng, by, person = season.rng, season.rng.choice(team), season.somebody()
    need = rng.choice(season.urgent())
    details = front_door.ArrivalDetails(
        person_id=person,
        door=door.code,
        way=rng.choice(door.ways).code,
        arrived_at=at,
        why_words=rng.choice(need.words)[:200],
    )
    arrival = front_door.arrive(details=details, by=by, at=at + timedelta(minutes=3))
    if meant is None:
        return
    front_door.intend(arrival_id=arrival, code=meant.code, by=by, at=at + timedelta(minutes=9))
    screened = at + timedelta(minutes=rng.uniform(11, 44))
    for code in door.forms:
        _screen(season.staff.place.questionnaires[code], person, by=by, at=screened, rng=rng)
    if decided is None:
        return
    when = at + timedelta(minutes=rng.uniform(70, 230))
    front_door.decide(arrival_id=arrival, code=decided.code, decided_by=rng.choice(DECIDERS)[0], by=by, at=when)
    bed = come_to_a_bed(arrival, door, decided, by=by, at=when + timedelta(minutes=25), until=season.until)
    if decided.hospital or rng.random() < CAME_BACK:
        _in_hospital(person, when + timedelta(minutes=20 if decided.hospital else 3000), season, door=door)
    ready_again(bed, until=season.until)


def _screen(form: Questionnaire, person: UUID, *, by: Actor, at: datetime, rng: random.Random) -> None:
    """The form as it is filled in at a door: numbers within their limits, the first answer of every choice."""
    typed: dict[str, plans.Typed] = {}
    for item in form.questions:
        if item.options:
            typed[item.link_id] = plans.Typed(value=item.options[0 if rng.random() < 0.8 else 1].code)
        elif item.type == "boolean":
            typed[item.link_id] = plans.Typed(value=rng.random() < 0.2)
        elif item.type == "integer":
            typed[item.link_id] = plans.Typed(
                value=float(rng.randint(max(4, int(item.min or 0)), min(7, int(item.max or 7))))
            )
    kept = plans.save_progress(person_id=person, code=form.code, seen=0, answers=typed, by=by, at=at)
    plans.finish(response_id=kept.response_id, by=by, at=at)


def _in_hospital(person: UUID, at: datetime, season: Season, *, door: FrontDoor | None = None) -> None:
    """A stay that began then, at the door's hospital, and has ended by now unless it is recent."""
    hospitals = list(season.staff.place.hospitals.values())
    own = [each for each in hospitals if door is not None and each.organisation == door.hospital] or hospitals
    house, chosen = system("demo"), season.rng.choice(own) if own else None
    if chosen is None or at > season.until:
        return
    try:
        ward = season.rng.choice(chosen.wards).code
        stay = hospital.admit(person_id=person, hospital=chosen.code, ward=ward, admitted_at=at, by=house, at=at)
        left = at + timedelta(days=season.rng.uniform(1, 9))
        homes = [each for each in hospital.policy().destinations if each.kind == "home"]
        if left < season.until and homes:
            hospital.leave(stay_id=stay, left_at=left, destination=homes[0].code, by=house, at=left)
    except Refused:
        return  # they are in hospital already, which is told elsewhere


def _tell(season: Season, story: Callable[[], None]) -> None:
    """One story; one that the house refuses must not cost the others."""
    try:
        story()
    except Refused:
        return


def _meant(offered: Sequence[Disposition], rng: random.Random) -> Disposition:
    hospital_first = [each for each in offered if each.hospital]
    return hospital_first[0] if rng.random() < MEANT_ADMIT else rng.choice(list(offered))


def _outcome(line: AdviceLine, stays: bool, rng: random.Random) -> Disposition:
    """A decision that asks for no team: the needs of a season ago are over."""
    return rng.choice([each for each in line.outcomes if not each.refers and each.hospital is not stays])


def _bed(door: FrontDoor) -> Disposition:
    return next(each for each in reversed(door.decided) if each.hospital)
