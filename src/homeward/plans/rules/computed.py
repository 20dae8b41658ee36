"""What do the answers of a form add up to? The published scores that it declares, worked out and never typed."""

from collections.abc import Mapping

from homeward.grammar.api import Questionnaire, ScoreItem
from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.reading import Unreadable, read
from homeward.plans.rules.scores.score import Scored, Told
from homeward.visits.api import Value, shown


def computed(form: Questionnaire, answers: Mapping[str, Value]) -> dict[str, Scored]:
    """Each score of the form by link id, of the questions that these answers leave to be asked."""
    standing = shown(form, answers)
    return {
        item.link_id: SCORES[item.score.name].work_out(
            _parts(item.score, {k: v for k, v in answers.items() if k in standing})
        )
        for item in form.items
        if item.score is not None and item.link_id in standing
    }


def measured(form: Questionnaire, answers: Mapping[str, Value]) -> list[tuple[str, dict[str, Told | None]]]:
    """What was told of each score of the form: (its name, its parts, None where nothing was told); scores nobody measured are left out."""
    standing = shown(form, answers)
    counted = {link: value for link, value in answers.items() if link in standing}
    found = [(item.score.name, _parts(item.score, counted)) for item in form.items if item.score is not None and item.link_id in standing]
    return [(name, parts) for name, parts in found if any(value is not None for value in parts.values())]


def _parts(declared: ScoreItem, answers: Mapping[str, Value]) -> dict[str, Told | None]:
    """What each part of the score was told. What cannot be is missing, never nought."""
    score = SCORES[declared.name]
    found: dict[str, Told | None] = {}
    for part in declared.parts:
        said = _said(answers.get(part.link_id))
        try:
            found[part.column] = read(score.part(part.column), dict(part.answers).get(said, said))
        except Unreadable:
            found[part.column] = None
    return found


def _said(value: Value | None) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return f"{value:g}" if isinstance(value, float) else str(value)
