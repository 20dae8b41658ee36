"""Does the table under a chart say, for each week, the target that held then?"""

from datetime import timedelta

from homeward.grammar.api import load
from homeward.measures.api import SpcPoint, Target, spc
from homeward.web.numbers.charted import charted


def test_the_table_says_the_target_of_each_week() -> None:
    town = load("tests.places.millbrook").measures["swift"]
    first = town.targets[0].starts_on - timedelta(weeks=1)
    weeks = [SpcPoint(at=first + timedelta(weeks=n), value=64.0 + n % 2 * 2) for n in range(15)]
    aims = [Target(value=each.value, since=each.starts_on) for each in town.targets]
    made = spc(weeks, direction="up", targets=aims, unit="%")
    said = [row.target for row in reversed(charted(made, title=town.title, code="spc").rows)]
    assert said == ["", *["60%"] * 13, "70%"]
