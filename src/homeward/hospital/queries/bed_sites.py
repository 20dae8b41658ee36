"""Which declared site of recovery beds is meant on the ledger?"""

from datetime import datetime

from homeward.capacity import api as capacity
from homeward.capacity.api import Kept, Offer
from homeward.directory import api as directory
from homeward.grammar.api import RecoveryBeds
from homeward.hospital.queries.policy import policy


def site_of(kept: Kept) -> RecoveryBeds | None:
    """The declared site that a kept bed is at."""
    known = [each for each in directory.place().recovery_beds.values() if each.team == kept.team_code]
    named = (each for each in known if kept.site.casefold() in names_of(each))
    return next(named, known[0] if len(known) == 1 else None)


def names_of(site: RecoveryBeds) -> set[str]:
    """What the site is called on the ledger, in small letters."""
    return {site.code.casefold(), site.name.casefold()}


def lines_of(site: RecoveryBeds, *, at: datetime) -> list[Offer]:
    """What the site has on the ledger: its own line first, then one that its team does not split by site."""
    service = policy().recovery
    known = [each for each in capacity.offers([service], at=at).get(service, ()) if each.team_code == site.team]
    return [
        *(each for each in known if each.site.casefold() in names_of(site)),
        *(each for each in known if not each.site),
    ]


def bed_sites(*, at: datetime) -> list[tuple[str, str, str]]:
    """Code and name of every site, and in words what is free there."""
    found = []
    for code, site in directory.place().recovery_beds.items():
        lines = lines_of(site, at=at)
        found.append((code, site.name, lines[0].words if lines else "not reported"))
    return found
