"""Whatever is reported, held, booked, occupied, left, closed or opened in whatever order: is anything ever given twice?"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from homeward.access.api import system
from homeward.capacity.api import (
    book,
    hold,
    leave,
    let_holds_go,
    occupy,
    offers,
    promise,
    release,
    report,
    set_state,
    stand_down,
    switch_on,
    units,
)
from homeward.capacity.models import Booking, CardRun, Unit
from homeward.capacity.vocabulary import TAKING
from homeward.directory import api as directory
from homeward.foundation.errors import Refused
from homeward.foundation.ids import new_id

START = datetime(2026, 3, 3, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
DEMO = system("demo")
STEPS = (
    "report",
    "hold",
    "book",
    "book_later",
    "occupy",
    "occupy_from_the_door",
    "leave",
    "release",
    "shut",
    "open",
    "promise",
    "expire",
    "surge",
    "calm",
)
STEP = st.tuples(st.sampled_from(STEPS), st.integers(0, 5), st.integers(0, 6))


class Ledger:
    """One line of beds, and what somebody does to it."""

    def __init__(self) -> None:
        cards = directory.place().action_cards.values()
        more = {opened.service for card in cards for opened in card.opens}
        beds = (each for each in directory.place().services.values() if each.capacity_kind == "beds")
        service = next(each for each in beds if each.code in more)
        self.service, self.team = service.code, service.providers[0].team
        self.at = START
        self.line: UUID = report(service_code=self.service, team_code=self.team, free=2, total=3, by=DEMO, at=self.at)

    def do(self, step: str, one: int, other: int) -> None:
        self.at += timedelta(minutes=10 + other)
        try:
            getattr(self, step)(one, other)
        except Refused:
            return  # politely, and nothing changed: the checks below hold all the same

    def report(self, one: int, other: int) -> None:
        total = max(one, other)
        report(service_code=self.service, team_code=self.team, free=min(one, other), total=total, by=DEMO, at=self.at)

    def hold(self, one: int, other: int) -> None:
        hold(
            line_id=self.line,
            start=self.at,
            end=self.at + 24 * HOUR,
            subject_id=new_id(),
            expires_at=self.at + HOUR,
            by=DEMO,
            at=self.at,
        )

    def book(self, one: int, other: int) -> None:
        book(line_id=self.line, start=self.at, end=self.at + (one + 1) * HOUR, subject_id=new_id(), by=DEMO, at=self.at)

    def book_later(self, one: int, other: int) -> None:
        start = self.at + other * HOUR
        book(line_id=self.line, start=start, end=start + 2 * HOUR, subject_id=new_id(), by=DEMO, at=self.at)

    def occupy(self, one: int, other: int) -> None:
        if known := self._units():
            occupy(
                unit_id=known[one % len(known)],
                need_id=new_id(),
                start=self.at,
                until=self.at + HOUR,
                by=DEMO,
                at=self.at,
            )

    def occupy_from_the_door(self, one: int, other: int) -> None:
        if known := self._units():
            occupy(unit_id=known[one % len(known)], arrival_id=new_id(), start=self.at, by=DEMO, at=self.at)

    def leave(self, one: int, other: int) -> None:
        if known := self._units():
            leave(unit_id=known[one % len(known)], cleaning=bool(other % 2), by=DEMO, at=self.at)

    def release(self, one: int, other: int) -> None:
        kept = list(Booking.objects.filter(state__in=("held", "booked")).order_by("made_at", "id"))
        if kept:
            release(booking_id=kept[one % len(kept)].id, by=DEMO, at=self.at)

    def shut(self, one: int, other: int) -> None:
        if known := self._units():
            set_state(unit_id=known[one % len(known)], state=("cleaning", "infection")[other % 2], by=DEMO, at=self.at)

    def open(self, one: int, other: int) -> None:
        for unit in self._units():
            set_state(unit_id=unit, state="open", by=DEMO, at=self.at)

    def promise(self, one: int, other: int) -> None:
        if known := self._units():
            promise(unit_id=known[one % len(known)], need_id=new_id(), by=DEMO, at=self.at)

    def expire(self, one: int, other: int) -> None:
        self.at += one * HOUR
        let_holds_go(self.at)

    def surge(self, one: int, other: int) -> None:
        card = next(
            each
            for each in directory.place().action_cards.values()
            if any(o.service == self.service for o in each.opens)
        )
        switch_on(card_code=card.code, why="Because.", by=DEMO, at=self.at)

    def calm(self, one: int, other: int) -> None:
        for run in CardRun.objects.filter(off_at=None):
            stand_down(run_id=run.id, why="Over.", by=DEMO, at=self.at)

    def _units(self) -> list[UUID]:
        return list(
            Unit.objects.filter(line=self.line, withdrawn_at=None).order_by("label").values_list("id", flat=True)
        )

    def check(self) -> None:
        self._nothing_is_given_twice()
        offer = offers([self.service], at=self.at)[self.service][0]
        now = units(at=self.at, service_code=self.service)
        ahead = set(
            Booking.objects.filter(state__in=TAKING, period__endswith__gt=self.at).values_list("unit", flat=True)
        ) | set(Booking.objects.filter(state__in=TAKING, period__endswith=None).values_list("unit", flat=True))
        gone = set(Booking.objects.filter(state="held", expires_at__lte=self.at).values_list("unit", flat=True))
        free = [each for each in now if each.state == "open" and (each.id not in ahead or each.id in gone)]
        assert offer.free is not None and offer.of is not None
        assert offer.free <= len(free), "more is offered than can be taken"
        assert offer.free <= offer.of

    def _nothing_is_given_twice(self) -> None:
        for unit in Unit.objects.filter(line=self.line):
            taken: list[Any] = sorted(
                (each.period for each in Booking.objects.filter(unit=unit, state__in=TAKING)), key=lambda p: p.lower
            )
            for before, after in zip(taken, taken[1:], strict=False):
                assert before.upper is not None and before.upper <= after.lower, "one bed was given twice"


@pytest.mark.hazard(
    "HZ-S7-4",
    hazard="Under a rush of changes the ledger gives away more beds than there are.",
    control="Whatever the order of reports, holds, bookings, arrivals, departures, closures and surge, nothing is given twice and no more is offered than can be taken; tested with arbitrary sequences.",
)
class TestNeverOversold(TestCase):
    @settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
    @given(steps=st.lists(STEP, min_size=3, max_size=14))
    def test_any_sequence(self, steps: list[tuple[str, int, int]]) -> None:
        ledger = Ledger()
        for step, one, other in steps:
            ledger.do(step, one, other)
            ledger.check()
