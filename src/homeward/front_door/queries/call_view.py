"""What was asked on this call, what was advised and signed, who rings again, and what came of it?"""

from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound
from homeward.front_door.models import Advice, Call, SafetyCheck
from homeward.front_door.queries.declared import line_called, require_line
from homeward.front_door.queries.outcomes_of import OutcomeView, outcomes_of
from homeward.front_door.queries.person_of import person_of_call
from homeward.front_door.rules.signed import SIGNED, digest
from homeward.front_door.vocabulary import HEARD_BACK
from homeward.grammar.api import AdviceLine
from homeward.people import api as people
from homeward.people.api import Banner
from homeward.referrals import api as referrals


@dataclass(frozen=True, kw_only=True)
class AdviceView:
    """One signed advice. `whole`: what stands here is what was signed."""

    id: UUID
    outcome: str
    words: str
    safety_words: str
    safety_team: str
    safety_due_at: datetime
    told: str
    decided_by: str
    decided_role: str
    given_at: datetime
    given_by: str
    given_role: str
    organisation: str
    digest: str
    whole: bool


@dataclass(frozen=True, kw_only=True)
class HeardView:
    """One ring back."""

    at: datetime
    by_name: str
    heard: str
    words: str
    next_due_at: datetime | None


@dataclass(frozen=True, kw_only=True)
class CallView:
    """One call with all that hangs on it. `banner` is None while nobody is known; `advice` has the latest first."""

    call: Call
    line: AdviceLine
    banner: Banner | None
    need: str
    signs: Sequence[str]
    advice: Sequence[AdviceView]
    heard: Sequence[HeardView]
    outcomes: Sequence[OutcomeView]
    referral: str
    taken_in: int

    @property
    def open(self) -> bool:
        """Is advice still to be given?"""
        return self.call.advised_at is None and self.call.ended_at is None


def call_view(call_id: UUID, *, by: Actor, at: datetime) -> CallView:
    """Opens the record of whom it is about, when that is known. Raises NotFound, NotPermitted."""
    person_id = person_of_call({"call_id": call_id})
    opened: AbstractContextManager[None] = (
        gate.person(person_id, by=by, at=at, why="advice call") if person_id else nullcontext()
    )
    with opened:
        call = Call.objects.filter(id=call_id).first()
        if call is None:
            raise NotFound("There is no such call.", next_step="Go back to the line and choose it from the list.")
        line = line_called(call.line_code)
        if person_id is None:
            require_line(line, by=by)
        return _view(call, line, person_id, by=by, at=at)


def _view(call: Call, line: AdviceLine, person_id: UUID | None, *, by: Actor, at: datetime) -> CallView:
    place = directory.place()
    need = place.needs.get(call.need_code)
    flags = {flag.code: flag.words for each in place.needs.values() for flag in each.red_flags}
    return CallView(
        call=call, line=line, banner=people.banner(person_id, by, at) if person_id else None,
        need=need.title if need else call.need_code, signs=[flags.get(code, code) for code in call.sign_codes],
        advice=_advice(call), heard=_heard(call), outcomes=outcomes_of(call_id=call.id, at=at),
        referral=_stands(call.referral_id, by=by, at=at),
        taken_in=int((call.taken_at - call.answered_at).total_seconds()),
    )  # fmt: skip


def _advice(call: Call) -> list[AdviceView]:
    found: list[AdviceView] = []
    before = ""
    organisations, teams, roles = directory.place().organisations, directory.place().teams, directory.place().roles
    for row in Advice.objects.filter(call=call).order_by("given_at", "id"):
        signed = digest({name: getattr(row, name) for name in SIGNED}, before=before)
        team, body, role = teams.get(row.safety_team), organisations.get(row.organisation), roles.get(row.given_role)
        found.append(
            AdviceView(
                id=row.id, outcome=row.outcome_title, words=row.words, safety_words=row.safety_words,
                safety_team=team.name if team else row.safety_team, safety_due_at=row.safety_due_at, told=row.told,
                decided_by=row.decided_by, decided_role=row.decided_role, given_at=row.given_at, given_by=row.given_by,
                given_role=role.title if role else row.given_role,
                organisation=body.name if body else row.organisation, digest=row.digest, whole=signed == row.digest,
            )
        )  # fmt: skip
        before = row.digest
    return found[::-1]


def _heard(call: Call) -> list[HeardView]:
    return [
        HeardView(
            at=row.at,
            by_name=row.by_name,
            heard=HEARD_BACK[row.heard_code].title,
            words=row.words,
            next_due_at=row.next_due_at,
        )
        for row in SafetyCheck.objects.filter(call=call).order_by("-at", "-id")
    ]


def _stands(referral_id: UUID | None, *, by: Actor, at: datetime) -> str:
    """Where the referral that the advice started stands, in words."""
    if referral_id is None:
        return ""
    referral = referrals.referral(referral_id, by=by, at=at)
    owner = directory.place().teams.get(referral.owner_team_id)
    titles: dict[str, str] = {code: words.title for code, words in referrals.STATES.items()}
    return f"{titles[referral.state]}: {owner.name if owner else referral.owner_team_id}"
