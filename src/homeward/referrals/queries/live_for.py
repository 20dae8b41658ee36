"""Is a referral for this person open already? Asked before anybody types, so that the button becomes 'Track it'."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection

from homeward.access.api import gate
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.moments import clock_face, london, london_day
from homeward.referrals.queries.board_row import need_title
from homeward.referrals.vocabulary import STATES, State

_LIVE = "select referral, need, state, owner, received from referrals_live_for(%s)"


@dataclass(frozen=True, kw_only=True)
class Live:
    """An open referral in few words. It says that help is on its way and who has it, and nothing clinical."""

    id: UUID
    need_code: str
    need_title: str
    state: State
    state_title: str
    owner_team: str
    owner_team_name: str
    received_at: datetime
    words: str


def live_referrals_for(*, person_id: UUID, by: Actor, at: datetime) -> Sequence[Live]:
    """The open referrals of a person; newest first.

    Whoever may look for a person may know that help was asked for them; it is logged. The holder of a link is told only
    of the person the link is about.
    """
    searches = by.kind in ("staff", "partner", "system")
    if not (searches or by.person_id == person_id):
        return []
    with _asked_openly(person_id, searches, by, at), connection.cursor() as cursor:
        cursor.execute(_LIVE, [person_id])
        return [_live(row, at) for row in cursor.fetchall()]


def _asked_openly(person_id: UUID, searches: bool, by: Actor, at: datetime) -> AbstractContextManager[None]:
    why = "open referrals, before making one"
    return gate.search(by=by, at=at, what=why) if searches else gate.person(person_id, by=by, at=at, why=why)


def _live(row: tuple[UUID, str, State, str, datetime], at: datetime) -> Live:
    id, need, state, owner, received_at = row
    teams = directory.place().teams
    name = teams[owner].name if owner in teams else owner
    then = london(received_at)
    when = f"at {clock_face(then)}" if then.date() == london_day(at) else f"on {then.day} {then:%B}"
    return Live(
        id=id,
        need_code=need,
        need_title=need_title(need),
        state=state,
        state_title=STATES[state].title,
        owner_team=owner,
        owner_team_name=name,
        received_at=received_at,
        words=f"{need_title(need)}: sent in {when}. {name} has it now. {STATES[state].plain_words}",
    )
