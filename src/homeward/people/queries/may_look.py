"""May this asker look for people at all? The pages ask too; here nothing depends on their having asked."""

from homeward.access.api import may
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotPermitted


def require(by: Actor, *permissions: str) -> None:
    """One of the permissions will do. Raises NotPermitted."""
    if not any(may(by, permission) for permission in permissions):
        raise NotPermitted(
            "Your role does not let you look for people.",
            next_step="Ask a colleague whose role includes it, or the person who manages accounts in your organisation.",
        )
