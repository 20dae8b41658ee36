"""Which readings of the ledger tell that pressure rises? The figures are ours until the winter plan's owners confirm them."""

from homeward.grammar.api import Standard, SurgeMeasure, SurgeThreshold, SurgeTrigger
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING

OPEL = Standard(
    words="Four levels of pressure, declared from readings; the readings and figures here are a local proposal",
    source="NHS England, OPEL framework 2024 to 2026",
    local_proposal=True,
)


def _trigger(
    code: str, title: str, plain_words: str, measure: SurgeMeasure, *services: str, at: tuple[float, float, float]
) -> SurgeTrigger:
    two, three, four = at
    return SurgeTrigger(
        code=code, title=title, plain_words=plain_words, measure=measure, services=services, standard=OPEL,
        thresholds=(SurgeThreshold(level=2, at=two), SurgeThreshold(level=3, at=three), SurgeThreshold(level=4, at=four)),
        owner=BOARD, review_by=SPRING,
    )  # fmt: skip


BEDS = _trigger(
    "recovery-beds-free", "Recovery beds", "How many recovery beds are free.", "free", "recovery-beds", at=(4, 2, 0),
)
RESPONSE = _trigger(
    "urgent-response-taken", "Urgent response visits", "How much of today's urgent response is taken.", "taken_percent",
    "urgent-community-response", at=(80, 90, 98),
)
VIRTUAL_WARDS = _trigger(
    "virtual-wards-taken", "Virtual wards", "How many virtual ward places are taken.", "taken_percent",
    "virtual-ward-frailty", "virtual-ward-respiratory", at=(80, 90, 100),
)
NO_ROOM = _trigger(
    "home-first-waiting", "Needs without room", "How many needs found no room and still wait.", "waiting",
    "urgent-community-response", "early-intervention-community-team", "home-care", "recovery-beds", at=(3, 8, 15),
)
