"""Which areas make up the town? Codes are made up and follow no national pattern."""

from datetime import date

from homeward.grammar.api import Area, AreaKind, AreaLink
from tests.places.millbrook import OWNER, REVIEW, SINCE


def _area(
    code: str,
    name: str,
    kind: AreaKind,
    *within: str,
    until: date | None = None,
    registered: int | None = None,
    named: bool = True,
) -> Area:
    return Area(
        code=code,
        name=name,
        kind=kind,
        valid_from=SINCE,
        valid_to=until,
        within=tuple(AreaLink(code=each, valid_from=SINCE, valid_to=until) for each in within),
        registered=registered,
        counted_in=2025 if registered else None,
        centre=(51.5, -1.5) if kind == "ward" else None,
        deprivation=4.0 if kind == "ward" else None,
        named=named,
        owner=OWNER,
        review_by=REVIEW,
    )


MILLBROOK = _area("millbrook", "Millbrook", "place", registered=21_000)
COUNCIL = _area("mill-council-area", "Millbrook Borough", "council", "millbrook")
RIVERSIDE = _area("riverside", "Riverside", "locality", "millbrook", "mill-council-area", registered=12_000)
HILLSIDE = _area("hillside", "Hillside", "locality", "millbrook", "mill-council-area", registered=9_000)
OLD_SEAT = _area("seat-old", "Millbrook and Vale", "constituency", "mill-council-area", until=date(2024, 7, 3))
WARDS = (
    _area("w-quay", "Quay", "ward", "riverside", "mill-council-area"),
    _area("w-bridge", "Bridge", "ward", "riverside", "mill-council-area"),
    _area("w-ridge", "Ridge", "ward", "hillside", "mill-council-area"),
    _area("w-fell", "Fell", "ward", "hillside", "mill-council-area"),
)
NETWORKS = (
    _area("net-river", "River Network", "pcn", "riverside", registered=12_000),
    _area("net-hill", "Hill Network", "pcn", "hillside", registered=9_000),
)
PRACTICES = (
    _area("gp-quay", "Quay Surgery", "practice_list", "net-river", registered=7_000),
    _area("gp-bridge", "Bridge Street Practice", "practice_list", "net-river", registered=5_000),
    _area("gp-ridge", "Ridge Medical Centre", "practice_list", "net-hill", registered=9_000),
)
NEIGHBOURHOODS = (
    _area("hood-1", "Old Town", "neighbourhood", "riverside"),
    _area("hood-2", "Neighbourhood 2 (not yet named)", "neighbourhood", "millbrook", named=False),
)
