"""Who are the made-up people? Drawn from the place's declared shapes: the same seed draws the same people."""

import random
from bisect import bisect
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import accumulate

from homeward.foundation import nhs_number
from homeward.grammar.api import AgeBand, Area, Background, Place, SyntheticPopulation
from homeward.people.api import PersonDetails

FIRST_NUMBER = 999_000_000
NUMBERS = 1_000_000


class People:
    """Draws people one by one. `day` is the day on which their ages are reckoned."""

    def __init__(self, *, place: Place, shape: SyntheticPopulation, seed: int, day: date) -> None:
        self.place = place
        self.shape = shape
        self.day = day
        self.rng = random.Random(f"people {seed}")
        self.practices = place.areas_of_kind("practice_list", on=day)
        self.practice_sizes = list(accumulate(area.registered or 0 for area in self.practices))
        self.backgrounds = {each.ethnic_category: each for each in shape.backgrounds}
        self.wards = _by_parent(place.areas_of_kind("ward", on=day), day)
        self.owed = {band.youngest: 0.5 for band in shape.ages}  # how much of one more care home resident each age is due

    @staticmethod
    def source_of_ids(seed: int) -> random.Random:
        """What ids are drawn from, so that a demonstration made again has the same addresses."""
        return random.Random(f"ids {seed}")

    def draw(self, count: int) -> Iterator[PersonDetails]:
        """`count` people, each with an NHS number of the 999 range of its own."""
        numbers = nhs_numbers()
        for _ in range(count):
            yield self._person(next(numbers))

    def _person(self, number: str) -> PersonDetails:
        practice = self.practices[_weighted(self.rng, self.practice_sizes)]
        locality = self._locality(practice)
        ward = self.rng.choice(self.wards[locality]) if locality in self.wards else None
        background = self._background(ward)
        band = self._band()
        female = self.rng.random() < band.female
        language = self._language(background)
        return PersonDetails(
            nhs_number=number,
            given=self.rng.choice(background.given_female if female else background.given_male),
            family=self.rng.choice(background.family),
            birth_date=self._birth_date(band),
            sex="female" if female else "male",
            address_lines=(f"{self.rng.randint(1, 240)} {self.rng.choice(self.shape.streets)}",),
            postcode=_near(practice.postcode, self.rng),
            ward_code=ward.code if ward else "",
            practice_code=practice.code,
            phone=f"07700 900{self.rng.randint(0, 999):03d}",
            language_code=language,
            interpreter_needed=language != "en" and self.rng.random() < background.interpreter,
            usual_place=self._usual_place(band),
        )

    def _locality(self, practice: Area) -> str:
        for network in practice.parents_on(self.day):
            for parent in self.place.areas[network].parents_on(self.day):
                if self.place.areas[parent].kind == "locality":
                    return parent
        return ""

    def _background(self, ward: Area | None) -> Background:
        council = set(ward.parents_on(self.day)) if ward else set()
        mix = next((each for each in self.shape.mixes if each.area in council), self.shape.mixes[0])
        categories = [category for category, _ in mix.shares]
        chosen = self.rng.choices(categories, weights=[share for _, share in mix.shares])[0]
        return self.backgrounds[chosen]

    def _band(self) -> AgeBand:
        return self.rng.choices(self.shape.ages, weights=[band.share for band in self.shape.ages])[0]

    def _usual_place(self, band: AgeBand) -> str:
        """Not by chance: as many as are declared live in care homes, however few people there are."""
        self.owed[band.youngest] += band.in_care_homes
        if self.owed[band.youngest] < 1:
            return ""
        self.owed[band.youngest] -= 1
        return self.shape.care_home

    def _birth_date(self, band: AgeBand) -> date:
        """Days within the band; the oldest are drawn thinner towards the top."""
        span = band.oldest - band.youngest + 1
        years = band.youngest + span * (self.rng.random() ** (1.6 if band.youngest >= 75 else 1))
        return self.day - timedelta(days=int(years * 365.25) + 1)

    def _language(self, background: Background) -> str:
        draw = self.rng.random()
        for code, share in background.languages:
            draw -= share
            if draw < 0:
                return code
        return "en"


def nhs_numbers() -> Iterator[str]:
    """Valid NHS numbers of the 999 range, which is never issued to anyone, in order."""
    for first_nine in range(FIRST_NUMBER, FIRST_NUMBER + NUMBERS):
        digit = nhs_number.check_digit(str(first_nine))
        if digit is not None:
            yield f"{first_nine}{digit}"


def _weighted(rng: random.Random, sums: Sequence[int]) -> int:
    return bisect(sums, rng.random() * sums[-1])


def _by_parent(areas: Sequence[Area], day: date) -> dict[str, list[Area]]:
    found: dict[str, list[Area]] = {}
    for area in areas:
        for parent in area.parents_on(day):
            found.setdefault(parent, []).append(area)
    return found


def _near(postcode: str | None, rng: random.Random) -> str:
    """A postcode in the practice's sector with a made-up ending; the letters C, I, K, M, O and V never end one."""
    letters = "ABDEFGHJLNPQRSTUWXYZ"
    return f"{(postcode or 'B1 1AA')[:-2]}{rng.choice(letters)}{rng.choice(letters)}"
