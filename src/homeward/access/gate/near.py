"""Which of many people does an actor's role and team let them open? Asked before a list says which of its rows open."""

from collections.abc import Collection
from uuid import UUID

from django.db import connection

from homeward.access.gate.ways import needs_relationship
from homeward.access.queries.partners import objectionable
from homeward.foundation.actions import Actor

_RELATED = "select who.id from unnest(%s::uuid[]) as who(id) where gate.related(who.id, %s)"
_OBJECTED = "select who.id from unnest(%s::uuid[]) as who(id) where gate.objected(who.id, %s, %s, %s)"


def near(people: Collection[UUID], *, by: Actor) -> set[UUID]:
    """Those among them whom the actor's teams look after now; all of them for a role that needs no relationship.

    It opens nothing and tells nothing of anybody: the page that is opened asks the gate, which may still refuse.
    """
    if not people or not needs_relationship(by):
        return set(people)
    with connection.cursor() as cursor:
        cursor.execute(_RELATED, [list(people), list(by.teams)])
        return {row[0] for row in cursor.fetchall()}


def objectors(people: Collection[UUID], *, by: Actor) -> set[UUID]:
    """Those among them whose objection keeps this actor out now. It opens nothing."""
    care, partners = objectionable(by)
    if not people or care is None:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(_OBJECTED, [list(people), care, list(partners), list(by.teams)])
        return {row[0] for row in cursor.fetchall()}
