"""Journey: a coordinator starts her shift. Password, security code, and straight to who is waiting."""

from tests.journeys.stage.cast import Cast, sign_in
from tests.journeys.stage.visitor import Visitor


def test_a_coordinator_starts_her_shift(cast: Cast) -> None:
    someone = given_someone_who_opens_the_hub_without_being_signed_in(cast)
    when_they_get_the_password_wrong_they_are_told_so(someone)
    when_they_sign_in_with_password_and_code(someone)
    then_the_board_is_theirs(someone)
    when_they_sign_out_nothing_opens_any_more(someone)


def given_someone_who_opens_the_hub_without_being_signed_in(cast: Cast) -> Visitor:
    someone = cast.stranger("frances")
    someone.opens("/audit/")
    someone.is_on("Sign in")
    return someone


def when_they_get_the_password_wrong_they_are_told_so(someone: Visitor) -> None:
    someone.types("Email address", "frances@demo.example")
    someone.types("Password", "hospital before home")
    with someone.expecting(422):
        someone.presses("Sign in")
    someone.sees("There is a problem")
    assert someone.page.title().startswith("Error: ")


def when_they_sign_in_with_password_and_code(someone: Visitor) -> None:
    sign_in(someone, "frances", judged=someone.looks)


def then_the_board_is_theirs(someone: Visitor) -> None:
    someone.sees("Frances Round, clinical safety officer")


def when_they_sign_out_nothing_opens_any_more(someone: Visitor) -> None:
    someone.presses("Sign out")
    someone.opens("/audit/")
    someone.is_on("Sign in")
