"""Which numbers changed more than chance explains, and which of those has nobody taken note of?"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db import connection

from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.in_words import rows_as
from homeward.measures.models import Flag, Following, OwnNumber
from homeward.measures.queries.asking import account_of, check_may
from homeward.measures.queries.own_boards import own_boards
from homeward.measures.rules.false_alarms import expected_by_chance

RECENT = timedelta(days=120)
MOST = 50
_FOLLOWED = "select kind, code from measures_following where user_id = %s and until is null and cut = ''"


def flags_of(measures: Collection[str], *, by: Actor, at: datetime, most: int = MOST) -> list[Flag]:
    """The changes of these measures found lately: those nobody has seen first, then the newest."""
    check_may(by)
    rows = rows_as(
        Flag, "measure_code = any (%s) and found_at > %s order by found_at desc, id limit %s", [list(measures), at - RECENT, most]
    )
    return sorted(rows, key=lambda flag: (flag.seen_at is not None,))


def by_chance(flags: Collection[Flag]) -> tuple[int, float] | None:
    """How many charts were looked at together when the newest of these was found, and how many chance alone makes look changed."""
    newest = max(flags, key=lambda flag: flag.found_at, default=None)
    return (newest.among, expected_by_chance(newest.among)) if newest is not None and newest.among > 1 else None


def sentence_of(flag_id: UUID) -> str:
    """What was said of a change when it was found."""
    return Flag.objects.get(id=flag_id).sentence


def flags_followed(*, by: Actor, at: datetime) -> list[Flag]:
    """The same for what the actor follows: numbers of the whole place, and parts of it one by one."""
    whole, parts = measures_followed(by=by), parts_followed(by=by)
    found = flags_of(whole | {code for code, _, _ in parts}, by=by, at=at)
    return [
        each
        for each in found
        if (each.measure_code, each.cut, each.part) in parts or (not each.cut and each.measure_code in whole)
    ]


def followed(*, by: Actor) -> set[tuple[str, str]]:
    """What the actor follows for the whole place: (kind, code)."""
    with connection.cursor() as cursor:
        cursor.execute(_FOLLOWED, [account_of(by)])
        return set(cursor.fetchall())


def parts_followed(*, by: Actor) -> set[tuple[str, str, str]]:
    """Which parts of which measures the actor follows: (measure, cut, part)."""
    rows = Following.objects.filter(user_id=account_of(by), until=None).exclude(cut="")
    return set(rows.values_list("code", "cut", "part"))


def measures_followed(*, by: Actor) -> set[str]:
    """The codes of the measures the actor is told about, by themselves or on a board."""
    place, found = directory.place(), set()
    mine = {str(board.id): board for board in own_boards(by=by)}
    for kind, code in followed(by=by):
        if kind == "measure":
            found.add(code)
        elif kind == "board" and code in place.dashboards:
            found |= {each.measure for each in place.dashboards[code].numbers}
        elif kind == "own" and code in mine:
            found |= {each.measure_code for each in mine[code].numbers.all()}
    return found


def followers_of(measure_code: str, *, cut: str = "", part: str = "") -> list[Following]:
    """Who must be told of a change of this measure: one row a colleague. Of a part, only those who follow that part."""
    place = directory.place()
    boards = [code for code, board in place.dashboards.items() if measure_code in {n.measure for n in board.numbers}]
    rows = Following.objects.filter(until=None, cut=cut, part=part)
    on_own = OwnNumber.objects.filter(measure_code=measure_code, board__deleted_at=None).values_list(
        "board_id", flat=True
    )
    own = rows.filter(kind="own", code__in=[str(each) for each in on_own])
    found = [
        *rows.filter(kind="measure", code=measure_code),
        *rows.filter(kind="board", code__in=boards),
        *own,
    ]
    return list({each.user_id: each for each in found}.values())
