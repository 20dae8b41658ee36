"""Is what stood at eight in the morning counted, through a change of the clocks, and never made up?"""

from datetime import datetime

import pytest

from homeward.measures.actions.declared_rows import day_rows
from tests.places.numbers.small_lake import SmallLake, at

# The clocks went forward on Sunday 29 March 2026: eight in the morning is 08:00 in Greenwich on the 28th, 07:00 on the 29th.
EIGHT_28, EIGHT_29, EIGHT_30 = at("2026-03-28", "08:00"), at("2026-03-29", "07:00"), at("2026-03-30", "07:00")


def lake_of_days(*, until: datetime) -> SmallLake:
    """A lake whose days are those of the house, of which the last three are kept."""
    lake = SmallLake(as_of=until)
    (days,) = day_rows(until)
    for day, moment in days[-3:]:
        lake.add("days", day=day, snapshot_at=moment)
    return lake


def mornings(lake: SmallLake, code: str, one: str) -> list[tuple[str, str]]:
    """Status and reason of one row, morning by morning."""
    return [(row["status"], row["why"]) for row in lake.rows(code) if row["row_id"] == one]


def stay(lake: SmallLake, one: str, came: datetime, left: datetime | None = None) -> None:
    lake.add("stays", stay_id=one, person_id=lake.person(f"p-{one}"), team="flow", admitted_at=came, left_at=left)


def word(lake: SmallLake, one: str, meets: bool, since: datetime, until: datetime | None = None) -> None:
    lake.add("criteria", stay_id=one, person_id=f"p-{one}", number=1, meets=meets, from_at=since, until=until)


def test_the_days_of_the_house_look_at_eight_by_londons_clocks() -> None:
    (days,) = day_rows(at("2026-03-30", "06:59"))
    assert [moment for _, moment in days[-2:]] == [EIGHT_28, EIGHT_29]  # a minute before eight the 30th has no snapshot
    (days,) = day_rows(EIGHT_30)
    assert days[-1][1] == EIGHT_30


def test_no_criteria_to_reside_by_hand() -> None:
    """On 28, 29 and 30 March: a is ready from 07:30 on the 29th by Greenwich, after that morning's look: 0, 0, 1 of 1.

    b left at the very moment of the look on the 29th, so is in on the 28th alone. c came at that moment, and nobody looked.
    d was ready, then not, then ready again. Ready: none on the 28th but d (1 of 3), none on the 29th (0 of 3), a and d on the 30th (2 of 3).
    """
    lake = lake_of_days(until=EIGHT_30)
    stay(lake, "a", at("2026-03-20"))
    word(lake, "a", True, at("2026-03-20"), at("2026-03-29", "07:30"))
    word(lake, "a", False, at("2026-03-29", "07:30"))
    stay(lake, "b", at("2026-03-20"), EIGHT_29)
    word(lake, "b", True, at("2026-03-20"))
    stay(lake, "c", EIGHT_29)
    stay(lake, "d", at("2026-03-20"))
    word(lake, "d", False, at("2026-03-27"), at("2026-03-28", "12:00"))
    word(lake, "d", True, at("2026-03-28", "12:00"), EIGHT_30)
    word(lake, "d", False, EIGHT_30)  # from that very moment on
    code = "no-criteria-to-reside"
    assert [status for status, _ in mornings(lake, code, "a")] == ["not_met", "not_met", "met"]
    assert [status for status, _ in mornings(lake, code, "b")] == ["not_met"]
    assert mornings(lake, code, "c") == [("not_met", "No ward had looked yet")] * 2
    assert [status for status, _ in mornings(lake, code, "d")] == ["met", "not_met", "met"]
    assert lake.counted(code) == {"met": 3, "not_met": 6}


@pytest.mark.parametrize(("kind", "another"), [("frailty", "respiratory"), ("respiratory", "frailty")])
def test_virtual_ward_use_by_hand(kind: str, another: str) -> None:
    """28th: 2 people, 10 places. 29th: 3 people, the report has gone stale: not counted. 30th: 3 people, 2 places.

    (2 + 3) people out of (10 + 2) places: 42%. A ward may be fuller than it is staffed for, and that is shown.
    """
    lake = lake_of_days(until=EIGHT_30)
    for one, came, left in (
        ("a", at("2026-03-20"), None),
        ("b", at("2026-03-28", "08:00"), None),
        ("c", at("2026-03-28", "09:00"), at("2026-04-01")),
        ("d", at("2026-03-20"), at("2026-03-28", "08:00")),  # left at the moment of the look
    ):
        lake.add(
            "ward_stays",
            stay_id=one,
            person_id=lake.person(one),
            service=f"virtual-ward-{kind}",
            joined_at=came,
            left_at=left,
        )
    lake.add("ward_stays", stay_id="z", person_id="z", service=f"virtual-ward-{another}", joined_at=at("2026-03-20"))
    for number, (said, until, total) in enumerate(
        (
            (at("2026-03-27", "20:01"), at("2026-03-28", "08:00"), 99),  # replaced at the moment of the look
            (at("2026-03-28", "08:00"), at("2026-03-29", "12:00"), 10),
            (at("2026-03-29", "22:00"), None, 2),
        )
    ):
        lake.add(
            "capacity_reports", line_id="line", report=number, service=f"virtual-ward-{kind}", team=f"vw-{kind}",
            reported_at=said, until=until, total=total, free=0,
        )  # fmt: skip
    code = f"{kind}-virtual-ward-use"
    counted = [row for row in lake.rows(code) if row["status"] in ("met", "not_met")]
    assert sum(row["status"] == "met" for row in counted) == 5
    assert sum(row["value"] for row in counted) == 12
    assert lake.counted(code) == {"met": 5, "not_met": 2, "excluded": 3}
    assert all(row["person_id"] is None for row in counted if row["status"] == "not_met")


def test_reach_counts_each_once_where_it_was_last_active() -> None:
    """One hospital with two stays, one site, two localities, two teams: 6. What was never accepted reached nobody."""
    lake = SmallLake()
    for one, day in (("a", "2026-03-01"), ("b", "2026-03-09")):
        lake.add("stays", stay_id=one, person_id="p", hospital="h", admitted_at=at(day))
    lake.add("bed_stays", bed_stay_id="c", person_id="p", site="s", came_at=at("2026-03-02"))
    for one, locality, team, when in (
        ("d", "east", "t1", "2026-03-01"),
        ("e", "west", "t2", "2026-03-02"),
        ("f", "north", "t3", None),
    ):
        lake.add(
            "referrals", referral_id=one, person_id="p", received_at=at("2026-03-01"), locality=locality,
            accepted_team=team if when else None, accepted_at=at(when) if when else None,
        )  # fmt: skip
    rows = lake.rows("programme-reach")
    assert sorted(row["why"] for row in rows) == [
        "Hospital",
        "Locality",
        "Locality",
        "Site of recovery beds",
        "Team",
        "Team",
    ]
    (hospital,) = (row for row in rows if row["why"] == "Hospital")
    assert hospital["started"] == at("2026-03-09").timestamp() and hospital["row_id"] == "b"
