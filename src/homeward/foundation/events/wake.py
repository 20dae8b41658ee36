"""How do open pages hear that something happened? By a notice, sent as soon as it is kept for good.

PostgreSQL lets those that send notices keep what they did only one after the other, each with its own wait for the disk. So a
notice goes out after its transaction, which can then be kept together with others. Where the house falls between the two, an open
list finds out by itself: it asks anew within a minute at most, whatever it heard.
"""

from collections.abc import Iterable

from django.db import connection, transaction

CHANNEL = "homeward_events"


class Notices:
    """The notices of one transaction, or of what in it is taken back together. Ids and codes only, never anything of a person."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = list(words)

    def send(self) -> None:
        with connection.cursor() as cursor:
            cursor.execute("select pg_notify(%s, words) from unnest(%s::text[]) words", [CHANNEL, self.words])


def wake(*words: str) -> None:
    """Wake the open pages once the current transaction is kept; if it is taken back, nobody hears.

    What is kept is kept though nobody could be woken: that is logged, and no error for whoever did it.
    """
    if not words:
        return
    # Those that stand or fall with what is done now go together. A transaction may have thousands, so only the last are looked at.
    if connection.run_on_commit:
        savepoints, last = connection.run_on_commit[-1][:2]
        notices = getattr(last, "__self__", None)
        if isinstance(notices, Notices) and savepoints == set(connection.savepoint_ids):
            notices.words += words
            return
    transaction.on_commit(Notices(words).send, robust=True)
