"""How is the same list opened for many who see it alike? One statement: the gate is asked, and writes, for each of them.

For a list that was read once, through the gate, by one of them, and is about to be shown to the others too.
"""

from collections.abc import Sequence
from datetime import datetime

from django.db import connection

from homeward.access.gate import frame
from homeward.access.gate.opening import restore
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted
from homeward.foundation.moments import aware

_OPEN = """
select v.number, gate.open('worklist', null, null, v.id, v.name, 'staff', %s, %s, %s::text[], %s, v.session, %s, %s::timestamptz,
                           null, null, '{}'::text[]) as key
from unnest(%s::uuid[], %s::text[], %s::text[]) with ordinality as v (id, name, session, number)
"""


def worklist_for_each(*, by: Sequence[Actor], at: datetime, what: str) -> list[bool]:
    """For each actor, in their order: did the gate open the list for them? The access rows of those are written.

    All must be staff who see alike: the same organisation, role, teams and purpose. Nothing stays open afterwards.
    """
    if not by:
        return []
    if len({_sight(each) for each in by}) > 1 or by[0].kind != "staff":
        raise NotPermitted("A list is opened together only for staff who see alike.")
    one, former = by[0], frame.opening.get()
    with connection.cursor() as cursor:
        cursor.execute(
            _OPEN,
            [
                one.organisation, one.role, list(one.teams), one.purpose, what, aware(at),
                [each.user_id for each in by], [each.name for each in by], [each.session for each in by],
            ],
        )  # fmt: skip
        keys = dict(cursor.fetchall())
    if connection.in_atomic_block:
        restore(former)
    return [not keys[number].startswith("!") for number in range(1, len(by) + 1)]


def _sight(actor: Actor) -> tuple[object, ...]:
    return actor.kind, actor.organisation, actor.role, actor.teams, actor.purpose
