"""The door to capacity: what is free and how old that is, taking and giving back, and need that found none."""

from homeward.capacity.actions.allot import allot
from homeward.capacity.actions.book import book, hold
from homeward.capacity.actions.by_itself import ask_about_old_numbers, let_holds_go, watch_pressure
from homeward.capacity.actions.count_unmet import count_unmet, settle_unmet
from homeward.capacity.actions.do_step import do_step
from homeward.capacity.actions.keep_units import keep_units
from homeward.capacity.actions.leave import leave
from homeward.capacity.actions.likely_free import likely_free
from homeward.capacity.actions.occupy import occupy
from homeward.capacity.actions.promise import promise
from homeward.capacity.actions.release import release
from homeward.capacity.actions.report import confirm, report
from homeward.capacity.actions.set_state import set_state
from homeward.capacity.actions.stand_down import stand_down
from homeward.capacity.actions.switch_on import switch_on
from homeward.capacity.queries.cards import RunView, run_of, runs
from homeward.capacity.queries.kept import Kept, kept_at, kept_for, kept_on
from homeward.capacity.queries.line import line
from homeward.capacity.queries.matches import Match, matches
from homeward.capacity.queries.may_report import may_report_for
from homeward.capacity.queries.nudges import NudgeRow, nudges
from homeward.capacity.queries.offers import Offer, ledger, offers
from homeward.capacity.queries.picture import Picture, picture
from homeward.capacity.queries.shares import Share, shares
from homeward.capacity.queries.surge import CardView, Reading, SurgeView, surge_level
from homeward.capacity.queries.units import UnitRow, units
from homeward.capacity.queries.unmet import UnmetCount, Waiting, unmet, unmet_since, waiting_for_room
from homeward.capacity.rules.freshness import Freshness, freshness, units_of
from homeward.capacity.vocabulary import UNIT_STATES

__all__ = [
    "ask_about_old_numbers",
    "let_holds_go",
    "watch_pressure",
    "CardView",
    "Freshness",
    "Kept",
    "Match",
    "NudgeRow",
    "Offer",
    "Picture",
    "Reading",
    "RunView",
    "Share",
    "SurgeView",
    "UNIT_STATES",
    "UnitRow",
    "UnmetCount",
    "Waiting",
    "allot",
    "book",
    "confirm",
    "count_unmet",
    "do_step",
    "freshness",
    "hold",
    "keep_units",
    "kept_at",
    "kept_for",
    "kept_on",
    "leave",
    "ledger",
    "line",
    "likely_free",
    "matches",
    "may_report_for",
    "nudges",
    "occupy",
    "offers",
    "picture",
    "promise",
    "release",
    "report",
    "run_of",
    "runs",
    "set_state",
    "settle_unmet",
    "shares",
    "stand_down",
    "surge_level",
    "switch_on",
    "units",
    "units_of",
    "unmet",
    "unmet_since",
    "waiting_for_room",
]
