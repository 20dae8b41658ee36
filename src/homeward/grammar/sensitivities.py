"""Which parts of a record are opened to fewer people, which marks make an item one of them, and who sees them?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from functools import lru_cache

from homeward.grammar.declaration import WORDING, Declaration


@dataclass(frozen=True, kw_only=True)
class Sensitivity(Declaration):
    """One kind of sensitive matter. An item of a record bears its code, or none.

    Seen by the holders of `roles`, by whoever works with one of `teams`, and as the four answers say by the person
    themself, by somebody who acts for them, by partners' systems, and by whoever broke the glass.
    An item is marked by any of its codings (`codes`), categories or security `labels`, each 'system|code' (a '*'
    stands for any). Where several kinds fit, the one with the greatest `weight` is meant.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    weight: int
    roles: tuple[str, ...]
    teams: tuple[str, ...] = ()
    person_sees: bool = True
    proxy_sees: bool = False
    partners_see: bool = False
    seen_in_emergency: bool = True
    codes: tuple[str, ...] = ()
    categories: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()

    def marks(self, *, codes: Iterable[str] = (), categories: Iterable[str] = (), labels: Iterable[str] = ()) -> bool:
        """Do these codings of an item, each 'system|code', make it one of this kind?"""
        return _any(codes, self.codes) or _any(categories, self.categories) or _any(labels, self.labels)


def sensitivity_among(
    declared: Iterable[Sensitivity],
    *,
    codes: Iterable[str] = (),
    categories: Iterable[str] = (),
    labels: Iterable[str] = (),
) -> str:
    """The code of the weightiest kind that marks an item with these codings, or '' for none."""
    told = tuple(codes), tuple(categories), tuple(labels)
    fits = [each for each in declared if each.marks(codes=told[0], categories=told[1], labels=told[2])]
    return max(fits, key=lambda each: (each.weight, each.code)).code if fits else ""


def _any(told: Iterable[str], patterns: tuple[str, ...]) -> bool:
    return bool(patterns) and any(_fits(each, patterns) for each in told)


@lru_cache(maxsize=8192)  # a delivery asks about few codings very often
def _fits(told: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatchcase(told, pattern) for pattern in patterns)
