"""Journey: a GP states a need, follows it, and answers a question without the referral losing its place."""

from tests.journeys.stage.cast import Cast, InNeed
from tests.journeys.stage.steps import finds_on_the_board, states_a_need
from tests.journeys.stage.visitor import Visitor


def test_a_gp_states_a_need_and_follows_it(cast: Cast, person: InNeed) -> None:
    imran, asha = cast("imran"), cast("asha")
    when_he_states_a_need_without_choosing_a_service(imran, person)
    then_danger_signs_of_that_need_are_shown_with_what_to_do(imran)
    when_he_sends_it_he_is_told_what_happens_next(imran)
    when_the_hub_asks_him_something(asha, person)
    then_he_sees_the_question_and_answers_it(imran, person)
    then_the_hub_has_the_answer_and_the_referral_kept_its_place(asha, person)


def test_a_form_with_mistakes_leads_to_each_of_them(cast: Cast) -> None:
    imran = cast("imran")
    imran.opens("/refer/")
    imran.types("Date of birth", "31 2 1942")
    with imran.expecting(422):
        imran.presses("Continue")
    imran.sees("There is a problem")
    assert imran.page.title().startswith("Error: ")
    assert imran.page.evaluate("document.activeElement.className").startswith("nhsuk-error-summary")
    imran.page.get_by_role("link", name="Enter the person’s last name.").click()
    assert imran.page.evaluate("document.activeElement.name") == "family"


def test_a_second_referral_for_the_same_person_is_met_with_the_first(cast: Cast, person: InNeed) -> None:
    imran = cast("imran")
    states_a_need(imran, person, need="A fall", words="Fell in the garden.")
    imran.presses("Send to the hub")
    imran.sees("We have it")
    states_a_need(imran, person, need="A fall", words="Fell in the garden.")
    imran.sees("Help has already been asked for")
    imran.looks()
    imran.follows("Track it")
    imran.sees("What has happened so far")


def when_he_states_a_need_without_choosing_a_service(imran: Visitor, person: InNeed) -> None:
    states_a_need(imran, person, need="A fall", words="Two falls this week, frightened of the stairs.")


def then_danger_signs_of_that_need_are_shown_with_what_to_do(imran: Visitor) -> None:
    imran.sees("Any of these danger signs?")
    imran.sees("Call 999 now.")
    imran.looks()
    imran.pictures("stating-a-need")


def when_he_sends_it_he_is_told_what_happens_next(imran: Visitor) -> None:
    imran.presses("Send to the hub")
    imran.sees("We have it")
    imran.sees("What happens next")
    imran.sees("Share this link")


def when_the_hub_asks_him_something(asha: Visitor, person: InNeed) -> None:
    finds_on_the_board(asha, person)
    asha.follows("Ask for information")
    asha.types("What do you need to know?", "Has the blood pressure been taken standing?")
    asha.presses("Send the question")
    asha.sees("The question is sent. The referral keeps its place.")


def then_he_sees_the_question_and_answers_it(imran: Visitor, person: InNeed) -> None:
    imran.opens("/track/")
    imran.sees("You are asked a question")
    imran.follows(person.name)
    imran.sees("Has the blood pressure been taken standing?")
    imran.pictures("following")
    imran.page.locator("textarea").fill("Yes: 132 over 70 lying, 128 over 70 standing.")
    imran.presses("Send")
    imran.sees("Thank you. The team can see what you wrote.")


def then_the_hub_has_the_answer_and_the_referral_kept_its_place(asha: Visitor, person: InNeed) -> None:
    finds_on_the_board(asha, person)
    asha.sees("Asked and answered")
    asha.sees("Yes: 132 over 70 lying, 128 over 70 standing.")
