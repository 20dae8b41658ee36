"""Which returns are made without anybody asking? Each day, those whose window is open, so that faults are known in time."""

from collections.abc import Iterator
from datetime import datetime

from homeward.access.api import system
from homeward.directory import api as directory
from homeward.exchange.models import NationalReturn
from homeward.exchange.returns.actions.ask import ask
from homeward.exchange.returns.queries.declared import returns_declared
from homeward.exchange.returns.rules.months import Due, dues
from homeward.exchange.returns.vocabulary import JOB
from homeward.foundation.moments import at_london, london_day
from homeward.grammar.api import NationalReturn as Declared

BACK = 3


def prepare(*, at: datetime) -> int:
    """Ask for those that nobody asked for today; returns how many."""
    count = 0
    for declared in returns_declared():
        for each in open_windows(declared, at):
            for provider in declared.providers:
                count += _asked(declared, provider, each, at)
    return count


def open_windows(declared: Declared, at: datetime) -> Iterator[Due]:
    """The windows in which data may be given today."""
    today = london_day(at)
    for each in dues(declared, today=today, back=BACK, ahead=0):
        if each.opens_on <= today <= each.closes_on:
            yield each


def _asked(declared: Declared, provider: str, due: Due, at: datetime) -> bool:
    same = {"return_code": declared.code, "provider": provider, "month": due.month.first, "kind": due.window.kind}
    today = at_london(london_day(at))
    if NationalReturn.objects.filter(**same, asked_at__gte=today).exists() or not _gives_care(provider):
        return False
    if NationalReturn.objects.filter(**same, state="submitted").exists():
        return False
    ask(
        return_code=declared.code, provider=provider, period=due.month.code, kind=due.window.kind, by=system(JOB), at=at
    )
    return True


def _gives_care(provider: str) -> bool:
    return any(team.organisation == provider for team in directory.place().teams.values())
