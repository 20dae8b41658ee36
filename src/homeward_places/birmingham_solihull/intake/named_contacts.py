"""Whom does each network name? A relationship manager and a clinical practitioner; the names are their owners' to give."""

from homeward.grammar.api import Area, NamedContact
from homeward_places.birmingham_solihull.areas import (
    networks_central,
    networks_east,
    networks_north,
    networks_solihull,
    networks_south,
    networks_west,
)
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

NETWORKS = tuple(
    area.code
    for module in (
        networks_north,
        networks_east,
        networks_central,
        networks_south,
        networks_west,
        networks_solihull,
    )
    for area in module.NETWORKS
    if isinstance(area, Area)
)
PAIR = (("relationship-manager", "Relationship manager"), ("clinical-practitioner", "Clinical practitioner"))

CONTACTS = tuple(
    NamedContact(
        code=f"{network}-{slot}",
        area=network,
        title=title,
        owner=COMMUNITY,
        review_by=SPRING,
    )
    for network in NETWORKS
    for slot, title in PAIR
)
