"""Is an assessment trusted only under its agreement and in its window, may a provider query it, and is its reuse counted?"""

from datetime import timedelta
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotPermitted, Refused
from homeward.people.api import banner
from homeward.plans.api import (
    accept,
    finish,
    providers_for,
    query,
    reply,
    save_progress,
    share,
    share_view,
    shares_for,
    withdraw,
)
from homeward.plans.jobs import end_what_is_over
from homeward.plans.tests.arranging import FORM, WHOLE, therapist, visited
from homeward.referrals.tests.arranging import after
from tests.plumbing.people_at_work import staff

pytestmark = pytest.mark.django_db
HOME, BROKERS = "made-up-home-team", "home-care-birmingham"
LATE = 130 + 14 * 24 * 60


def manager(team: str = HOME) -> Actor:
    return staff(role="care-home-manager", teams=(team,), name="Sunita Rao")


def assessed() -> tuple[UUID, UUID]:
    """A person and their finished assessment at home, at 130 minutes."""
    person = visited()
    kept = save_progress(person_id=person, code=FORM, seen=0, answers=WHOLE, by=therapist(), at=after(120))
    return person, finish(response_id=kept.response_id, by=therapist(), at=after(130))


def shared() -> tuple[UUID, UUID]:
    person, response = assessed()
    return person, share(
        response_id=response, provider=HOME, words="She comes on Friday", by=therapist(), at=after(140)
    )


def test_only_providers_with_an_agreement_in_its_window_are_offered() -> None:
    _, response = assessed()
    assert {code for code, _, _ in providers_for(response, by=therapist(), at=after(140))} >= {HOME, BROKERS}
    assert providers_for(response, by=therapist(), at=after(LATE + 1)) == []
    with pytest.raises(Invalid, match="No agreement"):
        share(response_id=response, provider="hub-east", words="", by=therapist(), at=after(140))


def test_the_provider_may_open_the_record_only_from_the_sharing_to_its_end() -> None:
    person, response = assessed()
    with pytest.raises(NotPermitted), gate.person(person, by=manager(), at=after(135)):
        pass
    given = share(response_id=response, provider=HOME, words="", by=therapist(), at=after(140))
    with gate.person(person, by=manager(), at=after(150)):
        assert banner(person, manager(), after(150)).name
    withdraw(share_id=given, words="The wrong home", by=therapist(), at=after(160))
    with pytest.raises(NotPermitted), gate.person(person, by=manager(), at=after(170)):
        pass


@pytest.mark.hazard(
    "HZ-S31-2",
    hazard="A home refuses an assessment it does not understand, assesses again, and the person waits in hospital.",
    control="A provider accepts or asks in words; the assessor answers in the same place; every accepted one is counted as reuse.",
)
def test_a_home_asks_the_assessor_answers_the_home_accepts() -> None:
    _, given = shared()
    with pytest.raises(Invalid, match="what you want to know"):
        query(share_id=given, words=" ", by=manager(), at=after(145))
    query(share_id=given, words="One or two people for the stairs?", by=manager(), at=after(150))
    (row,) = shares_for(by=therapist(), at=after(155))
    assert row.state_words == "The provider asks" and not row.ours_to_decide
    reply(share_id=given, words="One, with the rail.", by=therapist(), at=after(160))
    accept(share_id=given, words="Thank you", by=manager(), at=after(170))
    view = share_view(given, by=manager(), at=after(180))
    assert [(note.kind, note.words) for note in view.notes] == [
        ("share", "She comes on Friday"), ("query", "One or two people for the stairs?"), ("reply", "One, with the rail."), ("accept", "Thank you"),
    ]  # fmt: skip
    assert (view.state, view.reused) == ("accepted", 1)


def test_what_waits_for_you_stands_first_on_either_side() -> None:
    _, asked = shared()
    _, waits = shared()
    query(share_id=waits, words="How many for the stairs?", by=manager(), at=after(150))
    assert [row.id for row in shares_for(by=manager(), at=after(155))] == [asked, waits]
    assert [row.id for row in shares_for(by=therapist(), at=after(155))] == [waits, asked]
    query(share_id=asked, words="Stairs?", by=manager(), at=after(160))
    reply(share_id=waits, words="One.", by=therapist(), at=after(161))
    assert [row.id for row in shares_for(by=manager(), at=after(165))] == [waits, asked]
    assert [row.id for row in shares_for(by=therapist(), at=after(165))] == [asked, waits]


def test_reuse_is_counted_once_a_provider() -> None:
    _, response = assessed()
    for provider, role in ((HOME, "care-home-manager"), (BROKERS, "therapist")):
        given = share(response_id=response, provider=provider, words="", by=therapist(), at=after(140))
        accept(share_id=given, words="", by=staff(role=role, teams=(provider,)), at=after(150))
    assert share_view(given, by=therapist(), at=after(160)).reused == 2
    with pytest.raises(Refused, match="already"):
        share(response_id=response, provider=HOME, words="", by=therapist(), at=after(160))


def test_what_is_too_old_is_not_trusted() -> None:
    _, given = shared()
    with pytest.raises(Refused, match="too old"):
        accept(share_id=given, words="", by=manager(), at=after(130) + timedelta(days=14))


def test_nobody_else_decides() -> None:
    person, given = shared()
    with pytest.raises(NotPermitted, match="Only the provider"):
        accept(share_id=given, words="", by=therapist(), at=after(150))
    with pytest.raises(NotPermitted, match="Only the organisation that assessed"):
        with gate.person(person, by=system("demo"), at=after(150), why="looking"):
            reply(share_id=given, words="x", by=system("demo"), at=after(150))


def test_a_decision_stands() -> None:
    _, given = shared()
    accept(share_id=given, words="", by=manager(), at=after(150))
    with pytest.raises(Clash, match="Sunita Rao has already accepted"):
        query(share_id=given, words="But?", by=manager(), at=after(160))


def test_when_its_window_is_over_the_record_shuts_and_nothing_is_asked_any_more() -> None:
    person, response = assessed()
    open_one = share(response_id=response, provider=HOME, words="", by=therapist(), at=after(140))
    taken = share(response_id=response, provider=BROKERS, words="", by=therapist(), at=after(141))
    accept(share_id=taken, words="", by=manager(BROKERS), at=after(150))
    assert end_what_is_over(after(LATE - 1)) == 0
    assert end_what_is_over(after(LATE + 1)) == 2 and end_what_is_over(after(LATE + 2)) == 0
    for team in (HOME, BROKERS):
        with pytest.raises(NotPermitted), gate.person(person, by=manager(team), at=after(LATE + 5)):
            pass
    states = {row.id: row.state for row in shares_for(by=therapist(), at=after(LATE + 5))}
    assert states == {open_one: "ended", taken: "accepted"}
    with pytest.raises(NotPermitted):
        query(share_id=open_one, words="Why?", by=manager(), at=after(LATE + 6))
    with pytest.raises(Clash, match="window"):
        withdraw(share_id=open_one, words="Too late", by=therapist(), at=after(LATE + 6))
