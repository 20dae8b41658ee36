"""The door to capacity: what is free and how old that is, taking and giving back, and need that found none."""

from homeward.capacity.actions.book import book, hold
from homeward.capacity.actions.count_unmet import count_unmet, settle_unmet
from homeward.capacity.actions.release import release
from homeward.capacity.actions.report import confirm, report
from homeward.capacity.queries.may_report import may_report_for
from homeward.capacity.queries.offers import Offer, ledger, offers
from homeward.capacity.queries.unmet import UnmetCount, unmet
from homeward.capacity.rules.freshness import Freshness, freshness

__all__ = [
    "Freshness",
    "Offer",
    "UnmetCount",
    "book",
    "confirm",
    "count_unmet",
    "freshness",
    "hold",
    "ledger",
    "may_report_for",
    "offers",
    "release",
    "report",
    "settle_unmet",
    "unmet",
]
