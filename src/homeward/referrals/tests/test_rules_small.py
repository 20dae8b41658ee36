"""Do the small rules hold: reasons, urgency, the whole, sides?"""

from typing import Any
from uuid import uuid4

import pytest

from homeward.foundation.actions import Actor
from homeward.referrals.rules.reasoning import says_no_capacity
from homeward.referrals.rules.sides import Parties, sides_of
from homeward.referrals.rules.story import Names, tell
from homeward.referrals.rules.tracking import next_words, step_wording
from homeward.referrals.rules.whole import status_of
from homeward.referrals.vocabulary import STATES, State, done_by

NAMES = Names(team=str, service=str, need=str, urgency=str, reason=str, clock=str)


@pytest.mark.parametrize(
    "words",
    [
        "We have no capacity", "no beds", "No free slots today", "at full capacity", "we are full", "Fully booked",
        "not enough staff", "short-staffed", "waiting list closed", "too busy", "lack of staffing", "NO  CAPACITY!",
    ],
)  # fmt: skip
def test_no_capacity_is_heard_in_the_words_people_use(words: str) -> None:
    assert says_no_capacity(words)


@pytest.mark.parametrize(
    "words",
    [
        "Lives outside our area", "Has capacity to decide for herself", "She lacks mental capacity", "Her freezer is full",
        "No bed rails wanted", "Already under the ward",
        "Has no mental capacity for this", "No room for a hoist", "No space in the hall for a bed",
    ],
)  # fmt: skip
def test_other_words_are_left_alone(words: str) -> None:
    assert not says_no_capacity(words)


@pytest.mark.parametrize(
    ("states", "status", "still_open"),
    [
        (["received"], "received", 1),
        (["accepted", "placed"], "placed", 2),
        (["closed", "in_contact"], "in_contact", 1),
        (["closed", "advised"], "closed", 0),
        (["revoked", "advised"], "advised", 0),
        (["revoked"], "revoked", 0),
    ],
)
def test_the_whole_stands_where_its_slowest_part_does(states: list[State], status: State, still_open: int) -> None:
    whole = status_of(states)
    assert (whole.state, whole.open_parts, whole.parts) == (status, still_open, len(states))
    assert whole.words.endswith(".")


def test_no_parts_is_no_need() -> None:
    with pytest.raises(ValueError, match="at least one"):
        status_of([])


REFERRAL, PERSON, USER = uuid4(), uuid4(), uuid4()
PARTIES = Parties(
    referral_id=REFERRAL, person_id=PERSON, owner_team="owner", hub_team="hub", requester_team="sender",
    requester_user=USER, last_teams=("last",), owner_organisation="own",
)  # fmt: skip


@pytest.mark.parametrize(
    ("actor", "sides"),
    [
        ({"teams": ("owner", "hub")}, {"owner", "hub"}),
        ({"teams": ("sender",)}, {"requester"}),
        ({"user_id": USER}, {"requester"}),
        ({"teams": ("last",)}, {"maker"}),
        ({"kind": "link", "subject": REFERRAL}, {"requester"}),
        ({"kind": "link", "subject": uuid4()}, set()),
        ({"kind": "link", "role": "partner", "subject": REFERRAL, "organisation": "own"}, {"owner"}),
        ({"kind": "link", "role": "partner", "subject": REFERRAL, "organisation": "other"}, set()),
        ({"kind": "citizen", "person_id": PERSON}, {"requester"}),
        ({"kind": "citizen", "person_id": uuid4()}, set()),
        ({"kind": "system"}, {"house"}),
        ({"teams": ("other",)}, set()),
    ],
)
def test_sides(actor: dict[str, Any], sides: set[str]) -> None:
    given = {"user_id": None, "name": "A", "kind": "staff", "organisation": "o"} | actor
    assert sides_of(Actor(**given), PARTIES) == sides


@pytest.mark.parametrize("state", STATES)
def test_what_happens_next_is_always_said(state: State) -> None:
    assert next_words(state, question_open=False).endswith(".")
    assert "Answer" in next_words(state, question_open=True)
    assert step_wording("accept", state) == "{team} accepted and will be in touch."
    assert step_wording("note", state) == ""


def test_a_person_is_seen_by_a_visitor_and_never_by_the_house() -> None:
    assert done_by("Ruth Hale", "contact") == "Ruth Hale recorded a contact"
    assert done_by("Homeward", "contact") == "A contact was recorded"
    assert done_by("Homeward", "close") == "Homeward closed this"


def test_a_contact_is_told_with_its_own_minute_not_with_that_of_writing_it_down() -> None:
    met = {"in_person": True, "happened_at": "2026-11-18T21:10:00+00:00"}
    told = tell("visit.record_contact", met, NAMES)
    assert told and told.words == "Saw the person in person at 9:10pm on 18 November."
    told = tell("visit.record_contact", {}, NAMES)
    assert told and told.words == "Was in contact with the person."
