"""May only its owner change a board, do only those it is shared with find it, and is a change told once and acted on?"""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, transaction

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted
from homeward.foundation.ids import new_id
from homeward.measures.api import (
    act,
    action_called,
    actions_about,
    actions_of,
    delete_board,
    finish,
    flags_of,
    follow,
    followed,
    followers_of,
    measures_followed,
    note,
    openable,
    own_boards,
    raise_flag,
    save_board,
    see_flag,
    share_board,
    unfollow,
    unshare_board,
)
from homeward.measures.models import Action
from homeward.measures.vocabulary import JOB
from homeward.referrals.tests.arranging import HUB, TEAM
from tests.plumbing.people_at_work import account_id, staff

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 3, 12, tzinfo=UTC)
TODAY = date(2026, 3, 3)
MEASURE = "two-hour-response"


def chair(name: str = "Joan Perks", *, teams: tuple[str, ...] = (HUB,)) -> Actor:
    return staff(role="hub-coordinator", teams=teams, name=name)


def builder(name: str = "Oliver Webb") -> Actor:
    return staff(role="analyst", organisation="bsol-icb", name=name)


def saved(by: Actor, *measures: str, title: str = "Mine") -> UUID:
    return save_board(title=title, measures=measures or (MEASURE,), by=by, at=AT)


def flag(measure: str = MEASURE, first_on: date = TODAY) -> UUID:
    return raise_flag(
        measure_code=measure, variation="concern_low", rules="shift", sentence="It fell.", first_on=first_on,
        last_on=first_on, by=system(JOB), at=AT,
    )  # fmt: skip


def test_a_board_keeps_its_numbers_in_order_and_only_its_owner_changes_it() -> None:
    oliver, joan = builder(), chair()
    board = saved(oliver, "discharge-delay", MEASURE)
    assert [each.measure_code for each in openable(board, by=oliver).numbers.all()] == ["discharge-delay", MEASURE]
    save_board(board_id=board, title="Better", measures=[MEASURE], by=oliver, at=AT)
    assert [(each.title, each.numbers.count()) for each in own_boards(by=oliver)] == [("Better", 1)]
    with pytest.raises(NotFound):
        openable(board, by=joan)
    share_board(board_id=board, kind="team", code=HUB, by=oliver, at=AT)
    assert openable(board, by=joan).title == "Better"
    other = builder("Ann Other")
    share_board(board_id=board, kind="user", code=str(account_id(other)), by=oliver, at=AT)
    with pytest.raises(NotPermitted, match="Only Oliver Webb"):
        save_board(board_id=board, title="Theirs", measures=[MEASURE], by=other, at=AT)
    share = next(each for each in openable(board, by=oliver).shares.all() if each.kind == "team")
    unshare_board(board_id=board, share_id=share.id, by=oliver, at=AT)
    assert own_boards(by=joan) == []
    follow(kind="own", code=str(board), by=other, at=AT)
    delete_board(board_id=board, by=oliver, at=AT)
    assert own_boards(by=oliver) == own_boards(by=other) == [] and followers_of(MEASURE) == []


def test_what_cannot_be_a_board_is_told_in_words() -> None:
    oliver = builder()
    with pytest.raises(Invalid, match="title"):
        saved(oliver, title=" ")
    with pytest.raises(Invalid, match="at most 9"):
        save_board(title="Many", measures=list(directory.place().measures)[:10], by=oliver, at=AT)
    with pytest.raises(Invalid, match="no longer declared"):
        saved(oliver, "made-up")
    with pytest.raises(Invalid, match="Choose a colleague"):
        share_board(board_id=saved(oliver), kind="user", code=str(new_id()), by=oliver, at=AT)
    with pytest.raises(NotPermitted):
        saved(staff(role="gp", organisation="M85034"))


def test_whoever_follows_a_measure_or_its_board_is_found_once() -> None:
    oliver, joan = builder(), chair()
    board = next(
        code for code, each in directory.place().dashboards.items() if any(n.measure == MEASURE for n in each.numbers)
    )
    follow(kind="measure", code=MEASURE, by=oliver, at=AT)
    follow(kind="board", code=board, by=oliver, at=AT)
    follow(kind="own", code=str(saved(oliver)), by=oliver, at=AT)
    follow(kind="measure", code=MEASURE, by=joan, at=AT)
    follow(kind="measure", code=MEASURE, by=joan, at=AT)
    assert sorted(each.user_name for each in followers_of(MEASURE)) == ["Joan Perks", "Oliver Webb"]
    assert MEASURE in measures_followed(by=oliver) and len(followed(by=oliver)) == 3
    unfollow(kind="measure", code=MEASURE, by=joan, at=AT)
    assert [each.user_name for each in followers_of(MEASURE)] == ["Oliver Webb"]
    for strange in ("made-up", str(new_id())):
        with pytest.raises(NotFound):
            follow(kind="own", code=strange, by=oliver, at=AT)
    with pytest.raises(NotFound):
        unfollow(kind="measure", code=MEASURE, by=joan, at=AT)


def test_a_flag_stands_once_and_the_first_who_saw_it_stands() -> None:
    joan, oliver = chair(), builder()
    first = flag()
    with pytest.raises(IntegrityError), transaction.atomic():
        flag()
    with pytest.raises(NotPermitted):
        raise_flag(
            measure_code=MEASURE, variation="v", rules="", sentence="s", first_on=TODAY, last_on=TODAY, by=oliver, at=AT
        )  # fmt: skip
    assert [each.seen_by for each in flags_of([MEASURE], by=joan, at=AT)] == [""]
    assert see_flag(flag_id=first, by=joan, at=AT) == MEASURE
    with pytest.raises(Clash, match="Joan Perks"):
        see_flag(flag_id=first, by=oliver, at=AT)


@pytest.mark.hazard(
    "HZ-S72-2",
    hazard="A number gets worse, everybody sees it and nobody does anything: people go on being failed in the same way.",
    control="A change that chance does not explain is told to whoever follows it, and what is done about it has one owner and a day; overdue stands first.",
)
def test_an_action_has_one_owner_and_a_day_and_says_when_it_is_overdue() -> None:
    joan, oliver = chair(), builder()
    about = flag()
    mine = act(
        measure_code=MEASURE, flag_id=about, what="Ring the team.", owner=f"user:{account_id(oliver)}",
        due_on=TODAY + timedelta(days=2), by=joan, at=AT,
    )  # fmt: skip
    theirs = act(
        measure_code=MEASURE,
        what="Look at rotas.",
        owner=f"team:{TEAM}",
        due_on=TODAY + timedelta(days=9),
        by=joan,
        at=AT,
    )
    assert flags_of([MEASURE], by=joan, at=AT)[0].seen_by == "Joan Perks"
    later = AT + timedelta(days=3)
    seen = actions_about([MEASURE], by=joan, at=later)
    assert [(each.row.id, each.state_words) for each in seen] == [(mine, "Overdue by 1 day"), (theirs, "Open")]
    assert [each.row.id for each in actions_of(by=oliver, at=later)] == [mine]
    note(action_id=mine, words="Rang; they ring back.", by=oliver, at=later)
    finish(action_id=mine, outcome="Two more on the late shift.", by=oliver, at=later)
    with pytest.raises(Clash):
        finish(action_id=mine, outcome="Again.", by=joan, at=later)
    done = action_called(mine, by=joan, at=later)
    assert (done.state, [each.words for each in done.notes]) == ("done", ["Rang; they ring back."])
    assert Action.objects.get(id=mine).outcome == "Two more on the late shift."


def test_an_action_without_owner_or_day_is_not_one() -> None:
    joan = chair()
    with pytest.raises(Invalid) as wrong:
        act(measure_code=MEASURE, what=" ", owner="team:nobody", due_on=None, by=joan, at=AT)
    assert set(wrong.value.errors) == {"what", "owner", "due_on"}
    with pytest.raises(Invalid, match="today or later"):
        act(measure_code=MEASURE, what="X", owner=f"team:{TEAM}", due_on=TODAY - timedelta(days=1), by=joan, at=AT)
    with pytest.raises(NotFound):
        act(measure_code=MEASURE, flag_id=new_id(), what="X", owner=f"team:{TEAM}", due_on=TODAY, by=joan, at=AT)
    with pytest.raises(NotFound):
        note(action_id=new_id(), words="X", by=joan, at=AT)
