"""What does a reviewer say of two records: one person, two people, or not sure yet?"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from homeward.foundation.actions import Actor, Happening, action
from homeward.foundation.errors import Clash, Invalid, NotFound
from homeward.foundation.ids import new_id
from homeward.people.actions.merge import merge
from homeward.people.models import MatchPair
from homeward.people.queries.joined import people_of_pair
from homeward.people.vocabulary import PAIR_STATES


def decide(*, pair_id: UUID, verdict: str, reason: str, by: Actor, at: datetime, keep: UUID | None = None) -> MatchPair:
    """Decide a pair, with a reason. 'same' joins the other record to `keep`. Raises Invalid, NotFound, Refused, Clash."""
    errors = {}
    if verdict not in ("same", "different", "unsure"):
        errors["verdict"] = "Say whether they are one person, two people, or that you are not sure."
    if not reason.strip():
        errors["reason"] = "Say how you know, or what is still to be found out."
    one, other = people_of_pair(pair_id)
    if verdict == "same" and keep not in (one, other):
        errors["keep"] = "Choose which record is kept."
    if errors:
        raise Invalid(errors)
    with transaction.atomic():
        if verdict != "same" or keep is None:
            return _decide(
                one=one, pair_id=pair_id, verdict=verdict, reason=reason.strip(), merge_id=None, by=by, at=at
            )
        merge_id = new_id()
        decided = _decide(
            one=one, pair_id=pair_id, verdict=verdict, reason=reason.strip(), merge_id=merge_id, by=by, at=at
        )
        merge(keep=keep, lose=other if keep == one else one, reason=reason, by=by, at=at, merge_id=merge_id)
        return decided


def _one(told: Mapping[str, Any]) -> UUID:
    one: UUID = told["one"]
    return one


@action("person.decide", about=_one)
def _decide(
    *, one: UUID, pair_id: UUID, verdict: str, reason: str, merge_id: UUID | None, by: Actor, at: datetime
) -> Happening[MatchPair]:
    row = MatchPair.objects.select_for_update().filter(id=pair_id).first()
    if row is None:
        raise NotFound("There is no such pair any more.", next_step="Go back to the list.")
    if row.state in ("same", "different") and row.decided_at is not None:
        raise Clash(
            f"{row.decided_by} has decided this pair already: {PAIR_STATES[row.state].lower()}.",
            who=row.decided_by, when=row.decided_at,
        )  # fmt: skip
    row.state, row.reason, row.decided_at, row.decided_by, row.merge_id = verdict, reason, at, by.name, merge_id
    row.save()
    facts = {"other_id": str(row.other_id), "verdict": verdict, "reason": reason, "weight": row.weight}
    return Happening(result=row, subject_kind="match_pair", subject_id=row.id, person_id=one, facts=facts)
