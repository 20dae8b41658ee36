"""How are names written out, and how are two of them compared?"""

import unicodedata
from functools import lru_cache

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


def edits(one: str, other: str, *, most: int = 3) -> int:
    """How many letters must be added, taken away, changed or swapped to turn one into the other; `most` when that many or more."""
    if abs(len(one) - len(other)) >= most:
        return most
    before: list[int] = []
    last = list(range(len(other) + 1))
    for i, letter in enumerate(one, start=1):
        row = [i]
        for j, against in enumerate(other, start=1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (letter != against))
            if before and j > 1 and letter == other[j - 2] and one[i - 2] == against:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before, last = last, row
    return min(last[-1], most)


def alike(one: str, other: str) -> bool:
    """Nearly the same letters: one slip in a short name, two in a long one."""
    longest = max(len(one), len(other))
    return longest > 2 and edits(one, other) <= (1 if longest < 7 else 2)
