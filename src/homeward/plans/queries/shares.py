"""Which assessments wait for this provider or assessor, what was said about each, and how often was one used again?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.plans.models import QuestionnaireResponse, ShareNote, TrustedShare
from homeward.plans.models.share import GONE
from homeward.plans.queries.answered import ResponseView, response_view
from homeward.plans.queries.person_of import person_of_response, person_of_share
from homeward.plans.rules.trust import covering

# What each state is called, to the provider who decides and to everybody else.
STATES = {
    "shared": ("Waiting for you to decide", "Waiting for the provider"),
    "queried": ("You asked: waiting for the answer", "The provider asks"),
    "answered": ("Answered: waiting for you", "Answered: waiting for the provider"),
    "accepted": ("Accepted", "Accepted"),
    "withdrawn": ("Taken back", "Taken back"),
    "ended": ("Its window is over", "Its window is over"),
}
# Shares of the people whom the actor's teams look after: given to one of those teams, or by the actor's organisation.
_LIST = """
select s.id, s.person_id, s.state, s.provider_code, s.assessor_code, s.shared_at, s.shared_by, s.valid_until,
       r.questionnaire_code, r.finished_at, r.finished_by, concat_ws(' ', n.given, n.family) as name,
       s.provider_code = any (%(teams)s) as ours_to_decide
from plans_trustedshare s
join plans_questionnaireresponse r on r.id = s.response_id
left join people_personname n on n.person_id = s.person_id and n.use = 'usual' and n.valid_to is null
where s.provider_code = any (%(teams)s) or s.assessor_code = %(organisation)s
order by s.state in ('accepted', 'withdrawn', 'ended'), case when s.provider_code = any (%(teams)s)
  then s.state in ('shared', 'answered') else s.state = 'queried' end desc, s.shared_at desc
limit %(limit)s
"""


@dataclass(frozen=True, kw_only=True)
class ShareRow:
    """One shared assessment in a list. `ours_to_decide`: the actor's team is the provider."""

    id: UUID
    person_id: UUID
    name: str
    title: str
    state: str
    state_words: str
    provider: str
    assessor: str
    shared_at: datetime
    shared_by: str
    finished_at: datetime
    finished_by: str
    valid_until: datetime
    ours_to_decide: bool
    good: bool


@dataclass(frozen=True, kw_only=True)
class NoteView:
    """One step and its words."""

    kind: str
    words: str
    by_name: str
    place_words: str
    at: datetime


@dataclass(frozen=True, kw_only=True)
class ShareView:
    """One shared assessment with its answers and what was said. `reused`: how many providers have accepted it."""

    id: UUID
    state: str
    state_words: str
    agreement: str
    agreement_words: str
    provider: str
    assessor: str
    valid_until: datetime
    good: bool
    ours_to_decide: bool
    ours_to_answer: bool
    reused: int
    notes: Sequence[NoteView]
    response: ResponseView


def shares_for(*, by: Actor, at: datetime, limit: int = 200) -> list[ShareRow]:
    """Those that wait for the actor first, then those that wait for the other side, then what is done; the latest first in each."""
    values: dict[str, list[str] | str | int] = {
        "teams": list(by.teams),
        "organisation": by.organisation,
        "limit": limit,
    }
    with gate.worklist(by=by, at=at, what="trusted assessments"), connection.cursor() as cursor:
        cursor.execute(_LIST, values)
        names = [column.name for column in cursor.description]
        rows = [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]
    place = directory.place()
    forms = place.questionnaires
    return [
        ShareRow(
            id=row["id"], person_id=row["person_id"], name=row["name"] or "Name not known",
            title=forms[row["questionnaire_code"]].title if row["questionnaire_code"] in forms else row["questionnaire_code"],
            state=row["state"], state_words=_state(row["state"], row["ours_to_decide"]), provider=_team(row["provider_code"]),
            assessor=_organisation(row["assessor_code"]), shared_at=row["shared_at"], shared_by=row["shared_by"],
            finished_at=row["finished_at"], finished_by=row["finished_by"], valid_until=row["valid_until"],
            ours_to_decide=row["ours_to_decide"], good=row["valid_until"] > at,
        )
        for row in rows
    ]  # fmt: skip


def share_view(share_id: UUID, *, by: Actor, at: datetime) -> ShareView:
    """One shared assessment. Opens the person's record. Raises NotFound, NotPermitted."""
    person_id = person_of_share(share_id)
    with gate.person(person_id, by=by, at=at, why="trusted assessment"):
        row = TrustedShare.objects.get(id=share_id)
        notes = [
            NoteView(kind=each.kind, words=each.words, by_name=each.by_name, place_words=each.place_words, at=each.at)
            for each in ShareNote.objects.filter(share=row).order_by("id")
        ]
        reused = reuse_of(row.response_id)
        response = response_view(row.response_id, by=by, at=at)
    agreement = directory.place().agreements.get(row.agreement_code)
    decides = row.provider_code in by.teams
    return ShareView(
        id=row.id, state=row.state, state_words=_state(row.state, decides), agreement=agreement.title if agreement else row.agreement_code,
        agreement_words=agreement.plain_words if agreement else "", provider=_team(row.provider_code),
        assessor=_organisation(row.assessor_code), valid_until=row.valid_until, good=row.valid_until > at,
        ours_to_decide=decides and row.state in ("shared", "queried", "answered"),
        ours_to_answer=by.organisation == row.assessor_code and row.state == "queried", reused=reused, notes=notes, response=response,
    )  # fmt: skip


def reuse_of(response_id: UUID) -> int:
    """How many providers took this assessment as their own instead of doing it again. Read inside an open gate."""
    return TrustedShare.objects.filter(response=response_id, state="accepted").count()


def providers_for(response_id: UUID, *, by: Actor, at: datetime) -> list[tuple[str, str, str]]:
    """The providers (code, name, agreement) that an agreement lets trust this assessment now, and that do not have it yet."""
    person_id = person_of_response(response_id)
    with gate.person(person_id, by=by, at=at, why="trusted assessment"):
        row = QuestionnaireResponse.objects.get(id=response_id)
        given = set(
            TrustedShare.objects.filter(response=row).exclude(state__in=GONE).values_list("provider_code", flat=True)
        )
    if row.finished_at is None or not row.assessment:
        return []
    found = covering(
        directory.place().agreements.values(), assessment=row.assessment, assessor=row.organisation, finished_at=row.finished_at, at=at
    )  # fmt: skip
    return [(provider, _team(provider), agreement.title) for agreement, provider in found if provider not in given]


def _state(state: str, ours: bool) -> str:
    return STATES[state][0 if ours else 1]


def _team(code: str) -> str:
    team = directory.place().teams.get(code)
    return team.name if team else code


def _organisation(code: str) -> str:
    found = directory.place().organisations.get(code)
    return found.name if found else code
