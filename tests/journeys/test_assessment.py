"""Journey: a therapist completes an assessment of which half is known; a care home asks about it, is answered and accepts it."""

from datetime import UTC, datetime

from playwright.sync_api import expect

from homeward.foundation.moments import london
from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import accepts, answers, offers_to, opens_the_visit, takes_a_call
from tests.journeys.stage.visitor import Visitor

TEAM = "early intervention"
QUESTION = "One person or two on the stairs?"


def test_a_therapist_asks_only_what_is_not_known_and_a_home_trusts_it(cast: Cast, person: InNeed) -> None:
    asha, maya, sunita = cast("asha"), cast("maya", device="phone"), cast("sunita")
    given_a_need_is_with_the_therapists(asha, maya, person)
    given_the_first_visit_told_half(maya, person)
    when_she_opens_the_assessment_half_is_known(maya, person)
    when_she_is_called_away_it_is_kept(maya)
    when_she_finishes_it_what_is_missing_is_asked(maya)
    then_each_answer_says_who_said_it_and_when(maya)
    address = when_she_shares_it_with_a_home(maya)
    when_the_home_asks_about_it(sunita, person)
    when_she_answers(maya, address)
    then_the_home_accepts_and_the_reuse_is_counted(sunita, address)


def test_two_people_fill_in_one_form_and_nothing_is_lost(cast: Cast, person: InNeed) -> None:
    asha, maya, grace = cast("asha"), cast("maya"), cast("grace")
    given_a_need_is_with_the_therapists(asha, maya, person)
    given_the_first_visit_told_half(maya, person)
    opens_the_assessment(maya)
    grace.opens(maya.page.url)
    maya.types("What would help?", "A second rail")
    expect(maya.page.locator("#kept")).to_contain_text("Maya Sharma")
    grace.types("What would help?", "A walking frame")
    grace.sees("Maya Sharma answered this")
    grace.sees("A walking frame")
    grace.looks()
    expect(grace.field("What would help?")).to_have_value("A second rail")
    grace.ticks("Keep my answer instead")
    expect(grace.field("What would help?")).to_have_value("A walking frame")


def test_without_scripts_a_form_saves_branches_and_scores(cast: Cast, person: InNeed) -> None:
    asha, maya = cast("asha"), cast("maya")
    given_a_need_is_with_the_therapists(asha, maya, person)
    given_the_first_visit_told_half(maya, person)
    opens_the_assessment(maya)
    plain = cast("maya", scripts=False)
    plain.opens(maya.page.url)
    plain.page.get_by_label("Falls in the last year").fill("2")
    plain.presses("Save")
    plain.sees("What do they put the falls down to?")
    plain.sees("No total yet.")


def given_a_need_is_with_the_therapists(asha: Visitor, maya: Visitor, person: InNeed) -> None:
    takes_a_call(
        asha, person, need="Getting back on their feet", words="Slow after a week in bed, worn out by the evening."
    )
    asha.presses("Decide and go on")
    offers_to(asha, TEAM)
    accepts(maya, person)


def given_the_first_visit_told_half(maya: Visitor, person: InNeed) -> None:
    opens_the_visit(maya, person)
    maya.follows("Record the contact")
    maya.types("What matters most to you now?", "To get to the allotment again")
    maya.types("What has happened?", "Slow and stiff since the fall.")
    maya.ticks("Walks with a stick or frame")
    answers(maya, "Does the person live alone?", "Yes")
    maya.types("How do we get in?", "Next door has a key")
    maya.types("What did you do?", "Checked over.")
    maya.types("What should they watch for, and whom do they ring?", "Dizziness: ring us.")
    maya.types(
        "Time you were with the person", f"{london(datetime.now(UTC)):%H:%M}"
    )  # a slow machine may have taken a minute
    maya.presses("Record the contact")
    maya.sees("The contact is recorded.")


def opens_the_assessment(maya: Visitor) -> None:
    maya.follows("Forms and assessments")
    maya.follows("Assessment at home")


def when_she_opens_the_assessment_half_is_known(maya: Visitor, person: InNeed) -> None:
    opens_the_assessment(maya)
    maya.sees("4 questions were answered before.")
    maya.sees("To get to the allotment again")
    maya.sees("Walks with a stick or frame")
    maya.sees("East early intervention")
    maya.pictures("form-that-knows")


def when_she_is_called_away_it_is_kept(maya: Visitor) -> None:
    expect(maya.field("What do they put the falls down to?")).to_be_hidden()
    maya.types("Falls in the last year", "2")
    expect(maya.field("What do they put the falls down to?")).to_be_visible()
    maya.presses("Save and come back later")
    maya.sees("is kept. Finish it when you can.")
    maya.follows("Assessment at home")
    expect(maya.field("Falls in the last year")).to_have_value("2")


def when_she_finishes_it_what_is_missing_is_asked(maya: Visitor) -> None:
    maya.page.locator('[name="still.moving-about"]').check()
    with maya.expecting(422):
        maya.presses("Finish")
    maya.sees("There is a problem")
    maya.types("What do they put the falls down to?", "The rug in the hall")
    maya.types("What would help?", "A second rail on the stairs")
    maya.presses("Finish")
    maya.sees("is finished")


def then_each_answer_says_who_said_it_and_when(maya: Visitor) -> None:
    maya.sees("Said here by Maya Sharma")
    maya.sees("Known already from Maya Sharma")
    maya.sees("Still good")
    maya.pictures("answers")


def when_she_shares_it_with_a_home(maya: Visitor) -> str:
    maya.follows("Share it with a provider who trusts it")
    maya.ticks("Larch House")
    maya.types("What should they know first?", "Ready to come on Friday")
    maya.presses("Share the assessment")
    maya.sees("Shared. They accept it, or ask you about it here.")
    return maya.page.url.removeprefix(maya.url)


def when_the_home_asks_about_it(sunita: Visitor, person: InNeed) -> None:
    sunita.opens("/assessments/")
    sunita.follows(person.name)
    sunita.sees("Ready to come on Friday")
    sunita.types("In your words", QUESTION)
    sunita.presses("Ask about it")
    sunita.sees("You asked: waiting for the answer")


def when_she_answers(maya: Visitor, address: str) -> None:
    maya.opens(address)
    maya.sees(QUESTION)
    maya.types("In your words", "One, with the rail.")
    maya.presses("Send the answer")
    maya.sees("Answered. The provider decides now.")


def then_the_home_accepts_and_the_reuse_is_counted(sunita: Visitor, address: str) -> None:
    sunita.opens(address)
    sunita.sees("One, with the rail.")
    sunita.presses("Accept this assessment")
    sunita.sees("Used again 1 time instead of a new assessment.")
    sunita.pictures("trusted-assessment")
