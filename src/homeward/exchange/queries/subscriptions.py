"""Who asked to be told of what, and does it reach them?"""

from uuid import UUID

from homeward.exchange.models import Subscription
from homeward.foundation.actions import Actor


def subscriptions(*, by: Actor) -> list[Subscription]:
    """Those of the asker's own organisation, newest first."""
    return list(Subscription.objects.filter(organisation=by.organisation).order_by("-made_at", "-id"))


def subscription(subscription_id: UUID, *, by: Actor) -> Subscription | None:
    """One of the asker's own; None when there is none such."""
    return Subscription.objects.filter(id=subscription_id, organisation=by.organisation).first()


def every_subscription() -> list[Subscription]:
    """All of them, those in trouble first: for whoever keeps this place running. Nothing in them is about anybody."""
    order = {"off": 0, "error": 1, "requested": 2, "active": 3}
    return sorted(
        Subscription.objects.order_by("-made_at", "-id"), key=lambda each: (not each.error, order[each.status])
    )
