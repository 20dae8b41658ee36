"""Does a practice come to look after those who were registered without its knowing, a bounded number at a time?"""

from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

import pytest

from homeward.access.api import relationships
from homeward.people.actions.relate_practices import relate_practices
from homeward.people.api import PersonDetails, register_many
from homeward.people.tests.support import AT, house

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


def test_everybody_is_met_once_and_whoever_comes_later_too() -> None:
    told = [PersonDetails(family=f"Bulk {n}", given="Bea", practice_code="M85001" if n else "") for n in range(5)]
    ids = register_many(people=told, by=house(), at=AT)
    assert relate_practices(at=AT) == 0  # they are being registered just now
    assert relate_practices(at=LATER, most=3) == 3
    assert relate_practices(at=LATER, most=3) == 2 and relate_practices(at=LATER, most=3) == 0
    assert related(ids) == 4
    more = register_many(people=[PersonDetails(family="Later", practice_code="M85001")], by=house(), at=LATER)
    assert relate_practices(at=LATER + timedelta(hours=1)) == 1 and related(more) == 1


def related(ids: Sequence[UUID]) -> int:
    return sum(relationships.with_team(each, ["M85001"]) for each in ids)
