"""Which partners' systems take our referrals as messages, and as which service do they know themselves?"""

from dataclasses import dataclass, field

from homeward.grammar.declaration import WORDING, Declaration


@dataclass(frozen=True, kw_only=True)
class MessagePartner(Declaration):
    """A partner whose system takes Booking and Referral Standard messages for these teams.

    `service_id` is the receiver's identifier in the directory of services, `address` the base of its FHIR API. None
    leaves them, as its secrets always are left, to whoever runs this house. `proposal`: not agreed with the partner yet.
    """

    title: str = field(metadata=WORDING)
    teams: tuple[str, ...]
    service_id: str | None = None
    address: str | None = None
    proposal: bool = field(default=False, metadata=WORDING)
