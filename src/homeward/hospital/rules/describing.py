"""Do these words describe a need, or prescribe a package of care?"""

import re
from collections.abc import Iterable


def prescribed(words: str, phrases: Iterable[str]) -> str:
    """The first declared phrase that the words hold as whole words; empty when they hold none."""
    told = " ".join(words.casefold().split())
    for phrase in phrases:
        if re.search(rf"(?<!\w){re.escape(phrase.strip().casefold())}(?!\w)", told):
            return phrase
    return ""
