"""Are referrals, continuity and the promises to people counted as by hand?"""

from typing import Any

import pytest

from tests.places.numbers.small_lake import SmallLake, at


def referral(lake: SmallLake, one: str, **details: Any) -> None:
    lake.add(
        "referrals",
        **{
            "referral_id": one, "person_id": f"p-{one}", "received_at": at("2026-03-02"), "need": "fall", "source": "web",
            "requester": "gp", "state": "in_contact", "team": "owner", "locality": "east", "passed_on": 0, **details,
        },
    )  # fmt: skip


def visit(lake: SmallLake, one: str, worker: str | None, day: str, *, of: str = "r", **details: object) -> None:
    lake.add(
        "visits",
        **{
            "visit_id": one, "referral_id": of, "person_id": f"p-{of}", "worker": worker, "team": "t", "state": "seen",
            "way": "in_person", "added_at": at(day), "contact_at": at(day), "died_in_7_days": False, **details,
        },
    )  # fmt: skip


def test_continuity_of_aaab() -> None:
    """Visits by A, A, A, B: the usual provider made 3 of 4, 75%; new faces are the first A and B, 2 of 4, 50%."""
    lake = SmallLake(as_of=at("2026-03-31"))
    for number, worker in enumerate("AAAB"):
        visit(lake, f"v{number}", worker, f"2026-03-0{number + 1}")
    visit(lake, "w1", "A", "2026-03-01", of="q")
    visit(lake, "w2", "B", "2026-03-02", of="q")  # two visits: too few to say
    visit(lake, "x", None, "2026-03-05")  # nobody wrote down who came
    visit(lake, "y", "C", "2026-03-05", state="not_seen", contact_at=None)
    visit(lake, "z", "C", "2026-03-05", way="telephone")
    assert lake.values("few-strangers") == {"r": 75.0, "q": None}
    assert lake.counted("few-strangers") == {"met": 1, "excluded": 1}
    assert lake.counted("new-faces") == {"met": 2, "not_met": 2, "excluded": 2}
    assert [lake.said("new-faces")[f"v{number}"][0] for number in range(4)] == ["met", "not_met", "not_met", "met"]


def test_continuity_looks_back_90_days() -> None:
    lake = SmallLake(as_of=at("2026-03-31"))
    for number, day in enumerate(("2025-12-31", "2026-01-01", "2026-02-01")):  # 90 days before is 31 December, noon
        visit(lake, f"v{number}", "A", day)
    assert lake.values("few-strangers") == {"r": 100.0}
    lake.as_of = at("2026-03-31", "12:01")
    assert lake.values("few-strangers") == {"r": None}


def test_recovery_referrals_count_a_quick_return_once() -> None:
    """Three accepted. The second came 23 h 59 min after the first ended, the third 24 h after the second: 2 count."""
    lake = SmallLake()
    team = {"accepted_service": "early-intervention-community-team", "accepted_team": "eict", "person_id": "p"}
    referral(lake, "a", accepted_at=at("2026-03-02", "13:00"), ended_at=at("2026-03-10", "10:00"), **team)
    back = {"received_at": at("2026-03-11", "09:59"), "ended_at": at("2026-03-15", "10:00")}
    referral(lake, "b", accepted_at=at("2026-03-11", "11:00"), **{**team, **back})
    referral(lake, "c", accepted_at=at("2026-03-16", "11:00"), **{**team, "received_at": at("2026-03-16", "10:00")})
    referral(lake, "d")  # accepted by nobody
    referral(lake, "e", accepted_service="district-nursing", accepted_at=at("2026-03-02"))
    referral(lake, "f", accepted_at=at("2026-03-11", "11:00"), **{**team, **back, "person_id": "somebody-else"})
    assert {one: status for one, (status, _) in lake.said("recovery-referrals").items()} == {
        "a": "met", "b": "excluded", "c": "met", "f": "met",
    }  # fmt: skip
    (row,) = (row for row in lake.rows("recovery-referrals") if row["row_id"] == "a")
    assert (row["team"], row["need"], row["locality"]) == ("eict", "fall", "east")


def test_self_referral_share_by_hand() -> None:
    """Accepted: the person, a carer by telephone, a GP, the person's page. 3 of 4. Parts and what nobody accepted are out."""
    lake = SmallLake()
    taken = {"accepted_at": at("2026-03-02")}
    referral(lake, "a", requester="citizen", **taken)
    referral(lake, "b", requester="carer", source="call", **taken)
    referral(lake, "c", **taken)
    referral(lake, "d", requester=None, source="citizen", **taken)
    referral(lake, "e", requester="citizen", part_of="a", **taken)
    referral(lake, "f", requester="citizen")
    assert lake.counted("self-referral-share") == {"met": 3, "not_met": 1}


def test_passed_on_by_hand() -> None:
    """Once, twice and never passed on: 2 of 3. One that nobody has accepted can still be passed on."""
    lake = SmallLake()
    referral(lake, "a", passed_on=1)
    referral(lake, "b", passed_on=2)
    referral(lake, "c", passed_on=0, state="accepted")
    referral(lake, "d", passed_on=0, state="placed")
    referral(lake, "e", passed_on=3, part_of="a")
    assert {one: status for one, (status, _) in lake.said("passed-on").items()} == {
        "a": "met", "b": "met", "c": "not_met", "d": "too_early",
    }  # fmt: skip


def test_first_human_by_hand() -> None:
    """Reached after 1, 5 and 30 hours (the last on a part): the middle is 5. One ended unseen, one was advised, one waits."""
    lake = SmallLake()
    for one in "abc":
        referral(lake, one, received_at=at("2026-03-02", "08:00"))
    referral(lake, "c-part", part_of="c")
    visit(lake, "v1", "A", "2026-03-02", of="a", contact_at=at("2026-03-02", "09:00"))
    visit(lake, "v2", "A", "2026-03-02", of="a", contact_at=at("2026-03-02", "16:00"))
    visit(lake, "v3", "A", "2026-03-02", of="b", contact_at=at("2026-03-02", "13:00"), way="telephone")
    visit(lake, "v4", "A", "2026-03-03", of="c-part", contact_at=at("2026-03-03", "14:00"))
    referral(lake, "d", state="closed", ended_at=at("2026-03-09"))
    referral(lake, "e", state="advised", ended_at=at("2026-03-02"))
    referral(lake, "f", state="accepted")
    assert lake.values("first-human") == {"a": 1.0, "b": 5.0, "c": 30.0, "d": None, "e": None, "f": None}
    assert lake.counted("first-human") == {"met": 3, "not_met": 1, "excluded": 1, "too_early": 1}


def test_mental_health_response_by_hand() -> None:
    """Answered after 2, 4 and 20 hours: the middle is 4."""
    lake = SmallLake()
    for one, phase, minutes in (
        ("a", "stopped", 120.0),
        ("b", "stopped", 240.0),
        ("c", "stopped", 1200.0),
        ("d", "running", 5000.0),
        ("e", "abandoned", 30.0),
    ):
        referral(lake, one)
        lake.add(
            "clocks", clock_id=one, referral_id=one, person_id=f"p-{one}", code="mental-health-response", phase=phase,
            started_at=at("2026-03-02"), counted_minutes=minutes,
        )  # fmt: skip
    lake.add("clocks", clock_id="z", referral_id="a", code="hub-triage", phase="stopped", started_at=at("2026-03-02"))
    values = lake.values("mental-health-response-time")
    assert sorted(value for value in values.values() if value is not None) == [2, 4, 20]
    assert lake.counted("mental-health-response-time") == {"met": 3, "excluded": 1, "too_early": 1}


@pytest.mark.hazard(
    "HZ-S72-32",
    hazard="Help at home is called safe because a late admission or death is not yet known.",
    control="It counts as safe only when seven days are over and a hospital has told of something later.",
)
def test_safe_after_response_by_hand() -> None:
    """Seen at 12:00 on 2 March. Well 1; admitted on day 6; died; admitted at the very end of 7 days is outside: 2 of 4."""
    lake = SmallLake(as_of=at("2026-03-20"))
    lake.add("needs", code="fall", two_hour=True)
    lake.add("needs", code="wound-care", two_hour=False)
    for one in "abcdefg":
        referral(lake, one, need="wound-care" if one == "g" else "fall")
        visit(lake, f"v-{one}", "A", "2026-03-02", of=one, died_in_7_days=one == "c")
    visit(lake, "later", "A", "2026-03-10", of="a", died_in_7_days=True)  # a death that followed a later visit's week
    lake.held["visits"].pop()
    for one, moment, method in (
        ("b", at("2026-03-08"), "emergency"),
        ("d", at("2026-03-09", "12:00"), "emergency"),
        ("e", at("2026-03-05"), "planned"),
        ("f", at("2026-03-01"), "emergency"),
    ):
        lake.add("stays", stay_id=one, person_id=f"p-{one}", method=method, admitted_at=moment)
    said = lake.said("safe-after-response")
    assert {one: status for one, (status, _) in said.items()} == {
        "a": "met", "b": "not_met", "c": "not_met", "d": "met", "e": "met", "f": "met",
    }  # fmt: skip
    lake.held["stays"] = [row for row in lake.held["stays"] if row["stay_id"] != "d"]  # nothing told after 8 March
    assert lake.said("safe-after-response")["a"] == ("too_early", "No hospital has told of anything so late yet")
    lake.as_of = at("2026-03-09", "11:59")
    assert lake.said("safe-after-response")["a"] == ("too_early", "The 7 days are not over")


def test_assessed_twice_by_hand() -> None:
    """b repeats a while a holds; c comes when a has run out; d is the same team's; e has no time it holds: 1 of 4."""
    lake = SmallLake()
    for one, person, who, done, until in (
        ("a", "p", "bchc", "2026-03-01", "2026-03-10"),
        ("b", "p", "uhb", "2026-03-09", "2026-03-30"),
        ("c", "p", "bchc", "2026-03-30", "2026-04-10"),
        ("d", "q", "bchc", "2026-03-01", "2026-03-10"),
        ("e", "q", "bchc", "2026-03-02", None),
    ):
        lake.add(
            "assessments", response_id=one, person_id=person, form="f", assessment="needs", organisation=who,
            finished_at=at(done), valid_until=at(until) if until else None,
        )  # fmt: skip
    said = {one: status for one, (status, _) in lake.said("assessed-twice").items()}
    assert said == {"a": "not_met", "b": "met", "c": "not_met", "d": "not_met", "e": "excluded"}


def test_trusted_assessments_and_plans_and_questions_asked_again() -> None:
    lake = SmallLake(as_of=at("2026-03-20"))
    for one, state, until in (
        ("a", "accepted", "2026-03-10"),
        ("b", "ended", "2026-03-10"),
        ("c", "shared", "2026-03-20"),  # ran out this very moment
        ("d", "queried", "2026-03-21"),
        ("e", "withdrawn", "2026-03-21"),
    ):
        lake.add(
            "trusted_shares",
            share_id=one,
            person_id="p",
            state=state,
            shared_at=at("2026-03-01"),
            valid_until=at(until),
        )
    assert lake.counted("trusted-assessments-used") == {"met": 1, "not_met": 2, "too_early": 1, "excluded": 1}
    for one, lines, own in (("a", 3, 1), ("b", 2, 0), ("c", 0, 0)):
        lake.add("care_plans", plan_id=one, person_id="p", begun_at=at("2026-03-01"), lines=lines, own_lines=own)
    assert lake.counted("plan-in-own-words") == {"met": 1, "not_met": 1}
    for one, concept, known, kept in (
        ("a", "lives-with", True, False),
        ("b", "lives-with", True, True),
        ("c", "lives-with", False, False),
        ("d", "news2-total", True, False),  # worked out, not asked
    ):
        lake.add(
            "answers",
            response_id=one,
            person_id="p",
            concept=concept,
            finished_at=at("2026-03-01"),
            was_known=known,
            kept=kept,
        )
    assert lake.counted("asked-again") == {"met": 1, "not_met": 1}


def test_read_before_visit_by_hand() -> None:
    """Read by A who came, by a colleague of A's team, by nobody: 2 of 3, 67%. What was not looked up is listed, not counted."""
    lake = SmallLake()
    for one, read in (("a", "visitor"), ("b", "team"), ("c", "nobody"), ("d", None)):
        visit(lake, one, "A", "2026-03-02", read_before=read)
    visit(lake, "e", "A", "2026-03-02", way="telephone", read_before="visitor")
    visit(lake, "f", "A", "2026-03-02", state="not_seen", contact_at=None)
    assert {one: status for one, (status, _) in lake.said("read-before-visit").items()} == {
        "a": "met", "b": "met", "c": "not_met", "d": "excluded",
    }  # fmt: skip
    (row,) = (row for row in lake.rows("read-before-visit") if row["row_id"] == "a")
    assert (row["team"], row["evidence"]) == ("t", True)
