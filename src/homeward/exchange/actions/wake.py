"""How does the worker come to know that something waits?"""

from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from homeward.exchange.vocabulary import DELIVER

_ASKED = "select exists (select from procrastinate_jobs where queueing_lock = %s and status = 'todo')"


def wake() -> None:
    """Once this transaction is committed, ask for a delivery, unless one is asked for already.

    Should the asking fail, the delivery that comes round every minute finds what waits.
    """
    transaction.on_commit(_ask, robust=True)


def _ask() -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ASKED, [DELIVER])
        if cursor.fetchone()[0]:
            return
    try:
        app.configure_task(DELIVER, queueing_lock=DELIVER, allow_unknown=True).defer(timestamp=0)
    except AlreadyEnqueued:
        pass
