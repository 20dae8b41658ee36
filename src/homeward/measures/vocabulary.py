"""Which words do numbers use?"""

from collections.abc import Mapping
from typing import Literal

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
    "deprivation": "How deprived the ward is",
    "need": "Need",
    "team": "Team",
    "source": "How it came in",
    "sex": "Sex",
    "age": "Age",
}

# Bands of a ward's mean decile of deprivation (1 = most deprived), lowest first.
DEPRIVATION_BANDS: tuple[tuple[float, str], ...] = (
    (2.5, "1 most deprived"),
    (4.5, "2"),
    (6.5, "3"),
    (10.0, "4 least deprived"),
)
