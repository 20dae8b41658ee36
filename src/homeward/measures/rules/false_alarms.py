"""How many charts look changed though nothing changed? The more are looked at together, the more chance alone makes up."""

# The share of charts of chance alone (52 normal weeks) whose last point one of the four rules marks: 17 in 1,000. It is
# found by drawing 3,000 of them and judging them with these very rules; the test does it again.
BY_CHANCE = 0.017


def expected_by_chance(charts: int) -> float:
    """So many of so many charts at any one time."""
    return BY_CHANCE * charts
