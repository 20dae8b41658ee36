"""How does the national register match? Over a list of FHIR Patients, by the rules its published API states.

Names are compared without case and accents. `family` may end in '*' after two letters; every `given` must be there;
`birthdate` may carry eq, ge or le. A merged record is never found, only the one it went into. A fuzzy search also
looks at former names and at names spelt alike, best first.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any
from unicodedata import combining, normalize

Patient = Mapping[str, Any]
FUZZY_ENOUGH = 0.75


class Wrong(Exception):
    """A question the service refuses; the argument is its code."""


@dataclass
class Register:
    """Everybody in the register. `former` holds names (family, given) and birth dates no longer current, by number."""

    patients: Sequence[Patient]
    merged: Mapping[str, str] = field(default_factory=dict)
    invalidated: frozenset[str] = frozenset()
    former: Mapping[str, tuple[tuple[str, str, str], ...]] = field(default_factory=dict)

    def by_number(self, number: str) -> Patient | None:
        """The patient; the one a merged record went into; None when nobody has the number."""
        number = self.merged.get(number, number)
        return next((each for each in self.patients if each["id"] == number), None)

    def search(self, query: Sequence[tuple[str, str]]) -> list[tuple[float, Patient]]:
        """Who fits, with the score, best first. Raises Wrong."""
        asked: dict[str, list[str]] = {}
        for name, value in query:
            asked.setdefault(name, []).append(value)
        if "family" not in asked or "birthdate" not in asked:
            raise Wrong("MISSING_VALUE")
        most = int(asked.get("_max-results", ["50"])[0])
        fuzzy = asked.get("_fuzzy-match") == ["true"]
        history = fuzzy or asked.get("_history") == ["true"]
        found = [
            (score, each)
            for each in self.patients
            if each["id"] not in self.merged
            and (score := self._score(each, asked, fuzzy=fuzzy, history=history)) is not None
        ]
        if len(found) > most:
            raise Wrong("TOO_MANY_MATCHES")
        return sorted(found, key=lambda pair: -pair[0])

    def _score(self, patient: Patient, asked: Mapping[str, list[str]], *, fuzzy: bool, history: bool) -> float | None:
        plain = (
            _one_of(asked.get("gender"), [patient.get("gender", "")])
            and _one_of(asked.get("address-postalcode"), [a.get("postalCode", "") for a in patient.get("address", [])])
            and _one_of(asked.get("phone"), _telecom(patient, "phone"))
            and _one_of(asked.get("email"), _telecom(patient, "email"))
        )
        if not plain:
            return None
        scores = (
            _likeness(asked, family, given, born, fuzzy=fuzzy)
            for family, given, born in self._identities(patient, history=history)
        )
        return max((score for score in scores if score is not None), default=None)

    def _identities(self, patient: Patient, *, history: bool) -> Iterator[tuple[str, list[str], str]]:
        for name in patient.get("name", []):
            if history or "end" not in name.get("period", {}):
                yield name.get("family", ""), list(name.get("given", [])), patient.get("birthDate", "")
        for family, given, born in self.former.get(patient["id"], ()) if history else ():
            yield family, [given], born


def _likeness(asked: Mapping[str, list[str]], family: str, given: list[str], born: str, *, fuzzy: bool) -> float | None:
    if not _born(asked["birthdate"], born):
        return None
    wanted = [word for each in asked.get("given", []) for word in each.split() or [each]]
    if not fuzzy:
        kept = [plain(word) for each in given for word in each.split()]
        fits = _like(asked["family"][0], family) and all(any(_like(w, k) for k in kept) for w in wanted)
        return 1.0 if fits else None
    scores = [_ratio(asked["family"][0], family)]
    scores += [max((_ratio(word, each) for each in given), default=0.0) for word in wanted]
    unasked = 0.02 * max(len(given) - len(wanted), 0)
    score = round(sum(scores) / len(scores) - unasked, 4)
    return score if min(scores) >= FUZZY_ENOUGH else None


def plain(text: str) -> str:
    """Without case, accents and spaces."""
    return "".join(sign for sign in normalize("NFD", text.casefold()) if not combining(sign) and not sign.isspace())


def _like(wanted: str, kept: str) -> bool:
    wanted, kept = plain(wanted), plain(kept)
    if wanted.endswith("*"):
        if len(wanted) < 3:
            raise Wrong("INVALID_SEARCH_DATA")
        return kept.startswith(wanted[:-1])
    return wanted == kept


def _ratio(wanted: str, kept: str) -> float:
    """As alike as two words can be; an accent counts a little."""
    likeness = SequenceMatcher(None, plain(wanted), plain(kept)).ratio()
    return likeness + 0.01 * (wanted.casefold() != plain(wanted) and kept.casefold() != plain(kept))


def _one_of(wanted: list[str] | None, kept: Iterable[str]) -> bool:
    return wanted is None or any(_like(wanted[0], each) for each in kept)


def _telecom(patient: Patient, system: str) -> list[str]:
    return [each.get("value", "") for each in patient.get("telecom", []) if each.get("system") == system]


def _born(wanted: Sequence[str], born: str) -> bool:
    """ISO days compare as text."""
    for each in wanted:
        how, day = (each[:2], each[2:]) if each[:2].isalpha() else ("eq", each)
        if not {"eq": born == day, "ge": born >= day, "le": born <= day}[how]:
            return False
    return True
