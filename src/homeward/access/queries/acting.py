"""For whom may this account act, and who acts for this person?"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection

from homeward.access.models import Proxy
from homeward.access.vocabulary import SCOPES

MOMENT = timedelta(microseconds=1)
CHOSEN_PERSON = "acting_for"  # the session's key for the person acted for


@dataclass(frozen=True, kw_only=True)
class ActingFor:
    """One person whom an account may act for now: in what (codes of SCOPES), as what, until when."""

    proxy_id: UUID
    person_id: UUID
    relation: str
    scopes: tuple[str, ...]
    until: datetime

    @property
    def last(self) -> datetime:
        """The last moment of it, so that its day can be said."""
        return self.until - MOMENT


@dataclass(frozen=True, kw_only=True)
class ProxyRow:
    """Somebody who acts, or acted, for a person."""

    id: UUID
    person_id: UUID
    name: str
    relation: str
    scopes: tuple[str, ...]
    checked: str
    granted_by: str
    granted_at: datetime
    until: datetime
    ended_at: datetime | None
    ended_by: str
    ended_words: str

    def live(self, at: datetime) -> bool:
        """Do they act for the person at that moment?"""
        return self.ended_at is None and self.until > at

    @property
    def last(self) -> datetime:
        """The last moment of it, so that its day can be said."""
        return self.until - MOMENT

    @property
    def scopes_said(self) -> list[str]:
        return [SCOPES.get(code, code) for code in self.scopes]


def acting_for(user_id: UUID, *, at: datetime) -> list[ActingFor]:
    """Everybody this account may act for at that moment."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select proxy_id, person_id, relation, scopes, until from gate.acts_for(%s, %s) order by until, proxy_id",
            [user_id, at],
        )
        return [
            ActingFor(proxy_id=row[0], person_id=row[1], relation=row[2], scopes=tuple(row[3]), until=row[4])
            for row in cursor.fetchall()
        ]


def proxies_of(person_id: UUID) -> list[ProxyRow]:
    """Who acts or acted for this person, newest first. Inside an open gate."""
    return [
        ProxyRow(
            id=each.id,
            person_id=each.person_id,
            name=each.holder_name,
            relation=each.relation,
            scopes=tuple(each.scopes),
            checked=each.checked,
            granted_by=each.granted_by,
            granted_at=each.granted_at,
            until=each.until,
            ended_at=each.ended_at,
            ended_by=each.ended_by,
            ended_words=each.ended_words,
        )
        for each in Proxy.objects.filter(person_id=person_id).order_by("-granted_at", "id")
    ]


def chosen(user_id: UUID, session: Any, *, at: datetime) -> ActingFor | None:
    """The person chosen in this session, as long as the account may still act for them at that moment."""
    wanted = session.get(CHOSEN_PERSON) if session is not None else None
    if not wanted:
        return None
    return next((each for each in acting_for(user_id, at=at) if str(each.person_id) == wanted), None)


def choose_person(session: Any, person_id: UUID | None) -> None:
    """Act for this person from now on in this session; with None for oneself again."""
    if person_id is None:
        session.pop(CHOSEN_PERSON, None)
    else:
        session[CHOSEN_PERSON] = str(person_id)


def person_of_proxy(proxy_id: UUID) -> UUID | None:
    """Whom somebody acts for, so that the gate can be opened for the right person."""
    with connection.cursor() as cursor:
        cursor.execute("select gate.person_of_proxy(%s)", [proxy_id])
        found: UUID | None = cursor.fetchone()[0]
        return found
