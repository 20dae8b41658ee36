"""How is a Homeward served whose place has two hundred services? The declared place with copies of them, as a package that goes again."""

import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from homeward.grammar.api import AtVisits, Declaration, MonitoringPolicy, Place, Service, Team, load

NAME = "homeward_bench_larger_place"
PACKAGE = '''"""The declared place with copies of its services, made by a bench."""

from homeward.bench.served_place import declared_with

declared = declared_with({dotted!r}, {count})
'''


def declared_with(dotted: str, count: int) -> tuple[Declaration, ...]:
    """All that the place of this name declares, with as many copies of its services as make `count`."""
    return with_copies(load(dotted), count)


def with_copies(here: Place, count: int) -> tuple[Declaration, ...]:
    """The same of a place that is loaded: teams give the copies too, and whoever hears of a service's visits hears of its copies'."""
    services = list(here.services.values())
    copied = {f"copy-{number}": services[number % len(services)] for number in range(max(0, count - len(services)))}
    copies = [replace(each, code=code, title=f"{each.title} {code[5:]}") for code, each in copied.items()]
    given: dict[str, list[str]] = {}
    for each in copies:
        for provider in each.providers:
            given.setdefault(provider.team, []).append(each.code)
    teams = [replace(team, services=(*team.services, *given.get(code, ()))) for code, team in here.teams.items()]
    heard = [_heard(policy, copied) for policy in here.monitoring_policies.values()]
    others = (each for each in here.all_declarations() if not isinstance(each, Team | MonitoringPolicy))
    return (*others, *teams, *heard, *copies)


def _heard(policy: MonitoringPolicy, copied: Mapping[str, Service]) -> MonitoringPolicy:
    """A copy of a ward is heard as a visited service: no policy caps its places."""
    more = tuple(code for code, each in copied.items() if policy.hears(each.code))
    told = policy.at_visits or AtVisits(services=())
    return replace(policy, at_visits=replace(told, services=(*told.services, *more))) if more else policy


@contextmanager
def served_with(dotted: str, count: int) -> Iterator[dict[str, str]]:
    """The environment in which a Homeward is served with `count` services of the place so named; this process finds the package too, until the end."""
    with tempfile.TemporaryDirectory(prefix=f"homeward-bench-{os.getpid()}-place-") as folder:
        Path(folder).chmod(0o755)
        package = Path(folder) / NAME
        package.mkdir()
        (package / "__init__.py").write_text(PACKAGE.format(dotted=dotted, count=count), encoding="utf-8")
        sys.path.insert(0, folder)
        try:
            paths = [folder, *filter(None, [os.environ.get("PYTHONPATH")])]
            yield {"HOMEWARD_PLACE": NAME, "PYTHONPATH": os.pathsep.join(paths)}
        finally:
            sys.path.remove(folder)
