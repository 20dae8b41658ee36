"""Is what was done to a record said in words that the person knows?"""

import pytest

from homeward.access.rules.looking import said_look


@pytest.mark.parametrize(
    ("why", "words"),
    [
        ("monitoring.observe", ("your record", "to write down what was measured")),
        ("round.wish", ("your record", "to note what a person wishes of visits")),
        ("visit.assign", ("your visits", "to say who comes and when")),
        ("assessment.share", ("a form about you", "to share an assessment so that nobody asks twice")),
        ("in a crisis", ("the page for emergencies", "to look after you")),
    ],
)
def test_a_look_is_said_in_plain_words(why: str, words: tuple[str, str]) -> None:
    assert said_look(why) == words
