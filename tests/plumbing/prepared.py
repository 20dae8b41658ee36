"""How do tests get processes of Homeward that begin in a moment, to be killed at any? Forked from one that has loaded it all.

Such a process is as much one of its own as any: `kill` is kill -9, and the database learns of its end as it would of another's.
"""

import importlib
import multiprocessing
import os
from collections.abc import Callable, Mapping
from multiprocessing import forkserver
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any
from unittest import mock

import django
from psycopg.conninfo import conninfo_to_dict

from tests.plumbing.fingerprint import REPOSITORY

LOADED = "tests.plumbing.prepared_here"  # imported, it has Django and every package ready
_forked = multiprocessing.get_context("forkserver")


def load() -> None:
    """Have everything ready that a process would otherwise load when it begins."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.plumbing.settings")
    django.setup()
    importlib.import_module("homeward.config.urls")


def begun(target: Callable[..., None], *given: Any, urls: Mapping[str, str]) -> BaseProcess:
    """A process that carries this out on the database of these addresses. The target is a function of a module."""
    path = os.pathsep.join((str(REPOSITORY / "src"), str(REPOSITORY)))
    _forked.set_forkserver_preload(["pytest", LOADED])
    with mock.patch.dict(os.environ, {"PYTHONPATH": path}):
        forkserver.ensure_running()
    process = _forked.Process(target=_on, args=(dict(urls), target, given))
    process.start()
    return process


def telling(target: Callable[..., None], *given: Any, urls: Mapping[str, str]) -> tuple[BaseProcess, Connection]:
    """The same, of a target that is given first where it tells what it does, and what is heard of it."""
    hears, tells = _forked.Pipe(duplex=False)
    process = begun(target, tells, *given, urls=urls)
    tells.close()
    return process, hears


def heard(hears: Connection) -> str:
    """What it tells next; nothing when it is no more."""
    try:
        return str(hears.recv())
    except EOFError:
        return ""


def _on(urls: Mapping[str, str], target: Callable[..., None], given: tuple[Any, ...]) -> None:
    from django.db import connections

    os.environ.update(urls)
    for alias, name in (("default", "DATABASE_URL"), ("owner", "HOMEWARD_OWNER_URL")):
        said = conninfo_to_dict(urls[name])
        here = {"HOST": said["host"], "NAME": said["dbname"], "USER": said["user"]}
        connections.databases[alias].update(here)
        connections[alias].settings_dict.update(here)
    target(*given)
