"""Is a place with copies of its services, as the benches serve one, still a sound place?"""

from datetime import date

import pytest

from homeward.bench.served_place import with_copies
from homeward.grammar.api import check, gather, load
from tests.places import PLACES


@pytest.mark.parametrize("dotted", PLACES)
def test_copies_of_services_leave_nothing_to_put_right(dotted: str) -> None:
    larger = gather(with_copies(load(dotted), 200))
    assert len(larger.services) == 200
    assert [each.words for each in check(larger, date(2026, 7, 1)) if each.stops] == []
