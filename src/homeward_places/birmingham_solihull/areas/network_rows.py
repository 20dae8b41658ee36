"""How is a table of primary care networks turned into areas and organisations?"""

from collections.abc import Iterable
from datetime import date

from homeward.grammar.api import Area, AreaLink, Organisation
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD

# The day of the list of networks that this table restates; earlier days are not vouched for.
NETWORKS_FROM = date(2024, 3, 5)


def networks(*, locality: str, rows: Iterable[tuple[str, str, int, int]]) -> tuple[Area | Organisation, ...]:
    """Areas and organisations from rows of ODS code, name, people registered in 2024 and branch sites (kept to be read)."""
    made: list[Area | Organisation] = []
    for code, name, registered, _branch_sites in rows:
        made.append(
            Area(
                code=code,
                name=name,
                kind="pcn",
                national_code=code,
                valid_from=NETWORKS_FROM,
                within=(AreaLink(code=locality, valid_from=NETWORKS_FROM),),
                registered=registered,
                counted_in=2024,
                owner=BOARD,
                review_by=AUTUMN,
            )
        )
        made.append(
            Organisation(
                code=code,
                name=f"{name} primary care network",
                kind="pcn",
                ods_code=code,
                valid_from=NETWORKS_FROM,
                part_of=BOARD,
                owner=BOARD,
                review_by=AUTUMN,
            )
        )
    return tuple(made)
