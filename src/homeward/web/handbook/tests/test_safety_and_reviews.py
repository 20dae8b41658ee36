"""Does the handbook show every hazard with what holds it, and what is overdue for review?"""

from datetime import date

import pytest
import time_machine

from homeward.directory.api import place
from homeward.web.handbook.contents.reviews import reviews
from homeward.web.handbook.safety.hazards import hazards
from homeward.web.handbook.tests.test_pages import browser, text


@pytest.mark.django_db
def test_every_hazard_stands_with_its_control_or_with_what_is_done_meanwhile() -> None:
    page = text(browser().get("/handbook/safety/"))
    assert hazards() and all(each.controls or each.meanwhile for each in hazards())
    assert all(f'id="{each.code}"' in page for each in hazards())
    assert page.index("Open: nothing in the software") < page.index("Held by a test")


@pytest.mark.django_db
def test_a_hazard_is_found_by_its_code_or_words() -> None:
    code = hazards()[0].code
    page = text(browser().get("/handbook/safety/", {"find": code.lower()}))
    assert f'id="{code}"' in page and page.count('<section class="hw-card"') < len(hazards())
    assert "No hazard says that" in text(browser().get("/handbook/safety/", {"find": "zzzz"}))


@pytest.mark.django_db
def test_what_is_overdue_for_review_stands_first() -> None:
    first = min(each.review_by for each in place().services.values())
    with time_machine.travel(first.replace(year=first.year + 1)):
        page = text(browser().get("/handbook/"))
    assert "<strong>Overdue</strong>" in page and page.index("Overdue for review") < page.index("What it holds")
    with time_machine.travel(first.replace(year=first.year - 1)):
        assert "Nothing is overdue." in text(browser().get("/handbook/"))


def test_declarations_of_one_keeper_and_day_count_as_one_and_none_is_left_out() -> None:
    found = reviews(place(), today=date(2100, 1, 1))
    assert all(each.overdue for each in found) and [each.by for each in found] == sorted(each.by for each in found)
    assert sum(each.many for each in found if each.kind == "Services") == len(place().services)
