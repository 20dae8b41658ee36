"""Is urgency decided by the declared protocol, freely upwards, and never lowered riskily by one person alone?"""

import pytest

from homeward.access.api import gate
from homeward.episodes.api import clocks_of
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Invalid, NotPermitted, Refused
from homeward.referrals.api import ServiceRequest, second_look, suggestion, triage, triage_questions
from homeward.referrals.tests.arranging import after, clinician, coordinator, lead, received
from homeward.referrals.tests.committing import commits

pytestmark = pytest.mark.django_db
URGENT = {"alone-now": True, "not-safe-alone": True}


def lowered(referral: ServiceRequest, by: Actor, *, to: str = "planned") -> ServiceRequest:
    return triage(
        referral_id=referral.id, answers=URGENT, urgency=to, words="Daughter is on her way", by=by, at=after(5),
        expected_version=referral.version,
    )  # fmt: skip


def live_clocks(referral: ServiceRequest) -> set[str]:
    with gate.person(referral.person_id, by=coordinator(), at=after(30)):
        return {clock.code for clock in clocks_of([referral.id], after(30), live_only=True)[referral.id]}


def test_the_protocol_suggests_and_says_because() -> None:
    referral, by = received(need_code="loneliness"), coordinator()
    told = suggestion(referral.id, answers=URGENT, by=by, at=after(1))
    assert (told.urgency, told.because, told.call_999) == ("two-hours", ("The person is alone and not safe.",), False)
    quiet = suggestion(referral.id, answers={}, by=by, at=after(1))
    assert quiet.urgency == "planned" and quiet.because[0].startswith("Nothing said")
    assert suggestion(referral.id, answers={"chest-pain": True}, by=by, at=after(1)).call_999


def test_what_is_known_is_not_asked_afresh() -> None:
    referral = received(answers={"alone-now": True})
    asked = {each.code: each for each in triage_questions(referral.id, by=coordinator(), at=after(1))}
    assert asked["alone-now"].answer is True and asked["still-on-floor"].answer is None
    assert "no-urine" not in asked


def test_more_urgent_is_free_and_less_urgent_asks_why() -> None:
    referral = received(need_code="loneliness")
    raised = triage(
        referral_id=referral.id, answers={}, urgency="same-day", by=coordinator(), at=after(5), expected_version=1
    )
    commits()
    assert (raised.state, raised.urgency, raised.urgency_advised) == ("triaged", "same-day", "planned")
    assert "same-day-contact" in live_clocks(referral) and "planned-contact" not in live_clocks(referral)
    other = received(need_code="social-care-assessment")
    with pytest.raises(Invalid, match="Say why"):
        triage(
            referral_id=other.id, answers={"needs-help-today": True}, urgency="planned", by=coordinator(), at=after(5),
            expected_version=1,
        )  # fmt: skip


@pytest.mark.hazard(
    "HZ-S10-6",
    hazard="An urgent need is made routine by one tired person, and nobody else looks.",
    control="A risky lowering does not take effect: the safer urgency and its clock stand until somebody else has agreed.",
)
def test_a_risky_lowering_waits_for_somebody_else() -> None:
    first, second = clinician(name="Ben Osei"), clinician(name="Dina Roy")
    waiting = lowered(received(), first)
    commits()
    assert (waiting.state, waiting.urgency, waiting.urgency_wanted) == ("received", "two-hours", "planned")
    assert "two-hour-response" in live_clocks(waiting)
    with pytest.raises(NotPermitted, match="Somebody else"):
        second_look(referral_id=waiting.id, agree=True, by=first, at=after(6), expected_version=2)
    agreed = second_look(referral_id=waiting.id, agree=True, by=second, at=after(7), expected_version=2)
    assert (agreed.state, agreed.urgency, agreed.urgency_wanted) == ("triaged", "planned", None)
    assert "two-hour-response" not in live_clocks(agreed)


def test_who_disagrees_keeps_the_safer_urgency() -> None:
    waiting = lowered(received(), clinician())
    kept = second_look(
        referral_id=waiting.id,
        agree=False,
        words="Not safe",
        by=clinician(name="Dina Roy"),
        at=after(7),
        expected_version=2,
    )
    assert (kept.state, kept.urgency, kept.urgency_wanted) == ("triaged", "two-hours", None)
    with pytest.raises(Refused, match="Nobody has asked"):
        second_look(referral_id=waiting.id, agree=True, by=clinician(name="Dina Roy"), at=after(8), expected_version=3)


def test_only_its_hub_or_owner_triages() -> None:
    referral = received()
    for stranger in (coordinator(team="hub-west"), lead()):
        with pytest.raises(NotPermitted):
            triage(referral_id=referral.id, answers={}, by=stranger, at=after(5), expected_version=1)


@pytest.mark.hazard(
    "HZ-S10-7",
    hazard="Triage again, later, gives the two-hour clock a fresh start.",
    control="A clock found to apply by a later triage still counts from the moment the need was received.",
)
def test_a_clock_found_late_counts_from_the_beginning() -> None:
    referral = received(need_code="loneliness")
    triage(referral_id=referral.id, answers=URGENT, by=coordinator(), at=after(90), expected_version=1)
    with gate.person(referral.person_id, by=coordinator(), at=after(91)):
        clocks = {clock.code: clock for clock in clocks_of([referral.id], after(91))[referral.id]}
    assert clocks["two-hour-response"].due_at == after(120)
