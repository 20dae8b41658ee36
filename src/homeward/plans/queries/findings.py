"""What was found out about a person on the forms filled in here, at visits and by themselves? Read inside an open gate."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from homeward.directory import api as directory
from homeward.grammar.api import Item, Questionnaire, ScorePart
from homeward.plans.models import QuestionnaireResponse
from homeward.plans.rules.findings import Finding, parts_by_link, totals_by_concept
from homeward.plans.rules.scores.known import SCORES
from homeward.visits import api as visits
from homeward.visits.api import ToldRow


@dataclass(frozen=True, kw_only=True)
class _Declared:
    """One form by link id: its items, the parts of scores among them; and every concept that is a score's total."""

    items: Mapping[str, Item]
    parts: Mapping[str, tuple[str, ScorePart]]
    totals: Mapping[str, str]


def findings_on_forms(
    person_id: UUID, *, encounter_id: UUID | None = None, response_id: UUID | None = None
) -> list[Finding]:
    """Every sign of a score that the place knows by a code, every number with a concept, and every total that was told here: all
    of a person's, or those of one visit or form. What was only found 'still right' was measured before, and what a partner sent
    filled in is the partner's to give."""
    rows = visits.told_of(person_id, encounter_id=encounter_id, response_id=response_id)
    alone = {row.response_id for row in rows if row.response_id is not None}
    ours = QuestionnaireResponse.objects.filter(id__in=alone, item_id__isnull=True, state="finished") if alone else ()
    finished = {each.id: each for each in ours}
    forms = directory.place().questionnaires
    totals = totals_by_concept(forms.values())
    known = {code: _declared(forms[code], totals) for code in {row.form_code for row in rows} if code in forms}
    groups: dict[tuple[UUID | None, str], list[ToldRow]] = {}
    for row in rows:
        if row.form_code in known and (row.response_id is None or row.response_id in finished):
            groups.setdefault((row.encounter_id or row.response_id, row.form_code), []).append(row)
    return [
        found
        for (_, code), told in groups.items()
        for found in _of_one(told, known[code], finished.get(told[0].response_id) if told[0].response_id else None)
    ]


def _declared(form: Questionnaire, totals: Mapping[str, str]) -> _Declared:
    return _Declared(items={item.link_id: item for item in form.items}, parts=parts_by_link(form), totals=totals)


def _of_one(rows: Sequence[ToldRow], form: _Declared, response: QuestionnaireResponse | None) -> Iterator[Finding]:
    """Those of one filled-in form. A total names the signs that it follows from."""
    found = [each for row in rows if row.confirms is None and (each := _finding(row, form, response)) is not None]
    for each in found:
        of = tuple(sign.id for sign in found if sign.column and sign.score == each.score)
        yield replace(each, of=of) if each.score and not each.column else each


def _finding(row: ToldRow, form: _Declared, response: QuestionnaireResponse | None) -> Finding | None:
    item = form.items.get(row.link_id)
    if item is None:
        return None
    score, column, value = _meant(row, form)
    if value is None:
        return None
    part = SCORES[score].part(column) if column else None
    return Finding(
        id=row.id, person_id=row.person_id, title=part.words if part else SCORES[score].title if score else item.text, value=value,
        found_at=row.contact_at or row.answered_at, kept_at=(response.finished_at if response else None) or row.answered_at,
        by_name=row.answered_by, score=score, column=column, concept=row.concept,
        said=(part.choices or {}).get(str(value), "") if part else "", unit=(part.unit if part else item.unit) or "",
        team_code=row.team_code, organisation=response.organisation if response else "", struck_at=row.replaced_at,
        encounter_id=row.encounter_id, form_id=response.id if response else row.form_id,
        marks=row.marks | ({response.sensitivity} if response and response.sensitivity else frozenset()),
    )  # fmt: skip


def _meant(row: ToldRow, form: _Declared) -> tuple[str, str, float | str | None]:
    """(score, its part or '' for the total, value); no value for what is no finding."""
    score, part = form.parts.get(row.link_id, ("", None))
    if part is not None and part.column in _signs(score):
        if row.number is not None:
            return score, part.column, row.number
        said = "true" if row.yes else "false" if row.yes is not None else row.words or ""
        told = dict(part.answers).get(said, said)
        return score, part.column, told if told in (SCORES[score].part(part.column).choices or {}) else None
    if row.number is None or not row.concept:
        return "", "", None
    return form.totals.get(row.concept, ""), "", row.number


def _signs(score: str) -> set[str]:
    """The parts of the score that the place knows by a code."""
    policies = directory.place().monitoring_policies.values()
    return {sign.column for each in policies if each.score == score for sign in each.signs}
