"""What do colleagues do with the numbers in the demonstration? One keeps a board, follows it and settles what is done."""

from datetime import datetime, timedelta

from homeward.demo.staff import Staff
from homeward.directory.api import place
from homeward.foundation.actions import Actor
from homeward.foundation.moments import london_day
from homeward.measures import api as measures

DOING = (
    ("Look at the rota of the late shift together with the team, and say what would help.", 24, 6),
    ("Ring the three people who waited longest and ask how it was for them.", 12, -4),
    ("Agree with the hub that a need is passed on once at most.", 9, -18),
)  # what, settled so many days ago, due so many days ago


def make_board_work(*, staff: Staff, until: datetime) -> int:
    """Whoever may keep boards keeps one; returns how many actions were settled. None where nobody may."""
    keepers = [
        each
        for group in staff.by_role.values()
        for each in group
        if _may(each, "board.save") and _may(each, "number.act")
    ]
    known = place().measures.items()
    computed = [
        code
        for code, each in sorted(known, key=lambda one: (one[1].clock is None, one[0]))
        if each.expression is not None
    ]
    if not keepers or not computed:
        return 0
    first, at = keepers[0], until - timedelta(days=25)
    board = measures.save_board(
        title="What I look at on Mondays",
        question="Did anything change last week?",
        measures=computed[:4],
        by=first,
        at=at,
    )
    measures.share_board(board_id=board, kind="organisation", code=first.organisation, by=first, at=at)
    for each in keepers:
        for code, declared in place().dashboards.items():
            if declared.numbers and (not declared.audience or each.role in declared.audience):
                measures.follow(kind="board", code=code, by=each, at=at)
        _follow_each_locality(each, until)
    return sum(_settled(number, computed, staff, first, until) for number in range(len(DOING)))


def _follow_each_locality(keeper: Actor, until: datetime) -> None:
    """The waits of referrals, locality by locality: whoever keeps boards is told where one grows."""
    waits = [
        code
        for code, each in sorted(place().measures.items())
        if each.clock is not None and each.row == "referral" and each.expression is not None
    ]
    for code in waits:
        for area in place().areas_of_kind("locality", on=london_day(until)):
            if not area.named or measures.label("locality", area.code) == area.code:
                continue
            measures.follow(
                kind="measure", code=code, cut="locality", part=area.code, by=keeper, at=until - timedelta(days=25)
            )


def _settled(number: int, computed: list[str], staff: Staff, by: Actor, until: datetime) -> int:
    what, ago, due = DOING[number]
    at = until - timedelta(days=ago)
    teams = sorted(
        team
        for team in staff.by_team
        if team in place().teams and any(_may(each, "number.finish") for each in staff.by_team[team])
    )
    owner = f"team:{teams[number % len(teams)]}" if teams and number != 1 else f"user:{by.user_id}"
    action = measures.act(
        measure_code=computed[0], what=what, owner=owner, due_on=london_day(until - timedelta(days=due)), by=by, at=at
    )  # fmt: skip
    if number == 1:
        measures.note(
            action_id=action,
            words="Two of three reached; the third is rung on Monday.",
            by=by,
            at=until - timedelta(days=2),
        )
    return 1


def _may(each: Actor, verb: str) -> bool:
    role = place().roles.get(each.role)
    return role is not None and role.may(verb)
