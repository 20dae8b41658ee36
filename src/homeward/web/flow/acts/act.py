"""What is one act: its words, its form, and what it does?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.web.flow.acts.forms import ActForm

Run = Callable[[Any, UUID, Actor, datetime], object]


@dataclass(frozen=True, kw_only=True)
class Act:
    """One page. `anyone` who looks after the person may; `over`: also after it ended; `by_link`: reached from an entry;
    `stays`: goes back to what it is about, else to the page `then` (the board when it names none); `states`: only in these, when there are any.
    """

    slug: str
    title: str
    lead: str
    permission: str
    form: type[ActForm]
    button: str
    done: str
    run: Run
    anyone: bool = False
    over: bool = False
    by_link: bool = False
    warning: bool = False
    stays: bool = True
    then: str = ""
    states: tuple[str, ...] = ()


def by_slug(acts: Iterable[Act]) -> dict[str, Act]:
    """The acts in their order, by address."""
    return {act.slug: act for act in acts}
