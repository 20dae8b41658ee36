"""Do a person's own words about their visits reach those who come, are they kept, and can only they, or who acts for them, write them?"""

import re
from datetime import UTC, datetime

import pytest
from django.test import Client

from homeward.access.api import gate, system
from homeward.foundation.errors import NotPermitted
from homeward.foundation.ids import new_id
from homeward.referrals.tests.arranging import TEAM, accepted
from homeward.rounds.api import OwnWishes, prefer, say_wishes, wishes_of
from homeward.visits import api as visits
from homeward.web.hub.tests.at_work import browser, text
from homeward.web.me.tests.test_acting import acting
from tests.plumbing.people_at_work import citizen, staff

pytestmark = pytest.mark.django_db
ADDRESS = "/me/visits/wishes/"
TYPED = {
    "faces": "Somebody who speaks Polish", "same_face": "on", "opens": "9", "closes": "12", "way_in": "Knock hard, I come slowly",
    "animals": "A dog, Burek, friendly", "words": "Shoes off please",
}  # fmt: skip


def seen_in(client: Client) -> str:
    found = re.search(r'name="seen"[^>]*value="([^"]*)"', text(client.get(ADDRESS)))
    return found[1] if found else ""


def test_they_say_it_in_their_own_words_change_it_and_what_was_said_is_kept() -> None:
    need = accepted()
    me = browser(citizen(person_id=need.person_id))
    assert "Nothing was said yet." in text(me.get(ADDRESS))
    assert "Saved." in text(me.post(ADDRESS, TYPED, follow=True))
    again = TYPED | {"way_in": "My daughter opens", "seen": seen_in(me)}
    page = text(me.post(ADDRESS, again, follow=True))
    assert "My daughter opens" in page and "Knock hard, I come slowly" in page, "what was said before is kept"
    assert "Between 09:00 and 12:00" in page
    with gate.person(need.person_id, by=system("demo"), at=datetime.now(UTC), why="looking"):
        said = wishes_of(need.person_id)
    assert (said[0].opens, said[0].closes, said[0].same_face, said[0].whose) == (540, 720, True, "person")


def test_whoever_comes_reads_it_on_the_visits_page() -> None:
    need, now = accepted(), datetime.now(UTC)
    say_wishes(
        person_id=need.person_id, wishes=OwnWishes(way_in="Knock hard", opens=540, closes=720, same_face=True), seen=None,
        by=citizen(person_id=need.person_id), at=now,
    )  # fmt: skip
    with gate.person(need.person_id, by=system("demo"), at=now, why="looking"):
        visit = visits.visits_of([need.id])[0]
    nurse = browser(staff(role="community-nurse", teams=(TEAM,), name="Nell Nurse"))
    page = text(nurse.get(f"/visits/{visit.id}/"))
    assert "What they wish of visits" in page and "Knock hard" in page and "Between 09:00 and 12:00" in page


def test_what_cannot_be_is_said_beside_the_field_and_nothing_typed_is_lost() -> None:
    me = browser(citizen(person_id=accepted().person_id))
    wrong = me.post(ADDRESS, TYPED | {"closes": ""})
    assert wrong.status_code == 422 and "both the earliest and the latest hour" in text(wrong)
    assert "Shoes off please" in text(wrong)
    wrong = me.post(ADDRESS, TYPED | {"opens": "12", "closes": "9"})
    assert wrong.status_code == 422 and "at least an hour after" in text(wrong)
    assert "at most 500" in text(me.post(ADDRESS, TYPED | {"words": "x" * 501}))


def test_who_acts_for_them_says_it_within_their_scope_and_a_second_writer_is_told() -> None:
    daughter, mother, need = acting("me.visits")
    me = browser(mother)
    assert "Saved." in text(daughter.post(ADDRESS, TYPED, follow=True))
    page = text(me.get(ADDRESS))
    assert "Jo Marsh" in page and "for somebody else" in page
    late = me.post(ADDRESS, TYPED | {"seen": "", "words": "No shoes"})
    assert late.status_code == 422 and "Jo Marsh wrote something here while you did" in text(late)
    newest = re.search(r'name="seen"[^>]*value="([^"]*)"', text(late))
    assert newest and "Saved." in text(me.post(ADDRESS, TYPED | {"seen": newest[1], "words": "No shoes"}, follow=True))
    other, _, _ = acting("me.messages")
    assert other.get(ADDRESS).status_code == 403 and other.post(ADDRESS, TYPED).status_code == 403


def test_nobody_says_it_for_somebody_else() -> None:
    need, now = accepted(), datetime.now(UTC)
    with pytest.raises(NotPermitted):
        say_wishes(
            person_id=need.person_id, wishes=OwnWishes(words="x"), seen=None, by=citizen(person_id=new_id()), at=now
        )


@pytest.mark.hazard(
    "HZ-S37-9",
    hazard="A colleague notes at what hour somebody wishes to be visited, and the person's own words about the door and the dog are gone.",
    control="A colleague's note carries the person's own words on unchanged; every wording is kept, and the newest stands.",
)
def test_a_colleagues_note_does_not_unsay_their_own_words() -> None:
    need, now = accepted(), datetime.now(UTC)
    say_wishes(
        person_id=need.person_id, wishes=OwnWishes(way_in="Knock hard", animals="A dog"), seen=None,
        by=citizen(person_id=need.person_id), at=now,
    )  # fmt: skip
    with gate.person(need.person_id, by=system("demo"), at=now, why="looking"):
        visit = visits.visits_of([need.id])[0]
    prefer(
        encounter_id=visit.id, opens=600, closes=720, same_face=True, whose="person", words="", by=system("demo"),
        at=datetime.now(UTC),
    )  # fmt: skip
    with gate.person(need.person_id, by=system("demo"), at=now, why="looking"):
        newest, _before = wishes_of(need.person_id)
    assert (newest.way_in, newest.animals, newest.opens) == ("Knock hard", "A dog", 600)
