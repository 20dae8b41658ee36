"""How good are the forecast's weights on a series that others published, beside the two simplest ways to guess?

The weights of `forecast.py`, on any series of equal steps: what the last six said, the later ones counting more, against
'as last time' and 'as a season ago'. Every value is guessed from what came before it alone, so nothing is fitted.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from homeward.hospital.rules.forecast import WEIGHTS, weighted

SEASON = 12  # months


@dataclass(frozen=True, kw_only=True)
class Judged:
    """Mean distance as a share of what came true, in %: by the rule, as last time, as a season ago; over so many guesses."""

    guesses: int
    rule: float
    last: float
    season: float

    @property
    def words(self) -> str:
        """What the three distances say, for a person."""
        best = min(self.rule, self.last, self.season)
        against = "it did best" if self.rule == best else "'as last time' did better" if self.last == best else "'as a season ago' did better"
        return (
            f"Over {self.guesses:,} guesses the rule was out by {self.rule}% on average, 'as last time' by {self.last}%, "
            f"'as a season ago' by {self.season}%: {against}."
        )


# The 133 trusts that told every month, April 2016 to March 2019; the test counts them again from the published file.
PUBLISHED = Judged(guesses=3192, rule=4.89, last=4.6, season=9.78)
PUBLISHED_OF = "emergency admissions a day of 133 English hospital trusts, by month, April 2017 to March 2019"


def judged(series: Sequence[Sequence[float]], *, season: int = SEASON) -> Judged | None:
    """Over all series together, from the value after the first season on; None when no value can be guessed and compared."""
    away = [0.0, 0.0, 0.0]
    guesses = 0
    first = max(season, len(WEIGHTS))
    for values in series:
        for at in range(first, len(values)):
            if not values[at]:
                continue  # a share of nothing says nothing
            before = values[at - len(WEIGHTS) : at][::-1]
            for way, said in enumerate((weighted(before), values[at - 1], values[at - season])):
                away[way] += abs(values[at] - said) / values[at]
            guesses += 1
    if not guesses:
        return None
    rule, last, ago = (round(100 * each / guesses, 2) for each in away)
    return Judged(guesses=guesses, rule=rule, last=last, season=ago)
