"""Which notices has nobody read yet in the demonstration? Those of the last two days: a team reads what it is told."""

from collections.abc import Iterator
from datetime import datetime, timedelta

from homeward.demo.staff import Staff
from homeward.foundation.actions import Actor
from homeward.grammar.api import SyntheticPopulation
from homeward.referrals import api as referrals

FRESH, AFTER, MOST = timedelta(days=2), timedelta(hours=3), 1000


def read_notices(*, shape: SyntheticPopulation, staff: Staff, until: datetime) -> int:
    """Older ones of the teams that visitors sign in to are put away by a colleague, hours after they came; returns how many."""
    read = 0
    for reader in _readers(shape, staff):
        waiting = referrals.notices(by=reader, at=until, limit=MOST)
        newest = {(row.person_id, row.kind): row for row in reversed(waiting) if row.at < until - FRESH}
        for row in newest.values():  # with it goes the same news of the same person that came before
            read += referrals.see_notice(notice_id=row.id, by=reader, at=row.at + AFTER)
    return read


def _readers(shape: SyntheticPopulation, staff: Staff) -> Iterator[Actor]:
    for team in dict.fromkeys(one.team for one in shape.sign_ins if one.team):
        yield from staff.who_may("notice.see", team=team)[:1]
