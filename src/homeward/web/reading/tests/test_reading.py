"""Is a page read in the language, size and words that its reader chose, and by staff in English?"""

import pytest
from django.test import Client
from django.utils import translation

from homeward.access.api import break_glass, gate
from homeward.access.tests.arranging import field_worker, two_teams
from homeward.directory.api import place
from homeward.referrals.tests.arranging import accepted, coordinator
from homeward.web.environment import environment
from homeward.web.hub.tests.at_work import MORNING, after, browser, ten_past, text
from homeward.web.reading.saying import said, told
from tests.plumbing.people_at_work import citizen

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_past")]
__all__ = ["ten_past"]
RIGHT_TO_LEFT, LEFT_TO_RIGHT = ("ur", "ar"), ("pa", "bn", "pl")


def reader(language: str) -> Client:
    client = Client()
    assert client.post("/reading/", {"language": language, "next": "/start/"})["Location"] == "/start/"
    return client


@pytest.mark.parametrize("language", RIGHT_TO_LEFT + LEFT_TO_RIGHT)
def test_a_page_says_its_language_its_direction_and_that_it_needs_review(language: str) -> None:
    page = text(reader(language).get("/start/"))
    direction = "rtl" if language in RIGHT_TO_LEFT else "ltr"
    assert f'<html lang="{language}" dir="{direction}"' in page and "hw-unchecked" in page
    assert ("homeward.rtl.css" in page) == (direction == "rtl")
    assert "Help at home, joined up" not in page and 'href="tel:999"' in page


def test_english_is_as_it_was_and_comes_back() -> None:
    client = reader("pl")
    assert "Pomoc" in text(client.get("/help/"))
    client.post("/reading/", {"language": "en-gb", "next": "/help/"})
    page = text(client.get("/help/"))
    assert '<html lang="en-GB" dir="ltr"' in page and "hw-unchecked" not in page and "Where is my request?" in page


def test_what_is_not_known_changes_nothing_and_leads_nowhere_else() -> None:
    client = reader("ur")
    answer = client.post("/reading/", {"language": "xx", "print": "huge", "next": "https://elsewhere.example/"})
    assert answer["Location"] == "/" and not answer.cookies
    assert 'lang="ur"' in text(client.get("/start/"))
    assert client.get("/reading/").status_code == 405


def test_large_print_and_easy_words_are_kept_apart() -> None:
    client = Client()
    client.post("/reading/", {"print": "large", "next": "/start/"})
    assert 'class="hw-large"' in text(client.get("/start/"))
    client.post("/reading/", {"print": "", "next": "/start/"})
    assert 'class="hw-large"' not in text(client.get("/start/"))


def test_staff_are_spoken_to_in_english() -> None:
    client = browser(coordinator())
    client.post("/reading/", {"language": "ur", "print": "large", "next": "/hub/"})
    page = text(client.get("/hub/"))
    assert 'lang="en-GB"' in page and "hw-large" not in page and "hw-reading" not in page


def test_times_are_said_in_the_readers_language_and_what_has_no_translation_is_marked_english() -> None:
    need = accepted()
    client = browser(citizen(person_id=need.person_id))
    client.post("/reading/", {"language": "ur", "next": "/me/"})
    page = text(client.get("/me/"))
    assert "کون آ رہا ہے" in page and "<bdi>" in page
    assert "midday" not in page and "March at" not in page
    with translation.override("ur"):
        assert (
            said("Words of a place that nobody has translated")
            == '<span lang="en" dir="ltr">Words of a place that nobody has translated</span>'
        )
        assert said("<b>") == '<span lang="en" dir="ltr">&lt;b&gt;</span>' and said("") == ""
        assert told("{team} accepted and will be in touch.", "A & B").startswith("<bdi>A &amp; B</bdi>")


def test_errors_are_said_in_the_readers_language() -> None:
    client = reader("pl")
    page = text(client.get("/no/such/page/"))
    assert "Nie znaleziono strony" in page and 'lang="pl"' in page
    assert "Błąd:" in text(client.post("/sign-in/", {"email": "", "password": ""}))


def test_a_page_drawn_first_in_another_language_is_drawn_in_each() -> None:
    with translation.override("ur"):
        drawn = environment().from_string('{{ "999"|telephone }} {{ "My care"|said }}')
        assert drawn.render() == '<a href="tel:999" dir="ltr">999</a> میری دیکھ بھال'
    with translation.override("en-gb"):
        assert drawn.render() == '<a href="tel:999">999</a> My care'


def test_a_page_that_nobody_began_to_translate_is_english_whole_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("homeward.web.reading.reading.is_translated", lambda template: template != "apps/mine/page.html")
    client = browser(citizen(person_id=accepted().person_id))
    client.post("/reading/", {"language": "ur", "next": "/me/"})
    page = text(client.get("/apps/"))
    assert '<html lang="en-GB" dir="ltr"' in page and '<section class="hw-unchecked" lang="ur" dir="rtl">' in page
    assert "My care" in page and 'value="en-gb"' in page


OWN_PAGES = (
    "/me/plan/",
    "/me/plan/history/",
    "/me/plan/add/what-matters/",
    "/me/sharing/",
    "/me/people/",
    "/me/acting/",
    "/apps/",
)


@pytest.mark.parametrize("language", ["ur", "pl"])
def test_ones_plan_and_who_may_see_and_act_are_read_in_ones_own_language(language: str) -> None:
    client = browser(citizen(person_id=accepted().person_id))
    client.post("/reading/", {"language": language, "next": "/me/"})
    for path in OWN_PAGES:
        page = text(client.get(path))
        assert f'<html lang="{language}"' in page and 'class="hw-unchecked" lang=' not in page, path
        assert "Back to My care" not in page and "Save my answer" not in page and "What matters to me" not in page, path
        if language in RIGHT_TO_LEFT:
            assert 'dir="rtl"' in page and "plans.css" not in page, path
    refused = text(client.post("/me/plan/add/what-matters/", {"words": ""}))
    assert "Write what it is." not in refused and "hw-unchecked" in refused


def test_who_looked_and_why_and_that_it_was_out_of_turn_is_said_in_ones_own_language() -> None:
    person_id, crew = accepted().person_id, field_worker(two_teams()[0])
    at, reason = after(5, since=MORNING), place().reasons_for("break_glass").reasons[0].code
    break_glass(person_id=person_id, reason_code=reason, words="Found on the floor", by=crew, at=at)
    with gate.person(person_id, by=crew, at=at, why="crisis page"):
        pass
    client = browser(citizen(person_id=person_id))
    client.post("/reading/", {"language": "pl", "next": "/me/"})
    page = text(client.get("/me/looked/"))
    assert "strona na nagłe wypadki" in page and "aby się Tobą opiekować" in page
    assert "Poza zwykłym trybem, z tego powodu:" in page and "to look after you" not in page
