"""May this actor see what is marked as sensitive in this way?"""

from collections.abc import Iterable

from django.db import connection

from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.grammar.api import Sensitivity, sensitivity_among


def may_see(by: Actor, sensitivity: str) -> bool:
    """True for what is not sensitive. A kind that nobody declares is seen by nobody but the house itself.

    Ask while the record is open: where the glass was broken, a kind that is seen in emergencies is seen.
    """
    if not sensitivity or by.kind == "system":
        return True
    declared = place().sensitivities.get(sensitivity)
    if declared is None:
        return False
    if by.kind == "citizen":
        return declared.person_sees if by.person_id and not by.acting_for else declared.proxy_sees
    if by.kind == "partner":
        return declared.partners_see or by.role in declared.roles
    return by.kind == "staff" and _staff_sees(by, declared)


def sensitivity_of(*, codes: Iterable[str] = (), categories: Iterable[str] = (), labels: Iterable[str] = ()) -> str:
    """The declared kind that an item with these codings ('system|code') belongs to, or ''."""
    return sensitivity_among(place().sensitivities.values(), codes=codes, categories=categories, labels=labels)


def _staff_sees(by: Actor, declared: Sensitivity) -> bool:
    if by.role in declared.roles or set(by.teams) & set(declared.teams):
        return True
    return declared.seen_in_emergency and _through_broken_glass()


def _through_broken_glass() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("select gate.through_glass()")
        return bool(cursor.fetchone()[0])
