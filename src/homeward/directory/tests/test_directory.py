"""Does the directory hold what the place declares, dated, and keep what owners correct?"""

from datetime import UTC, date, datetime

import pytest

from homeward.directory.api import (
    areas_listed,
    areas_of,
    intake_team,
    load_place,
    organisation_known_as,
    place,
    service_version,
    version,
)
from homeward.directory.models import AreaMembership, Declaration, HealthcareService, Loading, Team
from homeward.grammar.api import fingerprint

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def test_everything_declared_is_listed() -> None:
    here = place()
    assert set(Team.objects.filter(valid_to__isnull=True).values_list("code", flat=True)) == set(here.teams)
    offered = {(service.code, each.team) for service in here.services.values() for each in service.providers}
    listed = HealthcareService.objects.filter(valid_to__isnull=True).values_list("service_code", "team_code")
    assert set(listed) == offered
    assert len(areas_listed("locality", on=AT.date())) == len(here.areas_of_kind("locality", on=AT.date()))


def test_loading_again_writes_nothing() -> None:
    before = Loading.objects.get().revision
    assert load_place(AT) is False
    assert Loading.objects.get().revision == before


def test_every_practice_climbs_to_its_network_and_locality() -> None:
    here = place()
    practices = here.areas_of_kind("practice_list", on=AT.date())
    assert practices
    for practice in practices:
        areas = areas_of(practice=practice.code, on=AT.date())
        assert areas.practice == practice.code and areas.pcn and areas.locality, practice.code
        assert areas.place == here.card.area


def test_every_ward_lies_in_a_council_and_a_locality() -> None:
    wards = place().areas_of_kind("ward", on=AT.date())
    assert wards
    for ward in wards:
        areas = areas_of(ward=ward.code, on=AT.date())
        assert areas.ward == ward.code and areas.council and areas.locality_of_home, ward.code


def test_intake_always_has_a_team() -> None:
    here = place()
    teams = {intake_team(each.code, AT) for each in here.areas_of_kind("locality", on=AT.date())}
    assert intake_team(None, AT) in here.teams and teams <= set(here.teams)


@pytest.mark.hazard(
    "HZ-S63-1",
    hazard="A service changes its rules, and care that began under the old ones is judged by the new.",
    control="Every meaning a declaration ever had is kept under its fingerprint, and what began under it is read by it.",
)
def test_a_declaration_is_kept_by_its_fingerprint() -> None:
    service = next(iter(place().services.values()))
    assert service_version(fingerprint(service)) == service
    row = Declaration.objects.filter(kind="Clock").first()
    assert row is not None and version("Clock", row.fingerprint).code == row.code


def test_no_link_overlaps_itself() -> None:
    assert AreaMembership.objects.filter(valid_to__lt=date(1900, 1, 1)).count() == 0


def test_an_organisation_is_known_by_our_code_and_by_the_national_one() -> None:
    declared = place().organisations
    national = next(each for each in declared.values() if each.ods_code and each.ods_code not in declared)
    for each in declared.values():
        assert organisation_known_as(each.code) is each
    first = next(each for each in declared.values() if each.ods_code == national.ods_code)
    assert organisation_known_as(national.ods_code or "") is first
    assert organisation_known_as("") is None
    assert organisation_known_as("NOBODY-OF-THAT-NAME") is None
