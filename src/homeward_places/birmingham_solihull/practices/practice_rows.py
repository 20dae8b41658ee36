"""How is a table of practices turned into lists of registered people (areas) and organisations?"""

from collections.abc import Iterable

from homeward.grammar.api import Area, AreaLink, Organisation
from homeward_places.birmingham_solihull.areas.network_rows import NETWORKS_FROM
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD


def practices(*, network: str, rows: Iterable[tuple[str, str, str, int]]) -> tuple[Area | Organisation, ...]:
    """Areas and organisations from rows of ODS code, name, postcode and people registered in 2024."""
    made: list[Area | Organisation] = []
    for code, name, postcode, registered in rows:
        made.append(
            Area(
                code=code,
                name=name,
                kind="practice_list",
                national_code=code,
                valid_from=NETWORKS_FROM,
                within=(AreaLink(code=network, valid_from=NETWORKS_FROM),),
                registered=registered,
                counted_in=2024,
                postcode=postcode,
                owner=BOARD,
                review_by=AUTUMN,
            )
        )
        made.append(
            Organisation(
                code=code,
                name=name,
                kind="gp_practice",
                ods_code=code,
                valid_from=NETWORKS_FROM,
                part_of=network,
                postcode=postcode,
                owner=BOARD,
                review_by=AUTUMN,
            )
        )
    return tuple(made)
