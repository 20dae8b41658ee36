"""In which band of deprivation does an area lie?"""

from homeward.measures.vocabulary import DEPRIVATION_BANDS


def band(decile: float | None) -> str | None:
    """The band a mean decile falls in."""
    if decile is None:
        return None
    return next(words for most, words in DEPRIVATION_BANDS if decile <= most or most == DEPRIVATION_BANDS[-1][0])
