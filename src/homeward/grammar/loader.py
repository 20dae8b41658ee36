"""Which declarations does a place package hold? Every module under it is read and its declarations gathered."""

import pkgutil
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import MappingProxyType, ModuleType
from typing import Any

from homeward.grammar.agreements import TrustedAssessment
from homeward.grammar.areas import Area
from homeward.grammar.calendars import Calendar
from homeward.grammar.clocks import Clock, Urgency
from homeward.grammar.dashboards import Dashboard, Feed
from homeward.grammar.declaration import Declaration
from homeward.grammar.discharge import DischargePolicy, Hospital, RecoveryBeds
from homeward.grammar.front_doors import AdviceLine, FrontDoor
from homeward.grammar.groups import ConditionGroup
from homeward.grammar.headlines import AdvanceDecision, Trend
from homeward.grammar.imports import CsvMapping, ImportPolicy
from homeward.grammar.intake import IntakeRule, NamedContact
from homeward.grammar.measures import Measure
from homeward.grammar.messages import MessageTemplate
from homeward.grammar.monitoring import MonitoringPolicy
from homeward.grammar.needs import Need
from homeward.grammar.organisations import Organisation, Team
from homeward.grammar.partners import MessagePartner
from homeward.grammar.place import Place, PlaceCard
from homeward.grammar.populations import SyntheticPopulation
from homeward.grammar.programmes import Programme
from homeward.grammar.questionnaires import Questionnaire
from homeward.grammar.reasons import ReasonList
from homeward.grammar.returns import NationalReturn, SituationReport
from homeward.grammar.roles import Role
from homeward.grammar.rounds import RoundPolicy
from homeward.grammar.sensitivities import Sensitivity
from homeward.grammar.services import Service
from homeward.grammar.sharing import AccessPolicy, SharingPartner, SharingPurpose
from homeward.grammar.surge import ActionCard, SurgeTrigger
from homeward.grammar.triage import TriageProtocol

SHELVES: dict[str, type[Declaration]] = {
    "areas": Area,
    "organisations": Organisation,
    "teams": Team,
    "roles": Role,
    "calendars": Calendar,
    "clocks": Clock,
    "urgencies": Urgency,
    "needs": Need,
    "services": Service,
    "protocols": TriageProtocol,
    "questionnaires": Questionnaire,
    "agreements": TrustedAssessment,
    "measures": Measure,
    "import_policies": ImportPolicy,
    "csv_mappings": CsvMapping,
    "programmes": Programme,
    "reason_lists": ReasonList,
    "returns": NationalReturn,
    "situation_reports": SituationReport,
    "intake_rules": IntakeRule,
    "contacts": NamedContact,
    "populations": SyntheticPopulation,
    "sensitivities": Sensitivity,
    "sharing_purposes": SharingPurpose,
    "sharing_partners": SharingPartner,
    "access_policies": AccessPolicy,
    "messages": MessageTemplate,
    "partners": MessagePartner,
    "advance_decisions": AdvanceDecision,
    "trends": Trend,
    "condition_groups": ConditionGroup,
    "round_policies": RoundPolicy,
    "hospitals": Hospital,
    "discharge_policies": DischargePolicy,
    "recovery_beds": RecoveryBeds,
    "monitoring_policies": MonitoringPolicy,
    "advice_lines": AdviceLine,
    "front_doors": FrontDoor,
    "surge_triggers": SurgeTrigger,
    "action_cards": ActionCard,
    "dashboards": Dashboard,
    "feeds": Feed,
}


class NotAPlace(ValueError):
    """The named package does not declare a place."""


def load(dotted: str) -> Place:
    """The place declared by a package: a module-level declaration, or a tuple of them, in any module under it.

    Raises NotAPlace when there is no card (or several), and lets an import error say what is wrong.
    """
    try:
        package = import_module(dotted)
    except ModuleNotFoundError as missing:
        if missing.name is None or not f"{dotted}.".startswith(f"{missing.name}."):
            raise
        raise NotAPlace(f"There is no package '{dotted}' to read a place from. Check HOMEWARD_PLACE.") from missing
    return gather(each for module in _modules(package) for each in _declared_in(module))


def gather(declared: Iterable[Declaration]) -> Place:
    """A place from its declarations in any order; one object met twice (an import) is one declaration."""
    unique = list({id(each): each for each in declared}.values())
    cards = [each for each in unique if isinstance(each, PlaceCard)]
    if len(cards) != 1:
        raise NotAPlace(f"A place needs exactly one PlaceCard, and this one has {len(cards)}.")
    doubles: list[str] = []
    shelves: dict[str, Any] = {}
    for shelf, kind in SHELVES.items():
        by_code: dict[str, Declaration] = {}
        for each in unique:
            if type(each) is kind:
                if each.code in by_code:
                    doubles.append(f"{kind.__name__} '{each.code}'")
                by_code[each.code] = each
        shelves[shelf] = MappingProxyType(by_code)
    return Place(card=cards[0], doubles=tuple(doubles), **shelves)


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    yield package
    paths = getattr(package, "__path__", None)
    if paths is None:
        return
    for found in sorted(pkgutil.walk_packages(paths, f"{package.__name__}."), key=lambda each: each.name):
        parts = found.name.removeprefix(f"{package.__name__}.").split(".")
        if "tests" not in parts and not parts[-1].startswith("test_"):
            yield import_module(found.name)


def _declared_in(module: ModuleType) -> Iterator[Declaration]:
    for name, value in vars(module).items():
        if not name.startswith("_"):
            yield from _flat(value)


def _flat(value: Any) -> Iterator[Declaration]:
    if isinstance(value, Declaration):
        yield value
    elif isinstance(value, (tuple, list)):
        for each in value:
            yield from _flat(each)
