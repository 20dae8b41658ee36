"""Who is in hospital in the demonstration, and who has been? Stays, ways home, home care, recovery beds and day 91, by the same actions."""

import random
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import datetime, timedelta
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from homeward.access.api import gate, relationships, system
from homeward.capacity import api as capacity
from homeward.demo.home_care import HomeCareLived
from homeward.demo.kept_beds import keep_for
from homeward.demo.schedule import Someone
from homeward.demo.staff import Staff
from homeward.directory.api import place, service
from homeward.foundation.actions import Actor, all_or_nothing
from homeward.foundation.errors import Refused
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import DischargePolicy, Hospital, Pathway, RecoveryBeds, SyntheticPopulation
from homeward.hospital import api as hospital

PAST_DAYS, PAST, PRESENT = 126, 100, 21
BY_BED = (2, 10)  # which of those who are in go home by a bed that is kept for them
FROM_CARE_HOMES, AT_MOST = 0.08, 2  # of stays that are over, as long as nobody was in more often than that
IN_BEDS, LATELY = 9, 16  # people who came to a recovery bed from home in the last days
NEEDS = (
    "Gets up from the chair with one person beside her, walks with a frame to the bathroom",
    "Washes face and hands, needs help with legs and back in the morning",
    "Takes tablets from a box when reminded; forgets the evening ones",
    "Lives alone on the first floor; a neighbour looks in on weekdays",
)


def make_way_home(
    *, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], seed: int, until: datetime
) -> int:
    """A quarter of stays that are over and a ward round's worth of people who are in; returns how many stays."""
    policy, hospitals = place().discharge, list(place().hospitals.values())
    if policy is None or not hospitals or not people:
        return 0
    rng = random.Random(f"way home {seed}")
    older = sorted(people, key=lambda one: one.birth_date)[: max(1, len(people) // 4)]
    told = _Told(shape=shape, staff=staff, policy=policy, rng=rng, until=until)
    told.in_care_homes = {one.person_id for one in people if one.in_care_home}
    often = _often(older, random.Random(f"care homes {seed}"))
    made = sum(
        told.past((next(often) or rng.choice(older)).person_id, rng.choice(hospitals))
        for _ in range(min(PAST, len(people)))
    )
    for one in rng.sample(older, min(IN_BEDS, len(older))):
        told.stepped_up(one.person_id, until - timedelta(days=rng.uniform(0.5, LATELY)))
    near = [hospitals[min(1, len(hospitals) - 1)], *hospitals]
    for number, one in enumerate(rng.sample(older, min(PRESENT, max(1, len(older) // 3)))):
        made += told.present(number, one.person_id, near[number % len(near)])
    keep_for(told.by_bed, who=told.who, until=until)
    told.answer_some()
    return made


def _often(older: Sequence[Someone], rng: random.Random) -> Iterator[Someone | None]:
    """Somebody who lives in a care home when it is such a person's turn to have been in, else nobody in particular."""
    residents = [one for one in older if one.in_care_home] * AT_MOST
    rng.shuffle(residents)
    while True:
        yield residents.pop() if residents and rng.random() < FROM_CARE_HOMES else None


class _Told:
    def __init__(
        self, *, shape: SyntheticPopulation, staff: Staff, policy: DischargePolicy, rng: random.Random, until: datetime
    ) -> None:
        self.staff, self.policy, self.rng, self.until = staff, policy, rng, until
        self.house = system("demo")
        self.beds: dict[str, int] = {}
        self.by_bed: list[tuple[UUID, str]] = []  # stays whose agreed way home is by a bed, with their hub
        self.care = HomeCareLived(policy=policy, rng=random.Random("home care"), until=until)
        self.by_place: dict[str, Pathway] = {each.place: each for each in policy.pathways}
        self.leads = {
            kind: next((d.code for d in policy.destinations if d.kind == kind), "")
            for kind in ("home", "community_bed", "care_home")
        }
        self.in_care_homes: set[UUID] = set()
        self.back_there = next(
            (d.code for d in policy.destinations if d.kind == "home" and shape.care_home and shape.care_home in d.code),
            self.leads["home"],
        )

    def who(self, verb: str, team: str) -> Actor:
        """A member of the team who may, else the house."""
        return next(iter(self.staff.who_may(verb, team=team)), self.house)

    def stepped_up(self, person_id: UUID, came: datetime) -> None:
        """Somebody who came to a recovery bed from home, so that hospital was not needed."""
        with suppress(Refused), transaction.atomic(), all_or_nothing():
            self._bed(person_id, None, came.replace(microsecond=0))

    def past(self, person_id: UUID, where: Hospital) -> bool:
        """A stay that is over: fewer leave at weekends, and most go straight home."""
        left = at_london(
            london_day(self.until) - timedelta(days=self.rng.randrange(1, PAST_DAYS)), self.rng.choice((11, 14, 16))
        )
        if left.weekday() >= 5 and self.rng.random() < 0.6:
            left -= timedelta(days=2)
        came = left - timedelta(days=self.rng.choice((1, 2, 3, 5, 8, 13)), hours=4)
        kind = self.rng.choices(("home", "home_with_support", "bed", "long_term_care"), weights=(50, 42, 6, 2))[0]
        kind = "home" if person_id in self.in_care_homes else kind
        try:
            with transaction.atomic(), all_or_nothing():
                self._over(person_id, where, came, left, kind)
        except Refused:
            return False
        return True

    def _over(self, person_id: UUID, where: Hospital, came: datetime, left: datetime, kind: str) -> None:
        pathway = self.by_place.get(kind)
        goes = self.leads[{"bed": "community_bed", "long_term_care": "care_home"}.get(kind, "home")]
        goes = self.back_there if person_id in self.in_care_homes else goes
        stay = self._admit(person_id, where, came)
        if self.rng.random() < 0.2:
            hospital.criteria(
                stay_id=stay,
                meets=False,
                from_at=max(came, left - timedelta(days=self.rng.choice((0, 1, 2, 4)))),
                by=self.house,
                at=left,
            )
        care = self.care.found(stay, person_id, left=left) if kind == "home_with_support" else None
        hospital.leave(
            stay_id=stay,
            left_at=left,
            destination=goes,
            pathway=pathway.code if pathway else "",
            by=self.house,
            at=left,
        )
        if kind == "bed":
            self._bed(person_id, stay, left)
        if care:
            self.care.lived(*care, left=left)

    def present(self, number: int, person_id: UUID, where: Hospital) -> bool:
        """Somebody who is in now: every third still needs to be, the others are at some point of the way home."""
        came = self.until - timedelta(days=self.rng.choice((1, 2, 4, 6, 9, 15, 24)), hours=self.rng.randrange(2, 9))
        try:
            with transaction.atomic(), all_or_nothing():
                self._in(number, person_id, where, came)
        except Refused:
            return False
        return True

    def _in(self, number: int, person_id: UUID, where: Hospital, came: datetime) -> None:
        stay = self._admit(person_id, where, came)
        ward = self.who("stay.criteria", where.flow_team)
        if number % 3 == 0:
            reason = self.rng.choice(self.policy.criteria).code
            hospital.criteria(
                stay_id=stay,
                meets=True,
                reasons=[reason],
                from_at=self.until - timedelta(hours=3),
                by=ward,
                at=self.until - timedelta(hours=3),
            )
            return
        ready = max(
            came + timedelta(hours=6), self.until - timedelta(days=self.rng.choice((0, 1, 1, 2, 3, 5)), hours=5)
        )
        hospital.criteria(stay_id=stay, meets=False, from_at=ready, by=ward, at=ready)
        if number % 7 != 1:
            self._way(number, stay, where, ready, person_id)

    def _admit(self, person_id: UUID, where: Hospital, came: datetime) -> UUID:
        return hospital.admit(
            person_id=person_id, hospital=where.code, ward=self.rng.choice(where.wards).code, admitted_at=came,
            bed=str(self.rng.randrange(1, 29)), method=self.policy.methods[0].code,
            from_care_home=person_id in self.in_care_homes, by=self.house, at=came,
        )  # fmt: skip

    def _way(self, number: int, stay: UUID, where: Hospital, ready: datetime, person_id: UUID) -> None:
        """Needs, a recommendation, and for most an agreed way home with its steps; some wait for something."""
        ward, hub = self.who("stay.recommend", where.flow_team), self.who("stay.agree", where.hub)
        kind = self.rng.choices(("home", "home_with_support", "bed"), weights=(3, 6, 1))[0]
        kind = "bed" if number in BY_BED else "home" if person_id in self.in_care_homes else kind
        pathway = self.by_place.get(kind) or self.policy.pathways[0]
        for area, words in zip(self.policy.areas_of_need, self.rng.sample(NEEDS, 2), strict=False):
            hospital.describe(stay_id=stay, area=area.code, words=words, by=ward, at=ready + timedelta(minutes=20))
        hospital.recommend(stay_id=stay, pathway=pathway.code, by=ward, at=ready + timedelta(minutes=30))
        if number % 4 == 1:
            return
        hospital.agree(stay_id=stay, pathway=pathway.code, by=hub, at=ready + timedelta(hours=2))
        if number in BY_BED:
            self.by_bed.append((stay, where.hub))
        if number % 2:
            delay = next(
                each for each in self.rng.sample(self.policy.delays, len(self.policy.delays)) if not each.asks_for_words
            )
            hospital.say_delay(stay_id=stay, code=delay.code, by=ward, at=ready + timedelta(hours=3))
        if kind == "home_with_support":
            self._home_care(number, stay, where, ready + timedelta(hours=3))

    def _home_care(self, number: int, stay: UUID, where: Hospital, at: datetime) -> None:
        teams = [provider.team for provider in service(self.policy.home_care).providers]
        hours = Decimal(self.rng.choice((7, 10, 14, 21)))
        request = hospital.ask_home_care(
            stay_id=stay,
            team=teams[0],
            hours=hours,
            start_on=london_day(at) + timedelta(days=1),
            by=self.who("home_care.ask", where.hub),
            at=at,
        )
        broker = self.who("home_care.offer", teams[0])
        if number % 3 and at + timedelta(hours=1) < self.until:
            hospital.offer_home_care(
                request_id=request,
                provider="Bluebell Home Care",
                hours=hours,
                can_start_on=london_day(at) + timedelta(days=2),
                by=broker,
                at=at + timedelta(hours=1),
            )
        if number % 5 == 2 and at + timedelta(hours=3) < self.until:
            person_id = hospital.person_of_home_care({"request_id": request})
            with gate.person(person_id, by=self.house, at=at, why="demonstration"):
                found = hospital.home_care(request)
            if found and found.offers:
                hospital.take_offer(
                    request_id=request, offer_id=found.offers[0].id, by=broker, at=at + timedelta(hours=2)
                )
                hospital.hand_back_home_care(
                    request_id=request,
                    why_code=self.policy.why_handed_back[0].code,
                    by=broker,
                    at=at + timedelta(hours=3),
                )

    def _bed(self, person_id: UUID, stay: UUID | None, came: datetime) -> None:
        """A recovery bed, after a hospital stay or instead of one: over after some weeks, or still there, a few for too long."""
        site = self.rng.choice(list(place().recovery_beds.values()))
        score = self.rng.randrange(5, 12)
        with gate.person(person_id, by=self.house, at=came, why="demonstration"):
            if stay is not None:
                relationships.grant(person_id, site.team, kind="stay", source_id=stay, at=came)
        row = hospital.begin_bed_stay(
            person_id=person_id, stay_id=stay, site=site.code, came_at=came, barthel=score, bed=self._bed_of(site),
            expected_on=london_day(came) + timedelta(days=28), by=self.house, at=came,
        )  # fmt: skip
        goal = hospital.set_goal(
            bed_stay_id=row, words="Walk to the shop at the corner", by=self.house, at=came + timedelta(hours=6)
        )
        left = came + timedelta(days=self.rng.choice((18, 25, 33, 60)))
        if left < self.until:
            hospital.end_bed_stay(
                bed_stay_id=row, left_at=left, outcome=self.policy.bed_outcomes[0].code, destination=self.leads["home"],
                barthel=min(20, score + self.rng.randrange(1, 8)), goals={goal: True}, by=self.house, at=left,
            )  # fmt: skip
            for each in capacity.units(at=left, team_code=site.team):
                if each.state == "cleaning" and each.since == left:
                    capacity.set_state(unit_id=each.id, state="open", by=self.house, at=left + timedelta(hours=5))

    def _bed_of(self, site: RecoveryBeds) -> str:
        """The next bed of the site in which nobody of the demonstration has been."""
        self.beds[site.code] = self.beds.get(site.code, 0) + 1
        return str(self.beds[site.code] % site.beds or site.beds)

    def answer_some(self) -> None:
        """Two of three whose day 91 has come were asked about."""
        home = next((each.code for each in self.policy.follow_up_answers if each.kind == "home"), "")
        hub = next(iter(place().hospitals.values())).hub
        by = self.who("follow_up.answer", hub)
        if by.kind == "system":
            return
        for number, row in enumerate(hospital.due_follow_ups(by=by, at=self.until)):
            if number % 3 and home:
                hospital.answer_follow_up(follow_up_id=row.id, answer=home, words="Rang them", by=by, at=self.until)
