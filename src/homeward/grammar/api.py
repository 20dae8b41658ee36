"""The door to the language of declarations: what a place's files and the packages above may use."""

from homeward.grammar.areas import Area, AreaKind, AreaLink
from homeward.grammar.bank_holidays import ENGLAND_AND_WALES
from homeward.grammar.calendars import (
    EVERY_DAY,
    FRIDAY,
    MONDAY,
    SATURDAY,
    SUNDAY,
    THURSDAY,
    TUESDAY,
    WEDNESDAY,
    WEEKDAYS,
    Calendar,
    Opening,
)
from homeward.grammar.clocks import Clock, Escalation, On, Pause, Urgency
from homeward.grammar.conditions import AllOf, AnyOf, Condition, Not, Test, Value, facts_named, holds
from homeward.grammar.declaration import Declaration, Standard
from homeward.grammar.intake import IntakeRule, NamedContact
from homeward.grammar.measures import Measure
from homeward.grammar.needs import Need, RedFlag
from homeward.grammar.organisations import Organisation, Team
from homeward.grammar.place import Place, PlaceCard
from homeward.grammar.programmes import Deliverable, Programme
from homeward.grammar.questionnaires import EnableWhen, Item, Option, Questionnaire
from homeward.grammar.reasons import Reason, ReasonFor, ReasonList
from homeward.grammar.roles import Role
from homeward.grammar.services import (
    SETTING_RANK,
    CapacityKind,
    Criterion,
    Move,
    Outcome,
    Provider,
    Service,
    Setting,
    Stage,
)
from homeward.grammar.triage import (
    Advice,
    Question,
    Rule,
    SecondLook,
    TriageProtocol,
    advise,
    needs_second_look,
)

__all__ = [
    "ENGLAND_AND_WALES", "EVERY_DAY", "FRIDAY", "MONDAY", "SATURDAY", "SETTING_RANK", "SUNDAY", "THURSDAY", "TUESDAY",
    "WEDNESDAY", "WEEKDAYS", "Advice", "AllOf", "AnyOf", "Area", "AreaKind", "AreaLink", "Calendar",
    "CapacityKind", "Clock", "Condition", "Criterion", "Declaration", "Deliverable", "EnableWhen", "Escalation",
    "IntakeRule", "Item", "Measure", "Move", "NamedContact", "Need", "Not", "On", "Opening", "Option",
    "Organisation", "Outcome", "Pause", "Place", "PlaceCard", "Programme", "Provider", "Question",
    "Questionnaire", "Reason", "ReasonFor", "ReasonList", "RedFlag", "Role", "Rule", "SecondLook", "Service",
    "Setting", "Stage", "Standard", "Team", "Test", "TriageProtocol", "Urgency", "Value", "advise",
    "facts_named", "holds", "needs_second_look",
]
