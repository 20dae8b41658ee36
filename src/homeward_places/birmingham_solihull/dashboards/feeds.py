"""What does each partner send, by which way, and how often? The rhythms are proposals until each partner has agreed."""

from datetime import timedelta

from homeward.grammar.api import Feed, FeedWay
from homeward_places.birmingham_solihull.keepers import (
    BIRMINGHAM_COUNCIL,
    BOARD,
    COMMUNITY,
    HOSPICE,
    HOSPITALS,
    SPRING,
)

DAY, WEEK = timedelta(days=1), timedelta(weeks=1)


def _feed(code: str, title: str, partner: str, way: FeedWay, *sources: str, every: timedelta) -> Feed:
    return Feed(
        code=code, title=title, partner=partner, way=way, sources=sources, every=every, owner=BOARD, review_by=SPRING
    )


FEEDS = (
    _feed("hospital-records", "Hospital letters and records", HOSPITALS, "records", HOSPITALS, every=DAY),
    _feed("community-records", "Community letters and records", COMMUNITY, "records", COMMUNITY, every=DAY),
    _feed("hospital-wards", "Who is on the wards", HOSPITALS, "wards", HOSPITALS, every=timedelta(hours=1)),
    _feed("hospice-messages", "Referrals to and from the hospice", HOSPICE, "messages", HOSPICE, every=WEEK),
    _feed("urgent-visits-capacity", "Urgent visits to offer", COMMUNITY, "capacity", "urgent-community-response", every=timedelta(hours=12)),
    _feed("recovery-beds-capacity", "Recovery beds to offer", COMMUNITY, "capacity", "recovery-beds", every=DAY),
    _feed("home-care-capacity", "Home care to offer", BIRMINGHAM_COUNCIL, "capacity", "home-care", every=DAY),
    _feed("frailty-readings", "Readings from the frailty virtual ward", COMMUNITY, "readings", "virtual-ward-frailty", every=timedelta(hours=12)),
    _feed("respiratory-readings", "Readings from the respiratory virtual ward", COMMUNITY, "readings", "virtual-ward-respiratory", every=timedelta(hours=12)),
)  # fmt: skip
