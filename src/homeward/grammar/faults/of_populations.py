"""Could these made-up people live here: do shares add up, and are their needs, roles and teams declared?"""

from collections.abc import Iterator
from datetime import date
from fnmatch import filter as matching

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place
from homeward.grammar.populations import SyntheticPopulation

NEAR_ENOUGH = 0.01


def faults_of_populations(place: Place, today: date) -> Iterator[Fault]:
    """Faults of every shape of a made-up population."""
    for shape in place.populations.values():
        yield from _shares(shape)
        yield from _care_homes(shape)
        yield from unknown(shape, "need", (each.need for each in shape.needs), place.needs)
        yield from unknown(shape, "need", (each.need for each in shape.citizens if each.need), place.needs)
        yield from unknown(shape, "role", (each.role for each in shape.sign_ins), place.roles)
        yield from unknown(shape, "role", (each.role for each in shape.crews), place.roles)
        yield from unknown(shape, "role", (each.role for each in shape.citizens), place.roles)
        yield from unknown(shape, "team", (team for each in shape.sign_ins for team in each.teams), place.teams)
        yield from unknown(shape, "organisation", (each.organisation for each in shape.sign_ins), place.organisations)
        patterns = (pattern for crew in shape.crews for pattern in crew.teams)
        yield from unknown(
            shape, "team", (pattern for pattern in patterns if not matching(place.teams, pattern)), place.teams
        )


def _care_homes(shape: SyntheticPopulation) -> Iterator[Fault]:
    if any(not 0 <= band.in_care_homes <= 1 for band in shape.ages):
        yield fault(shape, "no-such-share", "The share of an age that lives in care homes lies between 0 and 1.")
    if any(band.in_care_homes for band in shape.ages) and not shape.care_home.strip():
        words = "Some live in care homes, and `care_home` does not say what the place's questions call that."
        yield fault(shape, "care-home-without-a-name", words)


def _shares(shape: SyntheticPopulation) -> Iterator[Fault]:
    added = {"the ages": sum(band.share for band in shape.ages)}
    added |= {f"the mix of {mix.area}": sum(share for _, share in mix.shares) for mix in shape.mixes}
    for what, total in added.items():
        if abs(total - 1) > NEAR_ENOUGH:
            yield fault(shape, "shares-wrong", f"The shares of {what} add up to {total:.2f}, and must add up to 1.")
