"""How is one person on the ward: every set, what is due, what alerted and who was told, gaps and reviews?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.grammar.api import MonitoringPolicy
from homeward.monitoring.models import Alert, Gap, ObservationSet, Review, Stay, Telling
from homeward.monitoring.models.stay import OPEN
from homeward.monitoring.queries.person_of import person_of_alert, person_of_stay
from homeward.monitoring.rules.scoring import parts_asked, scored
from homeward.monitoring.vocabulary import CAME_FROM, KIND_WORDS, LEVEL_WORDS, SOURCES, STATES
from homeward.people import api as people
from homeward.plans.api import SCORES, Scored

MOST_SETS = 120


@dataclass(frozen=True, kw_only=True)
class SetView:
    """One set: its values in words by column, the points of each, and the total where it is whole."""

    id: UUID
    taken_at: datetime
    recorded_at: datetime
    source_words: str
    who: str
    values: dict[str, float | str | None]
    said: dict[str, str]
    scored: Scored
    band: str
    scale: str
    worried: bool
    words: str
    struck: str

    @property
    def total(self) -> int | None:
        return None if self.struck else self.scored.total


@dataclass(frozen=True, kw_only=True)
class TellingView:
    """Somebody told of an alert."""

    at: datetime
    rung: int
    team_name: str
    name: str
    on_duty: bool
    words: str


@dataclass(frozen=True, kw_only=True)
class AlertView:
    """One alert with its ladder so far."""

    id: UUID
    kind: str
    kind_words: str
    level: str
    level_words: str
    words: str
    raised_at: datetime
    raised: int
    next_rung_at: datetime | None
    taken_at: datetime | None
    taken_by: str
    closed_at: datetime | None
    closed_by: str
    closed_words: str
    answer: str
    tellings: Sequence[TellingView]


@dataclass(frozen=True, kw_only=True)
class StayView:
    """One stay. Lists are newest first."""

    stay: Stay
    policy: MonitoringPolicy
    ward: str
    team_name: str
    state_words: str
    came_from: str
    score_title: str
    band: str
    sets: Sequence[SetView]
    alerts: Sequence[AlertView]
    gaps: Sequence[Gap]
    gap: Gap | None
    reviews: Sequence[Review]
    review_overdue: bool
    overdue: bool
    banner: people.Banner

    @property
    def open_alerts(self) -> list[AlertView]:
        """Red first, then the newest."""
        return sorted((each for each in self.alerts if each.closed_at is None), key=lambda each: each.level != "red")


def stay_page(stay_id: UUID, *, by: Actor, at: datetime) -> StayView:
    """Opens the person's record. Raises NotFound, NotPermitted."""
    person_id = person_of_stay({"stay_id": stay_id})
    banner = people.banner(person_id, by, at)
    with gate.person(person_id, by=by, at=at, why="virtual ward"):
        stay = Stay.objects.filter(id=stay_id).first()
        if stay is None:
            raise NotFound("There is no such stay.", next_step="Go back to the ward and choose the person there.")
        return view_of(stay, banner=banner, at=at)


def stay_of_alert(alert_id: UUID, *, by: Actor, at: datetime) -> StayView:
    """The stay that an alert is about. Raises NotFound, NotPermitted."""
    person_id = person_of_alert({"alert_id": alert_id})
    banner = people.banner(person_id, by, at)
    with gate.person(person_id, by=by, at=at, why="virtual ward alert"):
        return view_of(Stay.objects.get(alerts=alert_id), banner=banner, at=at)


def open_stays_of(person_id: UUID) -> list[Stay]:
    """The open stays of one person on a ward. Read inside an open gate."""
    return list(Stay.objects.filter(person_id=person_id, state__in=OPEN).order_by("started_at"))


def view_of(stay: Stay, *, banner: people.Banner, at: datetime) -> StayView:
    """A stay in words. Read inside an open gate."""
    policy: MonitoringPolicy = directory.version("MonitoringPolicy", stay.fingerprint)
    gaps = list(Gap.objects.filter(stay=stay).order_by("-from_at", "-id")[:30])
    rows = ObservationSet.objects.filter(stay=stay).order_by("-taken_at", "-recorded_at", "-id")[:MOST_SETS]
    on = stay.state == "on"
    return StayView(
        stay=stay, policy=policy, ward=directory.service(stay.service_code).title,
        team_name=directory.team(stay.team_code).name, state_words=STATES[stay.state],
        came_from=CAME_FROM.get(stay.came_from, ""), score_title=SCORES[policy.score].title,
        band=policy.band(stay.last_response).title if stay.last_response else "",
        sets=[set_view(row, policy) for row in rows], alerts=_alerts(stay, policy), gaps=gaps,
        gap=next((each for each in gaps if each.ended_at is None and each.until_at > at), None),
        reviews=list(Review.objects.filter(stay=stay).order_by("-at", "-id")[:30]),
        review_overdue=on and stay.review_due_at is not None and stay.review_due_at < at,
        overdue=on and stay.next_due_at is not None and stay.next_due_at + policy.late.grace < at, banner=banner,
    )  # fmt: skip


def set_view(row: ObservationSet, policy: MonitoringPolicy) -> SetView:
    """One set in words."""
    parts = parts_asked(policy.score)
    values: dict[str, float | str | None] = {part.column: getattr(row, part.column) for part in parts}
    found = scored(values, score=policy.score, scale=row.spo2_scale)
    said = {
        part.column: "" if (value := values[part.column]) is None
        else part.choices[str(value)] if part.choices else f"{value:g}{part.unit if part.unit == '%' else ''}"
        for part in parts
    }  # fmt: skip
    return SetView(
        id=row.id, taken_at=row.taken_at, recorded_at=row.recorded_at, source_words=SOURCES[row.source],
        who=row.actor_name, values=values, said=said, scored=found, scale=row.spo2_scale, worried=row.worried,
        band=policy.band(row.response).title if row.response else "", words=row.words, struck=row.struck_why,
    )  # fmt: skip


def _alerts(stay: Stay, policy: MonitoringPolicy) -> list[AlertView]:
    rows = list(Alert.objects.filter(stay=stay).order_by("-raised_at", "-id")[:40])
    told: dict[UUID, list[TellingView]] = {row.id: [] for row in rows}
    teams = directory.place().teams
    for each in Telling.objects.filter(alert__in=rows).order_by("at", "id"):
        name = teams[each.team_code].name if each.team_code in teams else each.team_code
        told[each.alert_id].append(
            TellingView(
                at=each.at, rung=each.rung, team_name=name, name=each.name, on_duty=each.on_duty, words=each.words
            )
        )
    answers = {each.code: each.title for each in policy.responses}
    return [
        AlertView(
            id=row.id, kind=row.kind, kind_words=KIND_WORDS[row.kind], level=row.level, words=row.words,
            level_words=LEVEL_WORDS[row.level], raised_at=row.raised_at, raised=row.raised, next_rung_at=row.next_rung_at,
            taken_at=row.taken_at, taken_by=row.taken_by, closed_at=row.closed_at, closed_by=row.closed_by,
            closed_words=row.closed_words, answer=answers.get(row.answer_code, ""), tellings=told[row.id],
        )
        for row in rows
    ]  # fmt: skip
