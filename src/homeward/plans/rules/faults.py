"""Does every form and every trend of a place name a score that is known here, and every form give it its parts?"""

from collections.abc import Iterator

from homeward.grammar.api import Fault, Place, Questionnaire
from homeward.plans.rules.scores.known import SCORES


def faults_of_scores(place: Place) -> Iterator[Fault]:
    """A sentence for each score that no rule here works out, and each part that it does not have."""
    for form in place.questionnaires.values():
        yield from _of_form(form)
    for trend in place.trends.values():
        if trend.score and trend.score not in SCORES:
            words = f"'{trend.title}' is the total of '{trend.score}', which no rule here works out. Known: {', '.join(sorted(SCORES))}."
            yield Fault(kind="Trend", code=trend.code, rule="no-such-score", words=words, owner=trend.owner)


def _of_form(form: Questionnaire) -> Iterator[Fault]:
    for item in form.items:
        if item.score is None:
            continue
        score = SCORES.get(item.score.name)
        if score is None:
            known = ", ".join(sorted(SCORES))
            words = f"'{form.title}' works out '{item.score.name}', which is no score that is known here. Known are: {known}."
            yield _fault(form, "no-such-score", words)
            continue
        columns = {part.column for part in score.parts}
        for part in item.score.parts:
            if part.column not in columns:
                words = f"'{form.title}': the score '{item.score.name}' has no part called '{part.column}'."
                yield _fault(form, "no-such-score-part", words)
        given = {part.column for part in item.score.parts}
        for missing in sorted(each.column for each in score.parts if each.scored and each.column not in given):
            words = (
                f"'{form.title}': nothing answers '{missing}', so the score '{item.score.name}' is never worked out."
            )
            yield _fault(form, "score-part-unanswered", words)


def _fault(form: Questionnaire, rule: str, words: str) -> Fault:
    return Fault(kind="Questionnaire", code=form.code, rule=rule, words=words, owner=form.owner)
