"""What was sent in of late? By a practice, whom a question waits for, so that every team has somebody; and by whoever sent nothing all year."""

import random
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, relationships, system
from homeward.demo.schedule import Someone
from homeward.demo.sending import web_senders
from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.grammar.api import Service, SyntheticPopulation, YearlyNeed
from homeward.referrals import api as referrals

FEW = 2  # a team with fewer open needs is sent two
OLD = timedelta(days=365 * 66)
LONG_AGO, LATELY, JUST = timedelta(hours=28), timedelta(minutes=70), timedelta(minutes=50)  # before the demonstration's end
MINUTE = timedelta(minutes=1)
ASKED = "Is anybody with them tonight, and who has a key?"


@dataclass(kw_only=True)
class _Sending:
    """About whom needs are sent, and who judges them."""

    whom: Iterator[UUID]
    staff: Staff
    rng: random.Random
    needs: int = 0

    def send(self, need: YearlyNeed, by: Actor, at: datetime) -> referrals.ServiceRequest:
        person_id, theirs = next(self.whom), self.staff.place.organisations[by.organisation].name
        details = referrals.ReferralDetails(
            person_id=person_id, source="web", need_code=need.need, need_words=self.rng.choice(need.words),
            wants_words=self.rng.choice(need.wants),
            requester=referrals.Requester(name=by.name, organisation=theirs, phone="0121 496 0100"),
        )  # fmt: skip
        sent = referrals.receive(details=details, by=by, at=at, idempotency_key=f"demo-lately-{person_id}")
        self.needs += 1
        return sent

    def hub(self, verb: str, need: referrals.ServiceRequest) -> Actor:
        return self.staff.who_may(verb, team=need.owner_team_id)[0]


def make_sent_lately(
    *, shape: SyntheticPopulation, staff: Staff, people: Sequence[Someone], seed: int, until: datetime
) -> int:
    """Needs of the last two days; returns how many."""
    rng = random.Random(f"lately {seed}")
    sending = _Sending(whom=_at_home(people, staff, rng, until), staff=staff, rng=rng)
    often = sorted(shape.needs, key=lambda each: each.per_year, reverse=True)
    urgent = [each for each in often if staff.place.needs[each.need].two_hour_need] or often
    try:
        for practice in [each for each in web_senders(staff) if each.teams == (each.organisation,)][:1]:
            for service, team in list(_hardly_anybody(shape, staff, until)):
                _two(sending, practice, [each for each in reversed(often) if each.need in service.needs_met], service, team, until)
            _asked(sending, sending.send(urgent[0], practice, until - JUST), until)
        for sender in _silent(shape, staff, until):
            sending.send(urgent[-1], sender, until - JUST)
    except (Refused, StopIteration):
        pass  # what has been sent stands
    return sending.needs


def _two(
    sending: _Sending, by: Actor, met: Sequence[YearlyNeed], service: Service, team: str, until: datetime
) -> None:
    """One of yesterday that could wait, accepted; one of this last hour, rarest first, that waits for the team's yes."""
    calm = next((each for each in met if not sending.staff.place.needs[each.need].two_hour_need), None)
    latest = next((each for each in met if each is not calm), calm)
    for need, before, accepted in ((calm, LONG_AGO, True), (latest, LATELY, False)):
        if need:
            with suppress(Refused):  # one that cannot be placed so waits at its hub
                at = until - before
                _placed(sending, sending.send(need, by, at), service, team, accepted=accepted, at=at)


def _asked(sending: _Sending, sent: referrals.ServiceRequest, until: datetime) -> None:
    referrals.ask(
        referral_id=sent.id, words=ASKED, by=sending.hub("referral.ask", sent), at=until - JUST + 12 * MINUTE,
        expected_version=sent.version,
    )  # fmt: skip


def _silent(shape: SyntheticPopulation, staff: Staff, until: datetime) -> list[Actor]:
    """Visitors who begin with what they sent, and have sent nothing."""
    with gate.job("demo", by=system("demo"), at=until):
        sent = set(referrals.ServiceRequest.objects.values_list("requester_user", flat=True))
    names = {one.name for one in shape.sign_ins}
    begin = [each for each in web_senders(staff) if staff.place.roles[each.role].sections[:1] == ("track",)]
    return [each for each in begin if each.name in names and each.user_id not in sent]


def _at_home(people: Sequence[Someone], staff: Staff, rng: random.Random, until: datetime) -> Iterator[UUID]:
    """Older people who have no need open and are not in hospital."""
    wards = sorted({hospital.flow_team for hospital in staff.place.hospitals.values()})
    with gate.job("demo", by=system("demo"), at=until):
        open_needs = referrals.ServiceRequest.objects.filter(state__in=referrals.OPEN_STATES)
        helped = set(open_needs.values_list("person_id", flat=True))
    older = [
        each for each in people
        if until.date() - each.birth_date > OLD and not each.in_care_home and each.person_id not in helped
    ]  # fmt: skip
    rng.shuffle(older)
    return (each.person_id for each in older if not relationships.with_team(each.person_id, wards))


def _hardly_anybody(shape: SyntheticPopulation, staff: Staff, until: datetime) -> Iterator[tuple[Service, str]]:
    """The services of visitors' own teams that hold fewer than a few needs now, with the team."""
    place = staff.place
    with gate.job("demo", by=system("demo"), at=until):
        taken = referrals.ServiceRequest.objects.filter(state__in=referrals.OPEN_STATES)
        held = Counter(taken.values_list("owner_team", flat=True))
    for team in dict.fromkeys(one.team for one in shape.sign_ins if place.roles[one.role].may("visit.plan")):
        if team and held[team] < FEW:
            for service in place.services.values():
                if not service.hub and any(provider.team == team for provider in service.providers):
                    yield service, team
                    break


def _placed(
    sending: _Sending, sent: referrals.ServiceRequest, service: Service, team: str, *, accepted: bool, at: datetime
) -> None:
    """Judged and placed with the team; taken by it, or waiting for its yes."""
    sent = referrals.triage(
        referral_id=sent.id, answers={}, by=sending.hub("referral.triage", sent), at=at + 9 * MINUTE, expected_version=sent.version
    )  # fmt: skip
    sent = referrals.place(
        referral_id=sent.id, service_code=service.code, team_code=team, why="It is what they ask for.",
        by=sending.hub("referral.place", sent), at=at + 20 * MINUTE, expected_version=sent.version,
    )  # fmt: skip
    taker = next(iter(sending.staff.who_may("referral.accept", team=team)), None)
    if accepted and taker:
        referrals.accept(referral_id=sent.id, by=taker, at=at + 55 * MINUTE, expected_version=sent.version)
