"""What is the whole story of one referral: where it stands, its clocks, what was asked, advised and done, what may be
done next?"""

import json
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.episodes.api import ClockView, EpisodeView, TaskRow, clocks_of, episodes_of, tasks_about
from homeward.foundation.actions import Actor
from homeward.referrals.models import Advice, InformationRequest, ServiceRequest
from homeward.referrals.queries.board import rows_inside
from homeward.referrals.queries.board_row import BoardRow
from homeward.referrals.queries.known_facts import answers_of
from homeward.referrals.queries.names import names
from homeward.referrals.queries.referral import the_referral
from homeward.referrals.queries.whose import person_of
from homeward.referrals.rules.story import tell
from homeward.referrals.rules.urgency import protocol_of
from homeward.referrals.rules.whole import Whole, status_of

_STORY = """
select kind, at, actor_name, role, facts from foundation_event
where person_id = any (gate.written_under(%(person)s)) and (subject_id = %(referral)s or facts->>'referral_id' = %(referral_text)s)
order by at, position
"""


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the timeline."""

    at: datetime
    who: str
    role: str
    kind: str
    words: str
    more: str


@dataclass(frozen=True, kw_only=True)
class AskedOf:
    """One question to the sender, with its answer when there is one."""

    words: str
    asked_by: str
    asked_at: datetime
    answer: str
    answered_by: str
    answered_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class Detail:
    """One referral, whole. `parts` are the referrals it was referred on as; `whole` is one status for all of them."""

    row: BoardRow
    referral: ServiceRequest
    risks: tuple[str, ...]
    answers: tuple[tuple[str, str], ...]
    clocks: list[ClockView]
    story: list[Line]
    questions: list[AskedOf]
    advice: list[Advice]
    episodes: list[EpisodeView]
    tasks: list[TaskRow]
    parts: list[BoardRow]
    whole: Whole


def detail(referral_id: UUID, *, by: Actor, at: datetime) -> Detail:
    """The referral's page. Opens the person's record for it. Raises NotFound and NotPermitted."""
    with gate.opened_for(person_of(referral_id), by=by, at=at, why="referral"):
        return detail_inside(the_referral(referral_id), at=at)


def detail_inside(referral: ServiceRequest, *, at: datetime) -> Detail:
    """The same, inside an open gate."""
    part_ids = list(ServiceRequest.objects.filter(based_on=referral).values_list("id", flat=True))
    shown = {row.id: row for row in rows_inside([referral.id, *part_ids], at=at)}
    own, parts = shown[referral.id], [row for id, row in shown.items() if id != referral.id]
    return Detail(
        row=own,
        referral=referral,
        risks=_risk_words(referral.risk_codes),
        answers=_answers(referral.id),
        clocks=clocks_of([referral.id], at).get(referral.id, []),
        story=story_of(referral),
        questions=_questions(referral),
        advice=list(Advice.objects.filter(referral=referral).order_by("given_at")),
        episodes=episodes_of([referral.id]).get(referral.id, []),
        tasks=tasks_about([referral.id], at=at),
        parts=parts,
        whole=status_of([row.state for row in (own, *parts)]),
    )


def story_of(referral: ServiceRequest) -> list[Line]:
    """Everything that happened to it, oldest first, from the event log."""
    said = names()
    with connection.cursor() as cursor:
        cursor.execute(
            _STORY,
            {"person": referral.person_id, "referral": referral.id, "referral_text": str(referral.id)},
        )
        rows = cursor.fetchall()  # Django leaves raw jsonb as text
    lines = ((kind, at, who, role, tell(kind, json.loads(facts), said)) for kind, at, who, role, facts in rows)
    return [
        Line(at=at, who=who, role=role, kind=kind, words=told.words, more=told.more)
        for kind, at, who, role, told in lines
        if told is not None
    ]


def _risk_words(codes: list[str]) -> tuple[str, ...]:
    said = {flag.code: flag.words for need in directory.place().needs.values() for flag in need.red_flags}
    return tuple(said.get(code, code) for code in codes)


def _answers(referral_id: UUID) -> tuple[tuple[str, str], ...]:
    found = answers_of(referral_id)
    asked = {each.code: each.words for each in protocol_of(directory.place()).questions}
    return tuple((asked[code], _said(value)) for code, value in found.items() if code in asked)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _questions(referral: ServiceRequest) -> list[AskedOf]:
    return [
        AskedOf(
            words=each.words,
            asked_by=each.asked_by,
            asked_at=each.asked_at,
            answer=each.answer_words,
            answered_by=each.answered_by,
            answered_at=each.answered_at,
        )
        for each in InformationRequest.objects.filter(referral=referral).order_by("asked_at")
    ]
