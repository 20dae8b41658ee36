"""From which events does each row come? The entries of the log about a thing, up to the moment of asking."""

from collections import defaultdict
from collections.abc import Collection
from uuid import UUID

from homeward.exchange.returns.queries.gathering.within import Traces, Within, asked

_OF_SUBJECTS = """
select subject_id as about, id from foundation_event
where subject_id = any(%(ids)s) and kind like any(%(kinds)s) and at <= %(at)s order by at, xid, position
"""
# Some things are told of in an event about something else: a move in its referral's, a set of observations in its stay's.
_BY_FACT = """
select (facts ->> %(fact)s)::uuid as about, id from foundation_event
where subject_id = any(%(subjects)s) and facts ? %(fact)s and (facts ->> %(fact)s)::uuid = any(%(ids)s) and at <= %(at)s
order by at, xid, position
"""


def traces(ids: Collection[UUID], *, kinds: tuple[str, ...], within: Within) -> Traces:
    """The events about each of these, of these kinds ('referral.%'), oldest first."""
    return _grouped(_OF_SUBJECTS, {"ids": list(ids), "kinds": list(kinds), "at": within.at})


def traces_by_fact(ids: Collection[UUID], *, fact: str, subjects: Collection[UUID], within: Within) -> Traces:
    """The events whose fact of this name is one of these, among those about `subjects`."""
    return _grouped(_BY_FACT, {"ids": list(ids), "fact": fact, "subjects": list(subjects), "at": within.at})


def _grouped(sql: str, values: dict[str, object]) -> Traces:
    found: dict[UUID, list[UUID]] = defaultdict(list)
    for row in asked(sql, values):
        found[row["about"]].append(row["id"])
    return {about: tuple(events) for about, events in found.items()}
