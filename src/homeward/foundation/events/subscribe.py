"""Who wants to know? Higher packages subscribe to a kind of event; they are told inside the writer's transaction."""

from collections import defaultdict
from collections.abc import Callable, Collection, Sequence
from uuid import UUID

from homeward.foundation.events.read import EventRow

Handler = Callable[[EventRow], None]
Minding = Callable[[Collection[UUID]], Collection[UUID]]
_handlers: dict[str, list[Handler]] = defaultdict(list)
_minding: dict[tuple[str, Handler], Minding] = {}


def subscribe(kind: str, handler: Handler, *, minding: Minding | None = None) -> None:
    """Call `handler` with every later event of `kind`, before its transaction commits. Subscribing twice counts once.

    `minding` says which of many people `handler` may have to do with: where events come by the thousand it is asked once,
    and the handler hears of those people alone. It may name too many, never too few.
    """
    if handler not in _handlers[kind]:
        _handlers[kind].append(handler)
    if minding:
        _minding[kind, handler] = minding


def subscribed(kind: str) -> tuple[Handler, ...]:
    """The handlers of `kind`, in the order they subscribed."""
    return tuple(_handlers.get(kind, ()))


def tell_of_many(kind: str, events: Sequence[EventRow]) -> None:
    """Tell whoever subscribed to `kind` of these events, one after the other, each of the people whom it minds."""
    people = {event.person_id for event in events if event.person_id is not None}
    listening = [
        (handler, set(minding(people)) if (minding := _minding.get((kind, handler))) else None)
        for handler in subscribed(kind)
    ]
    for event in events:
        for handler, minded in listening:
            if minded is None or event.person_id in minded:
                handler(event)
