"""What is a place, once all its declarations are gathered?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date

from homeward.grammar.agreements import TrustedAssessment
from homeward.grammar.areas import Area, AreaKind
from homeward.grammar.calendars import Calendar
from homeward.grammar.clocks import Clock, Urgency
from homeward.grammar.dashboards import Dashboard, Feed
from homeward.grammar.declaration import WORDING, Declaration
from homeward.grammar.discharge import DischargePolicy, Hospital, RecoveryBeds
from homeward.grammar.front_doors import AdviceLine, FrontDoor
from homeward.grammar.groups import ConditionGroup, Group
from homeward.grammar.headlines import AdvanceDecision, Trend
from homeward.grammar.imports import CsvMapping, ImportPolicy
from homeward.grammar.intake import IntakeRule, NamedContact
from homeward.grammar.measures import Measure
from homeward.grammar.messages import MessageMoment, MessageTemplate
from homeward.grammar.monitoring import MonitoringPolicy
from homeward.grammar.needs import Need
from homeward.grammar.organisations import Organisation, Team
from homeward.grammar.partners import MessagePartner
from homeward.grammar.populations import SyntheticPopulation
from homeward.grammar.programmes import Programme
from homeward.grammar.questionnaires import Questionnaire
from homeward.grammar.reasons import Meaning, Reason, ReasonFor, ReasonList
from homeward.grammar.returns import NationalReturn, SituationReport
from homeward.grammar.roles import Role
from homeward.grammar.rounds import RoundPolicy
from homeward.grammar.sensitivities import Sensitivity
from homeward.grammar.services import Service
from homeward.grammar.sharing import AccessPolicy, SharingPartner, SharingPurpose
from homeward.grammar.surge import ActionCard, SurgeTrigger
from homeward.grammar.triage import TriageProtocol


@dataclass(frozen=True, kw_only=True)
class PlaceCard(Declaration):
    """The name on the door: what the place is called and how it speaks of itself."""

    name: str
    short_name: str
    strapline: str = field(metadata=WORDING)
    area: str
    urgent_telephone: str | None = field(default=None, metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Place:
    """Every declaration of one place, by code. `doubles` are codes declared twice: always a fault."""

    card: PlaceCard
    areas: Mapping[str, Area]
    organisations: Mapping[str, Organisation]
    teams: Mapping[str, Team]
    roles: Mapping[str, Role]
    calendars: Mapping[str, Calendar]
    clocks: Mapping[str, Clock]
    urgencies: Mapping[str, Urgency]
    needs: Mapping[str, Need]
    services: Mapping[str, Service]
    protocols: Mapping[str, TriageProtocol]
    questionnaires: Mapping[str, Questionnaire]
    agreements: Mapping[str, TrustedAssessment]
    measures: Mapping[str, Measure]
    import_policies: Mapping[str, ImportPolicy]
    csv_mappings: Mapping[str, CsvMapping]
    programmes: Mapping[str, Programme]
    reason_lists: Mapping[str, ReasonList]
    returns: Mapping[str, NationalReturn]
    situation_reports: Mapping[str, SituationReport]
    intake_rules: Mapping[str, IntakeRule]
    contacts: Mapping[str, NamedContact]
    populations: Mapping[str, SyntheticPopulation]
    sensitivities: Mapping[str, Sensitivity]
    sharing_purposes: Mapping[str, SharingPurpose]
    sharing_partners: Mapping[str, SharingPartner]
    access_policies: Mapping[str, AccessPolicy]
    messages: Mapping[str, MessageTemplate]
    partners: Mapping[str, MessagePartner]
    advance_decisions: Mapping[str, AdvanceDecision]
    trends: Mapping[str, Trend]
    condition_groups: Mapping[str, ConditionGroup]
    round_policies: Mapping[str, RoundPolicy]
    hospitals: Mapping[str, Hospital]
    discharge_policies: Mapping[str, DischargePolicy]
    recovery_beds: Mapping[str, RecoveryBeds]
    monitoring_policies: Mapping[str, MonitoringPolicy]
    advice_lines: Mapping[str, AdviceLine]
    front_doors: Mapping[str, FrontDoor]
    surge_triggers: Mapping[str, SurgeTrigger]
    action_cards: Mapping[str, ActionCard]
    dashboards: Mapping[str, Dashboard]
    feeds: Mapping[str, Feed]
    doubles: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        return self.card.code

    @property
    def name(self) -> str:
        return self.card.name

    def reasons_for(self, use: ReasonFor) -> ReasonList:
        """The list of reasons for one kind of move."""
        return next(each for each in self.reason_lists.values() if each.used_for == use)

    def reason_that_means(self, meaning: Meaning, *, use: ReasonFor) -> Reason:
        """The reason by which the house itself says this. `check` sees to it that there is one."""
        return next(reason for reason in self.reasons_for(use).reasons if reason.means == meaning)

    @property
    def access_policy(self) -> AccessPolicy:
        """The one policy of access. `check` sees to it that there is exactly one."""
        return next(iter(self.access_policies.values()))

    def monitoring_of(self, service: str) -> MonitoringPolicy | None:
        """How the people of this service are watched; None when they are not."""
        return next((each for each in self.monitoring_policies.values() if service in each.services), None)

    def told_of_visits_to(self, service: str) -> MonitoringPolicy | None:
        """The policy by whose bands somebody is told of what this service measures at a visit."""
        return next((each for each in self.monitoring_policies.values() if each.hears(service)), None)

    def condition_group(self, group: Group) -> ConditionGroup | None:
        """How people of this group are known; None where the place does not say."""
        return next((each for each in self.condition_groups.values() if each.group == group), None)

    def message_for(self, moment: MessageMoment) -> MessageTemplate | None:
        """What people are told at this moment; None when the place tells them nothing then."""
        return next((each for each in self.messages.values() if each.moment == moment), None)

    def partner_for(self, team: str) -> MessagePartner | None:
        """The partner whose system takes messages for this team, if any."""
        return next((each for each in self.partners.values() if team in each.teams), None)

    @property
    def discharge(self) -> DischargePolicy | None:
        """How people get home from hospital; None where the place has no hospital."""
        return next(iter(self.discharge_policies.values()), None)

    @property
    def rounds(self) -> RoundPolicy | None:
        """How visits at home are planned; None where the place makes none."""
        return next(iter(self.round_policies.values()), None)

    @property
    def skills(self) -> tuple[str, ...]:
        """The skills by which capacity may be counted: those of the visits that are planned here."""
        return self.rounds.skills if self.rounds else ()

    def areas_of_kind(self, kind: AreaKind, *, on: date) -> tuple[Area, ...]:
        """The areas of one kind that stand on a day, by name."""
        standing = (area for area in self.areas.values() if area.kind == kind and area.stands_on(on))
        return tuple(sorted(standing, key=lambda area: area.name))

    def all_declarations(self) -> tuple[Declaration, ...]:
        """The card and every declaration of every kind."""
        groups = (getattr(self, each.name) for each in fields(self))
        return (self.card, *(each for group in groups if isinstance(group, Mapping) for each in group.values()))
