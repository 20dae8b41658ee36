"""What can be asked of Homeward at a command line?

Each module beside this one is one command, named after it, with three names of its own: `WORDS` (what it does,
in a line), `arguments(parser)` and `run(options) -> exit code`. `NEEDS_DATABASE = True` has Django ready, and the
embedded database running, before `run` is called. Names that begin with `_` are no commands.
Exit codes: 0 done, 1 it could not be done, 2 it was asked for wrongly.
"""

import argparse
import importlib
import os
import pkgutil
import sys
from types import ModuleType

from homeward.cli._answer import explain
from homeward.cli._database import with_database


def commands() -> list[str]:
    """The names of the commands that are here."""
    return sorted(
        module.name
        for module in pkgutil.iter_modules(__path__)
        if not module.name.startswith("_") and module.name != "tests"
    )


def spoken(name: str) -> str:
    """The command as it is typed: of a module whose name Python keeps for itself without the line at its end."""
    return name.rstrip("_").replace("_", "-")


def _load(name: str) -> ModuleType:
    return importlib.import_module(f"{__name__}.{name}")


def parser() -> argparse.ArgumentParser:
    """The parser of the whole command; every command explains itself with --help."""
    whole = argparse.ArgumentParser(
        prog="homeward", description="Homeward: integrated, home-first care for a whole place."
    )
    below = whole.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for name in commands():
        module = _load(name)
        one = below.add_parser(spoken(name), help=module.WORDS, description=module.WORDS)
        module.arguments(one)
        one.set_defaults(module=module)
    return whole


def main(arguments: list[str] | None = None) -> int:
    """Run one command. What goes wrong in a way we know is told in a sentence, not a traceback."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    options = parser().parse_args(arguments)
    try:
        if getattr(options.module, "NEEDS_DATABASE", False):
            with with_database(words=f"homeward {options.command}"):
                return int(options.module.run(options) or 0)
        return int(options.module.run(options) or 0)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except Exception as error:
        return explain(error)
