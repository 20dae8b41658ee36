"""Does the database itself keep a record shut until an access row has opened it?"""

from datetime import UTC, datetime

import pytest

from homeward.access.api import gate, relationships, system
from homeward.access.models import Relationship
from homeward.foundation.ids import new_id

pytestmark = pytest.mark.django_db
AT = datetime(2026, 1, 5, 9, tzinfo=UTC)


def seen() -> int:
    return Relationship.objects.count()


def test_only_an_opened_persons_rows_are_seen_and_the_gate_shuts_again() -> None:
    first, second, source = new_id(), new_id(), new_id()
    for person_id in (first, second):
        with gate.person(person_id, by=system("demo"), at=AT, why="arranging"):
            relationships.grant(person_id, "north", kind="referral", source_id=source, at=AT)
    assert seen() == 0
    with gate.person(first, by=system("demo"), at=AT, why="reading"):
        assert seen() == 1
        with gate.job("clocks"):
            assert seen() == 2
        assert seen() == 1
    assert seen() == 0
