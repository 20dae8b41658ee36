"""The whole story with its clock: a fall at 19:40, seen at home at 21:10, never conveyed, and found so after 72 hours."""

from datetime import timedelta

import pytest

from homeward.access.api import gate, system
from homeward.episodes.api import clocks_of
from homeward.foundation.events import of_person
from homeward.front_door.api import advise, call_view, find_outcomes
from homeward.front_door.tests.arranging import FELL, after, clinician, some_advice, taken
from homeward.front_door.tests.test_outcomes import somebody_else_is_admitted
from homeward.referrals import api as referrals
from homeward.referrals.tests.arranging import SERVICE, TEAM, coordinator, lead, person
from homeward.referrals.tests.arranging import clinician as hub_clinician
from homeward.visits.api import record_contact, visits_of

pytestmark = pytest.mark.django_db


@pytest.mark.hazard(
    "HZ-S11-2",
    hazard="Advice to stay at home is given and the help it rests on is never asked for.",
    control="An outcome that refers puts the need to the hub in the transaction that signs the advice; its two hours count from the call.",
)
def test_a_fall_is_seen_at_home_and_never_conveyed() -> None:
    who, by, house = person(), clinician(), system("demo")
    call = taken(who, by=by)
    advise(call_id=call, advice=some_advice("urgent-response", wants_words="To stay at home"), by=by, at=after(8))
    view = call_view(call, by=by, at=after(9))
    assert view.call.referral_id and view.referral.startswith("New: ")
    need = referrals.referral(view.call.referral_id, by=house, at=after(9))
    assert (need.source, need.requester_kind, need.urgency_asked, need.received_at) == (
        "call",
        "crew",
        "two-hours",
        FELL,
    )
    assert "Advice of OPAL+ advice line" in need.need_words
    at_the_hub_and_accepted(need)
    with gate.person(who, by=house, at=after(19), why="looking"):
        (visit,) = visits_of([need.id])
    record_contact(encounter_id=visit.id, contact_at=after(90), by=house, at=after(130), words="Safe to stay.")
    with gate.person(who, by=house, at=after(131), why="looking"):
        two_hours = next(
            each for each in clocks_of([need.id], after(131))[need.id] if each.target == timedelta(hours=2)
        )
        assert (two_hours.phase, two_hours.met, two_hours.elapsed) == ("stopped", True, timedelta(minutes=90))
    later = after(8) + timedelta(hours=72)
    somebody_else_is_admitted(later)
    find_outcomes(at=later)
    view = call_view(call, by=by, at=later)
    assert (view.call.intended_hospital, view.call.outcome_hospital, view.outcomes[0].words) == (
        True,
        False,
        "Not admitted",
    )
    with gate.person(who, by=house, at=later, why="looking"):
        told = [event.kind for event in of_person(who, kinds=["line.take", "line.advise", "outcome.find"], limit=10)]
    assert sorted(told) == ["line.advise", "line.take", "outcome.find"]


def at_the_hub_and_accepted(need: referrals.ServiceRequest) -> None:
    """Triaged and placed by the hub that owns it, taken by the team."""
    hub = need.owner_team_id
    need = referrals.triage(
        referral_id=need.id, answers={}, urgency="two-hours", words="As advised", by=hub_clinician(team=hub), at=after(12),
        expected_version=need.version,
    )  # fmt: skip
    need = referrals.place(
        referral_id=need.id, service_code=SERVICE, team_code=TEAM, why="Nearest", by=coordinator(team=hub), at=after(14),
        expected_version=need.version,
    )  # fmt: skip
    referrals.accept(referral_id=need.id, by=lead(), at=after(18), expected_version=need.version)


def test_advising_again_asks_for_no_second_team() -> None:
    who, by = person(), clinician()
    call = taken(who, by=by)
    for minute in (8, 20):
        advise(call_id=call, advice=some_advice("urgent-response", at=after(minute)), by=by, at=after(minute))
    view = call_view(call, by=by, at=after(21))
    assert len(view.advice) == 2 and len(view.outcomes) == 2
    live = referrals.live_referrals_for(person_id=who, by=system("demo"), at=after(21))
    assert [each.id for each in live] == [view.call.referral_id]
