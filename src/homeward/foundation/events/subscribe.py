"""Who wants to know? Higher packages subscribe to a kind of event; they are told inside the writer's transaction."""

from collections import defaultdict
from collections.abc import Callable

from homeward.foundation.events.read import EventRow

Handler = Callable[[EventRow], None]
_handlers: dict[str, list[Handler]] = defaultdict(list)


def subscribe(kind: str, handler: Handler) -> None:
    """Call `handler` with every later event of `kind`, before its transaction commits. Subscribing twice counts once."""
    if handler not in _handlers[kind]:
        _handlers[kind].append(handler)


def subscribed(kind: str) -> tuple[Handler, ...]:
    """The handlers of `kind`, in the order they subscribed."""
    return tuple(_handlers.get(kind, ()))
