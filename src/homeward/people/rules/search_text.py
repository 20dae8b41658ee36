"""What does a line of typing ask for: a number, a birth date, a postcode, a name?"""

import re
from dataclasses import dataclass, replace
from datetime import date

from homeward.foundation import nhs_number
from homeward.people.rules.details import postcode_as_written
from homeward.people.rules.names import without_title

_NUMBER = re.compile(r"(?<!\d)(\d{3})[ -]?(\d{3})[ -]?(\d{4})(?!\d)")
_DAY = re.compile(r"(?<!\d)(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})(?!\d)")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)")
_SAID = re.compile(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)? +(?:of +)?([A-Za-z]{3,9}),? +(\d{4})(?!\d)")
_POSTCODE = re.compile(r"\b([A-Za-z]{1,2}[0-9][A-Za-z0-9]?) ?([0-9][A-Za-z]{2})\b")
_LOCAL = re.compile(r"(?<!\S)(?=\S*\d)[A-Za-z0-9/._-]{4,40}(?!\S)")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MOST_WORDS = 6


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is looked for. `names` are the readings to try, as (family, given), the likeliest first.

    `nhs_number` may be another number that somebody goes by; `wrong_number`: ten digits that are no NHS number.
    """

    nhs_number: str = ""
    birth_date: date | None = None
    postcode: str = ""
    names: tuple[tuple[str, str], ...] = ()
    wrong_number: bool = False

    @property
    def nothing(self) -> bool:
        return not (self.nhs_number or self.birth_date or self.postcode or self.names)


def read(text: str) -> Asked:
    """The parts of one line, in any order; a line longer than 200 signs is cut there."""
    rest = text.replace("\x00", " ")[:200]
    asked = Asked()
    for pattern in (_ISO, _DAY, _SAID):
        found = pattern.search(rest)
        day = _day(pattern, found) if found else None
        if found and day:
            asked, rest = replace(asked, birth_date=day), _without(rest, found)
            break
    found = _NUMBER.search(rest)
    if found and nhs_number.is_valid("".join(found.groups())):
        asked, rest = replace(asked, nhs_number="".join(found.groups())), _without(rest, found)
    found = _POSTCODE.search(rest)
    if found:
        asked, rest = replace(asked, postcode=postcode_as_written(found[0])), _without(rest, found)
    if not asked.nhs_number:
        asked, rest = _other_number(asked, rest)
    return replace(asked, names=readings(rest))


def _other_number(asked: Asked, rest: str) -> tuple[Asked, str]:
    """A word with a figure in it is a number of some other system, for example a hospital's."""
    wrong = _NUMBER.search(rest)
    if wrong:
        return replace(asked, nhs_number="".join(wrong.groups()), wrong_number=True), _without(rest, wrong)
    found = _LOCAL.search(rest)
    return (replace(asked, nhs_number=found[0]), _without(rest, found)) if found else (asked, rest)


def readings(text: str) -> tuple[tuple[str, str], ...]:
    """'Khan, Amina' is clear; 'Amina Khan' is read as given and family first, then the other way, then as one name."""
    family, comma, given = text.partition(",")
    if comma and family.strip():
        return ((" ".join(family.split()), " ".join(given.split())),)
    words = without_title([word for word in text.replace(",", " ").split() if any(map(str.isalnum, word))])[:MOST_WORDS]
    if not words:
        return ()
    if len(words) == 1:
        return ((words[0], ""), ("", words[0]))
    found = [(words[-1], " ".join(words[:-1]))]
    if len(words) > 2:
        found.append((" ".join(words[1:]), words[0]))
    found.append((words[0], " ".join(words[1:])))
    found.append((" ".join(words), ""))
    return tuple(dict.fromkeys(found))


def _day(pattern: re.Pattern[str], found: re.Match[str]) -> date | None:
    first, second, third = found.groups()
    try:
        if pattern is _ISO:
            return date(int(first), int(second), int(third))
        if pattern is _DAY:
            return date(int(third), int(second), int(first))
        return date(int(third), _MONTHS.index(second[:3].casefold()) + 1, int(first))
    except ValueError:
        return None


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
