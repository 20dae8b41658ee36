"""How likely are two descriptions the same human being, and why? Each sign for and against is said in words.

The weights are signs added up, in the manner of Fellegi and Sunter (1969) but set by hand: they order a short list for
a person to judge, and decide nothing.
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from homeward.people.rules import days, names

WORTH_SHOWING = 5.0
ALMOST_CERTAIN = 11.0


MatchedNumber = Literal["", "nhs", "former", "local"]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """What is known of one side: as typed, or as kept. `matched_number`: the number asked for is one of theirs."""

    family: str = ""
    given: str = ""
    birth_date: date | None = None
    sex: str = "unknown"
    postcode: str = ""
    nhs_number: str = ""
    matched_number: MatchedNumber = ""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """The sum, and the words for it: what agrees, what does not, and a caution ('may be a twin')."""

    weight: float
    agrees: tuple[str, ...]
    differs: tuple[str, ...]
    caution: str = ""

    @property
    def why(self) -> str:
        """One sentence: 'Same birth date and postcode; family name sounds alike.'"""
        words = _joined_same(self.agrees)
        if self.differs:
            words = f"{words}; {', '.join(self.differs)}" if words else ", ".join(self.differs)
        if self.caution:
            words = f"{words}. {self.caution}" if words else self.caution
        return words[:1].upper() + words[1:]


def judge(asked: Seen, kept: Seen, *, sounds_alike: bool = False, former: bool = False) -> Judged:
    """Compare what was asked for with what is kept. `sounds_alike` is the database's word on the family names."""
    signs = [
        _number(asked, kept),
        _birth(asked, kept),
        *_names(asked, kept, sounds_alike=sounds_alike, former=former),
        _home(asked, kept),
        _sex(asked, kept),
    ]
    found = [sign for sign in signs if sign is not None]
    return Judged(
        weight=sum(weight for weight, _ in found),
        agrees=tuple(words for weight, words in found if weight > 0),
        differs=tuple(words for weight, words in found if weight < 0),
        caution=_twin(asked, kept),
    )


Sign = tuple[float, str] | None


def _number(asked: Seen, kept: Seen) -> Sign:
    if kept.matched_number in ("former", "local"):
        return 11.0, "a former NHS number" if kept.matched_number == "former" else "same local number"
    if not asked.nhs_number or not kept.nhs_number:
        return None
    if asked.nhs_number == kept.nhs_number:
        return 12.0, "same NHS number"
    return -6.0, "another NHS number"


def _birth(asked: Seen, kept: Seen) -> Sign:
    match days.likeness(asked.birth_date, kept.birth_date):
        case "same":
            # Many whose birthday was never recorded have 1 January instead.
            first = asked.birth_date is not None and (asked.birth_date.month, asked.birth_date.day) == (1, 1)
            return (3.5 if first else 6.0), "same birth date"
        case "swapped":
            return 4.5, "day and month of birth swapped"
        case "near":
            return 2.5, "birth date differs in one part"
        case "other":
            return -4.0, "another birth date"
        case _:
            return None


def _names(asked: Seen, kept: Seen, *, sounds_alike: bool, former: bool) -> list[Sign]:
    family, given = names.key(asked.family), names.key(asked.given)
    kept_family, kept_given = names.key(kept.family), names.key(kept.given)
    if family and given and family == kept_given and given == kept_family:
        return [(6.5, "given and family name swapped")]
    signs = [_family(asked, kept, family, kept_family, sounds_alike), _given(given, kept_given)]
    if former and signs[0] is not None and signs[0][0] > 0:
        signs[0] = (signs[0][0] - 0.5, f"{signs[0][1]} (a former name)")
    return signs


def _family(asked: Seen, kept: Seen, family: str, kept_family: str, sounds_alike: bool) -> Sign:
    if not family or not kept_family:
        return None
    if family == kept_family:
        return 4.0, "same family name"
    if names.by_custom(asked.family, kept.family):
        return 2.5, f"{asked.family} and {kept.family} are used for one another"
    if sounds_alike:
        return 2.5, "family name sounds alike"
    if names.alike(family, kept_family):
        return 2.5, "family name spelt nearly alike"
    if len(family) > 1 and (
        kept_family.startswith(family) or (len(kept_family) > 3 and family.startswith(kept_family))
    ):
        return 2.0, "family name begins alike"
    return -2.5, "another family name"


def _given(given: str, kept_given: str) -> Sign:
    if not given or not kept_given:
        return None
    if given == kept_given:
        return 3.0, "same given name"
    if len(given) == 1 or len(kept_given) == 1:
        return (0.5, "same initial") if given[0] == kept_given[0] else (-2.5, "another given name")
    if kept_given.startswith(given) or given.startswith(kept_given):
        return 2.0, "given name begins alike"
    if names.alike(given, kept_given):
        return 1.5, "given name spelt nearly alike"
    return -2.5, "another given name"


def _home(asked: Seen, kept: Seen) -> Sign:
    if not asked.postcode or not kept.postcode:
        return None
    if asked.postcode == kept.postcode:
        return 3.0, "same postcode"
    return (0.5, "same postcode area") if asked.postcode.split()[0] == kept.postcode.split()[0] else None


def _sex(asked: Seen, kept: Seen) -> Sign:
    told = {"female", "male"}
    if asked.sex in told and kept.sex in told and asked.sex != kept.sex:
        return -1.5, "another sex"
    return None


def _twin(asked: Seen, kept: Seen) -> str:
    """Same birth date and family name, quite another given name, no sign of another home: a twin, not a double."""
    given, kept_given = names.key(asked.given), names.key(kept.given)
    if not given or not kept_given or asked.birth_date is None or asked.birth_date != kept.birth_date:
        return ""
    sign = _given(given, kept_given)
    other_home = bool(asked.postcode and kept.postcode and asked.postcode != kept.postcode)
    same_number = bool(asked.nhs_number) and asked.nhs_number == kept.nhs_number
    if sign is None or sign[0] > 0 or other_home or same_number or names.key(asked.family) != names.key(kept.family):
        return ""
    return "May be a twin"


def _joined_same(agrees: tuple[str, ...]) -> str:
    """'same birth date and postcode, family name sounds alike' instead of 'same … same …'."""
    same = [words.removeprefix("same ") for words in agrees if words.startswith("same ")]
    rest = [words for words in agrees if not words.startswith("same ")]
    if same:
        listed = same[0] if len(same) == 1 else f"{', '.join(same[:-1])} and {same[-1]}"
        rest.insert(0, f"same {listed}")
    return ", ".join(rest)
