"""Which hospices and voluntary organisations are partners here?"""

from homeward.grammar.api import Organisation
from homeward.grammar.organisations import OrganisationKind
from homeward_places.birmingham_solihull.keepers import AUTUMN, BOARD
from homeward_places.birmingham_solihull.organisations.statutory import KNOWN_FROM


def _charity(code: str, name: str, kind: OrganisationKind, part_of: str | None = None) -> Organisation:
    return Organisation(
        code=code,
        name=name,
        kind=kind,
        part_of=part_of,
        valid_from=KNOWN_FROM,
        owner=BOARD,
        review_by=AUTUMN,
    )


BIRMINGHAM_HOSPICE = _charity("birmingham-hospice", "Birmingham Hospice", "hospice")
ST_MARYS = _charity("birmingham-hospice-st-marys", "St Mary's Hospice", "hospice", "birmingham-hospice")
JOHN_TAYLOR = _charity("birmingham-hospice-john-taylor", "John Taylor Hospice", "hospice", "birmingham-hospice")
MARIE_CURIE = _charity("marie-curie-west-midlands", "Marie Curie Hospice West Midlands", "hospice")
ST_GILES = _charity("st-giles-hospice", "St Giles Hospice", "hospice")
BVSC = _charity("bvsc", "Birmingham Voluntary Service Council", "voluntary")
