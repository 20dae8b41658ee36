"""Journey: a locality chair reads the two-hour response, and a team lead opens it down to the very people it counts."""

import re

from tests.journeys.stage.cast import Cast
from tests.journeys.stage.visitor import Visitor

COUNTED = re.compile(r"([\d,]+) of ([\d,]+)")


def test_a_number_is_the_count_of_its_list(cast: Cast) -> None:
    joan, leon = cast("joan"), cast("leon")
    when_the_number_is_opened(joan)
    then_it_stands_with_its_definition_owner_and_coverage(joan)
    when_the_number_is_opened(leon)
    then_each_of_its_figures_is_the_length_of_its_list(leon)
    when_names_are_asked_for_a_reason_is_demanded(leon)


def when_the_number_is_opened(visitor: Visitor) -> None:
    visitor.opens("/numbers/")
    visitor.follows("Two-hour")
    visitor.is_on("Two-hour")


def then_it_stands_with_its_definition_owner_and_coverage(joan: Visitor) -> None:
    joan.sees("Over time")
    joan.sees("Coverage:")
    joan.sees("Definition")
    joan.sees("Owner")
    joan.pictures("numbers")


def then_each_of_its_figures_is_the_length_of_its_list(leon: Visitor) -> None:
    here = leon.page.url
    for place in (0, 1):
        shown = figures(leon)
        leon.leaves_by(leon.page.locator(".hw-figure-words a").nth(place))
        listed = leon.page.locator(".hw-lead").inner_text().split()[0]  # of the page's own moment, whatever came in
        leon.opens(here)
        assert shown[1] != "0" and listed == shown[place]


def figures(visitor: Visitor) -> tuple[str, ...]:
    """Numerator and denominator, as they stand on the page."""
    said = COUNTED.search(visitor.page.locator(".hw-figure-words").inner_text())
    assert said
    return said.groups()


def when_names_are_asked_for_a_reason_is_demanded(leon: Visitor) -> None:
    leon.follows("See the list behind this number")
    leon.unfolds("Show names")
    with leon.expecting(422):
        leon.presses("Show names")
    leon.sees("There is a problem")
