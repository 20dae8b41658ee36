"""Of which partners may a person say that they shall, or shall not, be told?"""

from homeward.grammar.api import SharingPartner
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING


def _partner(code: str, title: str, words: str, *organisations: str) -> SharingPartner:
    return SharingPartner(
        code=code, title=title, plain_words=words, organisations=organisations, owner=BOARD, review_by=SPRING
    )


PARTNERS = (
    _partner("community-care", "Community health teams", "District nurses, therapists and rapid response.", "bchc"),
    _partner("hospitals", "Hospitals", "The hospitals of the area and their clinics.", "uhb", "swb", "roh", "bwc"),
    _partner("mental-health-teams", "Mental health teams", "Teams for mental health.", "bsmhft"),
    _partner("ambulance", "Ambulance service", "Paramedics and the 999 service.", "wmas"),
    _partner("councils", "Councils", "Social workers and care and support.", "birmingham-city-council", "solihull-council"),
    _partner(
        "charities", "Charities and hospices", "Hospices and voluntary groups.",
        "birmingham-hospice", "marie-curie-west-midlands", "st-giles-hospice", "bvsc",
    ),
)  # fmt: skip
