"""Whose home care went its whole way in the demonstration: found before they left hospital, brought down, ended with its hours?"""

import random
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from homeward.access.api import gate, system
from homeward.directory.api import service
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.foundation.moments import london_day
from homeward.grammar.api import DischargePolicy
from homeward.hospital import api as hospital

MOST, STILL_RUNNING = 14, 3
PROVIDERS = ("Bluebell Home Care", "Kind Hands", "Canal Street Care")
NOBODY_KNOWS = "Moved to her son's in Leeds; the care there is arranged by others."
WEEK = timedelta(weeks=1)


class HomeCareLived:
    """Requests of people who went home with support: at most so many of them, a few still running."""

    def __init__(self, *, policy: DischargePolicy, rng: random.Random, until: datetime) -> None:
        self.policy, self.rng, self.until = policy, rng, until
        self.by: Actor = system("demo")
        self.made = self.running = 0
        self.whose: set[UUID] = set()  # nobody goes through it twice

    def found(self, stay: UUID, person_id: UUID, *, left: datetime) -> tuple[UUID, Decimal] | None:
        """Asked for on the day they left, offered and taken; None where there were enough of them already or no hours."""
        if self.made >= MOST or person_id in self.whose:
            return None
        hours, asked = Decimal(self.rng.choice((7, 10, 14, 21))), left - timedelta(hours=3)
        team = service(self.policy.home_care).providers[0].team
        with suppress(Refused), transaction.atomic():
            request = hospital.ask_home_care(
                stay_id=stay, team=team, hours=hours, start_on=london_day(left), by=self.by, at=asked
            )
            hospital.offer_home_care(
                request_id=request, provider=self.rng.choice(PROVIDERS), hours=hours, can_start_on=london_day(left), by=self.by,
                at=asked + timedelta(hours=1),
            )  # fmt: skip
            with gate.person(person_id, by=self.by, at=asked, why="demonstration"):
                view = hospital.home_care(request)
            if view is None or not view.offers:
                return None
            hospital.take_offer(
                request_id=request, offer_id=view.offers[0].id, by=self.by, at=asked + timedelta(hours=2)
            )
            self.made += 1
            self.whose.add(person_id)
            return request, hours
        return None

    def lived(self, request: UUID, hours: Decimal, *, left: datetime) -> None:
        """Begun the same day, a third less each fortnight, ended after some weeks; of one in five nobody knows the hours."""
        at = left + timedelta(hours=4)
        if at >= self.until:
            return
        hospital.start_home_care(request_id=request, started_at=at, hours=hours, by=self.by, at=at)
        for _ in range(self.rng.choice((1, 2))):
            at += 2 * WEEK
            if at >= self.until:
                break
            hours = max(Decimal("3.5"), Decimal(round(hours * 4 / 3)) / 2)
            hospital.taper_home_care(
                request_id=request, hours=hours, words="Manages the stairs and the kettle", by=self.by, at=at
            )
        at += WEEK
        if at >= self.until and self.running < STILL_RUNNING:
            self.running += 1
            return
        known = self.rng.random() < 0.8
        goes_on = min(hours, self.rng.choice((Decimal(0), Decimal("3.5"), Decimal(7)))) if known else None
        at = min(at, self.until - timedelta(hours=1))
        hospital.end_home_care(
            request_id=request, ended_at=at, hours=goes_on, words="" if known else NOBODY_KNOWS, by=self.by, at=at
        )
