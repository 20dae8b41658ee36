"""Are blood pressure, cholesterol, smoking, vaccinations and emergency use counted as by hand, at the very thresholds?"""

from datetime import datetime

import pytest

from tests.places.numbers.small_lake import SmallLake, at

NOW = at("2026-06-15")
LATELY = at("2026-05-01")


def adult(lake: SmallLake, one: str, *, age: int = 60, hypertension: bool = False, **known: object) -> str:
    """Somebody who reaches `age` in 2026 and of whom partners told something."""
    lake.person(one, birth_year=2026 - age, shared_records=True, **known)
    code = "38341003" if hypertension else "195967001"  # asthma stands for anything else
    lake.add("conditions", item_id=f"c-{one}", person_id=one, status="active", code=code, noted_at=at("2020-01-01"))
    return one


def pressure(
    lake: SmallLake, one: str, systolic: float, diastolic: float, *, home: bool = False, when: datetime = LATELY
) -> None:
    for code, value in zip(
        ("413606001", "413605002") if home else ("8480-6", "8462-4"), (systolic, diastolic), strict=True
    ):
        lake.add(
            "observations", item_id=f"{one}-{when:%j}", person_id=one, status="final", code=code, value=value, unit="mm[Hg]",
            taken_at=when,
        )  # fmt: skip


@pytest.mark.parametrize(
    ("age", "home", "systolic", "diastolic", "within"),
    [
        (79, False, 140, 90, True), (79, False, 141, 90, False), (79, False, 140, 91, False),
        (79, True, 135, 85, True), (79, True, 136, 85, False), (79, True, 135, 86, False),
        (80, False, 150, 90, True), (80, False, 151, 90, False), (80, False, 150, 91, False),
        (80, True, 145, 85, True), (80, True, 146, 85, False), (80, True, 145, 86, False),
    ],
)  # fmt: skip
@pytest.mark.hazard(
    "HZ-S49-1",
    hazard="A blood pressure taken at home is judged by the threshold of a clinic.",
    control="The threshold follows from where it was taken and from age; both figures must be within.",
)
def test_the_thresholds(age: int, home: bool, systolic: float, diastolic: float, within: bool) -> None:
    lake = SmallLake(as_of=NOW)
    pressure(lake, adult(lake, "a", age=age, hypertension=True), systolic, diastolic, home=home)
    (said,) = lake.said("blood-pressure-to-target").values()
    assert said == (
        "met" if within else "not_met",
        f"{'Within' if within else 'Above'} the threshold {'at home' if home else 'in a clinic'}",
    )


def test_blood_pressure_to_target_by_hand() -> None:
    """Six with hypertension: within 2; above, none in 12 months, half a reading, a later one that is above. 2 of 6."""
    lake = SmallLake(as_of=NOW)
    for one in "abcdef":
        adult(lake, one, hypertension=True)
    pressure(lake, "a", 128, 80)
    pressure(lake, "b", 190, 110, when=at("2026-01-01"))
    pressure(lake, "b", 130, 80, home=True)  # the last one counts, by the threshold of where it was taken
    pressure(lake, "c", 160, 80)
    pressure(lake, "d", 120, 70, when=at("2025-06-15"))  # exactly 365 days ago is out
    lake.add("observations", item_id="e", person_id="e", code="8480-6", value=120.0, taken_at=LATELY)
    pressure(lake, "f", 120, 70, when=at("2026-01-01"))
    pressure(lake, "f", 150, 70)
    adult(lake, "g")  # no hypertension
    adult(lake, "h", age=17, hypertension=True)
    adult(lake, "i", hypertension=True, died_on=at("2026-05-01").date())
    lake.add("conditions", item_id="z", person_id=adult(lake, "j"), status="resolved", code="38341003", noted_at=LATELY)
    assert lake.counted("blood-pressure-to-target") == {"met": 2, "not_met": 4}
    assert lake.said("blood-pressure-to-target")["d"] == ("not_met", "No reading in the last 12 months")
    rows = {row["row_id"]: row["evidence"] for row in lake.rows("blood-pressure-to-target")}
    assert [rows[one] for one in "de"] == [False, False]


def test_of_several_readings_at_one_moment_the_lowest_counts() -> None:
    lake = SmallLake(as_of=NOW)
    adult(lake, "a", hypertension=True)
    pressure(lake, "a", 160, 95)
    pressure(lake, "a", 138, 84)
    assert lake.counted("blood-pressure-to-target") == {"met": 1}


def test_hypertension_found_by_hand() -> None:
    """Two diagnosed; raised and not diagnosed: clinic 140, home 85 below. Not raised: 139/89, home 134/84. 2 of 4 = 50%."""
    lake = SmallLake(as_of=NOW)
    adult(lake, "a", hypertension=True)
    pressure(lake, adult(lake, "b", hypertension=True), 120, 70)
    pressure(lake, adult(lake, "c"), 140, 70)
    pressure(lake, adult(lake, "d"), 120, 85, home=True)
    pressure(lake, adult(lake, "e"), 139, 89)
    pressure(lake, adult(lake, "f"), 134, 84, home=True)
    adult(lake, "g")
    said = lake.said("hypertension-found")
    assert {one: status for one, (status, _) in said.items()} == {
        "a": "met",
        "b": "met",
        "c": "not_met",
        "d": "not_met",
    }


def test_cholesterol_by_hand() -> None:
    """Total 4.0 less HDL 1.4 is 2.6: within. 4.1 − 1.4 = 2.7 is not. 150 − 50 mg/dl = 2.59 is. One without: 2 of 4."""
    lake = SmallLake(as_of=NOW)
    for one, total, hdl, unit in (
        ("a", 4.0, 1.4, "mmol/L"),
        ("b", 4.1, 1.4, "mmol/L"),
        ("c", 150, 50, "mg/dL"),
        ("d", None, 1.0, "mmol/L"),
    ):
        lake.add(
            "conditions",
            item_id=f"h-{one}",
            person_id=lake.person(one, shared_records=True),
            status="active",
            code="53741008",
            noted_at=LATELY,
        )
        for code, value in (("2093-3", total), ("2085-9", hdl)):
            if value is not None:
                lake.add(
                    "observations",
                    item_id=f"{one}{code}",
                    person_id=one,
                    code=code,
                    value=float(value),
                    unit=unit,
                    taken_at=LATELY,
                )
    assert lake.counted("cholesterol-to-target") == {"met": 2, "not_met": 2}
    assert lake.said("cholesterol-to-target")["d"][1] == "No result in the last 12 months"


def test_smoking_by_hand() -> None:
    """Smokes 1, gave up since 1, never 1, unknown 1 (not counted), a child (nobody): 1 of 3."""
    lake = SmallLake(as_of=NOW)
    for one in "abcd":
        adult(lake, one)
    adult(lake, "e", age=12)
    for one, code, when in (
        ("a", "8517006", at("2020-01-01")),
        ("a", "449868002", at("2026-01-01")),
        ("b", "77176002", at("2020-01-01")),
        ("b", "8517006", at("2026-01-01")),
        ("c", "266919005", at("2010-01-01")),
        ("e", "449868002", at("2026-01-01")),
    ):
        lake.add("observations", item_id=f"{one}{code}", person_id=one, code="72166-2", value_code=code, taken_at=when)
    assert lake.counted("adults-who-smoke") == {"met": 1, "not_met": 2, "excluded": 1}


def test_the_flu_season_begins_on_the_first_of_september_in_london() -> None:
    """23:00 in Greenwich on 31 August is midnight of 1 September in London: this season. A minute earlier is the last one."""
    lake = SmallLake(as_of=at("2026-01-20"))
    for one, when in (
        ("a", at("2025-08-31", "23:00")),
        ("b", at("2025-08-31", "22:59")),
        ("c", at("2026-01-10")),
        ("d", at("2024-11-01")),
        ("e", at("2026-02-01")),  # not yet, at this count
    ):
        adult(lake, one, age=70)
        lake.add("immunizations", item_id=f"i-{one}", person_id=one, status="completed", code="140", given_at=when)
    adult(lake, "f", age=64)  # 64 this year: out
    adult(lake, "g", age=65)
    lake.add("immunizations", item_id="i-g", person_id="g", status="not-done", code="140", given_at=at("2026-01-10"))
    lake.person("h", birth_year=1940)  # nobody shares their records
    said = {one: status for one, (status, _) in lake.said("flu-vaccination-65").items()}
    assert said == {"a": "met", "b": "not_met", "c": "met", "d": "not_met", "e": "not_met", "g": "not_met"}
    lake.as_of = at("2026-09-01")  # a new season
    assert lake.counted("flu-vaccination-65")["met"] == 0


def test_pneumococcal_by_hand() -> None:
    """Ever vaccinated, however long ago, with either vaccine: 2 of 3."""
    lake = SmallLake(as_of=NOW)
    for one in "abc":
        adult(lake, one, age=70)
    lake.add("immunizations", item_id="1", person_id="a", code="33", given_at=at("1999-01-01"))
    lake.add("immunizations", item_id="2", person_id="b", code="133", given_at=at("2020-01-01"))
    lake.add("immunizations", item_id="3", person_id="c", code="140", given_at=at("2020-01-01"))
    assert lake.counted("pneumococcal-vaccination-65") == {"met": 2, "not_met": 1}


def test_both_thresholds_of_high_intensity_use() -> None:
    """6 in one month; 21 in a year but 2 a month; 5 in a year; 4; a child with 9; 6 more than a year ago."""
    lake = SmallLake(as_of=at("2026-12-31"))
    came = {
        "month": [f"2026-03-{day:02}" for day in range(1, 7)],
        "year": [f"2026-{month:02}-{day:02}" for month in range(1, 12) for day in (3, 20)][:21],
        "five": [f"2026-0{month}-03" for month in range(1, 6)],
        "four": [f"2026-0{month}-03" for month in range(1, 5)],
        "child": [f"2026-0{month}-03" for month in range(1, 10)],
        "past": [f"2025-12-{day:02}" for day in range(20, 26)],
    }
    for who, days in came.items():
        lake.person(who, birth_year=2016 if who == "child" else 1960)
        for number, day in enumerate(days):
            lake.add(
                "partner_contacts",
                item_id=f"{who}{number}",
                person_id=who,
                status="finished",
                kind="EMER",
                began_at=at(day),
            )
    lake.add(
        "partner_contacts", item_id="x", person_id="four", status="finished", kind="AMB", began_at=at("2026-06-01")
    )
    assert {one for one, (status, _) in lake.said("high-intensity-monthly").items() if status == "met"} == {
        "month",
        "year",
    }
    assert {one for one, (status, _) in lake.said("high-intensity-five-a-year").items() if status == "met"} == {
        "month",
        "year",
        "five",
    }
    assert lake.counted("high-intensity-monthly") == {"met": 2, "not_met": 2}  # 'past' had none in the year
