"""How old is a piece of information, in the words that tell at a glance whether to lean on it?"""

from datetime import date, datetime

from homeward.foundation.moments import london_day
from homeward.web.words import day


def aged(moment: datetime, now: datetime) -> str:
    """'today', 'yesterday', '12 days ago', '8 months ago', '3 years ago'; 'on 3 March 2027' for what is to come."""
    return _aged(london_day(moment), london_day(now))


def day_and_age(moment: datetime, now: datetime) -> str:
    """'3 March 2026, 12 days ago'."""
    that = london_day(moment)
    return f"{day(that)}, {_aged(that, london_day(now))}"


def _aged(that: date, today: date) -> str:
    days = (today - that).days
    if days < 0:
        return f"on {day(that)}"
    if days < 2:
        return ("today", "yesterday")[days]
    if days < 60:
        return f"{days} days ago"
    return f"{max(2, days * 12 // 365)} months ago" if days < 730 else f"{days // 365} years ago"
