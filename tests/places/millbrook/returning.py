"""What does the town give to the nation, and what does it report on demand?"""

from typing import Any

from homeward.grammar.api import NationalCode, NationalReturn, SituationReport, Window
from tests.places.millbrook import OWNER, REVIEW

TOWN_RETURN = NationalReturn(
    code="town-csds",
    title="Community return",
    plain_words="Everybody whom the town's teams helped this month.",
    data_set="csds-1.6",
    standard="DAPB1069 version 1.6",
    source="NHS England",
    providers=("mill-trust",),
    commissioner="mill-council",
    windows=(
        Window(kind="provisional", title="First", months_after=1),
        Window(kind="final", title="Last", months_after=2),
    ),
    codes=(NationalCode(item="Priority_Type", ours="soon", national="2"),),
    owner=OWNER,
    review_by=REVIEW,
)


def _report(code: str, title: str, **words: Any) -> SituationReport:
    return SituationReport(
        code=code, title=title, plain_words=f"{title}.", definition="As counted.", source="The town", version="1", owner=OWNER,
        review_by=REVIEW, **words,
    )  # fmt: skip


REPORTS = (
    _report("town-response", "Swift visits", about="response", measure="swift"),
    _report("town-at-home", "Cottage at home", about="virtual_ward"),
    _report("town-leaving", "Ready to leave", about="discharge"),
)
