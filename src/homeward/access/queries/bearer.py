"""What is known of whoever brings a token?"""

from dataclasses import dataclass
from uuid import UUID

from homeward.foundation.actions import Actor


@dataclass(frozen=True, kw_only=True)
class Bearer:
    """Who holds a token, and within which scopes. For an app also its name and client id, and the one person it is bound to."""

    actor: Actor
    scopes: tuple[str, ...]
    app: str = ""
    client_id: str = ""
    bound_to: UUID | None = None
