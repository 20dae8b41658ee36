"""Who counts what has come in while a page shows what stood? One thread of this process, a few questions at most."""

import logging
import os
import sys
from collections.abc import Callable, Hashable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Lock, get_native_id

# Whoever asks when so many wait already counts nothing: the next reader asks again. So few are also soon done when the process ends.
MOST = 8
GIVES_WAY = 10  # steps of priority by which it stands behind whoever waits for a page: a tenth of a busy processor

log = logging.getLogger(__name__)
_waiting: set[Hashable] = set()
_guard = Lock()


def _give_way() -> None:
    """Let pages go first, where a thread has a priority of its own. What it asks of DuckDB it counts itself, so that gives way too."""
    if sys.platform == "linux":  # elsewhere the whole process would
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, get_native_id(), os.getpriority(os.PRIO_PROCESS, get_native_id()) + GIVES_WAY)


_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="numbers", initializer=_give_way)


def count_beside(question: Hashable, count: Callable[[], object], *, wanted: Callable[[], bool]) -> None:
    """Have it counted, once however many ask; left out when it is no longer `wanted` as its turn comes."""
    with _guard:
        if question in _waiting or len(_waiting) >= MOST:
            return
        _waiting.add(question)
    _thread.submit(_counted, question, count, wanted)


def leave_off() -> None:
    """Leave out what still waits, and return when nothing is being counted: before the lake itself is taken away."""
    with _guard:
        _waiting.clear()
    _thread.submit(str).result()


def _counted(question: Hashable, count: Callable[[], object], wanted: Callable[[], bool]) -> None:
    try:
        if question in _waiting and wanted():
            count()
    except Exception:  # nobody waits for the answer: the next reader asks again, and the log says why
        log.exception("what came in could not be counted beside a page")
    finally:
        with _guard:
            _waiting.discard(question)
