"""Does a withdrawal or a change reach the one referral it means, and leave the others alone?"""

from typing import Any
from uuid import UUID

import pytest

from homeward.access.api import gate
from homeward.directory.api import place
from homeward.fhir.tests.counting import rows
from homeward.fhir.tests.messages import fall, published
from homeward.fhir.tests.partner import NOON, outcome, partner
from homeward.foundation.events import of_subject
from homeward.referrals.api import Move, Part, ServiceRequest, refer_on, triage
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db

OTHER = UUID("0d5f2f4e-6a3b-4a52-9f3c-000000000009")


def states() -> dict[str, str]:
    """The first line of each referral's need → its state."""
    with gate.job("bench", at=NOON):
        return {each.need_words.splitlines()[0]: each.state for each in ServiceRequest.objects.order_by("id")}


def cancel(**changes: Any) -> dict[str, Any]:
    return fall(message_id=OTHER, reason="update", status="revoked", **changes)


@pytest.mark.hazard(
    "HZ-S12-26",
    hazard="A cancel message withdraws somebody else's referral, or none although its sender believes it did.",
    control="It is matched by sender, request id and person; when none fits the sender is told so and nothing changes.",
)
def test_a_withdrawal_reaches_its_referral_once() -> None:
    sender = partner()
    assert sender.send(fall()).status_code == 200
    first = sender.send(cancel())
    assert first.status_code == 200, first.content
    assert b'"revoked"' in first.content
    assert set(states().values()) == {"revoked"}
    before = rows()
    assert sender.send(cancel()).content == first.content
    assert rows() == before


@pytest.mark.hazard(
    "HZ-S12-36",
    hazard="A partner cancels a request that several teams were asked to help with; one of them still goes.",
    control="A cancel message withdraws the whole with every part of it, for the reason that the place declares for it.",
)
def test_a_withdrawal_reaches_every_part_of_what_was_asked() -> None:
    sender = partner()
    sender.send(fall())
    with gate.job("bench", at=NOON):
        whole = ServiceRequest.objects.get()
    clinician = staff(role="hub-clinician", teams=(whole.hub_team_id,))
    whole = triage(
        referral_id=whole.id, answers={}, need_code="fall", urgency="two-hours", words="Rung", by=clinician, at=NOON,
        expected_version=1,
    )  # fmt: skip
    refer_on(
        referral_id=whole.id, parts=[Part(need_code="fall"), Part(need_code="loneliness")], by=clinician, at=NOON,
        expected_version=2,
    )  # fmt: skip
    assert sender.send(cancel()).status_code == 200
    with gate.job("bench", at=NOON):
        assert set(ServiceRequest.objects.values_list("state", flat=True)) == {"revoked"}
        reasons = set(Move.objects.filter(kind="revoke").values_list("reason_code", flat=True))
    assert reasons == {place().reason_that_means("sender_withdrew", use="revoke").code}


def test_a_withdrawal_of_what_never_came_changes_nothing() -> None:
    sender = partner()
    before = rows()
    response = sender.send(cancel())
    assert response.status_code == 404
    assert outcome(response)["code"] == "not-found"
    assert rows() == before


def test_a_withdrawal_by_another_partner_or_about_another_person_changes_nothing() -> None:
    sender, stranger = partner(), partner(name="Somebody else")
    sender.send(fall())
    assert stranger.send(cancel()).status_code == 404
    assert sender.send(cancel(family="Stone", nhs_number="")).status_code == 404
    assert sender.send(cancel(nhs_number="9990000026", family="Stone")).status_code == 404
    assert set(states().values()) == {"received"}


def test_a_withdrawal_means_the_one_that_agrees_most() -> None:
    sender = partner()
    sender.send(fall(need_words="First"))
    sender.send(fall(need_words="Second", message_id=OTHER, case_number="case-2"))
    sender.send(fall(message_id=UUID(int=3), reason="update", status="revoked", case_number="case-1"))
    assert states() == {"First": "revoked", "Second": "received"}


def test_a_change_is_noted_beside_what_stood() -> None:
    sender = partner()
    sender.send(fall())
    response = sender.send(
        fall(message_id=OTHER, reason="update", need_words="Now has a hip pain too", priority="stat")
    )
    assert response.status_code == 200, response.content
    assert list(states()) == ["Fell at home, no injury seen, cannot get up alone"]
    with gate.job("bench", at=NOON):
        said = of_subject(ServiceRequest.objects.get().id)
    notes = [event for event in said if event.kind == "referral.note"]
    assert len(notes) == 1
    assert "Now has a hip pain too" in notes[0].facts["words"]


@pytest.mark.hazard(
    "HZ-S12-27",
    hazard="The first message of a need is lost on its way and only a change to it arrives, which nobody can place.",
    control="A change to a request that never came becomes a referral of its own.",
)
def test_a_change_to_what_never_came_becomes_a_referral() -> None:
    response = partner().send(fall(reason="update"))
    assert response.status_code == 200
    assert list(states().values()) == ["received"]


def test_a_withdrawal_by_a_sender_who_could_not_name_the_person() -> None:
    sender = partner()
    nobody: dict[str, Any] = {"family": "", "given": "", "nhs_number": "", "birth_date": None}
    assert sender.send(fall(**nobody)).status_code == 200
    assert sender.send(cancel()).status_code == 200
    assert set(states().values()) == {"revoked"}


@pytest.mark.skipif(not published(), reason="HOMEWARD_EXAMPLES names no folder of published messages")
def test_the_published_withdrawal_and_changes() -> None:
    sender = partner(name="999")
    files = {file.name: file.read_bytes() for file in published("guide")}
    new = [body for name, body in files.items() if name.startswith(("REFREQ", "VALREQ")) and b'"update"' not in body]
    for body in new:
        assert sender.send(body).status_code == 200
    before = states()
    assert sender.send(next(body for name, body in files.items() if name.startswith("SERVREQ01"))).status_code == 200
    with gate.job("bench", at=NOON):
        withdrawn = ServiceRequest.objects.get(state="revoked")
    assert withdrawn.need_words.startswith("Palpitations")  # VALREQ01, the validation that it speaks of
    changes = [body for name, body in files.items() if name.startswith("REFREQ") and b'"update"' in body]
    for body in changes:
        assert sender.send(body).status_code == 200
    assert len(states()) == len(before)
