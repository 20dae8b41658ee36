"""Under which key is a referral kept so that it is made once? The sender's own key, bound to the sender."""

from homeward.foundation.actions import Actor


def bound_key(key: str, by: Actor) -> str:
    """Two senders who happen on one key, or one who guesses another's, never meet each other's referral."""
    return f"{by.kind}:{by.user_id or by.session or by.role}:{key}"
