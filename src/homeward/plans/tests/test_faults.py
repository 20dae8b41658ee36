"""Is a form that names a score which nobody knows told of before anybody fills it in?"""

from dataclasses import replace

from homeward.directory import api as directory
from homeward.grammar.api import Item, ScoreItem, ScorePart
from homeward.plans.rules.faults import faults_of_scores
from homeward.plans.tests.arranging import FORM


def rules(score: ScoreItem) -> list[str]:
    place = directory.place()
    form = place.questionnaires[FORM]
    odd = replace(form, items=(*form.items, Item(link_id="odd", text="Odd", type="integer", score=score)))
    found = list(faults_of_scores(replace(place, questionnaires={**place.questionnaires, FORM: odd})))
    assert all(each.code == FORM and each.words.endswith(".") for each in found)
    return [each.rule for each in found]


def test_the_place_names_only_scores_that_are_known() -> None:
    assert list(faults_of_scores(directory.place())) == []


def test_an_unknown_score_an_unknown_part_and_an_unanswered_part_are_told() -> None:
    assert rules(ScoreItem(name="guess", parts=())) == ["no-such-score"]
    told = rules(ScoreItem(name="cfs", parts=(ScorePart(column="mood", link_id="falls"),)))
    assert told[0] == "no-such-score-part" and "score-part-unanswered" in told


def test_a_trend_names_only_a_score_that_is_known() -> None:
    place = directory.place()
    odd = replace(next(iter(place.trends.values())), score="guess")
    (found,) = faults_of_scores(replace(place, trends={odd.code: odd}))
    assert (found.kind, found.rule) == ("Trend", "no-such-score") and found.words.endswith(".")
