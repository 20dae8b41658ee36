"""Is a stay held beside earlier days only where they are about such people, and never called a saving?"""

from datetime import date

import pytest

from homeward.access.api import gate, system
from homeward.directory import api as directory
from homeward.grammar.api import Before, Destination
from homeward.hospital.api import agree, beside_before, criteria, leave, recommend, stay
from homeward.hospital.rules.before import Beside, beside
from homeward.hospital.tests.arranging import admitted, days, hub, ward

READY = date(2026, 3, 2)
BEFORE = Before(
    days=12, title="Before", definition="A mean", period="Once", source="A book", pathways=("p1", "p2"), warning="Beware",
    cannot_tell=("Much",),
)  # fmt: skip
HOME = Destination(code="home", title="Home", kind="home")
DIED = Destination(code="died", title="Died", kind="died")
WARD = Destination(code="ward", title="Another hospital", kind="hospital")


@pytest.mark.parametrize(
    ("ready_on", "own", "pathway", "left", "destination", "fewer"),
    [
        (READY, 0, "p1", True, HOME, 12),
        (READY, 15, "p2", True, HOME, -3),
        (READY, -1, "p1", True, HOME, 12),
        (READY, 3, "p1", False, None, 9),
        (READY, 0, "p0", True, HOME, None),
        (READY, 0, "", True, HOME, None),
        (None, None, "p1", False, None, None),
        (READY, 2, "p1", True, DIED, None),
        (READY, 2, "p1", True, WARD, None),
    ],
)
def test_it_stands_beside_those_it_is_about(
    ready_on: date | None, own: int | None, pathway: str, left: bool, destination: Destination | None, fewer: int | None
) -> None:
    found = beside(BEFORE, ready_on=ready_on, days=own, pathway=pathway, left=left, destination=destination)
    assert (found.fewer if found else None) == fewer
    if found:
        assert found.until == date(2026, 3, 14) and found.so_far is not left


def test_a_place_that_declares_none_shows_none() -> None:
    assert beside(None, ready_on=READY, days=0, pathway="p1", left=True, destination=HOME) is None


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S72-50",
    hazard="A short wait is held beside a mean of earlier years and believed to be days that the programme saved.",
    control="The figure stands with its source, what it counted, the return to the usual and what it cannot tell, only beside people it is about, and is never summed or called a saving.",
)
def test_the_days_of_one_stay_beside_the_mean_of_earlier_ones() -> None:
    person_id, stay_id = admitted()
    criteria(stay_id=stay_id, meets=False, from_at=days(1), by=ward(), at=days(1))

    def seen() -> Beside | None:
        with gate.person(person_id, by=system("demo"), at=days(2), why="looking"):
            found = stay(stay_id, at=days(2))
            assert found is not None
            return beside_before(found)

    assert seen() is None, "no way home is agreed yet"
    recommend(stay_id=stay_id, pathway="p1", by=ward(), at=days(1))
    agree(stay_id=stay_id, pathway="p1", by=hub(), at=days(1))
    waiting = seen()
    assert waiting is not None and waiting.so_far and waiting.days == 1
    leave(stay_id=stay_id, left_at=days(2), destination="own-home", by=hub(), at=days(2))
    gone = seen()
    assert gone is not None and (gone.days, gone.fewer, gone.so_far) == (1, 11, False)
    policy = directory.place().discharge
    assert policy is not None and policy.before is not None and "regression to the mean" in policy.before.warning
