"""How long did people wait to leave hospital before home first, by what document, and what can that figure not tell?"""

from homeward.grammar.api import Before
from homeward_places.birmingham_solihull.documents import ANNUAL_REPORT

TWELVE_DAYS = Before(
    days=12,
    title="Before home first",
    definition="Mean days in hospital of 'complex' patients after they no longer needed to be there",
    period="Stated as where things stood when the programme set its goal of 3 days",
    source=ANNUAL_REPORT,
    pathways=("p1", "p2", "p3"),
    warning=(
        "It is a mean of people who were picked out because their waits were long. Waits that are looked at when they are at "
        "their longest come down by themselves (regression to the mean), and stays changed everywhere in 2020."
    ),
    cannot_tell=(
        "How long this person would have waited: a mean of others says nothing certain of one",
        "Who was counted as complex, over which months, and from which moment the days ran: the document does not say",
        "Whether home first made the difference. That needs the same kind of people, counted by the same rule, before and elsewhere",
    ),
    measure="bed-days-saved",
)
