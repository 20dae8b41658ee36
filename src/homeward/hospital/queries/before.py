"""What do earlier days say beside this stay, if they say anything of people like this one?"""

from homeward.hospital.queries.policy import policy
from homeward.hospital.queries.stays import StayView
from homeward.hospital.rules.before import Beside, beside


def beside_before(stay: StayView) -> Beside | None:
    """The stay's own days beside the declared figure, by the way home that was really taken, else agreed."""
    return beside(
        policy().before, ready_on=stay.ready_on, days=stay.days_ready, pathway=stay.actual or stay.agreed, left=not stay.open,
        destination=policy().destination(stay.destination_code),
    )  # fmt: skip
