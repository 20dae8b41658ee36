"""Does the handbook show every declaration with its keeper, and let owners and nobody else correct the directory?"""

import re
from datetime import date
from html import unescape
from typing import Any

import pytest
from django.test import Client

from homeward.directory.api import area_name, areas_of, contact, last_confirmed, named_contacts, place
from tests.plumbing.people_at_work import signed_in, staff

pytestmark = pytest.mark.django_db


def browser(permission: str = "handbook.view") -> Client:
    """Somebody whose role opens the handbook and permits this too."""
    role = next(
        each
        for each in place().roles.values()
        if each.may("handbook.view") and each.may(permission) and not each.machine
    )
    return signed_in(staff(role=role.code, teams=(next(iter(place().teams)),)))


def text(answer: Any) -> str:
    assert answer.status_code == 200, answer.content.decode()[:2000]
    return " ".join(answer.content.decode().split())


PARTS = (
    "",
    "areas/",
    "clocks/",
    "watching/",
    "contacts/",
    "forms/",
    "measures/",
    "needs/",
    "organisations/",
    "roles/",
    "safety/",
    "services/",
    "teams/",
    "triage/",
)


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens(part: str) -> None:
    page = text(browser().get(f"/handbook/{part}"))
    assert "Handbook" in page and "style=" not in page and "onclick" not in page


def test_every_service_has_a_picture_its_clocks_and_its_keeper() -> None:
    client, here = browser(), place()
    for service in here.services.values():
        page = text(client.get(f"/handbook/services/{service.code}/"))
        assert "<svg" in page and "Review by" in page and "Moves between stages" in page
        assert all(
            here.clocks[code].standard.source.replace("&", "&amp;").split("'")[0] in page for code in service.clocks
        )


def test_every_number_says_what_it_counts_what_it_waits_for_and_what_it_cannot_tell() -> None:
    client, here = browser(), place()
    for measure in here.measures.values():
        page = unescape(text(client.get(f"/handbook/measures/{measure.code}/")))
        said = (
            measure.question,
            measure.population,
            *measure.cannot_tell,
            *measure.exclusions,
            *(each.definition for each in measure.stated),
        )
        assert all(words in page for words in said), measure.code
        assert ("Counted now" in page) == (measure.expression is not None) and measure.waits_for in page


def test_every_form_and_kind_of_area_opens() -> None:
    client, here = browser(), place()
    for form in here.questionnaires.values():
        text(client.get(f"/handbook/forms/{form.code}/"))
    for kind in {area.kind: area for area in here.areas.values()}.values():
        text(client.get(f"/handbook/areas/{kind.code}/"))


def test_what_is_not_there_is_said_so() -> None:
    client = browser()
    for address in ("areas/nowhere", "services/nothing", "forms/none", "measures/none"):
        assert client.get(f"/handbook/{address}/").status_code == 404


def test_the_matrix_says_what_the_roles_say() -> None:
    page = text(browser().get("/handbook/roles/"))
    role_count = len(place().roles)
    row = re.search(r"<code[^>]*>audit.view</code></th>(.*?)</tr>", page)
    assert row is not None
    cells = re.findall(r'<td class="nhsuk-table__cell">(Yes|–)</td>', row[1])
    rows = sorted(place().roles.values(), key=lambda each: each.title)
    assert cells == ["Yes" if each.may("audit.view") else "–" for each in rows] and len(cells) == role_count


def test_a_listing_is_confirmed_with_one_click() -> None:
    code = next(iter(place().services))
    answer = browser("directory.confirm").post("/handbook/confirm/", {"kind": "service", "code": code}, follow=True)
    assert "The listing is confirmed." in text(answer) and code in last_confirmed("service")


def test_a_promised_name_is_filled_in_by_whoever_may() -> None:
    missing = next(each for each in named_contacts(*place().areas) if not each.person_name)
    address = f"/handbook/contacts/{missing.code}/"
    told = {"person_name": "Jo Example", "telephone": "0121 496 0000"}
    wrong = browser("directory.edit_contact").post(address, {"person_name": "", "telephone": "0121"})
    assert wrong.status_code == 422 and 'href="#person_name"' in wrong.content.decode()
    assert "Jo Example" in text(browser("directory.edit_contact").post(address, told, follow=True))
    named = contact(missing.code)
    assert named is not None and named.words == "Jo Example, 0121 496 0000"
    stranger = next(
        r
        for r in place().roles.values()
        if r.may("handbook.view") and not r.may("directory.edit_contact") and not r.machine
    )
    client = signed_in(staff(role=stranger.code, teams=(next(iter(place().teams)),)))
    assert client.get(address).status_code == 403


def test_an_owner_names_a_neighbourhood_and_says_what_lies_in_it() -> None:
    here = place()
    hood = next(each for each in here.areas.values() if each.kind == "neighbourhood" and not each.named)
    practice = next(each for each in here.areas.values() if each.kind == "practice_list")
    client = browser("directory.edit_area")
    address = f"/handbook/areas/{hood.code}/"
    assert "Riverside" in text(client.post(address, {"what": "name", "name": "Riverside"}, follow=True))
    assert area_name(hood.code) == "Riverside"
    told = {"what": "parts", "since": "1 10 2026", "parts": [practice.code]}
    assert practice.name.split("'")[0] in text(client.post(address, told, follow=True))
    assert areas_of(practice=practice.code, on=date(2026, 10, 1)).neighbourhood == hood.code
    assert areas_of(practice=practice.code, on=date(2026, 9, 30)).neighbourhood is None
