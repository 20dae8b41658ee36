"""Are waits to leave hospital, ways home and hours of care counted as by hand?"""

from datetime import date

import pytest

from tests.places.numbers.small_lake import SmallLake, at


def stay(
    lake: SmallLake, one: str, *, ready: str | None, left: str | None, days: int | None, **details: object
) -> None:
    lake.add(
        "stays",
        **{
            "stay_id": one, "person_id": lake.person(f"p-{one}"), "hospital": "h", "team": "flow", "method": "emergency",
            "admitted_at": at("2026-02-20"), "ready_at": at(ready) if ready else None, "left_at": at(left) if left else None,
            "days_waited": days, "destination": "own-home" if left else None, **details,
        },
    )  # fmt: skip


def test_discharge_delay_by_hand() -> None:
    """Waits of 0, 0, 1, 3, 6 and 20 days: 30 days for 6 people, a mean of 5. One unknown is not captured: 6 of 7."""
    lake = SmallLake()
    for one, ready, left, days in (
        ("a", "2026-03-02", "2026-03-02", 0),
        ("b", "2026-03-03", "2026-03-03", 0),
        ("c", "2026-03-02", "2026-03-03", 1),
        ("d", "2026-03-02", "2026-03-05", 3),
        ("e", "2026-03-02", "2026-03-08", 6),
        ("f", "2026-03-02", "2026-03-22", 20),
        ("g", None, "2026-03-09", None),
        ("h", "2026-03-02", None, None),
    ):
        stay(lake, one, ready=ready, left=left, days=days)
    stay(lake, "i", ready="2026-03-02", left="2026-03-04", days=2, destination="died")
    stay(lake, "j", ready="2026-03-02", left="2026-03-04", days=2, destination="other-hospital")
    values = lake.values("discharge-delay")
    assert "h" not in values  # still in: counted when they leave
    met = [values[one] for one in "abcdef"]
    assert sum(each or 0 for each in met) / 6 == 5.0
    assert (values["g"], values["i"], values["j"]) == (None, None, None)
    assert lake.counted("discharge-delay") == {"met": 6, "not_met": 1, "excluded": 2}
    bands = {one: why for one, (_, why) in lake.said("discharge-delay").items()}
    assert [bands[one] for one in "abcdef"] == [
        "The same day", "The same day", "1 day", "2 or 3 days", "4 to 6 days", "14 to 20 days",
    ]  # fmt: skip
    assert lake.counted("left-on-ready-day") == {"met": 2, "not_met": 4, "excluded": 3}  # 2 of 6


@pytest.mark.parametrize(
    ("days", "band"),
    [(0, "The same day"), (1, "1 day"), (2, "2 or 3 days"), (3, "2 or 3 days"), (4, "4 to 6 days"), (6, "4 to 6 days"),
     (7, "7 to 13 days"), (13, "7 to 13 days"), (14, "14 to 20 days"), (20, "14 to 20 days"), (21, "21 days or more"), (90, "21 days or more")],
)  # fmt: skip
def test_the_edges_of_the_published_bands(days: int, band: str) -> None:
    lake = SmallLake()
    stay(lake, "a", ready="2026-03-01", left="2026-05-01", days=days)
    assert lake.said("discharge-delay")["a"] == ("met", band)


def test_a_clock_put_back_within_a_stay_is_no_negative_wait() -> None:
    """What was said after leaving never counts; a feed that tells a later ready day all the same waits nought, not less."""
    lake = SmallLake()
    stay(lake, "a", ready="2026-03-05", left="2026-03-04", days=-1)
    assert lake.values("discharge-delay") == {"a": 0.0}


def bed(lake: SmallLake, one: str, destination: str | None) -> None:
    lake.add(
        "bed_stays", bed_stay_id=one, person_id=lake.person(f"p-{one}"), site="s", team="t", came_at=at("2026-03-01"),
        left_at=at("2026-03-20") if destination else None, destination=destination,
    )  # fmt: skip


def test_home_not_long_term_care_by_hand() -> None:
    """Home: own, family's and the care home they lived in = 3. New care home 1, elsewhere 1. 3 of 5 = 60%."""
    lake = SmallLake()
    for one, where in zip(
        "abcdefghi",
        ("own-home", "home-of-family", "care-home-known", "care-home-new", "elsewhere", "died", "other-hospital", "recovery-bed", None),
        strict=True,
    ):  # fmt: skip
        bed(lake, one, where)
    assert lake.counted("home-not-long-term-care") == {"met": 3, "not_met": 2, "excluded": 3}
    assert "i" not in lake.said("home-not-long-term-care")


def test_still_home_counts_the_dead_and_the_unknown() -> None:
    """Five whose day has come: home 1, care home 1, died 1, could not be found 1, nobody looked 1. 1 of 5 = 20%."""
    lake = SmallLake(as_of=at("2026-06-15"))
    for one, answer, due in (
        ("a", "at-home", "2026-06-01"),
        ("b", "in-care-home", "2026-06-01"),
        ("c", "has-died", "2026-06-01"),
        ("d", "not-known", "2026-06-01"),
        ("e", None, "2026-06-15"),  # due today, at the very moment
        ("f", None, "2026-06-16"),
    ):
        lake.add(
            "follow_ups", follow_up_id=one, person_id=lake.person(f"p-{one}"), team="hub", left_at=at("2026-03-02"),
            due_at=at(due), answer=answer,
        )  # fmt: skip
    assert lake.counted("still-home-91-days") == {"met": 1, "not_met": 4, "too_early": 1}
    assert lake.said("still-home-91-days")["e"][1] == "Nobody has found out yet"


def care(lake: SmallLake, one: str, start: float | None, end: float | None, *, state: str = "ended") -> None:
    lake.add(
        "home_care", home_care_id=one, person_id=lake.person(f"p-{one}"), team="home-care", state=state, hours_wanted=10.0,
        hours_start=start, hours_end=end, asked_at=at("2026-03-01"), started_at=at("2026-03-02"),
        ended_at=at("2026-04-10") if state == "ended" else None,
    )  # fmt: skip


def test_care_need_reduction_by_hand() -> None:
    """14 to 7, 10 to 0, 7 to 7, 5 to 8: less by 7, 10, 0 and −3, a mean of 3.5 hours; 4 of 5 captured."""
    lake = SmallLake()
    for one, start, end in (("a", 14, 7), ("b", 10, 0), ("c", 7, 7), ("d", 5, 8), ("e", 12, None)):
        care(lake, one, start, end)
    care(lake, "f", 12, None, state="running")
    values = lake.values("care-need-reduction")
    assert [values[one] for one in "abcde"] == [7, 10, 0, -3, None]
    assert sum(value for value in values.values() if value is not None) / 4 == 3.5
    assert lake.counted("care-need-reduction") == {"met": 4, "not_met": 1}
    assert lake.said("care-need-reduction")["d"][1] == "More hours at the end"


def test_hours_at_the_end_of_recovery_are_those_told_for_this_referral() -> None:
    """First told 12, later 10; at the end 4, put right to 5 the day after it closed: 12 − 5 = 7. What came too late is nothing."""
    lake = SmallLake()
    for one in ("a", "b"):
        lake.add(
            "referrals", referral_id=one, person_id=lake.person(f"p-{one}"), accepted_service="early-intervention-community-team",
            accepted_team="eict", state="closed", received_at=at("2026-03-01"), accepted_at=at("2026-03-01"), ended_at=at("2026-04-01"),
        )  # fmt: skip
    for person, question, number, day in (
        ("p-a", "care-hours", 20, "2026-02-01"),  # before the referral
        ("p-a", "care-hours", 12, "2026-03-02"),
        ("p-a", "care-hours", 10, "2026-03-20"),
        ("p-a", "care-hours-at-end", 4, "2026-04-01"),
        ("p-a", "care-hours-at-end", 5, "2026-04-02"),
        ("p-b", "care-hours", 9, "2026-03-02"),
        ("p-b", "care-hours-at-end", 1, "2026-04-09"),  # more than a week after the end
    ):
        lake.add(
            "numbers_told", answer_id=f"{person}{question}{day}", person_id=person, form="f", question=question,
            concept="weekly-care-hours", number=float(number), told_at=at(day),
        )  # fmt: skip
    assert lake.values("care-need-reduction") == {"a": 7.0, "b": None}
    assert lake.counted("care-need-reduction") == {"met": 1, "not_met": 1}


def test_often_in_hospital_in_the_last_three_months_by_hand() -> None:
    """Deaths in June 2026: three admissions, three of which one planned, two, none: 1 of 4. Nothing was told 90 days before the one in April."""
    lake = SmallLake()
    stay(lake, "first", ready=None, left=None, days=None, admitted_at=at("2026-02-20"))
    for who, admissions in {"often": 3, "planned": 2, "twice": 2, "never": 0}.items():
        lake.person(who, died_on=date(2026, 6, 1))
        for turn in range(admissions):
            late(lake, f"{who}-{turn}", who)
    late(lake, "planned-2", "planned", method="planned")
    for turn in range(5):
        late(lake, f"long-ago-{turn}", "never", in_last_90_days=False)
    lake.person("too-soon", died_on=date(2026, 4, 1))
    lake.person("alive")
    said = lake.said("late-emergency-admissions")
    assert {who: status for who, (status, _) in said.items()} == {
        "often": "met", "planned": "not_met", "twice": "not_met", "never": "not_met", "too-soon": "excluded",
    }  # fmt: skip
    assert said["never"][1] == "No emergency admission in the last 90 days on record"


def test_where_no_hospital_tells_of_its_stays_no_death_is_judged() -> None:
    lake = SmallLake()
    lake.person("a", died_on=date(2026, 6, 1))
    assert lake.counted("late-emergency-admissions") == {"excluded": 1}


def test_emergency_admissions_from_care_homes_by_hand() -> None:
    """Of four emergencies at a hospital that tells, two from a care home: 2 of 4. Planned stays count for nothing, nor does one that never tells."""
    lake = SmallLake()
    for one, home, method, hospital in (
        ("a", True, "emergency", "h"), ("b", True, "emergency", "h"), ("c", False, "emergency", "h"),
        ("d", False, "emergency", "h"), ("e", True, "planned", "h"), ("f", False, "emergency", "silent"),
    ):  # fmt: skip
        stay(lake, one, ready=None, left=None, days=None, from_care_home=home, method=method, hospital=hospital)
    assert lake.counted("care-home-share-of-admissions") == {"met": 2, "not_met": 2, "excluded": 2}
    assert lake.said("care-home-share-of-admissions")["f"][1] == "Their hospital has never told of anybody from a care home"


def late(lake: SmallLake, one: str, who: str, **details: object) -> None:
    lake.add(
        "stays",
        **{
            "stay_id": one, "person_id": who, "method": "emergency", "admitted_at": at("2026-05-01"), "in_last_90_days": True,
            **details,
        },
    )  # fmt: skip


def test_older_people_admitted_by_hand() -> None:
    """Of five of 65 and over on a list two came in an emergency in the 90 days: 400 for each 1,000. One came twice, and counts once."""
    lake = SmallLake()  # as of 15 June 2026, so the 90 days begin on 17 March
    for one in "abcde":
        lake.person(f"p-{one}", birth_year=1961, practice="list")
    lake.person("young", birth_year=1962, practice="list")
    lake.person("unlisted", birth_year=1940)
    lake.person("died", birth_year=1940, practice="list", died_on=date(2026, 6, 1))
    for number, (who, day, method) in enumerate(
        (("a", "2026-03-18", "emergency"), ("a", "2026-05-01", "emergency"), ("b", "2026-06-15", "emergency"),
         ("c", "2026-03-16", "emergency"), ("d", "2026-05-01", "planned"))
    ):  # fmt: skip
        lake.add("stays", stay_id=f"s{number}", person_id=f"p-{who}", method=method, admitted_at=at(day, "11:00"))
    assert lake.counted("older-people-admitted") == {"met": 2, "not_met": 3}
    assert set(lake.values("older-people-admitted").values()) == {1.0}
    assert {one for one, (status, _) in lake.said("older-people-admitted").items() if status == "met"} == {"p-a", "p-b"}


def test_older_people_are_not_counted_before_hospitals_told_for_all_of_the_days() -> None:
    lake = SmallLake()
    lake.person("p", birth_year=1940, practice="list")
    assert lake.counted("older-people-admitted") == {"excluded": 1}
    lake.add("stays", stay_id="s", person_id="p", method="emergency", admitted_at=at("2026-06-01"))
    assert lake.counted("older-people-admitted") == {"excluded": 1}
