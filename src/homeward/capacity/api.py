"""The door to capacity: what is free and how old that is, taking and giving back, and need that found none."""

from homeward.capacity.actions.book import book, hold
from homeward.capacity.actions.count_unmet import count_unmet, settle_unmet
from homeward.capacity.actions.keep_units import keep_units
from homeward.capacity.actions.leave import leave
from homeward.capacity.actions.likely_free import likely_free
from homeward.capacity.actions.occupy import occupy
from homeward.capacity.actions.promise import promise
from homeward.capacity.actions.release import release
from homeward.capacity.actions.report import confirm, report
from homeward.capacity.actions.set_state import set_state
from homeward.capacity.queries.may_report import may_report_for
from homeward.capacity.queries.offers import Offer, ledger, offers
from homeward.capacity.queries.units import UnitRow, units
from homeward.capacity.queries.unmet import UnmetCount, unmet
from homeward.capacity.rules.freshness import Freshness, freshness
from homeward.capacity.vocabulary import UNIT_STATES

__all__ = [
    "Freshness",
    "Offer",
    "UNIT_STATES",
    "UnitRow",
    "UnmetCount",
    "book",
    "confirm",
    "count_unmet",
    "freshness",
    "hold",
    "keep_units",
    "leave",
    "ledger",
    "likely_free",
    "may_report_for",
    "occupy",
    "offers",
    "promise",
    "release",
    "report",
    "set_state",
    "settle_unmet",
    "units",
    "unmet",
]
