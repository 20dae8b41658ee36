"""Which words do numbers use?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Literal

from homeward.grammar.api import Group

JOB = "numbers-watch"  # reads every number after each count and says where one changed more than chance explains
PACK_JOB = "board-packs"  # counts and sets the PDFs that colleagues asked for
MAKE_PACK = "measures.make_pack"
PACK_MOST = 12  # boards in one pack
PACKS_KEPT = timedelta(days=30)

# By which cuts the charts of parts are watched beside that of the whole: where people live, and which team had them.
WATCHED = ("locality", "team")

Status = Literal["met", "not_met", "too_early", "excluded"]

# What a measure's rows say of each one, in the column `status`; only the first two are counted.
STATUSES: Mapping[Status, str] = {
    "met": "Met",
    "not_met": "Not met",
    "too_early": "Too early to say",
    "excluded": "Not counted",
}

# What a list may be narrowed to: everything the figure is counted out of, or one answer.
COUNTED = "counted"
NARROWINGS: Mapping[str, str] = {COUNTED: "Counted", **{str(code): words for code, words in STATUSES.items()}}

# Every measure's rows have these columns; the others are cuts, by their own names.
ROW_COLUMNS = ("row_id", "person_id", "started_at", "status", "why", "minutes", "evidence")

CUTS: Mapping[str, str] = {
    "locality": "Locality",
    "neighbourhood": "Neighbourhood",
    "deprivation": "How deprived the ward is",
    "ethnicity": "Ethnicity",
    "learning_disability": "Learning disability",
    "severe_mental_illness": "Severe mental illness",
    "age": "Age",
    "sex": "Sex",
    "need": "Need",
    "team": "Team",
    "source": "How it came in",
}

# What rows say of a group of conditions; empty where partners share none of a person's conditions.
RECORDED, NONE_RECORDED = "recorded", "none"
GROUPS: Mapping[Group, Mapping[str, str]] = {
    "learning_disability": {RECORDED: "On record", NONE_RECORDED: "None on record"},
    "severe_mental_illness": {RECORDED: "On record", NONE_RECORDED: "None on record"},
}

# Cuts that say what somebody lives with: figures are given, and no list of people is narrowed to one part of them.
FIGURES_ONLY = frozenset[str](GROUPS)

# What places, teams and practices may be compared by. Those that are no cut come from the people table, by person.
COMPARED: Mapping[str, str] = {
    "locality": "Locality",
    "neighbourhood": "Neighbourhood",
    "practice": "Practice",
    "pcn": "Primary care network",
    "team": "Team",
}

# The NHS Data Dictionary's ethnic categories (2001 census), as a national record carries them.
ETHNICITIES: Mapping[str, str] = {
    "A": "White: British",
    "B": "White: Irish",
    "C": "White: any other",
    "D": "Mixed: White and Black Caribbean",
    "E": "Mixed: White and Black African",
    "F": "Mixed: White and Asian",
    "G": "Mixed: any other",
    "H": "Asian: Indian",
    "J": "Asian: Pakistani",
    "K": "Asian: Bangladeshi",
    "L": "Asian: any other",
    "M": "Black: Caribbean",
    "N": "Black: African",
    "P": "Black: any other",
    "R": "Chinese",
    "S": "Any other",
    "Z": "Not stated",
}

# Bands of a ward's mean decile of deprivation (1 = most deprived), lowest first.
DEPRIVATION_BANDS: tuple[tuple[float, str], ...] = (
    (2.5, "1 most deprived"),
    (4.5, "2"),
    (6.5, "3"),
    (10.0, "4 least deprived"),
)
