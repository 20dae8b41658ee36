"""Is each name told once a day, are days long past folded, and is a look out of turn never folded away?"""

from datetime import datetime, timedelta
from uuid import UUID

from homeward.access.api import Look
from homeward.web.me.looked.days import UNFOLDED, by_day
from tests.plumbing.the_moment import began

ASHA, BEN = UUID(int=1), UUID(int=2)


def look(who: str, actor: UUID, at: datetime, why: str = "care", *, out_of_turn: bool = False) -> Look:
    return Look(
        day=at.date(), first_at=at, last_at=at, who=who, why=why, times=1, actor_id=actor, actor_kind="staff",
        out_of_turn=out_of_turn,
    )  # fmt: skip


def noon() -> datetime:
    return began().replace(hour=12, minute=0)


def test_a_name_is_told_once_a_day_with_all_that_they_opened() -> None:
    at = noon()
    looks = [look("Asha", ASHA, at), look("Ben", BEN, at - timedelta(minutes=1)), look("Asha", ASHA, at - timedelta(minutes=2), "visit")]
    [day] = by_day(looks)
    assert [(person.who, [each.why for each in person.looks]) for person in day.people] == [
        ("Asha", ["care", "visit"]), ("Ben", ["care"]),
    ]  # fmt: skip


def test_two_people_of_one_name_stay_two() -> None:
    [day] = by_day([look("Asha", ASHA, noon()), look("Asha", BEN, noon())])
    assert len(day.people) == 2


def test_days_long_past_are_folded_but_for_a_look_out_of_turn() -> None:
    looks = [look("Asha", ASHA, noon() - timedelta(days=past), out_of_turn=past == UNFOLDED + 1) for past in range(UNFOLDED + 3)]
    assert [day.folded for day in by_day(looks)] == [False] * UNFOLDED + [True, False, True]
