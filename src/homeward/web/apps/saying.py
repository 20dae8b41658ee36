"""How is what an app may do said to its reader, in their language, and for how long?"""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.translation import gettext, gettext_noop

from homeward.access.api import AppMay
from homeward.web.reading.saying import plainly
from homeward.web.words import count

_LONG = {
    timedelta(hours=1): gettext_noop("1 hour"),
    timedelta(hours=12): gettext_noop("12 hours"),
    timedelta(days=90): gettext_noop("90 days"),
}


def sentences(can: Iterable[AppMay]) -> list[str]:
    """Each thing an app may do as a sentence."""
    return [gettext(each.sentence) % {"what": plainly(each.what), "name": each.name} for each in can]


def how_long(lasts: timedelta) -> str:
    """'90 days' in the reader's language."""
    if lasts in _LONG:
        return gettext(_LONG[lasts])
    return count(lasts.days, "day") if lasts.days else count(int(lasts.total_seconds()) // 3600, "hour")
