"""Does an agreement cover this assessment today, and until when?"""

from collections.abc import Iterable
from datetime import datetime

from homeward.foundation.moments import london_day
from homeward.grammar.api import TrustedAssessment


def covers(
    agreement: TrustedAssessment, *, assessment: str, assessor: str, finished_at: datetime, at: datetime
) -> bool:
    """The kind, the assessor, the day, and not older than was agreed."""
    return (
        assessment in agreement.assessments
        and assessor in agreement.assessors
        and agreement.stands_on(london_day(at))
        and finished_at + agreement.valid_for > at
    )


def covering(
    agreements: Iterable[TrustedAssessment], *, assessment: str, assessor: str, finished_at: datetime, at: datetime
) -> list[tuple[TrustedAssessment, str]]:
    """Each agreement that covers it, with each provider (team) that it binds, once a provider."""
    found: dict[str, TrustedAssessment] = {}
    for each in agreements:
        if covers(each, assessment=assessment, assessor=assessor, finished_at=finished_at, at=at):
            for provider in each.providers:
                found.setdefault(provider, each)
    return [(agreement, provider) for provider, agreement in found.items()]
