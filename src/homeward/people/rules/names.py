"""How are names written out, and how are two of them compared?"""

import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

# Letters that Unicode does not take apart, as the database's own rules write them.
_WRITTEN = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "æ": "ae", "Æ": "AE", "œ": "oe", "ı": "i"}
)
# Second names given to women in South Asian families by custom rather than by descent: one may stand for another.
_BY_CUSTOM = frozenset({"begum", "bibi", "khatun", "khatoon", "kaur", "bano", "akhtar", "sultana", "parveen", "nessa"})
_TITLES = frozenset({"mr", "mrs", "miss", "ms", "mx", "dr", "rev", "sir", "dame", "prof"})


@lru_cache(maxsize=20_000)
def key(name: str) -> str:
    """A name as it is compared: no accents, no case, nothing but letters and figures."""
    apart = unicodedata.normalize("NFKD", name.translate(_WRITTEN))
    return "".join(letter for letter in apart.casefold() if letter.isalnum())


def full_name(*, family: str, given: str) -> str:
    """'Amina Khan', or the one name of somebody who has one."""
    return f"{given} {family}".strip()


def by_custom(first: str, second: str) -> bool:
    """Are these different second names of the kind that are used for one another (Begum and Bibi)?"""
    one, other = key(first), key(second)
    return one != other and one in _BY_CUSTOM and other in _BY_CUSTOM


def without_title(words: list[str]) -> list[str]:
    """The words without a leading 'Mrs' or 'Dr'."""
    return words[1:] if len(words) > 1 and words[0].rstrip(".").casefold() in _TITLES else words


def alike(one: str, other: str) -> bool:
    """Nearly the same letters: one slip in a short name, two in a long one.

    A slip is a letter added, taken away, changed, or swapped with its neighbour (optimal string alignment).
    """
    longest = max(len(one), len(other))
    most = 1 if longest < 7 else 2
    return longest > 2 and OSA.distance(one, other, score_cutoff=most) <= most
