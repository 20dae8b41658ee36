"""Is it kept what a person said about sharing, and asked before anything is handed on or opened?"""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from homeward.access.api import consent, gate, relationships, shut_by, system
from homeward.access.models import Consent, Relationship
from homeward.access.rules.sharing import Saying, decide
from homeward.access.tests.arranging import AT, hub_worker, looked_after_by, two_teams
from homeward.directory.api import place
from homeward.foundation.errors import Invalid, NotPermitted
from homeward.foundation.ids import new_id
from tests.plumbing.people_at_work import citizen


def saying(kind: str, partner: str = "", purpose: str = "care") -> Saying:
    return Saying(id=uuid4(), kind=kind, purpose=purpose, partner=partner)


@pytest.mark.parametrize(
    ("basis", "said", "allowed"),
    [
        ("unless_objected", [], True),
        ("with_consent", [], False),
        ("required", [], True),
        ("unless_objected", [saying("objection")], False),
        ("unless_objected", [saying("objection", purpose="other")], True),
        ("unless_objected", [saying("objection", "elsewhere")], True),
        ("unless_objected", [saying("objection"), saying("consent", "us")], True),
        ("unless_objected", [saying("consent"), saying("objection", "us")], False),
        ("unless_objected", [saying("consent", "us"), saying("objection", "us too")], False),
        ("with_consent", [saying("consent")], True),
        ("with_consent", [saying("withdrawn")], False),
        ("required", [saying("objection")], True),
    ],
)
def test_what_was_said_of_a_partner_goes_before_what_was_said_of_everybody(
    basis: Any, said: Any, allowed: bool
) -> None:
    found = decide(purpose="care", title="Care", basis=basis, partners={"us", "us too"}, sayings=said)
    assert found.allowed is allowed and found.words.endswith(".")


def purpose_with(basis: str) -> str:
    return next(each.code for each in place().sharing_purposes.values() if each.basis == basis)


def a_partner() -> tuple[str, str]:
    """A team, and the partner its organisation belongs to."""
    for team in place().teams.values():
        for code in consent.partners_of(team.organisation):
            return team.code, code
    raise AssertionError("no team belongs to a partner")


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S73-12",
    hazard="A person's record is handed to a partner although they said no.",
    control="Every hand-off asks one door; the newest saying about that partner and purpose decides, and is kept by version.",
)
def test_the_newest_saying_decides_and_every_version_is_kept() -> None:
    person_id = new_id()
    team, partner = a_partner()
    organisation = place().teams[team].organisation
    by, care = citizen(person_id=person_id), consent.care_purpose()
    asked: dict[str, Any] = {"person_id": person_id, "purpose": care, "partner": organisation}
    assert consent.may_share(**asked, at=AT).allowed
    first = consent.record(
        person_id=person_id, kind="objection", purpose=care, partner=partner, words="No.", by=by, at=AT
    )
    again = consent.record(
        person_id=person_id, kind="objection", purpose=care, partner=partner, words="No.", by=by, at=AT
    )
    assert (first.id, first.version) == (again.id, 1)
    refused = consent.may_share(**asked, at=AT)
    assert (refused.allowed, refused.consent_id) == (False, first.id)
    assert consent.may_share(**asked, at=AT - timedelta(minutes=1)).allowed
    later = AT + timedelta(days=1)
    second = consent.record(person_id=person_id, kind="withdrawn", purpose=care, partner=partner, by=by, at=later)
    assert second.version == 2 and consent.may_share(**asked, at=later).allowed
    with gate.person(person_id, by=by, at=later):
        assert [each.version for each in consent.history(person_id)] == [2, 1] and consent.standing(person_id) == []
        kept = consent.consent(first.id)
        assert kept is not None and kept.superseded_at == later and kept.words == "No."
    assert Consent.objects.count() == 0, "nothing is read without the gate"


@pytest.mark.django_db
def test_what_cannot_be_kept_is_said() -> None:
    person_id = new_id()
    by = citizen(person_id=person_id)
    told: dict[str, Any] = {"person_id": person_id, "at": AT}
    wrongs: tuple[dict[str, Any], ...] = (
        {"kind": "maybe", "purpose": consent.care_purpose()},
        {"kind": "consent", "purpose": "made-up"},
        {"kind": "consent", "purpose": consent.care_purpose(), "partner": "made-up"},
        {"kind": "objection", "purpose": purpose_with("required")},
        {"kind": "consent", "purpose": consent.care_purpose(), "said_by": " "},
    )
    for wrong in wrongs:
        with pytest.raises(Invalid):
            consent.record(by=by, **told, **wrong)
    assert not consent.may_share(person_id, "made-up", "anybody", AT).allowed
    with pytest.raises(NotPermitted):
        consent.record(person_id=new_id(), kind="consent", purpose=consent.care_purpose(), by=by, at=AT)


@pytest.mark.django_db
@pytest.mark.hazard(
    "HZ-S73-13",
    hazard="Staff of an organisation that a person objected to open the record as if nothing had been said.",
    control="The database asks for an objection before it opens a person; only glass broken for them opens it then.",
)
def test_an_objection_shuts_the_record_to_that_partner_and_to_nobody_else() -> None:
    team, partner = a_partner()
    person_id, care = looked_after_by(team), consent.care_purpose()
    own, by = citizen(person_id=person_id), hub_worker(team)
    with gate.person(person_id, by=by, at=AT):
        pass
    consent.record(person_id=person_id, kind="objection", purpose=care, partner=partner, by=own, at=AT)
    assert shut_by(person_id, by=by) == "objected"
    with pytest.raises(NotPermitted, match="asked that your organisation"), gate.person(person_id, by=by, at=AT):
        pass
    with gate.person(person_id, by=own, at=AT), gate.person(person_id, by=system("demo"), at=AT):
        pass
    consent.record(person_id=person_id, kind="consent", purpose=care, partner=partner, by=own, at=AT)
    with gate.person(person_id, by=by, at=AT):
        pass


@pytest.mark.django_db
def test_an_objection_to_everybody_leaves_the_teams_who_look_after_them_and_named_exceptions() -> None:
    team, other = two_teams()
    person_id, care = looked_after_by(team), consent.care_purpose()
    own = citizen(person_id=person_id)
    consent.record(person_id=person_id, kind="objection", purpose=care, by=own, at=AT)
    with gate.person(person_id, by=hub_worker(team), at=AT):
        pass
    stranger = hub_worker(other)
    with pytest.raises(NotPermitted), gate.person(person_id, by=stranger, at=AT):
        pass
    for exception in consent.partners_of(stranger.organisation):
        consent.record(person_id=person_id, kind="consent", purpose=care, partner=exception, by=own, at=AT)
        with gate.person(person_id, by=stranger, at=AT):
            pass
    source = new_id()
    with gate.person(person_id, by=system("demo"), at=AT):
        relationships.grant(person_id, other, kind="referral", source_id=source, at=AT)
    with gate.person(person_id, by=stranger, at=AT):
        pass


@pytest.mark.django_db
def test_who_objected_to_a_partner_is_not_on_the_lists_of_its_teams_as_declared() -> None:
    person_id = new_id()
    team, _ = a_partner()
    partner = consent.partners_of(place().teams[team].organisation)[0]
    hidden, kept = place().access_policy.objection_hides[0], "referral"
    worker, by = hub_worker(team), citizen(person_id=person_id)

    def listed(ground: str) -> bool:
        with gate.worklist(by=worker, at=AT, what="a list"):
            return Relationship.objects.filter(person_id=person_id, kind=ground).exists()

    with gate.person(person_id, by=system("demo"), at=AT):
        for ground in (hidden, kept):
            relationships.grant(person_id, team, kind=ground, source_id=new_id(), at=AT)
    assert listed(hidden) and listed(kept)
    asked: dict[str, Any] = {"person_id": person_id, "purpose": consent.care_purpose(), "partner": partner}
    consent.record(**asked, kind="objection", by=by, at=AT)
    assert not listed(hidden) and listed(kept)  # a need that a team owns stays in sight
    with gate.person(person_id, by=system("demo"), at=AT):
        relationships.grant(person_id, team, kind=hidden, source_id=new_id(), at=AT)
    assert not listed(hidden)
    consent.record(**asked, kind="withdrawn", by=by, at=AT + timedelta(days=1))
    assert listed(hidden)
