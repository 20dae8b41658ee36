"""How is a database brought up to date: its tables by the owner, its place by the application?"""

import os
from datetime import UTC, datetime
from importlib.util import find_spec

import django
import psycopg
from django.core.management import call_command
from django.db import connections

from homeward.foundation.postgres import roles

OWNER_MISSING = (
    "HOMEWARD_OWNER_URL is not set, so Homeward cannot bring the tables up to date. Set it to the address of the "
    "same database for the role that owns the tables; pages and jobs go on using DATABASE_URL."
)


class CannotUpgrade(RuntimeError):
    """The database cannot be brought up to date; the message says what to change."""


def _grant_on_real_server(app_url: str, owner_url: str) -> None:
    """On a server that is not ours, the owner makes what the cluster's maker makes on the embedded one."""
    app = psycopg.conninfo.conninfo_to_dict(app_url).get("user")
    owner = psycopg.conninfo.conninfo_to_dict(owner_url).get("user")
    with psycopg.connect(owner_url, autocommit=True) as connection:
        for extension in roles.EXTENSIONS:
            connection.execute(f"create extension if not exists {extension}")
        roles.grant_to(connection, app=str(app), owner=str(owner))


def _refuse_mighty_role(app_url: str) -> None:
    with psycopg.connect(app_url) as connection:
        faults = roles.faults_of_app_role(connection)
    if faults:
        raise CannotUpgrade("\n".join(faults))


def upgrade(*, embedded: bool, words: bool = True) -> None:
    """Migrate as the owner, then load the declared place as the application.

    Reads DATABASE_URL and HOMEWARD_OWNER_URL, which whoever started the embedded server has set as well.
    """
    app_url, owner_url = os.environ["DATABASE_URL"], os.environ.get("HOMEWARD_OWNER_URL", "")
    if not owner_url:
        raise CannotUpgrade(OWNER_MISSING)
    if not embedded:
        _refuse_mighty_role(app_url)
        _grant_on_real_server(app_url, owner_url)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "homeward.config.settings")
    django.setup()
    with connections["owner"].cursor() as cursor:
        cursor.execute("set synchronous_commit to off")  # a migration lost in a crash is not noted as done, and is made again
    call_command("migrate", database="owner", interactive=False, verbosity=1 if words else 0)
    load_the_place()


def load_the_place() -> None:
    """Load the declared place, when the directory that keeps it is here."""
    if find_spec("homeward.directory") and find_spec("homeward.directory.api"):
        from homeward.directory.api import load_place  # Django must be set up before its models are imported

        load_place(at=datetime.now(UTC))
