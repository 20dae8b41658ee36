"""Journey: somebody says in their own words what they wish of the visits they get, changes their mind, and both stay to be read."""

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor


def test_they_say_what_they_wish_of_visits_and_change_it(cast: Cast) -> None:
    citizen = cast("citizen", device="phone")
    when_they_open_it_from_their_visits(citizen)
    and_choose_hours_that_cannot_be(citizen)
    and_say_it(citizen)
    when_they_change_their_mind(citizen)
    then_both_wordings_stand(citizen)


def when_they_open_it_from_their_visits(citizen: Visitor) -> None:
    citizen.opens("/me/visits/")
    citizen.follows("Say what you wish of visits")
    citizen.is_on("What I wish of visits")


def and_choose_hours_that_cannot_be(citizen: Visitor) -> None:
    citizen.types("How do we get in?", "Knock hard, I come slowly")
    citizen.chooses("Not before", "09:00")
    with citizen.expecting(422):
        citizen.presses("Save")
    citizen.sees("Choose both the earliest and the latest hour, or neither.")


def and_say_it(citizen: Visitor) -> None:
    citizen.chooses("Not after", "12:00")
    citizen.types("Are there animals at home?", "A dog, Burek, friendly")
    citizen.presses("Save")
    citizen.sees("Saved. Whoever comes can read it before they come.")
    citizen.sees("Between 09:00 and 12:00")


def when_they_change_their_mind(citizen: Visitor) -> None:
    citizen.types("How do we get in?", "My neighbour opens")
    citizen.presses("Save")
    citizen.sees("Saved.")


def then_both_wordings_stand(citizen: Visitor) -> None:
    citizen.sees("My neighbour opens", within=".hw-story")
    citizen.sees("Knock hard, I come slowly", within=".hw-story")
    citizen.pictures("my-wishes")
