"""The door to the directory: the place, its dated areas, who gives what where, and who is promised to whom."""

from homeward.directory.actions.confirm import confirm
from homeward.directory.actions.edit_area import edit_area
from homeward.directory.actions.edit_contact import edit_contact
from homeward.directory.actions.load_place import load_place
from homeward.directory.queries.areas_of import area_map, area_name, area_names, areas_of
from homeward.directory.queries.intake import intake, intake_team
from homeward.directory.queries.listings import (
    AreaRow,
    OfferRow,
    area,
    areas_listed,
    last_confirmed,
    offers_of,
    parts_of,
    wholes_of,
)
from homeward.directory.queries.named_contacts import Contact, contact, named_contacts
from homeward.directory.queries.place import organisation, organisation_known_as, place, service, team
from homeward.directory.queries.versions import fingerprint_of, service_version, version
from homeward.directory.rules.climb import AreaMap, Areas
from homeward.directory.rules.intake import Intake

__all__ = [
    "AreaMap",
    "AreaRow",
    "Areas",
    "Contact",
    "Intake",
    "OfferRow",
    "area",
    "area_map",
    "area_name",
    "area_names",
    "areas_listed",
    "areas_of",
    "confirm",
    "contact",
    "edit_area",
    "edit_contact",
    "fingerprint_of",
    "intake",
    "intake_team",
    "last_confirmed",
    "load_place",
    "named_contacts",
    "offers_of",
    "organisation",
    "organisation_known_as",
    "parts_of",
    "place",
    "service",
    "service_version",
    "team",
    "version",
    "wholes_of",
]
