"""Who is on the virtual wards of the demonstration? Some get better, one worsens tonight, one says no, one is in hospital."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import gate, system
from homeward.capacity.api import report
from homeward.demo.schedule import Someone
from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Refused
from homeward.grammar.api import MonitoringPolicy, Service
from homeward.monitoring import api as monitoring
from homeward.referrals import api as referrals

PLACES = 24
FEW = 3  # on each ward but the first
HOUR = timedelta(hours=1)
# Hours before the end and how ill, 0 well to 4 very ill.
BETTER = ((62, 3), (50, 2), (38, 1), (26, 1), (5, 0))
STEADY = ((42, 1), (30, 0), (18, 1), (6, 0))
WORSE = ((34, 0), (22, 1), (10, 1), (4, 2), (0.1, 4))
CONFUSED = ((40, 0), (28, 1), (16, 0), (0.6, 3))
STORIES = (
    ("worse", WORSE), ("better", BETTER), ("refused", STEADY), ("late", ((44, 1), (32, 0), (20, 0))), ("steady", STEADY),
    ("confused", CONFUSED), ("partial", STEADY), ("hospital", ((30, 1), (20, 2), (16, 4))),
)  # fmt: skip
WORDS = (
    "More unsteady and not eating since Sunday; would go in if nobody comes daily.",
    "Breathless on the flat after a chest infection.",
)
REVIEWED = (
    "Eating and drinking again. Go on with the tablets; bloods tomorrow.",
    "Chest clearer. Step down oxygen; same plan.",
)


@dataclass(frozen=True, kw_only=True)
class Ward:
    """One ward and who works there."""

    service: Service
    team: str
    policy: MonitoringPolicy
    nurse: Actor
    senior: Actor | None


def make_wards(*, staff: Staff, people: Sequence[Someone], first: UUID | None, seed: int, until: datetime) -> int:
    """Eight people on the first ward and three on each other, whoever has the citizen's account among them; returns how many needs were made."""
    rng = random.Random(f"wards {seed}")
    oldest = sorted((each for each in people if each.near), key=lambda one: (one.birth_date, one.person_id))
    waiting = iter([*([first] if first else []), *(each.person_id for each in oldest if each.person_id != first)])
    needs: list[UUID] = []
    for many, ward in zip((len(STORIES), *[FEW] * 9), _wards(staff), strict=False):
        start = until - 70 * HOUR
        report(service_code=ward.service.code, team_code=ward.team, free=PLACES, total=PLACES, by=ward.nurse, at=start)
        for number, (kind, sets) in enumerate(STORIES[:many]):
            stay = _joined(ward, waiting, staff, number, needs, at=until - (sets[0][0] + 1) * HOUR)
            if stay is None:
                break
            _told(ward, stay, kind, sets, rng, until)
        monitoring.take_duty(team_code=ward.team, until=until + 8 * HOUR, by=ward.nurse, at=until - HOUR)
    return len(needs)


def off_the_wards(people: Sequence[Someone], *, until: datetime) -> list[Someone]:
    """Those whom no ward watches. Of the others nothing is told any more that came before what was measured of them."""
    with gate.job("demo", by=system("demo"), at=until):
        watched = set(monitoring.Stay.objects.filter(ended_at=None).values_list("person_id", flat=True))
    return [one for one in people if one.person_id not in watched]


def _wards(staff: Staff) -> Iterator[Ward]:
    for policy in staff.place.monitoring_policies.values():
        for code in policy.services:
            service = staff.place.services[code]
            for team in dict.fromkeys(provider.team for provider in service.providers):
                able = staff.who_may("monitoring.admit", team=team)
                nurses = [each for each in able if each.role not in policy.senior_roles]
                seniors = [each for each in able if each.role in policy.senior_roles]
                if nurses:
                    yield Ward(
                        service=service, team=team, policy=policy, nurse=nurses[0], senior=next(iter(seniors), None)
                    )  # fmt: skip


def _joined(
    ward: Ward, waiting: Iterator[UUID], staff: Staff, number: int, needs: list[UUID], *, at: datetime
) -> UUID | None:
    """The stay of the next person whose need this ward takes; those who cannot be helped so are passed over."""
    for person_id in waiting:
        try:
            need = _accepted(ward, person_id, staff, number, needs, at=at - HOUR)
            return monitoring.admit(
                person_id=person_id, referral_id=need.id, service_code=ward.service.code, team_code=ward.team,
                checks={each.code: True for each in ward.policy.joining}, came_from=("home", "hospital")[number % 2],
                senior_name=ward.senior.name if ward.senior else ward.nurse.name, by=ward.nurse, at=at,
                spo2_scale="2" if number == 4 else "1", scale_why="COPD; target agreed in clinic" if number == 4 else "",
            )  # fmt: skip
        except Refused:
            continue
    return None


def _accepted(
    ward: Ward, person_id: UUID, staff: Staff, number: int, needs: list[UUID], *, at: datetime
) -> referrals.ServiceRequest:
    """A need that came in, was judged, placed with this ward and taken, each by somebody who may."""
    details = referrals.ReferralDetails(
        person_id=person_id, source="web", need_code=ward.service.needs_met[0], need_words=WORDS[number % len(WORDS)],
        wants_words="To stay at home", requester=referrals.Requester(name=ward.nurse.name, phone="0121 496 0100", kind="gp"),
        answers={"where-now": "home"},
    )  # fmt: skip
    need = referrals.receive(details=details, by=ward.nurse, at=at, idempotency_key=f"demo-ward-{person_id}")
    needs.append(need.id)
    hub = staff.who_may("referral.triage", team=need.owner_team_id)[0]
    need = referrals.triage(
        referral_id=need.id, answers={}, urgency=ward.service.urgencies[-1], words="Hospital care at home, agreed with the ward",
        by=hub, at=at + timedelta(minutes=9), expected_version=need.version,
    )  # fmt: skip
    need = referrals.place(
        referral_id=need.id, service_code=ward.service.code, team_code=ward.team, why="Would go to hospital otherwise.",
        by=hub, at=at + timedelta(minutes=14), expected_version=need.version,
    )  # fmt: skip
    return referrals.accept(
        referral_id=need.id, by=ward.nurse, at=at + timedelta(minutes=30), expected_version=need.version
    )


def _told(
    ward: Ward, stay: UUID, kind: str, sets: Sequence[tuple[float, int]], rng: random.Random, until: datetime
) -> None:
    """Sets, the answers to what they alerted, reviews, and how it stands now."""
    moments = [(until - hours * HOUR, ill) for hours, ill in sets]
    reviews = [until - hours * HOUR for hours in (36, 12) if hours < sets[0][0] and kind != "late"]
    for at, ill in sorted([*moments, *((at, -1) for at in reviews)]):
        if ill < 0:
            if ward.senior:
                monitoring.review(stay_id=stay, words=rng.choice(REVIEWED), by=ward.senior, at=at)
            continue
        last = (at, ill) == moments[-1]
        signs = _signs(ill, rng)
        if kind == "partial" and last:
            signs |= {"systolic_bp": None, "temperature": None}
        kept = monitoring.observe(stay_id=stay, signs=signs, taken_at=at, by=ward.nurse, at=at)
        if kept.alert_id and not (kind == "worse" and last):
            _handled(ward, kept.alert_id, only_taken=kind == "confused" and last, at=at)
    if kind == "refused":
        reason = next(each for each in ward.policy.gap_reasons if each.refused)
        monitoring.begin_gap(
            stay_id=stay,
            reason=reason.code,
            until=until + reason.longest / 2,
            by=ward.nurse,
            at=until - reason.longest / 4,
        )
    if kind == "hospital":
        monitoring.step_up(
            stay_id=stay, words="Ambulance to the nearest emergency department", by=ward.nurse, at=until - 15 * HOUR
        )


def _handled(ward: Ward, alert: UUID, *, only_taken: bool, at: datetime) -> None:
    monitoring.take(alert_id=alert, by=ward.nurse, at=at + timedelta(minutes=4))
    if not only_taken:
        done = [each for each in ward.policy.responses if each.helped]
        monitoring.answer(
            alert_id=alert, response=done[len(done) // 2].code,
            words="Rang and visited. Antibiotics by mouth, fluids.", by=ward.nurse, at=at + timedelta(minutes=24),
        )  # fmt: skip


def _signs(ill: int, rng: random.Random) -> dict[str, float | str | None]:
    """A whole set of somebody who is so ill."""
    return {
        "respiratory_rate": float(15 + rng.randint(0, 3) + (0, 1, 6, 0, 11)[ill]),
        "spo2": float(97 - rng.randint(0, 1) - (0, 1, 2, 1, 5)[ill]),
        "supplemental_oxygen": "0",
        "systolic_bp": float(132 - rng.randint(0, 12) - (0, 0, 10, 0, 28)[ill]),
        "heart_rate": float(74 + rng.randint(0, 9) + (0, 9, 24, 4, 46)[ill]),
        "consciousness": "C" if ill >= 3 else "A",
        "temperature": round(36.6 + rng.random() * 0.4 + (0, 0.3, 1.2, 0.2, 1.7)[ill], 1),
    }
