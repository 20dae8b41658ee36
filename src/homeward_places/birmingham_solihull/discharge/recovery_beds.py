"""In which buildings are the beds for recovery? Five sites; the number of beds of each is ours until its owner gives it."""

from homeward.grammar.api import RecoveryBeds
from homeward_places.birmingham_solihull.keepers import COMMUNITY, SPRING

# What everybody in a recovery bed is offered, wherever it stands: differences between sites are what this is here to show.
THE_SAME_OFFER = (
    "Goals agreed with the person within 2 days",
    "Therapy every weekday",
    "A Barthel score on the first day and the last",
    "An expected day of leaving within 3 days, looked at each week",
)


def _site(code: str, name: str, beds: int) -> RecoveryBeds:
    return RecoveryBeds(
        code=code, name=name, organisation="bchc", team="recovery-beds", beds=beds, offer=THE_SAME_OFFER,
        owner=COMMUNITY, review_by=SPRING,
    )  # fmt: skip


MOSELEY_HALL = _site("moseley-hall", "Moseley Hall Hospital", 40)
WEST_HEATH = _site("west-heath", "West Heath Hospital", 32)
NORMAN_POWER = _site("norman-power", "Norman Power Centre", 32)
ANN_MARIE_HOWES = _site("ann-marie-howes", "Ann Marie Howes Centre", 32)
PERRY_TREES = _site("perry-trees", "Perry Trees Centre", 32)
