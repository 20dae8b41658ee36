"""Who is in a new Homeward: the synthetic people of a demonstration, and the accounts to sign in with?"""

import psycopg

from homeward.config import environment
from homeward.config.installed import HOMEWARD
from homeward.config.supervision.child import to_the_end
from homeward.config.supervision.first_import import imported_meanwhile
from homeward.config.supervision.preflight import CannotServe
from homeward.foundation.postgres import roles
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.folders import data_folder

SIGN_IN = "sign-in.txt"  # written by `homeward demo` into the data folder
UNFINISHED = "demo-being-made"


def begin_again_if_unfinished(cluster: Cluster) -> bool:
    """Throw away a database in which a first start was making synthetic people when it was stopped."""
    mark = data_folder() / UNFINISHED
    if not mark.exists():
        return False
    roles.remove_database(superuser_url=cluster.url())
    roles.prepare(superuser_url=cluster.url(), database_url=cluster.url(database=roles.DATABASE))
    mark.unlink()
    return True


def _is_empty(cluster: Cluster) -> bool:
    """Does the database know no person? Asked as the superuser: nobody else sees past row-level security."""
    with psycopg.connect(cluster.url(database=roles.DATABASE)) as connection:
        known = connection.execute("select to_regclass('people_person')").fetchone()
        if known is None or known[0] is None:
            return True
        row = connection.execute("select not exists (select 1 from people_person)").fetchone()
    return bool(row and row[0])


def is_due(cluster: Cluster) -> bool:
    """Is this a demonstration in which nobody is there yet?"""
    return environment.demonstration() and (HOMEWARD / "cli" / "demo.py").exists() and _is_empty(cluster)


def make_demonstration(cluster: Cluster) -> None:
    """Make the synthetic people. The command brings the database up to date itself, as every command does."""
    people = str(environment.number("HOMEWARD_DEMO_PEOPLE"))
    mark = data_folder() / UNFINISHED
    mark.touch()
    with imported_meanwhile():
        failed = to_the_end("demo", "--people", people)
    if failed:
        raise CannotServe(
            "The synthetic people could not be made; the lines above say why. HOMEWARD_DEMO=0 starts without them."
        )
    with psycopg.connect(cluster.url(database=roles.DATABASE), autocommit=True) as connection:
        connection.execute("analyze")  # plans made before PostgreSQL has counted are ten times slower
    mark.unlink()


def who_may_sign_in() -> str:
    """The accounts of a demonstration, or what to do to get the first account."""
    kept = data_folder() / SIGN_IN
    if environment.demonstration() and kept.exists():
        return kept.read_text().rstrip()
    return "Sign in with an account of your own."
