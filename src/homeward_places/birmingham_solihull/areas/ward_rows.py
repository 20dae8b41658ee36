"""How is a table of wards turned into areas? Each ward lies in one council and one locality."""

from collections.abc import Iterable
from datetime import date

from homeward.grammar.api import Area, AreaLink
from homeward_places.birmingham_solihull.areas.localities import LOCALITIES_FROM
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

# The first election on the present boundaries: Birmingham 3 May 2018, Solihull 10 June 2004.
WARDS_FROM = {"E08000025": date(2018, 5, 3), "E08000029": date(2004, 6, 10)}


def wards(
    *, locality: str, council: str, rows: Iterable[tuple[str, str, float, float, float | None]]
) -> tuple[Area, ...]:
    """Areas from rows of ONS code, name, latitude, longitude and mean IMD decile."""
    since = WARDS_FROM[council]
    return tuple(
        Area(
            code=code,
            name=name,
            kind="ward",
            national_code=code,
            valid_from=since,
            within=(
                AreaLink(code=council, valid_from=since),
                AreaLink(code=locality, valid_from=LOCALITIES_FROM),
            ),
            centre=(latitude, longitude),
            deprivation=decile,
            owner=BOARD,
            review_by=AUTUMN,
        )
        for code, name, latitude, longitude, decile in rows
    )
