"""Is whoever is here twice put before a reviewer, with the reason in words, and nobody who only looks alike?"""

from datetime import date, timedelta
from uuid import UUID

import pytest

from homeward.access.api import gate, system
from homeward.foundation.actions import Actor
from homeward.foundation.errors import Clash, Invalid, NotFound, NotPermitted
from homeward.people.api import (
    Correction,
    banner,
    correct,
    current_id,
    decide,
    look_for_doubles,
    match_new,
    merges_of,
    pair,
    pairs_to_review,
    unmerge,
)
from homeward.people.matching.weighing import signs_of, why
from homeward.people.models import MatchPair
from homeward.people.tests.support import AMINA, AT, house, make, number

LATER = AT + timedelta(hours=1)
pytestmark = pytest.mark.django_db


def waiting() -> list[str]:
    rows, _ = pairs_to_review(by=house(), at=LATER)
    return [f"{row.one} / {row.other}: {row.why}" for row in rows]


@pytest.mark.parametrize(
    ("double", "words"),
    [
        ({"birth_date": date(1941, 3, 5)}, "birth day and month swapped"),
        ({"family": "Amina", "given": "Khan"}, "family name is the other's given name"),
        ({"family": "Kahn"}, "family name nearly the same"),
        (
            {"postcode": "M13 8AA", "address_lines": ("4 Other Street",), "phone": ""},
            "another address (may have moved)",
        ),
        ({"family": "Begum"}, "another family name"),
        ({"given": "Aminah"}, "given name nearly the same"),
        ({"nhs_number": number(7)}, "another NHS number"),
    ],
)
def test_a_double_waits_for_a_reviewer(double: dict[str, object], words: str) -> None:
    make(nhs_number=number(1))
    second = make(**double)
    assert match_new(person_ids=[second.id], at=LATER) == 1
    assert len(waiting()) == 1 and words in waiting()[0]
    assert match_new(person_ids=[second.id], at=LATER) == 0, "looked for again, it waits once"


@pytest.mark.hazard(
    "HZ-S37-4",
    hazard="Twins, or people who live together, are offered as one person until somebody tired says yes.",
    control="Twins are never offered; an address, postcode and telephone count as one sign.",
)
@pytest.mark.parametrize(
    "other",
    [
        {"given": "Leila", "phone": "0121 496 0001"},  # a twin at the same address
        {"given": "Yusuf", "birth_date": date(1970, 1, 30), "sex": "male"},  # a son at the same address
        {"family": "Price", "given": "Tom", "birth_date": date(1980, 2, 2), "sex": "male"},  # a lodger
        {
            "postcode": "M1 1AA",
            "birth_date": date(1988, 12, 9),
            "phone": "",
            "address_lines": ("9 Far Away",),
        },  # a namesake
    ],
)
def test_who_only_shares_a_home_a_birthday_or_a_name_does_not(other: dict[str, object]) -> None:
    make(nhs_number=number(1))
    second = make(**other)
    assert match_new(person_ids=[second.id], at=LATER) == 0
    assert waiting() == []


def test_a_former_name_is_compared_too() -> None:
    make()
    married = make(
        family="Hussain", former_family="Khan", postcode="B13 8AA", phone="", address_lines=("4 Other Street",)
    )
    match_new(person_ids=[married.id], at=LATER)
    assert "same family name" in waiting()[0].lower()


def test_the_look_takes_up_who_is_new_and_who_was_put_right_and_drops_what_fits_no_more() -> None:
    make()
    second = make(family="Price", given="Tom", birth_date=date(1980, 2, 2), sex="male")
    first_look = look_for_doubles(at=LATER)
    assert first_look is not None and (first_look.people, first_look.new_pairs) == (2, 0)
    assert look_for_doubles(at=LATER) is None, "nobody since"
    correct(
        person_id=second.id,
        correction=Correction(family="Khan", given="Amina", birth_date=AMINA.birth_date, sex="female"),
        reason="Typed for another",
        by=house(),
        at=LATER,
    )
    again = look_for_doubles(at=LATER + timedelta(minutes=1))
    assert again is not None and again.new_pairs == 1
    correct(
        person_id=second.id,
        correction=Correction(family="Price", given="Tom", birth_date=date(1980, 2, 2), sex="male"),
        reason="He is Tom",
        by=house(),
        at=LATER + timedelta(minutes=2),
    )
    look_for_doubles(at=LATER + timedelta(minutes=3))
    assert waiting() == []


def two_in_queue() -> tuple[UUID, UUID, UUID]:
    kept = make(nhs_number=number(1)).id
    lost = make(birth_date=date(1941, 3, 5)).id
    match_new(person_ids=[lost], at=LATER)
    rows, in_all = pairs_to_review(by=house(), at=LATER)
    assert in_all == 1
    return rows[0].id, kept, lost


def test_side_by_side_then_one_person_then_two_again() -> None:
    pair_id, kept, lost = two_in_queue()
    shown = pair(pair_id, by=house(), at=LATER)
    assert {shown.one.banner.person_id, shown.other.banner.person_id} == {kept, lost}
    assert [sign.agrees for sign in shown.signs] == [True] * len(shown.signs)
    done = decide(pair_id=pair_id, verdict="same", keep=kept, reason="Her daughter says so", by=house(), at=LATER)
    assert current_id(lost) == kept and waiting() == []
    with gate.person(kept, by=house(), at=LATER):
        assert [each.id for each in merges_of(kept)] == [done.merge_id]
    with pytest.raises(NotFound):
        pair(pair_id, by=house(), at=LATER)
    assert done.merge_id is not None
    unmerge(merge_id=done.merge_id, reason="They are cousins", by=house(), at=LATER)
    rows, _ = pairs_to_review(by=house(), at=LATER, state="different")
    assert [row.reason for row in rows] == ["They are cousins"]
    match_new(person_ids=[lost], at=LATER)
    assert waiting() == [], "what was decided is not asked again"


def test_two_people_and_not_sure_and_what_is_left_out() -> None:
    pair_id, kept, _ = two_in_queue()
    with pytest.raises(Invalid) as wrong:
        decide(pair_id=pair_id, verdict="same", reason="", by=house(), at=LATER)
    assert set(wrong.value.errors) == {"reason", "keep"}
    decide(pair_id=pair_id, verdict="unsure", reason="Waiting for the practice", by=house(), at=LATER)
    decide(pair_id=pair_id, verdict="different", reason="Two practices, two photographs", by=house(), at=LATER)
    with pytest.raises(Clash):
        decide(pair_id=pair_id, verdict="same", keep=kept, reason="No", by=house(), at=LATER)
    assert banner(kept, house(), LATER).name == "Amina Khan"


def test_whoever_may_not_decide_sees_no_pair() -> None:
    nobody = Actor(user_id=None, name="Nobody", kind="staff", organisation="x", role="none")
    with pytest.raises(NotPermitted):
        pairs_to_review(by=nobody, at=LATER)
    with gate.job("linkage", by=system("linkage"), at=AT):
        assert not MatchPair.objects.exists()


def test_signs_in_words() -> None:
    signs = "family:same|birth:swapped|given:same|home:other"
    assert why(signs).startswith("Birth day and month swapped, same")
    assert why(signs).endswith("; another address (may have moved)")
    assert [sign.title for sign in signs_of(signs)] == ["Birth date", "Given name", "Family name", "Home"] or len(
        signs_of(signs)
    ) == 4
