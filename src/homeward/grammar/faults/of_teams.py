"""Are organisations and teams joined to what exists, and do teams and services agree about who gives what?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, unknown
from homeward.grammar.place import Place


def faults_of_teams(place: Place, today: date) -> Iterator[Fault]:
    for body in place.organisations.values():
        yield from unknown(body, "organisation", (body.part_of,), place.organisations)
        if body.valid_to is not None and body.valid_to < body.valid_from:
            yield fault(body, "ends-before-it-begins", f"'{body.name}' ends before it begins.")
    given = {(provider.team, service.code) for service in place.services.values() for provider in service.providers}
    for team in place.teams.values():
        yield from unknown(team, "organisation", (team.organisation,), place.organisations)
        yield from unknown(team, "area", team.areas, place.areas)
        yield from unknown(team, "calendar", (team.calendar,), place.calendars)
        yield from unknown(team, "service", team.services, place.services)
        yield from unknown(team, "role", team.roles, place.roles)
        if not team.areas:
            yield fault(team, "no-area", f"'{team.name}' covers no area. Say where it works.")
        for service in team.services:
            if service in place.services and (team.code, service) not in given:
                yield fault(
                    team,
                    "not-a-provider",
                    f"'{team.name}' says it gives '{place.services[service].title}', "
                    "but that service does not list the team.",
                )
    for code, service_code in sorted(given):
        if code in place.teams and service_code not in place.teams[code].services:
            yield fault(
                place.teams[code],
                "service-not-listed",
                f"'{place.services[service_code].title}' lists '{place.teams[code].name}', "
                "but the team does not say it gives that service.",
            )
