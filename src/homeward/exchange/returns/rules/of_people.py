"""Is each person who they seem: a number that can be, once, alive when seen, of an age people reach?"""

from collections import Counter
from collections.abc import Iterator

from homeward.exchange.returns.rules.row import Extract, Found, Rule, day
from homeward.exchange.returns.spec.codes import STANDS_FOR_NO_PRACTICE, WITH_A_NUMBER
from homeward.foundation.nhs_number import is_valid

OLDEST = 120
_PERSON, _PRACTICE = "CYP001MPI", "CYP002GP"

PEOPLE_RULES = (
    Rule(code="CYP001MPI.NHSNumber.check", table=_PERSON, words="The NHS number fails its check digit.", severity="record", mend="person"),
    Rule(code="CYP001MPI.NHSNumber.shared", table=_PERSON, words="Two people of this return have the same NHS number.", severity="record", mend="person"),
    Rule(code="CYP001MPI.NHSNumber_Status.disagrees", table=_PERSON, words="The NHS number and its status disagree: a number is there without having been found, or not there though it is said to be.", severity="warning", mend="person"),
    Rule(code="CYP001MPI.DateOfBirth.future", table=_PERSON, words="The person is born after the end of the month.", severity="record", mend="person"),
    Rule(code="CYP001MPI.DateOfBirth.age", table=_PERSON, words=f"The person would be over {OLDEST}.", severity="warning", mend="person"),
    Rule(code="CYP001MPI.DateOfDeath.before_birth", table=_PERSON, words="The person died before they were born.", severity="record", mend="person"),
    Rule(code="CYP001MPI.DateOfDeath.after_period", table=_PERSON, words="The date of death lies after the end of the month.", severity="record", mend="person"),
    Rule(code="CYP002GP.OrgID_GP.unknown", table=_PRACTICE, words="No practice with this code is known.", severity="record", mend="person"),
    Rule(code="CYP002GP.OrgID_GP.stands_in", table=_PRACTICE, words="The person’s practice is not known; a stand-in code is given.", severity="warning", mend="person"),
    Rule(code="CYP002GP.GPRegistration_EndDate.before_start", table=_PRACTICE, words="The registration ends before it begins.", severity="record", mend="person"),
)  # fmt: skip


def people_faults(extract: Extract) -> Iterator[Found]:
    """The rows that break those rules."""
    numbers = Counter(row.get("NHSNumber") for row in extract.rows(_PERSON))
    for row in extract.rows(_PERSON):
        number = row.get("NHSNumber")
        born, died = day(row.get("DateOfBirth")), day(row.get("DateOfDeath"))
        broken = {
            "NHSNumber.check": bool(number) and not is_valid(number),
            "NHSNumber.shared": bool(number) and numbers[number] > 1,
            "NHSNumber_Status.disagrees": bool(number) != (row.get("NHSNumber_Status") in WITH_A_NUMBER),
            "DateOfBirth.future": born is not None and born > extract.last,
            "DateOfBirth.age": born is not None and extract.last.year - born.year > OLDEST,
            "DateOfDeath.before_birth": born is not None and died is not None and died < born,
            "DateOfDeath.after_period": died is not None and died > extract.last,
        }
        yield from (Found(rule=f"{_PERSON}.{code}", row=row) for code, wrong in broken.items() if wrong)
    for row in extract.rows(_PRACTICE):
        practice = row.get("OrgID_GP")
        since, until = day(row.get("GPRegistration_StartDate")), day(row.get("GPRegistration_EndDate"))
        stands_in = practice in STANDS_FOR_NO_PRACTICE
        broken = {
            "OrgID_GP.unknown": bool(practice) and not stands_in and practice not in extract.practices,
            "OrgID_GP.stands_in": stands_in,
            "GPRegistration_EndDate.before_start": since is not None and until is not None and until < since,
        }
        yield from (Found(rule=f"{_PRACTICE}.{code}", row=row) for code, wrong in broken.items() if wrong)
