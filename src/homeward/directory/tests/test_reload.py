"""When the declarations change, is what is gone dated, what was kept readable, and what an owner corrected left alone?"""

from datetime import UTC, datetime
from typing import Any

import pytest

from homeward.directory.api import areas_of, edit_area, edit_contact, load_place, named_contacts, place, service_version
from homeward.directory.models import AreaMembership, Organisation, Team
from homeward.foundation.actions import Actor
from homeward.grammar.api import fingerprint

AT = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 10, 0, tzinfo=UTC)
OTHER = "tests.places.millbrook"
HOUSE = Actor(user_id=None, name="Homeward", kind="system", organisation="homeward", role="demo")
pytestmark = pytest.mark.django_db


def test_what_is_withdrawn_is_dated_and_never_deleted(settings: Any) -> None:
    here = settings.HOMEWARD_PLACE
    first = place()
    service = next(iter(first.services.values()))
    mark = fingerprint(service)
    settings.HOMEWARD_PLACE = OTHER
    assert load_place(AT) is True
    gone = set(first.teams) - set(place().teams)
    assert gone and set(Team.objects.filter(code__in=gone).values_list("valid_to", flat=True)) == {AT.date()}
    assert Organisation.objects.filter(code__in=first.organisations).count() == len(first.organisations)
    assert service_version(mark) == service
    settings.HOMEWARD_PLACE = here
    assert load_place(LATER) is True
    assert not Team.objects.filter(code__in=first.teams, valid_to__isnull=False).exists()


def test_a_link_that_is_no_longer_declared_ends_and_history_stays(settings: Any) -> None:
    ward = place().areas_of_kind("ward", on=AT.date())[0]
    before = areas_of(ward=ward.code, on=AT.date())
    settings.HOMEWARD_PLACE = OTHER
    load_place(LATER)
    ended = AreaMembership.objects.filter(part_code=ward.code)
    assert ended and all(row.valid_to is not None for row in ended)
    assert areas_of(ward=ward.code, on=AT.date()) == before
    assert areas_of(ward=ward.code, on=LATER.date()).council is None


def test_an_owners_corrections_survive_a_reload(settings: Any) -> None:
    here, by = settings.HOMEWARD_PLACE, HOUSE
    hood = next(area for area in place().areas.values() if not area.named)
    practice = next(area for area in place().areas.values() if area.kind == "practice_list")
    missing = named_contacts(*place().areas)[0]
    edit_contact(code=missing.code, person_name="Jo Example", telephone="", by=by, at=AT)
    edit_area(code=hood.code, name="Riverside", by=by, at=AT)
    edit_area(code=hood.code, parts=[practice.code], since=AT.date(), by=by, at=AT)
    for each in (OTHER, here):
        settings.HOMEWARD_PLACE = each
        load_place(LATER)
    assert (
        next(row for row in named_contacts(missing.area_code) if row.code == missing.code).person_name == "Jo Example"
    )
    assert areas_of(practice=practice.code, on=LATER.date()).neighbourhood == hood.code
