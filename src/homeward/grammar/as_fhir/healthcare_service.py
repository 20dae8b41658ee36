"""How is a service on offer written as FHIR HealthcareService?"""

from homeward.grammar.as_fhir.parts import Resource, concept, fhir_id, reference
from homeward.grammar.calendars import Calendar, Opening
from homeward.grammar.place import Place
from homeward.grammar.services import Service
from homeward.grammar.working_time import always_open

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CSDS_TYPE = "https://www.datadictionary.nhs.uk/data_elements/service_or_team_type_referred_to__community_care_"


def healthcare_services(place: Place) -> list[Resource]:
    return [_service(place, each) for each in place.services.values()]


def _service(place: Place, service: Service) -> Resource:
    calendar = place.calendars[service.calendar]
    made: Resource = {
        "resourceType": "HealthcareService",
        "id": fhir_id("service", service.code),
        "identifier": [{"value": service.code}],
        "active": True,
        "providedBy": reference("Organization", "organisation", service.owner),
        "name": service.title,
        "comment": service.plain_words,
        "coverageArea": [reference("Location", "area", each, place.areas[each].name) for each in service.catchment],
        "characteristic": [concept(f"Setting: {service.setting}"), concept(f"Capacity: {service.capacity_kind}")],
        "appointmentRequired": False,
        "availableTime": _hours(calendar),
    }
    if service.csds_service_type:
        made["type"] = [
            concept(service.title, system=CSDS_TYPE, code=service.csds_service_type),
        ]
    if service.eligibility:
        made["eligibility"] = [
            {"code": concept(each.kind.replace("_", " ")), "comment": each.words} for each in service.eligibility
        ]
    if service.self_referral:
        made["referralMethod"] = [concept("Self-referral")]
    if calendar.holiday_hours == ():
        made["availabilityExceptions"] = "Closed on bank holidays in England and Wales."
    return made


def _hours(calendar: Calendar) -> list[Resource]:
    if always_open(calendar):
        return [{"daysOfWeek": list(DAYS), "allDay": True}]
    return [_opening(each) for each in calendar.weekly]


def _opening(hours: Opening) -> Resource:
    return {
        "daysOfWeek": [DAYS[day] for day in hours.days],
        "availableStartTime": hours.opens.strftime("%H:%M:%S"),
        "availableEndTime": hours.closes.strftime("%H:%M:%S"),
    }
