"""Is every declaration declared once, owned by someone known, and looked at when it was promised to be?"""

import re
from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault, title_of
from homeward.grammar.place import Place

CODE_SHAPE = re.compile(r"[A-Za-z0-9]+(-[A-Za-z0-9]+|_[a-z]+)*")


def faults_of_any(place: Place, today: date) -> Iterator[Fault]:
    for double in place.doubles:
        yield Fault(
            kind="Place",
            code=place.code,
            rule="declared-twice",
            words=f"{double} is declared twice. Keep one of them.",
            owner=place.card.owner,
        )
    for each in place.all_declarations():
        if each.owner not in place.organisations:
            yield fault(
                each,
                "unknown-owner",
                f"{title_of(each)} is owned by '{each.owner}', which is not an organisation of this place.",
            )
        if each.review_by < today:
            yield fault(
                each,
                "review-overdue",
                f"{title_of(each)} was to be reviewed by {each.review_by:%-d %B %Y}. Review it and set the next date.",
            )
        if not CODE_SHAPE.fullmatch(each.code):
            yield fault(
                each,
                "code-shape",
                f"The code '{each.code}' should be letters and figures joined by hyphens.",
            )
