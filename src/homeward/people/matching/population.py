"""Two made-up populations with stated errors: on what was the matching measured?

The same seed makes the same people. The rates are assumptions of ours, set out below so that anyone can quarrel with
them; they are of the size that published studies of NHS linkage report for names, addresses and missing numbers.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import accumulate
from typing import Any, Final

HEADER: Final = ("id", "given_name", "family_name", "birth_date", "sex", "nhs_number", "address", "postcode", "phone")
SHARED: Final = 0.7  # of the first organisation's people, how many the second knows too
TWINS: Final = 0.012  # births that are twins
# How often each thing is wrong in the second organisation's record of somebody whom both know. They fall independently.
RATES: Final[dict[str, float]] = {
    "family name mistyped": 0.04, "given name mistyped": 0.04, "short or other form of given name": 0.06,
    "names swapped": 0.005, "family name changed": 0.025, "given name missing": 0.005,
    "birth day and month swapped": 0.01, "birth date mistyped": 0.015, "birth date missing": 0.004,
    "moved": 0.12, "postcode mistyped": 0.015, "postcode missing": 0.03,
    "NHS number missing": 0.25, "NHS number of somebody else": 0.01, "NHS number mistyped": 0.01,
}  # fmt: skip
_SHORT: Final = {
    "Elizabeth": "Liz", "William": "Bill", "Robert": "Bob", "Margaret": "Peggy", "Thomas": "Tom", "Katherine": "Kate",
    "Mohammed": "Muhammad", "Richard": "Dick", "James": "Jim", "Patricia": "Pat", "Michael": "Mick", "Susan": "Sue",
    "Anthony": "Tony", "Jennifer": "Jenny", "Christopher": "Chris", "Deborah": "Debbie", "Frederick": "Fred",
}  # fmt: skip
_FIRST = "Al Am An Ar Be Bren Cal Car Cor Dan Del Ed El Far Gra Har Is Jas Jor Kal Kar Lau Leo Mar Mir Nad Nor Ol Pau Pri Ra Ros Sam San Tar Ver Zai".split()
_MIDDLE = ["a", "e", "i", "o", "an", "in", "el", "ar", "is", "et"]
_LAST = ["a", "na", "ne", "ta", "ma", "th", "d", "n", "l", "s", "ka", "ra"]
_ROOTS = "Ash Bar Beck Bir Black Brad Brook Burn Cart Chad Clay Cole Cran Dal Den Dun East Ed Fair Far Gar Gold Gran Had Hal Har Hart Hol Hun Kel Ken Kha King Lang Lin Mal Mar Mat Mor Nor Oak Pat Pem Pres Rav Red Rid Row Rus Sand Shah Shel Sin Stan Stap Sut Tan Thorn Tur Wal War Wes Whit Wil Win Wood Zam".split()
_ENDS = "by den field ford ham hurst land ley low man more ner ridge shaw son stone ston ter ton well wood worth wick an er a i".split()
_STREETS = "High Church Park Mill Station Victoria Green Manor Queens Chapel Albert School Orchard Grange Spring Hill Meadow Lime Castle Bridge".split()


@dataclass(frozen=True, kw_only=True)
class Made:
    """One record. `human` is who it truly is; `errors` are the kinds of error in it; `house` who lives together."""

    human: int
    house: int
    given: str
    family: str
    birth: str
    sex: str
    nhs: str
    address: str
    postcode: str
    phone: str
    errors: tuple[str, ...] = ()

    def row(self, identifier: str) -> tuple[str, ...]:
        return (
            identifier,
            self.given,
            self.family,
            self.birth,
            self.sex,
            self.nhs,
            self.address,
            self.postcode,
            self.phone,
        )


class Town:
    """Draws people household by household."""

    def __init__(self, seed: int) -> None:
        self.rng = random.Random(f"linkage {seed}")
        self.given = [*_SHORT, *(f"{one}{two}{three}" for one in _FIRST for two in _MIDDLE for three in _LAST)]
        self.family = [f"{root}{end}" for root in _ROOTS for end in _ENDS]
        self.rng.shuffle(self.family)
        self.given_sums = _thinning(len(self.given))
        self.family_sums = _thinning(len(self.family))

    def people(self, count: int) -> Iterator[Made]:
        """`count` people; numbers and households are counted on."""
        made = house = 0
        while made < count:
            house += 1
            home = self.home()
            family = self.name(self.family, self.family_sums)
            twins_born = ""
            for _ in range(self.rng.choices((1, 2, 3, 4, 5), weights=(33, 34, 15, 12, 6))[0]):
                born = twins_born or self.birth()
                twins_born = born if not twins_born and self.rng.random() < TWINS * 2 else ""
                own = family if self.rng.random() < 0.8 else self.name(self.family, self.family_sums)
                yield Made(
                    human=made, house=house, given=self.name(self.given, self.given_sums), family=family if twins_born else own,
                    birth=born, sex=self.rng.choice("FM"), nhs=nhs_number(made), address=home[0], postcode=home[1], phone=home[2],
                )  # fmt: skip
                made += 1
                if made == count:
                    return

    def name(self, names: Sequence[str], sums: Sequence[float]) -> str:
        return self.rng.choices(names, cum_weights=sums)[0]

    def birth(self) -> str:
        return (date(2026, 11, 1) - timedelta(days=int(self.rng.random() ** 0.9 * 34_000))).isoformat()

    def home(self) -> tuple[str, str, str]:
        """Some fifteen homes share a postcode."""
        postcode = f"B{self.rng.randint(1, 48)} {self.rng.randint(1, 9)}{self.rng.choice('ABDEFGHJLN')}{self.rng.choice('PQRSTUWXYZ')}"
        return (
            f"{self.rng.randint(1, 180)} {self.rng.choice(_STREETS)} {self.rng.choice(('Road', 'Street', 'Lane', 'Close'))}",
            postcode,
            f"0121{self.rng.randint(4_960_000, 9_960_000)}",
        )

    def second(self, known: Made, *, humans: int) -> Made:
        """The same human as another organisation has written them down."""
        errors = tuple(kind for kind, rate in RATES.items() if self.rng.random() < rate)
        for kind in errors:
            known = replace(known, **self._wrong(kind, known, humans))
        return replace(known, errors=errors)

    def _wrong(self, kind: str, was: Made, humans: int) -> Mapping[str, Any]:
        home: Callable[[], tuple[str, str, str]] = self.home
        match kind:
            case "family name mistyped":
                return {"family": self.mistyped(was.family)}
            case "given name mistyped":
                return {"given": self.mistyped(was.given)}
            case "short or other form of given name":
                return {"given": _SHORT.get(was.given, was.given[: max(3, len(was.given) - 2)])}
            case "names swapped":
                return {"given": was.family, "family": was.given}
            case "family name changed":
                return {"family": self.name(self.family, self.family_sums)}
            case "given name missing":
                return {"given": ""}
            case "birth day and month swapped":
                year, month, day = was.birth.split("-") if was.birth else ("", "", "")
                return {"birth": f"{year}-{day}-{month}"} if day and int(day) <= 12 else {}
            case "birth date mistyped":
                return {"birth": self.figure_off(was.birth)}
            case "birth date missing":
                return {"birth": ""}
            case "moved":
                address, postcode, phone = home()
                return {"address": address, "postcode": postcode, "phone": phone}
            case "postcode mistyped":
                return {"postcode": self.mistyped(was.postcode).upper()}
            case "postcode missing":
                return {"postcode": "", "address": ""}
            case "NHS number missing":
                return {"nhs": ""}
            case "NHS number of somebody else":
                return {"nhs": nhs_number(self.rng.randrange(humans))}
            case _:
                return {"nhs": self.figure_off(was.nhs)}

    def mistyped(self, word: str) -> str:
        """One letter left out, doubled, changed, or two swapped."""
        if len(word) < 2:
            return word
        at = self.rng.randrange(len(word) - 1)
        kind = self.rng.randrange(4)
        if kind == 0:
            return word[:at] + word[at + 1 :]
        if kind == 1:
            return word[:at] + word[at] + word[at:]
        if kind == 2:
            return word[:at] + self.rng.choice("aeioustnr") + word[at + 1 :]
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]

    def figure_off(self, text: str) -> str:
        """One figure is another."""
        places = [place for place, sign in enumerate(text) if sign.isdigit()]
        if not places:
            return text
        at = self.rng.choice(places)
        return text[:at] + str((int(text[at]) + self.rng.randint(1, 9)) % 10) + text[at + 1 :]


def two_populations(count: int, *, seed: int) -> tuple[list[Made], list[Made]]:
    """`count` people of one organisation and as many records of another, which knows SHARED of them, with RATES of errors."""
    town = Town(seed)
    humans = count + int(count * (1 - SHARED))
    everybody = list(town.people(humans))
    town.rng.shuffle(everybody)
    first = everybody[:count]
    known, strangers = first[: int(count * SHARED)], everybody[count:]
    second = [town.second(each, humans=humans) for each in known] + strangers
    town.rng.shuffle(second)
    return first, second[:count]


def nhs_number(human: int) -> str:
    """A number of ten figures with a right check digit, strewn widely; another one for each of 100 million humans."""
    for again in range(8):
        first = 100_000_000 + ((human * 8 + again) * 387_420_489) % 800_000_000
        figures = zip(str(first), range(10, 1, -1), strict=True)
        rest = 11 - sum(int(figure) * weight for figure, weight in figures) % 11
        if rest != 10:
            return f"{first}{rest % 11}"
    raise ValueError(f"no number for {human}")


def _thinning(many: int) -> list[float]:
    """A few names are common and many are rare."""
    return list(accumulate(1 / (place + 12) for place in range(many)))
