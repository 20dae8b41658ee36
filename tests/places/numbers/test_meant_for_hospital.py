"""Are avoided admissions counted from what was meant, and never from silence?"""

from datetime import timedelta

import pytest

from tests.places.numbers.small_lake import SmallLake, at


def decision(lake: SmallLake, one: str, *, meant: bool | None = True, advised: bool = False, **details: object) -> None:
    lake.add(
        "decisions",
        **{
            "decision_id": one, "kind": "call", "person_id": lake.person(f"p-{one}"), "way": "crew", "conveyed": True,
            "eligible": True, "called": True, "met_at": at("2026-03-02", "09:50"), "intended_hospital": meant,
            "decided_at": at("2026-03-02", "10:00"), "decided_hospital": advised, **details,
        },
    )  # fmt: skip


def look(lake: SmallLake, one: str, found: str | None, *, hours: int = 72, state: str = "found") -> None:
    since = at("2026-03-02", "10:00")
    lake.add(
        "outcomes", outcome_id=f"{one}-{hours}", decision_id=one, person_id=f"p-{one}", hours=hours, since=since,
        until=since + timedelta(hours=hours), state=state, found=found,
    )  # fmt: skip


@pytest.mark.hazard(
    "HZ-S72-31",
    hazard="An admission is called avoided because nobody heard of it.",
    control="It is met only where every hospital has told of something later; silence is too early, then not met.",
)
def test_admissions_avoided_by_hand() -> None:
    """Of seven meant for hospital: 2 not admitted, 1 admitted, 1 died, 1 never told, 2 open. 2 of 5 = 40%."""
    lake = SmallLake(as_of=at("2026-03-05", "10:00"))  # exactly 72 hours later
    for one, found, state in (
        ("a", "not_admitted", "found"),
        ("b", "not_admitted", "found"),
        ("c", "admitted", "found"),
        ("d", "died", "found"),
        ("e", "not_known", "given_up"),
        ("f", "not_known", "waiting"),
        ("g", None, "waiting"),
    ):
        decision(lake, one)
        look(lake, one, found, state=state)
        look(lake, one, "admitted", hours=168)  # another look, which this number does not ask
    decision(lake, "h", meant=False)  # somebody who was going to stay anyway
    decision(lake, "i", meant=None)  # nobody had decided what they meant
    decision(lake, "j", decided_at=None, decided_hospital=None)  # not yet advised
    said = lake.said("admissions-avoided")
    assert sorted(said) == list("abcdefg")
    assert lake.counted("admissions-avoided") == {"met": 2, "not_met": 3, "too_early": 2}
    assert said["c"][1] == "Admitted within 72 hours" and said["d"][1] == "Died within 72 hours"
    assert said["e"] == ("not_met", "No hospital ever told what became of them")
    assert said["f"][1] == "No hospital has told of anything so late yet"
    assert not next(row for row in lake.rows("admissions-avoided") if row["row_id"] == "e")["evidence"]


def test_before_the_hours_are_over_it_is_too_early_and_a_look_nobody_took_is_not_met() -> None:
    lake = SmallLake(as_of=at("2026-03-05", "09:59"))
    decision(lake, "a")
    look(lake, "a", None, state="waiting")
    assert lake.said("admissions-avoided")["a"] == ("too_early", "The 72 hours are not over")
    decision(lake, "b")  # no look was ever arranged
    lake.as_of = at("2026-03-05", "10:00")
    assert lake.said("admissions-avoided")["b"] == ("not_met", "Nobody looked up what became of them")


def test_seven_days_ask_their_own_look() -> None:
    """Not admitted in three days and admitted on the sixth: met for the one, not met for the other."""
    lake = SmallLake()
    decision(lake, "a")
    look(lake, "a", "not_admitted")
    look(lake, "a", "admitted", hours=168)
    assert lake.said("admissions-avoided")["a"][0] == "met"
    assert lake.said("admissions-avoided-7-days")["a"] == ("not_met", "Admitted within 7 days")


def test_left_at_home_after_a_call() -> None:
    """Crews' calls advised otherwise than hospital: one stayed well, one was admitted. 1 of 2."""
    lake = SmallLake()
    for one, found in (("a", "not_admitted"), ("b", "admitted")):
        decision(lake, one)
        look(lake, one, found)
    decision(lake, "c", advised=True)  # taken to hospital
    decision(lake, "d", conveyed=False, way="care-home")  # no crew
    decision(lake, "e", kind="arrival")  # came to the door
    assert lake.counted("not-conveyed-safely") == {"met": 1, "not_met": 1}


def test_call_before_convey_by_hand() -> None:
    """Two crews rang, one came without: 2 of 3. One had rung (its call is the incident), one was not covered, one not known."""
    lake = SmallLake()
    for one in ("a", "b"):
        decision(lake, one)
    decision(lake, "c", kind="arrival", called=False)
    decision(lake, "d", kind="arrival", called=True)
    decision(lake, "e", eligible=False)
    decision(lake, "f", eligible=None, kind="arrival", called=None)
    decision(lake, "g", conveyed=False)
    said = lake.said("call-before-convey")
    assert sorted(said) == ["a", "b", "c", "e", "f"]
    assert [said[one][0] for one in "abcef"] == ["met", "met", "not_met", "excluded", "excluded"]


def test_the_pilot_is_seven_of_eight() -> None:
    """Eight calls from a mental health ward, seven stayed: 87.5%."""
    lake = SmallLake()
    for number in range(8):
        decision(lake, str(number), way="mental-health-ward", conveyed=False, advised=number == 7)
    decision(lake, "crew")
    decision(lake, "open", way="mental-health-ward", decided_at=None, decided_hospital=None)
    assert lake.counted("mental-health-ward-calls") == {"met": 7, "not_met": 1}


def test_who_they_are_comes_from_the_table_of_people() -> None:
    lake = SmallLake()
    decision(lake, "a")
    lake.held["people"][0] = {
        "person_id": "p-a", "known_since": at("2020-01-01"), "birth_year": 1941, "sex": "male", "ethnicity": "J",
        "locality": "east", "neighbourhood": "n1", "deprivation": "1 most deprived",
    }  # fmt: skip
    (row,) = lake.rows("admissions-avoided")
    cuts = ("age", "sex", "ethnicity", "locality", "neighbourhood", "deprivation", "need", "source")
    assert [row[cut] for cut in cuts] == ["85 and over", "male", "J", "east", "n1", "1 most deprived", None, None]
