"""What do made-up people of this place look like? Shapes for the demonstration, never a statistic."""

from dataclasses import dataclass, field

from homeward.grammar.conditions import Value
from homeward.grammar.declaration import WORDING, Declaration


@dataclass(frozen=True, kw_only=True)
class AgeBand:
    """A share of the registered people: those aged `youngest` to `oldest`, of whom `female` are female.

    `in_care_homes` is the share of the band that lives in care homes.
    """

    youngest: int
    oldest: int
    share: float
    female: float = 0.5
    in_care_homes: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Background:
    """A share of the people: an ethnic category (NHS Data Dictionary code), the names and the languages heard in it.

    `languages` are (BCP 47 code, share) pairs; whoever is left speaks English. `interpreter` is the share of those
    who speak another language first and want an interpreter.
    """

    ethnic_category: str
    title: str
    given_female: tuple[str, ...]
    given_male: tuple[str, ...]
    family: tuple[str, ...]
    languages: tuple[tuple[str, float], ...] = ()
    interpreter: float = 0.0


@dataclass(frozen=True, kw_only=True)
class Mix:
    """How the backgrounds are shared out in one area: (ethnic category, share) pairs that add up to one."""

    area: str
    shares: tuple[tuple[str, float], ...]


@dataclass(frozen=True, kw_only=True)
class YearlyNeed:
    """How often a need arises in a year among all registered people, and the source of that figure.

    `youngest` is the lowest age it is drawn for; `words` are things referrers say, one of which is taken.
    """

    need: str
    per_year: int
    source: str
    youngest: int = 18
    words: tuple[str, ...]
    wants: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class SignIn:
    """Someone a visitor to the demonstration may sign in as; `words` say what they would do first.

    `also` are teams they work in besides their own, as when one hub is on duty for the others at night.
    """

    username: str
    name: str
    role: str
    organisation: str
    team: str = ""
    also: tuple[str, ...] = ()
    words: str

    @property
    def teams(self) -> tuple[str, ...]:
        """Every team they work in, their own first; none where the organisation is their team."""
        return (*((self.team,) if self.team else ()), *self.also)


@dataclass(frozen=True, kw_only=True)
class CitizenSignIn:
    """An account of one of the made-up people themselves: whoever asked for help last.

    With a `name` it is a carer's: no record of their own, but help asked for with `need` for one of the people, to whom
    they are `relation`.
    """

    username: str
    role: str
    words: str
    name: str = ""
    relation: str = ""
    need: str = ""
    need_words: str = ""


@dataclass(frozen=True, kw_only=True)
class Crew:
    """How many people of one role work in each team whose code matches one of these patterns."""

    teams: tuple[str, ...]
    role: str
    members: int


@dataclass(frozen=True, kw_only=True)
class SampleForm:
    """How one declared form is filled in for somebody made up: answers by link id."""

    form: str
    answers: tuple[tuple[str, Value], ...]


@dataclass(frozen=True, kw_only=True)
class SampleLine:
    """One line of a made-up care and support plan. `own`: the person's own words; `action` and `who`: towards a goal.

    `against` is what the person has against the line.
    """

    heading: str
    words: str
    own: bool = False
    action: str = ""
    who: str = ""
    against: str = ""


@dataclass(frozen=True, kw_only=True)
class SyntheticPopulation(Declaration):
    """All that a made-up population is drawn from; practices, wards and deprivation come from the areas.

    However few people there are, boards and numbers must have something to show: `lately` needs are added in the last
    day and a half, half of them where those live whom the sign-ins look after, and `urgent` two-hour needs in the last
    half year. `strained` two-hour needs a week arise where the sign-ins look after: answered in time for three months, late
    in the nine weeks up to this one, as all two-hour needs there are, so that a chart has a change to find.
    `care_home` is the usual place of those who live in care homes, as the place's questions call it.
    """

    registered: int
    ages: tuple[AgeBand, ...]
    backgrounds: tuple[Background, ...]
    mixes: tuple[Mix, ...]
    needs: tuple[YearlyNeed, ...]
    streets: tuple[str, ...]
    lately: int = 0
    urgent: int = 0
    strained: int = 0
    care_home: str = ""
    sign_ins: tuple[SignIn, ...]
    citizens: tuple[CitizenSignIn, ...] = ()
    crews: tuple[Crew, ...]
    forms: tuple[SampleForm, ...] = ()
    plan: tuple[SampleLine, ...] = ()
    source: str = field(metadata=WORDING)

    def words_of_sign_ins(self) -> dict[str, str]:
        """What each account is for, by user name, in the order in which they are offered."""
        staff = {each.username: each.words for each in self.sign_ins}
        return staff | {each.username: each.words for each in self.citizens}
