"""Does the bar of the demonstration's year end where it said it would: every need counted once, however its story ends?"""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

from homeward.demo.making import _Story, _told
from homeward.foundation.errors import Refused

SINCE = datetime(2026, 11, 1, 9, tzinfo=UTC)
UNTIL = SINCE + timedelta(days=5)


def steps(*days: int, refused: bool = False) -> Iterator[datetime]:
    for day in days:
        yield SINCE + timedelta(days=day)
    if refused:
        raise Refused("Not now.")


def test_each_need_counts_once_whether_it_ended_went_on_was_refused_or_outlived_its_person() -> None:
    died: UUID = uuid4()
    stories = [
        _Story(person_id=uuid4(), steps=steps(0, 1, 2)),
        _Story(person_id=uuid4(), steps=steps(0, 1, 90)),
        _Story(person_id=uuid4(), steps=steps(60)),
        _Story(person_id=uuid4(), steps=steps(0, refused=True)),
        _Story(person_id=died, steps=steps(0, 4)),
        _Story(person_id=died, steps=steps(1, 2), ends_life=True),
    ]
    counted: list[int] = []
    made = _told(stories, UNTIL, lambda: counted.append(1))
    assert (len(counted), sum(made.refused.values())) == (5, 1)
