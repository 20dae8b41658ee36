"""By which words does this place get people home? Its policy, its hospitals and their wards."""

from homeward.directory import api as directory
from homeward.foundation.errors import NotFound
from homeward.grammar.api import DischargePolicy, Hospital, Ward


def policy() -> DischargePolicy:
    """The place's policy. Raises NotFound where the place has no hospital."""
    found = directory.place().discharge
    if found is None:
        raise NotFound("No hospital is kept here.", next_step="A place declares its hospitals and how people get home.")
    return found


def hospitals() -> dict[str, Hospital]:
    """The hospitals by code, by name."""
    return dict(sorted(directory.place().hospitals.items(), key=lambda each: each[1].name))


def hospital_known_as(name: str) -> Hospital | None:
    """The hospital of this code, or the one that partners know by this name."""
    wanted = name.strip().casefold()
    for each in directory.place().hospitals.values():
        if wanted in {each.code.casefold(), *(known.casefold() for known in each.known_as)}:
            return each
    return None


def ward_known_as(hospital: Hospital, name: str) -> Ward | None:
    """The ward of this code or name, or the one that partners know by it."""
    wanted = name.strip().casefold()
    for ward in hospital.wards:
        if wanted in {ward.code.casefold(), ward.name.casefold(), *(known.casefold() for known in ward.known_as)}:
            return ward
    return None


def ward_name(hospital_code: str, ward_code: str) -> str:
    """The name of a ward, or its code when it is no longer declared."""
    hospital = directory.place().hospitals.get(hospital_code)
    found = next((ward.name for ward in hospital.wards if ward.code == ward_code), None) if hospital else None
    return found or ward_code


def hospital_name(hospital_code: str) -> str:
    """The name of a hospital, or its code when it is no longer declared."""
    hospital = directory.place().hospitals.get(hospital_code)
    return hospital.name if hospital else hospital_code
