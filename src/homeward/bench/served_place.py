"""How is a Homeward served whose place has two hundred services? The declared place with copies of them, as a package that goes again."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from homeward.grammar.api import Declaration, Place, Team, load

NAME = "homeward_bench_larger_place"
PACKAGE = '''"""The declared place with copies of its services, made by a bench."""

from homeward.bench.served_place import declared_with

declared = declared_with({dotted!r}, {count})
'''


def declared_with(dotted: str, count: int) -> tuple[Declaration, ...]:
    """All that the place of this name declares, with as many copies of its services as make `count`."""
    return with_copies(load(dotted), count)


def with_copies(here: Place, count: int) -> tuple[Declaration, ...]:
    """The same of a place that is loaded."""
    services = list(here.services.values())
    copies = [
        replace(
            services[number % len(services)],
            code=f"copy-{number}",
            title=f"{services[number % len(services)].title} {number}",
        )
        for number in range(max(0, count - len(services)))
    ]
    given: dict[str, list[str]] = {}
    for each in copies:
        for provider in each.providers:
            given.setdefault(provider.team, []).append(each.code)
    teams = [replace(team, services=(*team.services, *given.get(code, ()))) for code, team in here.teams.items()]
    others = (each for each in here.all_declarations() if not isinstance(each, Team))
    return (*others, *teams, *copies)


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
