"""Whose assessment does which provider trust, of what kind, and for how long?"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from homeward.grammar.declaration import WORDING, Declaration


@dataclass(frozen=True, kw_only=True)
class TrustedAssessment(Declaration):
    """A written agreement: the `providers` (teams) take an assessment of these kinds by staff of the `assessors`
    (organisations) as their own, while it is not older than `valid_for`.

    A provider may always query one: the agreement gives trust, it does not take judgement away.
    """

    title: str = field(metadata=WORDING)
    plain_words: str = field(metadata=WORDING)
    assessments: tuple[str, ...]
    assessors: tuple[str, ...]
    providers: tuple[str, ...]
    valid_for: timedelta
    since: date
    until: date | None = None

    def stands_on(self, day: date) -> bool:
        """Is the agreement in force on that day?"""
        return self.since <= day and (self.until is None or day <= self.until)
