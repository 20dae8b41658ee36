"""Can a text fit at all, before it is read? Most of a long record does not even hold the code that is asked for."""

import re
from collections.abc import Sequence

from homeward.fhir.search.asking import Wanted

_PLAIN = re.compile(r"[A-Za-z0-9.\-]+")  # spelt in JSON as it is, but for \u escapes


def glances(wanted: Sequence[Wanted]) -> list[tuple[str, ...]]:
    """For each condition that can be glanced at the codes, in small letters, of which a text must hold one."""
    return [found for each in wanted if (found := _codes(each))]


def may_fit(text: str, glances: Sequence[tuple[str, ...]]) -> bool:
    """False when the text surely does not fit."""
    if not glances or "\\u" in text:
        return True
    small = text.lower()
    return all(any(code in small for code in codes) for codes in glances)


def _codes(wanted: Wanted) -> tuple[str, ...]:
    parameter = wanted.parameter
    if parameter.type != "token" or wanted.modifier or wanted.chain or parameter.name.startswith("_"):
        return ()
    codes = tuple(value.rpartition("|")[2].lower() for value in wanted.values)
    return codes if all(_PLAIN.fullmatch(each) for each in codes) else ()
