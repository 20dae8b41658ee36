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
from homeward.grammar.dashboards import FEED_WAYS, MOST_NUMBERS, BoardNumber, Dashboard, Feed, FeedWay
from homeward.grammar.declaration import Declaration, Standard
from homeward.grammar.diagram import state_diagram
from homeward.grammar.discharge import (
    BedOutcome,
    Before,
    Destination,
    DischargePolicy,
    HandBack,
    Hospital,
    Pathway,
    RecoveryBeds,
    Step,
    StepDone,
    Told,
    Ward,
)
from homeward.grammar.faults.fault import Fault
from homeward.grammar.front_doors import AdviceLine, CallerKind, Disposition, FrontDoor
from homeward.grammar.groups import ConditionGroup, Group
from homeward.grammar.headlines import AdvanceDecision, DecisionMeans, Trend
from homeward.grammar.imports import (
    DETAIL_FIELDS,
    FAULT_KINDS,
    CsvColumn,
    CsvMapping,
    DetailRule,
    FaultRule,
    ImportPolicy,
)
from homeward.grammar.intake import IntakeRule, NamedContact
from homeward.grammar.loader import NotAPlace, gather, load
from homeward.grammar.meaning import as_json, fingerprint, from_json, kind_of
from homeward.grammar.measures import KINDS as MEASURE_KINDS
from homeward.grammar.measures import ROWS as MEASURE_ROWS
from homeward.grammar.measures import Measure, SmallNumbers, Stated, TargetFrom
from homeward.grammar.messages import MOMENTS, MessageMoment, MessageTemplate, MessageWay, Wording
from homeward.grammar.monitoring import (
    AlertLevel,
    AtVisits,
    GapReason,
    JoiningCheck,
    MonitoringPolicy,
    Response,
    Rise,
    Rung,
    ScoreBand,
    Sign,
    Watch,
)
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
from homeward.grammar.returns import NationalCode, NationalReturn, PublishedDay, SituationReport, Window, WindowKind
from homeward.grammar.roles import APPS_SEND, Role
from homeward.grammar.rounds import Ability, AccessStep, CaseloadReason, CaseloadRule, RoundPolicy, VisitKind
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
from homeward.grammar.standards import STANDARDS
from homeward.grammar.surge import (
    SURGE_LEVELS,
    SURGE_MEASURES,
    ActionCard,
    CardStep,
    SurgeMeasure,
    SurgeThreshold,
    SurgeTrigger,
    SurgeUnits,
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
    "Ability", "AccessPolicy", "AccessStep", "ActionCard", "add_working_days", "add_working_time", "AdvanceDecision",
    "Advice", "AdviceLine", "advise", "AgeBand", "AlertLevel", "AllOf", "always_open", "AnyOf", "APPS_SEND", "Area", "AreaKind",
    "AreaLink", "as_json", "AtVisits", "Background", "BedOutcome", "Before", "BoardNumber", "Calendar", "CallerKind", "CapacityKind", "CardStep", "CaseloadReason", "CaseloadRule", "check", "CitizenSignIn",
    "Clock", "Condition", "ConditionGroup", "Crew", "Criterion", "CsvColumn", "CsvMapping", "Dashboard", "DecisionMeans", "Declaration", "Deliverable",
    "Destination", "DETAIL_FIELDS", "DetailRule", "DischargePolicy", "Disposition", "EnableWhen", "ENGLAND_AND_WALES",
    "Escalation", "EVERY_DAY", "facts_named", "Fault", "FAULT_KINDS", "FaultRule", "fingerprint", "FRIDAY", "from_json",
    "FrontDoor", "GapReason", "gather", "Group", "HandBack", "holds", "Hospital", "ImportPolicy", "IntakeRule", "is_open", "is_working_day",
    "Item", "JoiningCheck", "kind_of", "load", "Measure", "MEASURE_KINDS", "MEASURE_ROWS", "MessageMoment", "MessagePartner",
    "MessageTemplate", "MessageWay", "Mix", "MOMENTS", "MONDAY", "MonitoringPolicy", "Move", "NamedContact", "Need",
    "needs_second_look", "NeverOpens", "next_closing", "next_opening", "Not", "NotAPlace", "On", "Opening",
    "openings_from", "Option", "Organisation", "Outcome", "Pathway", "Pause", "Place", "PlaceCard", "Programme",
    "Provider", "Question", "Questionnaire", "Reason", "ReasonFor", "ReasonList", "RecoveryBeds", "RedFlag",
    "referrer_kind", "REFERRERS", "Response", "Rise", "Role", "RoundPolicy", "Rule", "Rung", "SampleForm", "SampleLine",
    "SATURDAY", "ScoreBand", "ScoreItem", "ScorePart", "SecondLook", "Sensitivity", "sensitivity_among", "Service",
    "Setting", "SETTING_RANK", "SmallNumbers", "SharingBasis", "SharingPartner", "SharingPurpose", "Sign", "SignIn", "Stage", "STANDARDS",
    "Standard", "state_diagram", "state_picture", "Stated", "Step", "StepDone", "SUNDAY", "SURGE_LEVELS", "SURGE_MEASURES",
    "SurgeMeasure", "SurgeThreshold", "SurgeTrigger", "SurgeUnits", "SyntheticPopulation", "TargetFrom", "Team", "Test",
    "THURSDAY", "to_fhir", "Told", "Trend", "TriageProtocol", "TrustedAssessment", "TUESDAY", "Urgency", "Value",
    "VisitKind", "Ward", "Watch", "WEDNESDAY", "WEEKDAYS", "Wording", "working_time", "YearlyNeed",
    "FEED_WAYS", "Feed", "FeedWay", "MOST_NUMBERS", "NationalCode", "NationalReturn",
    "PublishedDay", "SituationReport", "Window", "WindowKind",
]  # fmt: skip
