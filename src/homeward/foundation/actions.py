"""How does anything change? In an action: one transaction, permission asked first, one event written down."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import wraps
from typing import Any, Generic, Literal, ParamSpec, Protocol, TypeVar, cast
from uuid import UUID

from django.db import connection, transaction

from homeward.foundation import events
from homeward.foundation.errors import NotPermitted
from homeward.foundation.moments import aware

P = ParamSpec("P")
R = TypeVar("R")
DIRECT_CARE = "direct care"
ActorKind = Literal["staff", "citizen", "partner", "link", "system"]


@dataclass(frozen=True, kw_only=True)
class Actor:
    """Who acts, for which organisation, in which role, why.

    `organisation`, `teams` and `role` are codes of the place's declarations. `subject` is what a link opens, and nothing else.
    `acting_for`: the person whom a citizen acts for; `person_id` is then that person, and `scopes` the matters it covers.
    """

    user_id: UUID | None
    name: str
    kind: ActorKind
    organisation: str
    teams: tuple[str, ...] = ()
    role: str = ""
    purpose: str = DIRECT_CARE
    session: str = ""
    subject: UUID | None = None
    person_id: UUID | None = None
    acting_for: UUID | None = None
    scopes: tuple[str, ...] = ()

    def for_purpose(self, purpose: str) -> "Actor":
        """The same actor, acting for another purpose."""
        return replace(self, purpose=purpose)


@dataclass(frozen=True, kw_only=True)
class Happening(Generic[R]):
    """What an action did: the `result` its caller gets, and what the event log keeps of it.

    `facts` are plain JSON values (codes, ids as text, words); `teams` are the codes of the teams who should see it live.
    """

    result: R
    subject_kind: str
    subject_id: UUID
    person_id: UUID | None
    facts: Mapping[str, Any] = field(default_factory=dict)
    teams: tuple[str, ...] = ()


class Guard(Protocol):
    """Decides whether an action may run, and opens the person's record for exactly as long as it runs.

    `last`: the action's transaction ends with it, and with that whatever was opened.
    """

    def __call__(
        self, *, verb: str, by: Actor, person_id: UUID | None, at: datetime, last: bool
    ) -> AbstractContextManager[object]: ...


def _nobody(
    *, verb: str, by: Actor, person_id: UUID | None, at: datetime, last: bool
) -> AbstractContextManager[object]:
    raise NotPermitted(f"Nobody guards '{verb}', so nobody may do it.")


_guard: list[Guard] = [_nobody]
_verbs: set[str] = set()
_all_or_nothing = ContextVar("all_or_nothing", default=False)


def set_guard(guard: Guard) -> None:
    """Give the house its guard. Until then every action is refused."""
    _guard[:] = [guard]


def verbs() -> frozenset[str]:
    """The names of all actions defined so far, so that a place's roles can be checked against them."""
    return frozenset(_verbs)


@contextmanager
def all_or_nothing() -> Iterator[None]:
    """Inside a transaction: an action that fails here fails all of it, so it is given no way back of its own to mark and to forget."""
    before = _all_or_nothing.set(True)
    try:
        yield
    finally:
        _all_or_nothing.reset(before)


@contextmanager
def _with_a_way_back() -> Iterator[None]:
    """What an action does in its turn may fail alone."""
    before = _all_or_nothing.set(False)
    try:
        yield
    finally:
        _all_or_nothing.reset(before)


def action(
    verb: str, *, about: Callable[[Mapping[str, Any]], UUID | None] | None = None
) -> Callable[[Callable[P, Happening[R]]], Callable[P, R]]:
    """Make a function the one way to do `verb`.

    The function takes keyword arguments only, `by` (Actor) and `at` (aware datetime) among them, and returns a
    `Happening`; its callers get the result. `about` finds the person concerned from the keyword arguments, before the
    record is open. Raises NotPermitted when the guard refuses; nothing is written unless everything is.
    """
    _verbs.add(verb)

    def decorate(body: Callable[P, Happening[R]]) -> Callable[P, R]:
        @wraps(body)
        def carry_out(*args: P.args, **kwargs: P.kwargs) -> R:
            if args:
                raise TypeError(f"{verb} takes keyword arguments only")
            by, at = cast(Actor, kwargs["by"]), aware(cast(datetime, kwargs["at"]))
            last = not connection.in_atomic_block
            with transaction.atomic(savepoint=not _all_or_nothing.get()), _with_a_way_back():
                person_id = about(kwargs) if about else None
                with _guard[0](verb=verb, by=by, person_id=person_id, at=at, last=last):
                    happening = body(*args, **kwargs)
                    events.append(_event(verb, happening, by, at))
            return happening.result

        return carry_out

    return decorate


def _event(verb: str, happening: Happening[Any], by: Actor, at: datetime) -> events.NewEvent:
    return events.NewEvent(
        kind=verb,
        at=at,
        person_id=happening.person_id,
        subject_kind=happening.subject_kind,
        subject_id=happening.subject_id,
        actor_id=by.user_id,
        actor_name=by.name,
        actor_kind=by.kind,
        organisation=by.organisation,
        role=by.role,
        purpose=by.purpose,
        facts=happening.facts,
        teams=happening.teams,
    )
