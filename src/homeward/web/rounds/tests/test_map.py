"""Is every call on the map of the rounds, in its order, readable on a phone, and nobody's address?"""

from datetime import UTC, datetime
from uuid import UUID, uuid4

from homeward.rounds.api import RoundStop, VisitRow, Wanted
from homeward.web.rounds.map import SHEETS, RoundMaps, round_maps

SHARD_END, ALUM_ROCK, WARD_END, NOWHERE = (52.4999, -1.7756), (52.4924, -1.8430), (52.4968, -1.8310), (0.0, 0.0)
BREDA, RUTH, ZAFAR = UUID(int=1), UUID(int=2), UUID(int=3)


def door(where: tuple[float, float], area: str) -> VisitRow:
    visit, person = uuid4(), uuid4()
    wanted = Wanted(key=str(visit), person=str(person), where=where, minutes=30, opens=480, closes=1020)
    return VisitRow(
        id=visit, person_id=person, team="a-team", name="Gary Wilkes", need="A fall", area=area, state="planned", planned_at=None,
        staff="", staff_id=None, kept_by=(), wanted=wanted, wishes=None,
    )  # fmt: skip


def stop(row: VisitRow, who: UUID | None, name: str, hour: int | None) -> RoundStop:
    at = None if hour is None else datetime(2026, 11, 23, hour, tzinfo=UTC)
    return RoundStop(encounter_id=row.id, person_id=row.person_id, user_id=who, name=name, starts_at=at)


def drawn(rows: list[VisitRow], *stops: RoundStop) -> RoundMaps:
    maps = round_maps({row.id: row for row in rows}, stops)
    assert maps is not None
    return maps


def test_a_call_says_whose_it_is_and_which_of_theirs() -> None:
    rows = [door(SHARD_END, "Shard End"), door(ALUM_ROCK, "Alum Rock"), door(ALUM_ROCK, "Alum Rock")]
    first, second, third = rows
    maps = drawn(rows, stop(second, RUTH, "Ruth", 11), stop(first, RUTH, "Ruth", 9), stop(third, BREDA, "Breda", 10))
    assert maps.names == ((1, "Breda"), (2, "Ruth")) and (maps.doors, maps.unknown, maps.nobody) == (3, 0, False)
    for sheet in maps.drawn:
        assert sorted((each.number, each.turn) for each in sheet.calls) == [(1, 1), (2, 1), (2, 2)]
        assert [each.name for each in sheet.areas] == ["Alum Rock", "Shard End"]
        ruth = next(line for line in sheet.lines if line.number == 2)
        assert ruth.points.split() == [f"{each.x:.1f},{each.y:.1f}" for each in sheet.calls if each.number == 2]


def test_two_carers_at_one_door_are_both_seen() -> None:
    row = door(SHARD_END, "Shard End")
    maps = drawn([row], stop(row, RUTH, "Ruth", 9), stop(row, ZAFAR, "Zafar", 9))
    assert maps.doors == 1
    for sheet in maps.drawn:
        here, beside = sheet.calls
        assert abs(here.x - beside.x) >= 30 and here.y == beside.y


def test_two_of_one_name_are_two_carers() -> None:
    rows = [door(SHARD_END, "Shard End"), door(ALUM_ROCK, "Alum Rock")]
    maps = drawn(rows, stop(rows[0], RUTH, "Ann Smith", 9), stop(rows[1], ZAFAR, "Ann Smith", 10))
    assert [name for _, name in maps.names] == ["Ann Smith", "Ann Smith"]
    assert all(len(sheet.lines) == 2 for sheet in maps.drawn)


def test_no_call_hides_another_and_nothing_leaves_the_sheet() -> None:
    rows = [door(ALUM_ROCK, "Alum Rock") for _ in range(7)] + [door(WARD_END, "Ward End") for _ in range(5)]
    rows.append(door(SHARD_END, "A ward with a very long name indeed"))
    twice = [stop(row, ZAFAR, "Zafar", 8 + number) for number, row in enumerate(rows) if number % 3 == 0]
    maps = drawn(rows, *(stop(row, RUTH, "Ruth", 8 + number) for number, row in enumerate(rows)), *twice)
    for sheet in maps.drawn:
        marks = [(each.x, each.y) for each in sheet.calls]
        assert all(
            abs(one[0] - other[0]) >= 30 or abs(one[1] - other[1]) >= 18
            for number, one in enumerate(marks)
            for other in marks[:number]
        )
        assert all(15 <= x <= sheet.width - 15 and 9 <= y <= sheet.height - 9 for x, y in marks)
        assert all(0 < area.x < sheet.width and 0 < area.y <= sheet.height for area in sheet.areas)
    assert [(each.sheet, each.width) for each in maps.drawn] == [(name, int(size[0])) for name, size in SHEETS.items()]


def test_who_has_nobody_is_marked_and_who_has_no_ward_is_counted() -> None:
    rows = [door(SHARD_END, "Shard End"), door(NOWHERE, "")]
    maps = drawn(rows, stop(rows[0], None, "", None), stop(rows[1], RUTH, "Ruth", 9))
    assert maps.nobody and maps.unknown == 1
    assert [(each.number, each.turn) for each in maps.drawn[0].calls] == [(0, 0)]
    assert "nobody goes" in maps.drawn[0].calls[0].words
    assert round_maps({rows[1].id: rows[1]}, [stop(rows[1], RUTH, "Ruth", 9)]) is None
