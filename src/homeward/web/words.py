"""How is a moment, an age, a span or an NHS number said on a page? London's clocks, the way people speak."""

from datetime import date, datetime, timedelta
from decimal import Decimal

from django.utils.dates import MONTHS_ALT, WEEKDAYS
from django.utils.translation import gettext as _

from homeward.foundation import nhs_number
from homeward.foundation.moments import clock_face as said_clock
from homeward.foundation.moments import london, london_day, said_span
from homeward.web.reading.reading import in_source

_MONTHS = ("", *(f"{date(2000, month, 1):%B}" for month in range(1, 13)))


def clock_face(moment: datetime | None) -> str:
    """'2:05pm', '9am', 'midday', 'midnight'; in other languages '14:05', which needs no words."""
    if moment is None:
        return ""
    return said_clock(moment) if in_source() else f"{london(moment):%H:%M}"


def day(value: date | datetime | None) -> str:
    """'3 March 2026'."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = london_day(value)
    return f"{_day_and_month(value)} {value.year}"


def short_day(value: date | datetime | None) -> str:
    """'3 Mar'."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = london_day(value)
    return f"{value.day} {value:%b}"


def moment(value: datetime | None, now: datetime) -> str:
    """'today at 2:05pm', 'yesterday at 9am', 'on 3 March at 2:05pm'; the year when it is not this one."""
    if value is None:
        return ""
    that, today = london_day(value), london_day(now)
    year = f" {that.year}" if that.year != today.year else ""
    return _near((that - today).days) % {"day": f"{_day_and_month(that)}{year}", "clock": clock_face(value)}


def bare_moment(value: datetime | None, now: datetime) -> str:
    """The same after 'since', 'until', 'by' or 'for': 'today at 2:05pm', '3 March at 9am'."""
    return moment(value, now).removeprefix("on ")


def moment_alone(value: datetime | None, now: datetime) -> str:
    """The same where nothing stands before it: 'Today at 2:05pm', '3 March at 9am'."""
    words = bare_moment(value, now)
    return words[:1].upper() + words[1:]


def weekday(value: date | datetime | None) -> str:
    """'Monday 3 March'."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        value = london_day(value)
    return (
        f"{value:%A} {_day_and_month(value)}" if in_source() else f"{WEEKDAYS[value.weekday()]} {_day_and_month(value)}"
    )


def _near(days: int) -> str:
    match days:
        case 0:
            return _("today at %(clock)s")
        case -1:
            return _("yesterday at %(clock)s")
        case 1:
            return _("tomorrow at %(clock)s")
        case _:
            return _("on %(day)s at %(clock)s")


def _day_and_month(value: date) -> str:
    """Digits are Western in every language, as on letters and telephones here."""
    return f"{value.day} {_MONTHS[value.month]}" if in_source() else f"{value.day} {MONTHS_ALT[value.month]}"


def by_when(value: datetime | None, now: datetime) -> str:
    """'2:05pm' when it is today, otherwise 'tomorrow at 9am' or 'on 3 March at 9am'."""
    if value is None:
        return ""
    return clock_face(value) if london_day(value) == london_day(now) else moment(value, now)


def before(value: datetime | None, now: datetime) -> str:
    """The same after 'before', 'by' or 'until': '2:05pm', 'tomorrow at 9am', '3 March at 9am'."""
    return by_when(value, now).removeprefix("on ")


def ago(value: datetime | None, now: datetime) -> str:
    """'12 minutes ago'; 'just now' inside a minute."""
    if value is None:
        return ""
    gone = now - value
    return "just now" if gone < timedelta(minutes=1) else f"{said_span(gone)} ago"


def remaining(due: datetime | None, now: datetime) -> str:
    """'41 minutes left', 'due now', 'passed 12 minutes ago'."""
    if due is None:
        return ""
    left = due - now
    if abs(left) < timedelta(minutes=1):
        return "due now"
    return f"{said_span(left)} left" if left > timedelta() else f"passed {said_span(-left)} ago"


def age(born: date | None, on: date | datetime) -> int | None:
    """Whole years lived."""
    if born is None:
        return None
    today = london_day(on) if isinstance(on, datetime) else on
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def nhs(number: str | None) -> str:
    """'999 123 4567', or nothing."""
    return nhs_number.formatted(number) if number else ""


def listed(words: list[str] | tuple[str, ...], joiner: str = "and") -> str:
    """'one', 'one and two', 'one, two and three'."""
    said = [word for word in words if word]
    return f" {joiner} ".join([", ".join(said[:-1]), said[-1]]) if len(said) > 1 else "".join(said)


def count(number: int, one: str, many: str = "") -> str:
    """'1 referral', '2,400 referrals'."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def plain(number: Decimal | float | None) -> str:
    """'21', '10.5': no noughts that say nothing; nothing where nothing is known."""
    return "" if number is None else f"{Decimal(str(number)).normalize():,f}"


FILTERS = {
    "age": age,
    "ago": ago,
    "bare_moment": bare_moment,
    "before": before,
    "by_when": by_when,
    "clock_face": clock_face,
    "count_of": count,
    "day": day,
    "listed": listed,
    "moment": moment,
    "moment_alone": moment_alone,
    "nhs": nhs,
    "plain": plain,
    "remaining": remaining,
    "short_day": short_day,
    "span": said_span,
    "weekday": weekday,
}
