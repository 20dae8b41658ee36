"""The door to the language of declarations: what a place's files and the packages above may use."""

from homeward.grammar.agreements import TrustedAssessment
from homeward.grammar.areas import Area, AreaKind, AreaLink
from homeward.grammar.as_fhir.bundle import to_fhir
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
from homeward.grammar.check import check
from homeward.grammar.clocks import Clock, Escalation, On, Pause, Urgency
from homeward.grammar.conditions import (
    AllOf,
    AnyOf,
    Condition,
    Not,
    Test,
    Value,
    facts_named,
    holds,
)
from homeward.grammar.declaration import Declaration, Standard
from homeward.grammar.diagram import state_diagram
from homeward.grammar.faults.fault import Fault
from homeward.grammar.headlines import AdvanceDecision, DecisionMeans, Trend
from homeward.grammar.imports import FAULT_KINDS, CsvColumn, CsvMapping, FaultRule, ImportPolicy
from homeward.grammar.intake import IntakeRule, NamedContact
from homeward.grammar.loader import NotAPlace, gather, load
from homeward.grammar.meaning import as_json, fingerprint, from_json, kind_of
from homeward.grammar.measures import Measure
from homeward.grammar.messages import MOMENTS, MessageMoment, MessageTemplate, MessageWay, Wording
from homeward.grammar.needs import Need, RedFlag
from homeward.grammar.organisations import Organisation, Team
from homeward.grammar.partners import MessagePartner
from homeward.grammar.picture import state_picture
from homeward.grammar.place import Place, PlaceCard
from homeward.grammar.populations import (
    AgeBand,
    Background,
    CitizenSignIn,
    Crew,
    Mix,
    SampleForm,
    SampleLine,
    SignIn,
    SyntheticPopulation,
    YearlyNeed,
)
from homeward.grammar.programmes import Deliverable, Programme
from homeward.grammar.questionnaires import EnableWhen, Item, Option, Questionnaire, ScoreItem, ScorePart
from homeward.grammar.reasons import Reason, ReasonFor, ReasonList
from homeward.grammar.referrers import REFERRERS, referrer_kind
from homeward.grammar.roles import Role
from homeward.grammar.sensitivities import Sensitivity, sensitivity_among
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
from homeward.grammar.sharing import AccessPolicy, SharingBasis, SharingPartner, SharingPurpose
from homeward.grammar.triage import (
    Advice,
    Question,
    Rule,
    SecondLook,
    TriageProtocol,
    advise,
    needs_second_look,
)
from homeward.grammar.working_time import (
    NeverOpens,
    add_working_days,
    add_working_time,
    always_open,
    is_open,
    is_working_day,
    next_closing,
    next_opening,
    openings_from,
    working_time,
)

__all__ = [
    "REFERRERS",
    "state_picture",
    "Fault",
    "state_diagram",
    "check",
    "CsvColumn",
    "CsvMapping",
    "FAULT_KINDS",
    "FaultRule",
    "ImportPolicy",
    "to_fhir",
    "ENGLAND_AND_WALES",
    "EVERY_DAY",
    "FRIDAY",
    "MONDAY",
    "SATURDAY",
    "SETTING_RANK",
    "SUNDAY",
    "THURSDAY",
    "TUESDAY",
    "WEDNESDAY",
    "WEEKDAYS",
    "AccessPolicy",
    "AdvanceDecision",
    "Advice",
    "AgeBand",
    "AllOf",
    "AnyOf",
    "Area",
    "AreaKind",
    "AreaLink",
    "Background",
    "Calendar",
    "CapacityKind",
    "CitizenSignIn",
    "Clock",
    "Condition",
    "Crew",
    "Criterion",
    "Declaration",
    "DecisionMeans",
    "Deliverable",
    "EnableWhen",
    "Escalation",
    "IntakeRule",
    "Item",
    "MOMENTS",
    "Measure",
    "MessageMoment",
    "MessagePartner",
    "MessageTemplate",
    "MessageWay",
    "Mix",
    "Move",
    "NamedContact",
    "Need",
    "NeverOpens",
    "Not",
    "NotAPlace",
    "On",
    "Opening",
    "Option",
    "Organisation",
    "Outcome",
    "Pause",
    "Place",
    "PlaceCard",
    "Programme",
    "Provider",
    "Question",
    "Questionnaire",
    "Reason",
    "ReasonFor",
    "ReasonList",
    "RedFlag",
    "Role",
    "Rule",
    "SampleForm",
    "SampleLine",
    "ScoreItem",
    "ScorePart",
    "SecondLook",
    "Sensitivity",
    "Service",
    "Setting",
    "SharingBasis",
    "SharingPartner",
    "SharingPurpose",
    "SignIn",
    "Stage",
    "Standard",
    "SyntheticPopulation",
    "Team",
    "Test",
    "Trend",
    "TriageProtocol",
    "TrustedAssessment",
    "Urgency",
    "Value",
    "Wording",
    "YearlyNeed",
    "add_working_days",
    "add_working_time",
    "advise",
    "always_open",
    "as_json",
    "facts_named",
    "fingerprint",
    "from_json",
    "gather",
    "holds",
    "is_open",
    "is_working_day",
    "kind_of",
    "load",
    "needs_second_look",
    "next_closing",
    "next_opening",
    "openings_from",
    "referrer_kind",
    "sensitivity_among",
    "working_time",
]
