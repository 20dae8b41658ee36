"""Journey: two people bear one name and were born on one day. Whoever comes, is admitted or is rung about is the right one of them, and nobody is written down twice."""

from playwright.sync_api import expect

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import referral_of, types_who_it_is
from tests.journeys.stage.visitor import Visitor

WHICH = "Choose which of these people it is, or none of them."
HERS, THE_OTHERS = "B33 8TH", "B13 9AB"
TWO_OF_ONE_NAME = """
from datetime import UTC, date, datetime
from homeward.access.api import system
from homeward.people.api import PersonDetails, register
by, at = system("demo"), datetime.now(UTC)
for postcode in ("{hers}", "{others}"):
    details = PersonDetails(family="{family}", given="{given}", birth_date=date({year}, {month}, {day}), sex="unknown", postcode=postcode)
    print(register(details=details, by=by, at=at).id)
"""
ALL_OF_THIS_NAME = """
from datetime import UTC, date, datetime
from homeward.access.api import system
from homeward.people.api import PersonDetails, likenesses
typed = PersonDetails(family="{family}", given="{given}", birth_date=date({year}, {month}, {day}))
print(len(likenesses(details=typed, by=system("demo"), at=datetime.now(UTC), limit=50)))
"""


def test_at_the_front_door_the_right_one_of_two_is_put_on_the_list(cast: Cast, person: InNeed) -> None:
    hers, esther = given_two_of_one_name(cast, person), cast("esther")
    esther.opens("/front-door/arrive/?door=heartlands")
    types_who_it_is(esther, person)
    esther.ticks("By ambulance")
    esther.types("Why have they come?", "Fell at home")
    then_it_is_asked_which_of_them(esther, "Put them on the list", kept=("Why have they come?", "Fell at home"))
    when_the_right_one_is_chosen(esther, "Put them on the list")
    esther.is_on("At the front door")
    then_it_is_about(esther, hers)
    then_there_are_still_two_of_that_name(cast, person)


def test_admitted_by_hand_the_right_one_of_two_lies_on_the_ward(cast: Cast, person: InNeed) -> None:
    hers, declan = given_two_of_one_name(cast, person), cast("declan", device="phone")
    declan.opens("/flow/admit/")
    types_who_it_is(declan, person)
    declan.chooses("Ward", "Heartlands Hospital: Stroke and rehabilitation")
    declan.types("Bed", "7")
    declan.chooses("How did they come in", "Emergency")
    then_it_is_asked_which_of_them(declan, "Admit", kept=("Bed", "7"))
    when_the_right_one_is_chosen(declan, "Admit")
    declan.sees("Admitted. They are on the board.")
    then_it_is_about(declan, hers)
    then_there_are_still_two_of_that_name(cast, person)


def test_a_call_taken_without_scripts_is_about_the_right_one_of_two(cast: Cast, person: InNeed) -> None:
    hers, asha = given_two_of_one_name(cast, person), cast("asha", scripts=False)
    asha.opens("/hub/call/")
    asha.types("Caller’s name", "Jo Fenn")
    asha.types("Number to ring back", "0121 496 0123")
    types_who_it_is(asha, person)
    asha.ticks("A fall")
    asha.types("What has happened?", "Fell by the sink.")
    then_it_is_asked_which_of_them(asha, "Save and triage", kept=("What has happened?", "Fell by the sink."))
    asha.pictures("who-is-it")
    when_the_right_one_is_chosen(asha, "Save and triage")
    asha.opens(f"/hub/{referral_of(asha)}/")
    then_it_is_about(asha, hers)
    then_there_are_still_two_of_that_name(cast, person)


def test_a_call_before_hospital_is_about_the_right_one_of_two(cast: Cast, person: InNeed) -> None:
    hers, esther = given_two_of_one_name(cast, person), cast("esther", device="phone")
    esther.opens("/front-door/line/take/")
    esther.ticks("Ambulance crew")
    esther.types("Caller’s name", "Kate Hadley")
    esther.types("Number to ring back", "07700 900123")
    types_who_it_is(esther, person)
    esther.chooses("What has happened?", "A fall")
    esther.types("What do they ask?", "Must she go in?")
    esther.ticks("Take to hospital")
    then_it_is_asked_which_of_them(esther, "Save the call", kept=("What do they ask?", "Must she go in?"))
    when_the_right_one_is_chosen(esther, "Save the call")
    esther.is_on("Write down the advice")
    esther.opens(esther.page.url.removesuffix("advise/"))
    then_it_is_about(esther, hers)
    then_there_are_still_two_of_that_name(cast, person)


def given_two_of_one_name(cast: Cast, person: InNeed) -> str:
    """The id of the one who is meant; the other was born on the same day and lives elsewhere."""
    return told(cast, TWO_OF_ONE_NAME, person).split()[0]


def told(cast: Cast, script: str, person: InNeed) -> str:
    """What a script about this person prints."""
    day, month, year = person.born.split()
    about = {"family": person.family, "given": person.given, "day": day, "month": month, "year": year}
    return cast.house.told(script.format(**about, hers=HERS, others=THE_OTHERS))


def then_it_is_asked_which_of_them(visitor: Visitor, button: str, *, kept: tuple[str, str]) -> None:
    """Nothing is ticked beforehand, nothing is saved without an answer, and nothing typed is lost."""
    with visitor.expecting(422):
        visitor.presses(button)
    visitor.sees(WHICH)
    field, words = kept
    expect(visitor.field(field)).to_have_value(words)
    expect(visitor.page.locator("input[name=known]")).to_have_count(3)
    expect(visitor.page.locator("input[name=known]:checked")).to_have_count(0)


def when_the_right_one_is_chosen(visitor: Visitor, button: str) -> None:
    visitor.sees(THE_OTHERS, within="#found")
    visitor.ticks(HERS, within=visitor.page.locator("#found"))
    visitor.presses(button)


def then_it_is_about(visitor: Visitor, person: str) -> None:
    expect(visitor.page.locator(f"a[href^='/people/{person}/']").first).to_be_attached()


def then_there_are_still_two_of_that_name(cast: Cast, person: InNeed) -> None:
    assert told(cast, ALL_OF_THIS_NAME, person).strip() == "2"
