"""Which beds are there, who is in them, which are likely to free, which needs found none, and which action card is on?"""

import random
from contextlib import suppress
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, system
from homeward.capacity import api as capacity
from homeward.demo.staff import Staff
from homeward.directory.api import place
from homeward.foundation import events
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id
from homeward.grammar.api import Service
from homeward.referrals import api as referrals

DOZEN, SINCE = 12, timedelta(days=160)
ROOMLESS = 4  # needs that find no bed
FREE, SHUT, EXPECTED = 0.03, 0.06, 0.4  # shares of beds that are empty, not open, and known when they free
DECIDES = "referral.place"
ASKED = 12  # coordinators whose boards are looked through


def keep_beds(*, staff: Staff, until: datetime) -> None:
    """Every bed of every service of beds, named one by one and empty, since before anybody of the demonstration came to one."""
    for each in staff.place.services.values():
        for provider in each.providers if each.capacity_kind == "beds" else ():
            for site, labels in _named(each, provider.team):
                capacity.keep_units(
                    service_code=each.code, team_code=provider.team, site=site, labels=labels, by=system("demo"), at=until - SINCE
                )  # fmt: skip


def make_beds(*, staff: Staff, seed: int, until: datetime) -> int:
    """Every service of beds, as they stand; then old numbers are asked about and pressure is read. Returns how many beds."""
    rng, beside, made = random.Random(f"beds {seed}"), random.Random(f"beds beside doors {seed}"), 0
    at_doors = _at_doors()
    for each in staff.place.services.values():
        for provider in each.providers if each.capacity_kind == "beds" else ():
            able = staff.who_may("capacity.keep_units", team=provider.team) or staff.who_may(
                "capacity.set_state", team=provider.team
            )
            if able:
                made += _team(each, provider.team, able[0], beside if each.code in at_doors else rng, until)
        if each.capacity_kind == "beds":
            _roomless(each, staff, until)
    capacity.ask_about_old_numbers(until - timedelta(minutes=20))
    capacity.watch_pressure(until - timedelta(minutes=19))
    _cards(staff, until)
    return made


def _team(kind: Service, code: str, by: Actor, rng: random.Random, until: datetime) -> int:
    """Its beds but for those that somebody we know was in: mostly taken, some shut, few free."""
    made, lines, at_doors = 0, dict[UUID, None](), _at_doors()  # door_beds.py has put people in those
    for bed in capacity.units(at=until, service_code=kind.code, team_code=code, one_by_one=True):
        if kind.code not in at_doors and bed.free and bed.since is not None and bed.since <= until - SINCE:
            # nobody's yet, and never anybody's
            _bed(bed.id, by, rng, until)
        made, lines[bed.line_id] = made + 1, None
    for line in lines:
        capacity.confirm(line_id=line, by=by, at=until - timedelta(hours=rng.uniform(0.5, 2)))
    return made


def _at_doors() -> set[str]:
    """The services whose beds are given at a front door."""
    return {one.service for door in place().front_doors.values() for one in door.decided}


def _named(kind: Service, code: str) -> list[tuple[str, list[str]]]:
    """The sites of a team with the labels of their beds: as the place declares them, else so many as the service says, else a dozen."""
    sites = [(each.name, each.beds) for each in place().recovery_beds.values() if each.team == code]
    return [(site, [f"Bed {number}" for number in range(1, count + 1)]) for site, count in sites or [("", kind.units or DOZEN)]]


def _bed(unit_id: UUID, by: Actor, rng: random.Random, until: datetime) -> None:
    turn = rng.random()
    if turn < FREE:
        return
    if turn < FREE + SHUT:
        state = rng.choice(("cleaning", "closed", "infection"))
        reasons = [each.code for each in place().reasons_for("unit_closed").reasons]
        capacity.set_state(
            unit_id=unit_id, state=state, reason=rng.choice(reasons) if state == "closed" else "", by=by,
            at=until - timedelta(hours=rng.uniform(1, 30)),
        )  # fmt: skip
        return
    came = until - timedelta(days=rng.uniform(0.2, 25))
    capacity.occupy(unit_id=unit_id, stay_id=new_id(), start=came, by=by, at=came)
    if rng.random() < EXPECTED:
        expected = (until + timedelta(hours=rng.uniform(-6, 160))).replace(minute=0, second=0, microsecond=0)
        capacity.likely_free(
            unit_id=unit_id, expected_at=expected, by=by, at=until - timedelta(hours=rng.uniform(1, 20))
        )


def _roomless(kind: Service, staff: Staff, until: datetime) -> None:
    """A few needs that wait at a hub are placed here and find no bed, so that supply stands beside unmet need."""
    found = 0
    deciding = [each for role in staff.by_role.values() for each in role if staff.place.roles[each.role].may(DECIDES)]
    for coordinator in deciding[:ASKED]:
        for row in referrals.board(by=coordinator, at=until, page=1, page_size=60).rows:
            if found >= ROOMLESS:
                return
            if row.state == "triaged" and row.need_code in kind.needs_met:
                with suppress(Refused):
                    found += _found_no_bed(kind, row.id, coordinator, staff, until)


def _found_no_bed(kind: Service, referral_id: UUID, coordinator: Actor, staff: Staff, until: datetime) -> bool:
    code = kind.providers[0].team
    able = staff.who_may("referral.no_capacity", team=code)
    with gate.job("demo", by=system("demo"), at=until):
        last = max((each.at for each in events.of_subject(referral_id)), default=until)
    at = last + timedelta(minutes=6)
    later = at + timedelta(minutes=9)
    if not able or later >= until:
        return False
    referrals.place(
        referral_id=referral_id, service_code=kind.code, team_code=code, why="Home is not yet safe.", by=coordinator, at=at,
        expected_version=_version(referral_id, at),
    )  # fmt: skip
    referrals.no_capacity(
        referral_id=referral_id, words="Every bed is taken.", by=able[0], at=later,
        expected_version=_version(referral_id, later),
    )  # fmt: skip
    return True


def _version(referral_id: UUID, at: datetime) -> int:
    return referrals.referral(referral_id, by=system("demo"), at=at).version


def _cards(staff: Staff, until: datetime) -> None:
    """One card that was on last week, and the first that is called for now, begun."""
    deciding = [
        each for role in staff.by_role.values() for each in role if staff.place.roles[each.role].may("surge.switch_on")
    ]
    called = [each.card for each in capacity.surge_level(at=until).cards if each.called_for]
    if not deciding:
        return
    by = deciding[0]
    for card in list(staff.place.action_cards.values())[:1]:
        began = until - timedelta(days=6)
        run = capacity.switch_on(card_code=card.code, why="Two wards were shut for infection.", by=by, at=began)
        for number, step in enumerate(card.steps[:-1] or card.steps):
            capacity.do_step(run_id=run, step_code=step.code, by=by, at=began + timedelta(minutes=25 * (number + 1)))
        capacity.stand_down(run_id=run, why="Beds are free again.", by=by, at=began + timedelta(hours=20))
    for card in called[:1]:
        began = until - timedelta(hours=2)
        with suppress(Refused):
            run = capacity.switch_on(card_code=card.code, why="Every bed is taken.", by=by, at=began)
            step = card.steps[0]
            capacity.do_step(run_id=run, step_code=step.code, by=by, at=began + timedelta(minutes=35))
