"""How are people watched at home: how soon looked at again by their score, who is told, and who next when nobody looks?"""

from dataclasses import dataclass, field
from datetime import timedelta
from typing import Literal

from homeward.grammar.declaration import WORDING, Declaration, Standard

AlertLevel = Literal["amber", "red"]


@dataclass(frozen=True, kw_only=True)
class Rung:
    """Who is told when an alert has stood unread for `after`. The first rung is told at once.

    `team` '' is the ward's own. While that team is closed `when_closed` is told instead. `roles`: whom in the team by
    name, those on duty first; nobody named there means the whole team.
    """

    after: timedelta
    words: str = field(metadata=WORDING)
    team: str = ""
    when_closed: str = ""
    roles: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ScoreBand:
    """What one response of the score means here: how soon to look again and, when it alerts, how loud and to whom."""

    response: str
    title: str = field(metadata=WORDING)
    look_again: timedelta
    level: AlertLevel | None = None
    ladder: tuple[Rung, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Something besides the score that is alerted: how long it may stand (`grace`), how loud, to whom."""

    level: AlertLevel
    ladder: tuple[Rung, ...]
    grace: timedelta = timedelta()


@dataclass(frozen=True, kw_only=True)
class Rise:
    """A score that stays below every alerting band, and has risen by so many `points` since a whole set `within` this time."""

    points: int
    within: timedelta
    watch: Watch


@dataclass(frozen=True, kw_only=True)
class Sign:
    """By which codes ('system|code') a device's measurement is known as one part of the score.

    `answers` turn a coded value ('system|code') into the score's own; without any the value is a number.
    """

    column: str
    codes: tuple[str, ...]
    answers: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class GapReason:
    """Why somebody is not being watched for a while, and how long that may stand. `refused`: the person said no."""

    code: str
    title: str = field(metadata=WORDING)
    longest: timedelta
    refused: bool = False
    asks_for_words: bool = False


@dataclass(frozen=True, kw_only=True)
class JoiningCheck:
    """What must be true of somebody who joins. `otherwise` says what to do when it is not."""

    code: str
    words: str = field(metadata=WORDING)
    otherwise: str = field(metadata=WORDING)


@dataclass(frozen=True, kw_only=True)
class Response:
    """What was done about an alert. `helped`: it counts as acted on when the burden of alarms is measured."""

    code: str
    title: str = field(metadata=WORDING)
    helped: bool = True


@dataclass(frozen=True, kw_only=True)
class AtVisits:
    """Whoever is measured at a visit of these services is told of by the same bands and ladders, without being on a ward.

    `total`: the concept under which a form asks for the score as one number, measured and added up elsewhere ('' for none).
    """

    services: tuple[str, ...]
    total: str = ""


@dataclass(frozen=True, kw_only=True)
class MonitoringPolicy(Declaration):
    """How the people of these services are watched. Bands go from the calmest to the most urgent.

    `late` alerts on observations that are due and did not come, `review` on a day without a senior's review (every
    `review_every`, by one of `senior_roles`), `worried` on a carer's word, `rising` on a trend before its band alerts. A device's single measurements within
    `together` of one another are one set. The score is not for people under `youngest`. `at_visits` extends the bands
    to what visitors of other services measure.
    """

    title: str = field(metadata=WORDING)
    services: tuple[str, ...]
    score: str
    youngest: int
    bands: tuple[ScoreBand, ...]
    late: Watch
    worried: Watch
    review: Watch
    rising: Rise | None = None
    at_visits: AtVisits | None = None
    review_every: timedelta
    senior_roles: tuple[str, ...]
    signs: tuple[Sign, ...]
    together: timedelta = timedelta(minutes=10)
    gap_reasons: tuple[GapReason, ...]
    joining: tuple[JoiningCheck, ...]
    responses: tuple[Response, ...]
    longest_stay: timedelta
    usual_stay: timedelta
    kept_in_hospital: timedelta
    standard: Standard

    def band(self, response: str) -> ScoreBand:
        """The band of a response of the score; one that nobody declared is treated as the most urgent."""
        return next((each for each in self.bands if each.response == response), self.bands[-1])

    def hears(self, service: str) -> bool:
        """Whether what is measured at this service's visits is told by these bands."""
        return service in self.services or (self.at_visits is not None and service in self.at_visits.services)

    @property
    def watches(self) -> tuple[Watch, ...]:
        """What is alerted besides the score."""
        return (self.late, self.worried, self.review, *((self.rising.watch,) if self.rising else ()))
