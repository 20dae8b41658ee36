"""Which organisations and teams give care here, where, and how are they reached?"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

OrganisationKind = Literal[
    "integrated_care_board",
    "nhs_trust",
    "council",
    "hospice",
    "voluntary",
    "pcn",
    "gp_practice",
    "hospital_site",
    "community_site",
    "ambulance",
    "partnership",
    "care_home_provider",
]
ReferrerKind = Literal[
    "citizen", "carer", "gp", "crew", "care-home", "hospital", "community-team", "social-care", "voluntary"
]
TeamKind = Literal[
    "hub", "community", "ward", "advice_line", "mental_health", "social_care", "voluntary", "primary_care"
]


@dataclass(frozen=True, kw_only=True)
class Organisation(Declaration):
    """A body that gives or buys care, with its ODS code where it is known (None = not known to us).

    `refers_as`: which kind of referrer its people are, when its kind does not tell rightly.
    """

    name: str
    kind: OrganisationKind
    valid_from: date
    valid_to: date | None = None
    ods_code: str | None = None
    part_of: str | None = None
    telephone: str | None = field(default=None, metadata=WORDING)
    postcode: str | None = field(default=None, metadata=WORDING)
    refers_as: ReferrerKind | None = None


@dataclass(frozen=True, kw_only=True)
class Team(Declaration):
    """People who answer needs together. A hub owns needs until a service takes them.

    `proposal=True`: the shape is ours until the owner confirms it. `calendar` is when the team answers.
    `roles`: who works in it; a team that names none says nothing of it, and nothing is checked.
    """

    name: str
    organisation: str
    kind: TeamKind
    areas: tuple[str, ...]
    calendar: str
    services: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    hub: bool = False
    telephone: str | None = field(default=None, metadata=WORDING)
    proposal: bool = field(default=False, metadata=WORDING)
    refers_as: ReferrerKind | None = None
