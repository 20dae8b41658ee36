"""How does a process get at Homeward's own database: by starting it, or by joining one that already runs?"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from homeward.foundation.postgres import roles
from homeward.foundation.postgres.account import server_account
from homeward.foundation.postgres.binaries import find, within_reach
from homeward.foundation.postgres.cluster import Cluster
from homeward.foundation.postgres.folders import Folders, folders, make
from homeward.foundation.postgres.lock import Busy, only_one


@dataclass(frozen=True, kw_only=True)
class Urls:
    """The two addresses of one database: as the application and as the owner."""

    app: str
    owner: str


def urls_of(places: Folders) -> Urls:
    """The addresses of the embedded database of a data folder, running or not."""
    base = f"@/{roles.DATABASE}?host={places.socket}"
    return Urls(app=f"postgresql://{roles.APP}{base}", owner=f"postgresql://{roles.OWNER}{base}")


def cluster_of(places: Folders) -> Cluster:
    """The durable cluster of a data folder, its folders made and its programs within reach; not started."""
    account = server_account()
    make(places, account)
    binaries = within_reach(find(), account=account, store=places.store)
    return Cluster(folder=places.cluster, socket=places.socket, binaries=binaries, account=account, durable=True)


def bring_up(cluster: Cluster) -> None:
    """Make, start and prepare; what is already done is not done again."""
    fresh = not cluster.exists
    cluster.make()
    cluster.start()
    if fresh or not (cluster.folder / "prepared").exists():
        roles.prepare(superuser_url=cluster.url(), database_url=cluster.url(database=roles.DATABASE))
        (cluster.folder / "prepared").touch()


@contextmanager
def borrowed(*, words: str) -> Iterator[Urls]:
    """The embedded database for one command: joined when a server runs, else started and stopped again."""
    places = folders()
    cluster = cluster_of(places)
    try:
        with only_one(places.data, words=words):
            try:
                bring_up(cluster)
                yield urls_of(places)
            finally:
                cluster.stop()
    except Busy:
        if not cluster.answers():
            raise
        yield urls_of(places)
