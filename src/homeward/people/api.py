"""The door to people: find them, register them once, put right what is wrong, and know who is on the screen."""

from homeward.people.actions.correct import Correction, correct
from homeward.people.actions.decide_pair import decide
from homeward.people.actions.die import die
from homeward.people.actions.find_or_register import find_or_register, keep_number
from homeward.people.actions.local_number import forget_as, know_as
from homeward.people.actions.look import Looking, look, look_away, still_looking
from homeward.people.actions.look_for_doubles import look_for_doubles
from homeward.people.actions.merge import merge
from homeward.people.actions.move import move
from homeward.people.actions.note_pairs import match_new
from homeward.people.actions.register import register
from homeward.people.actions.register_many import register_many
from homeward.people.actions.trace import Traced, trace
from homeward.people.actions.unmerge import unmerge
from homeward.people.demographics.chosen import demographics
from homeward.people.demographics.fhir_client import FhirDemographics
from homeward.people.demographics.protocol import Demographics
from homeward.people.matching.columns import read_named
from homeward.people.matching.linking import Linked, link_files
from homeward.people.matching.policy import POLICY, MatchingPolicy, read_policy
from homeward.people.matching.population import HEADER as MADE_HEADER
from homeward.people.matching.population import RATES, Made, two_populations
from homeward.people.models import MatchRun, Merge, Person
from homeward.people.queries.banner import Banner, banner
from homeward.people.queries.everybody import OneOfMany, everybody, how_many, restricted_among
from homeward.people.queries.holder_of import holder_of
from homeward.people.queries.in_review import ReviewRow, in_review
from homeward.people.queries.joined import current_id, joined_into, written_under
from homeward.people.queries.known import TraceRow, trace_rows
from homeward.people.queries.likenesses import Likeness, doubtful, likenesses
from homeward.people.queries.looked_after import LookedAfter, looked_after
from homeward.people.queries.match_many import Match, match_many
from homeward.people.queries.match_pairs import PairRow, PairView, merge_to_undo, merges_of, pair, pairs_to_review
from homeward.people.queries.numbered import Numbered, held_numbers, numbered
from homeward.people.queries.person_page import PersonPage, person_page
from homeward.people.queries.search import Found, PersonRow, search
from homeward.people.rules.details import GivenIdentifier, PersonDetails
from homeward.people.rules.details import check as check_details
from homeward.people.rules.likeness import ALMOST_CERTAIN
from homeward.people.rules.movers import movers, on_merge
from homeward.people.rules.notices import Notice
from homeward.people.vocabulary import (
    CONTACT_KINDS,
    DEATH_SOURCES,
    LANGUAGES,
    NUMBER_STATUSES,
    PAIR_STATES,
    SEXES,
    language_name,
    local_system,
    system_said,
)

__all__ = [
    "ALMOST_CERTAIN",
    "written_under",
    "MADE_HEADER",
    "RATES",
    "Made",
    "two_populations",
    "Linked",
    "MatchingPolicy",
    "POLICY",
    "link_files",
    "read_named",
    "read_policy",
    "PAIR_STATES",
    "PairRow",
    "PairView",
    "decide",
    "look_for_doubles",
    "match_new",
    "merge_to_undo",
    "merges_of",
    "pair",
    "pairs_to_review",
    "MatchRun",
    "Merge",
    "current_id",
    "joined_into",
    "merge",
    "movers",
    "on_merge",
    "unmerge",
    "Banner",
    "CONTACT_KINDS",
    "Correction",
    "DEATH_SOURCES",
    "Demographics",
    "FhirDemographics",
    "Found",
    "GivenIdentifier",
    "LANGUAGES",
    "Likeness",
    "Match",
    "Looking",
    "NUMBER_STATUSES",
    "Notice",
    "Numbered",
    "Person",
    "PersonDetails",
    "LookedAfter",
    "OneOfMany",
    "PersonPage",
    "PersonRow",
    "ReviewRow",
    "SEXES",
    "TraceRow",
    "Traced",
    "banner",
    "check_details",
    "correct",
    "demographics",
    "die",
    "doubtful",
    "everybody",
    "find_or_register",
    "forget_as",
    "held_numbers",
    "in_review",
    "keep_number",
    "know_as",
    "local_system",
    "numbered",
    "system_said",
    "language_name",
    "holder_of",
    "how_many",
    "likenesses",
    "match_many",
    "look",
    "look_away",
    "move",
    "looked_after",
    "person_page",
    "register",
    "restricted_among",
    "register_many",
    "search",
    "still_looking",
    "trace",
    "trace_rows",
]
