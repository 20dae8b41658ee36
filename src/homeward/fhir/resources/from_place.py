"""Which services, organisations and sites does the place declare, as FHIR R4 resources?"""

from collections.abc import Iterator
from typing import Any

from homeward.directory.api import place
from homeward.fhir.bars.vocabulary import ODS_CODE
from homeward.grammar.api import Calendar, Organisation, Service, Team

Tree = dict[str, Any]
_DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_TYPES = "http://terminology.hl7.org/CodeSystem/organization-type"
_KIND_OF = {
    "nhs_trust": "prov", "gp_practice": "prov", "hospice": "prov", "council": "govt", "voluntary": "cg",
    "integrated_care_board": "govt", "ambulance": "prov", "care_home_provider": "prov",
}  # fmt: skip


def organizations() -> Iterator[Tree]:
    """Organisations, then teams (as organisations of type team)."""
    here = place()
    for each in here.organisations.values():
        if not each.kind.endswith("_site"):
            yield _organization(each)
    for team in here.teams.values():
        yield _team(team)


def locations() -> Iterator[Tree]:
    """The hospital and community sites."""
    for each in place().organisations.values():
        if each.kind.endswith("_site"):
            yield _location(each)


def healthcare_services() -> Iterator[Tree]:
    """The services on offer."""
    for each in place().services.values():
        yield _service(each)


def _id(code: str) -> str:
    return code.replace("_", "-")[:64]


def _organization(each: Organisation) -> Tree:
    kind = _KIND_OF.get(each.kind, "other")
    tree: Tree = {
        "resourceType": "Organization",
        "id": _id(each.code),
        "active": each.valid_to is None,
        "type": [{"coding": [{"system": _TYPES, "code": kind}], "text": each.kind.replace("_", " ")}],
        "name": each.name,
    }
    _add_common(tree, each)
    if each.part_of:
        tree["partOf"] = {"reference": f"Organization/{_id(each.part_of)}"}
    return tree


def _team(team: Team) -> Tree:
    tree: Tree = {
        "resourceType": "Organization",
        "id": _id(team.code),
        "active": True,
        "type": [{"coding": [{"system": _TYPES, "code": "team"}], "text": team.kind.replace("_", " ")}],
        "name": team.name,
        "partOf": {"reference": f"Organization/{_id(team.organisation)}"},
    }
    if team.telephone:
        tree["telecom"] = [{"system": "phone", "value": team.telephone, "use": "work"}]
    return tree


def _location(each: Organisation) -> Tree:
    tree: Tree = {
        "resourceType": "Location",
        "id": _id(each.code),
        "status": "active" if each.valid_to is None else "inactive",
        "mode": "instance",
        "name": each.name,
    }
    _add_common(tree, each)
    if each.part_of:
        tree["managingOrganization"] = {"reference": f"Organization/{_id(each.part_of)}"}
    return tree


def _add_common(tree: Tree, each: Organisation) -> None:
    if each.ods_code:
        tree["identifier"] = [{"system": ODS_CODE, "value": each.ods_code}]
    if each.telephone:
        tree["telecom"] = [{"system": "phone", "value": each.telephone, "use": "work"}]
    if each.postcode:
        address = {"postalCode": each.postcode}
        tree["address"] = address if tree["resourceType"] == "Location" else [address]


def _service(each: Service) -> Tree:
    here = place()
    providers = [here.teams[provider.team] for provider in each.providers if provider.team in here.teams]
    tree: Tree = {
        "resourceType": "HealthcareService",
        "id": _id(each.code),
        "active": True,
        "name": each.title,
        "comment": each.plain_words,
    }
    if providers:
        tree["providedBy"] = {"reference": f"Organization/{_id(providers[0].organisation)}"}
    eligible = [criterion.words for criterion in each.eligibility if criterion.words]
    if eligible:
        tree["eligibility"] = [{"comment": "; ".join(eligible)}]
    hours = list(_hours(here.calendars[each.calendar]))
    if hours:
        tree["availableTime"] = hours
    return tree


def _hours(calendar: Calendar) -> Iterator[Tree]:
    for opening in calendar.weekly:
        days = [_DAYS[day] for day in opening.days]
        if opening.opens == opening.closes:
            yield {"daysOfWeek": days, "allDay": True}
        else:
            yield {
                "daysOfWeek": days,
                "availableStartTime": opening.opens.isoformat(),
                "availableEndTime": opening.closes.isoformat(),
            }
