"""For which purposes are records handed on here, and what must be asked first?"""

from homeward.grammar.api import SharingBasis, SharingPurpose
from homeward_places.birmingham_solihull.keepers import BOARD, SPRING


def _purpose(
    code: str,
    title: str,
    words: str,
    basis: SharingBasis,
    fhir: str,
    *,
    direct_care: bool = False,
    national_opt_out: bool = False,
) -> SharingPurpose:
    return SharingPurpose(
        code=code, title=title, plain_words=words, basis=basis, fhir=fhir, direct_care=direct_care,
        national_opt_out=national_opt_out, owner=BOARD, review_by=SPRING,
    )  # fmt: skip


DIRECT_CARE = _purpose(
    "direct-care", "Looking after you", "So that the people who care for you know what they need to know.",
    "unless_objected", "TREAT", direct_care=True,
)  # fmt: skip
MESSAGES = _purpose(
    "messages", "Messages to you", "So that we can write to you about your care by text, email or letter.",
    "unless_objected", "PATADMIN",
)  # fmt: skip
PLANNING = _purpose(
    "planning", "Planning and research", "So that services can be planned and studied. This is the national data opt-out.",
    "unless_objected", "HRESCH", national_opt_out=True,
)  # fmt: skip
FAMILY = _purpose(
    "family", "Telling family and friends", "So that people close to you can be told how you are.", "with_consent", "FAMRQT",
)  # fmt: skip
COMMUNITY = _purpose(
    "community", "Help from charities and groups", "So that a local group can get in touch and offer help.",
    "with_consent", "CAREMGT",
)  # fmt: skip
SAFETY = _purpose(
    "protection", "Keeping people from harm", "Where the law says that we must pass something on, we must even if you say no.",
    "required", "PUBHLTH",
)  # fmt: skip
