"""For what may a person's record be handed on, to which partners, and how far may it be opened out of turn or for others?"""

from dataclasses import dataclass, field
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration

# What makes a purpose lawful here: people may object, people must agree first, or the law leaves no choice.
SharingBasis = Literal["unless_objected", "with_consent", "required"]


@dataclass(frozen=True, kw_only=True)
class SharingPurpose(Declaration):
    """One purpose for which records are handed on. `fhir` is its code in v3-ActReason.

    `direct_care`: the purpose for which staff open records. `national_opt_out`: the national data opt-out is an
    objection to this one.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    basis: SharingBasis
    fhir: str = "TREAT"
    direct_care: bool = False
    national_opt_out: bool = False


@dataclass(frozen=True, kw_only=True)
class SharingPartner(Declaration):
    """Organisations a person may speak of as one. Every organisation that is part of one of them is meant as well."""

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    organisations: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class AccessPolicy(Declaration):
    """How long a broken glass opens and when it must be judged; how long somebody may act for another, and for whom.

    `glass_minutes`: after so many the record shuts by itself. `proxy_role`: what an account made for such a one holds. `parental_proxies`: whether anybody may act for somebody
    younger than `adult_at`. `objection_hides`: on which grounds ('registered', 'assessment') a team's lists show nobody
    who objected to the partner it belongs to. A need that a team owns must stay in sight, so its grounds are not among them.
    """

    glass_minutes: int
    judge_within_days: int
    proxy_longest_days: int
    proxy_role: str
    adult_at: int = 16
    parental_proxies: bool = False
    objection_hides: tuple[str, ...] = ()
