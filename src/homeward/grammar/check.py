"""Is this place fit to start? Every fault in it, as sentences; an empty list means it is."""

from datetime import date

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.faults.of_agreements import faults_of_agreements
from homeward.grammar.faults.of_any import faults_of_any
from homeward.grammar.faults.of_areas import areas_without_dates, faults_of_areas
from homeward.grammar.faults.of_calendars import faults_of_calendars
from homeward.grammar.faults.of_clocks import events_named, faults_of_clocks
from homeward.grammar.faults.of_dashboards import faults_of_dashboards
from homeward.grammar.faults.of_discharge import faults_of_discharge
from homeward.grammar.faults.of_forms import faults_of_forms
from homeward.grammar.faults.of_front_doors import faults_of_front_doors
from homeward.grammar.faults.of_groups import faults_of_groups
from homeward.grammar.faults.of_headlines import faults_of_headlines
from homeward.grammar.faults.of_imports import faults_of_imports
from homeward.grammar.faults.of_intake import faults_of_intake
from homeward.grammar.faults.of_measures import faults_of_measures
from homeward.grammar.faults.of_messages import faults_of_messages, faults_of_partners
from homeward.grammar.faults.of_monitoring import faults_of_monitoring
from homeward.grammar.faults.of_populations import faults_of_populations
from homeward.grammar.faults.of_reasons import faults_of_reasons
from homeward.grammar.faults.of_returns import faults_of_returns
from homeward.grammar.faults.of_roles import faults_of_permissions, faults_of_roles
from homeward.grammar.faults.of_rounds import faults_of_rounds
from homeward.grammar.faults.of_services import faults_of_services
from homeward.grammar.faults.of_sharing import faults_of_sensitivities, faults_of_sharing
from homeward.grammar.faults.of_surge import faults_of_surge
from homeward.grammar.faults.of_teams import faults_of_teams
from homeward.grammar.faults.of_triage import faults_of_red_flags, faults_of_triage
from homeward.grammar.place import Place

QUESTIONS = (
    faults_of_any,
    faults_of_areas,
    faults_of_teams,
    faults_of_calendars,
    faults_of_clocks,
    faults_of_roles,
    faults_of_reasons,
    faults_of_services,
    faults_of_intake,
    faults_of_triage,
    faults_of_red_flags,
    faults_of_forms,
    faults_of_agreements,
    faults_of_measures,
    faults_of_imports,
    faults_of_populations,
    faults_of_sensitivities,
    faults_of_sharing,
    faults_of_messages,
    faults_of_partners,
    faults_of_headlines,
    faults_of_groups,
    faults_of_rounds,
    faults_of_discharge,
    faults_of_monitoring,
    faults_of_front_doors,
    faults_of_surge,
    faults_of_dashboards,
    faults_of_returns,
)


def check(
    place: Place,
    today: date,
    *,
    permissions: frozenset[str] | None = None,
    events: frozenset[str] | None = None,
) -> list[Fault]:
    """Every fault of the place as it stands on a day.

    With the house's own `permissions` and `events` given, names that it does not have are faults too.
    """
    undated = list(areas_without_dates(place))
    if undated:
        return [*faults_of_any(place, today), *undated]
    found = [each for question in QUESTIONS for each in question(place, today)]
    if permissions is not None:
        found += faults_of_permissions(place, permissions)
    if events is not None:
        for event in sorted(events_named(place) - events):
            found.append(
                fault(place.card, "unknown-event", f"A clock or move waits for '{event}', which never happens.")
            )
    return found
