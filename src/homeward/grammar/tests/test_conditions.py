"""Does a condition hold, not hold, or say that it does not know?"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.grammar.api import AllOf, AnyOf, Condition, Not, Test, facts_named, holds

ADULT = Test(fact="age", is_="at_least", value=18)
ALONE = Test(fact="alone", is_="true")


@pytest.mark.parametrize(
    ("condition", "facts", "answer"),
    [
        (ADULT, {"age": 18}, True),
        (ADULT, {"age": 17}, False),
        (ADULT, {}, None),
        (Test(fact="age", is_="at_most", value=25), {"age": 26}, False),
        (ALONE, {"alone": False}, False),
        (Test(fact="alone", is_="false"), {"alone": False}, True),
        (Test(fact="need", is_="in", value=("fall", "wound")), {"need": "fall"}, True),
        (Test(fact="need", is_="not_in", value=("fall",)), {"need": "fall"}, False),
        (Test(fact="need", is_="is", value="fall"), {"need": "wound"}, False),
        (Test(fact="need", is_="is_not", value="fall"), {"need": "wound"}, True),
        (Test(fact="risks", is_="shares", value=("falls", "fire")), {"risks": ["fire"]}, True),
        (Test(fact="risks", is_="shares", value=("falls",)), {"risks": []}, False),
        (Test(fact="score", is_="present"), {"score": 0}, True),
        (Test(fact="score", is_="present"), {}, False),
        (AllOf(parts=(ADULT, ALONE)), {"age": 12}, False),
        (AllOf(parts=(ADULT, ALONE)), {"age": 40}, None),
        (AnyOf(parts=(ADULT, ALONE)), {"age": 40}, True),
        (AnyOf(parts=(ADULT, ALONE)), {"age": 12}, None),
        (AnyOf(parts=(ADULT, ALONE)), {"age": 12, "alone": False}, False),
        (Not(part=ADULT), {"age": 12}, True),
        (Not(part=ADULT), {}, None),
    ],
)
def test_answer(condition: Condition, facts: dict[str, object], answer: bool | None) -> None:
    assert holds(condition, facts) is answer


@given(st.lists(st.sampled_from([True, False, None]), min_size=1, max_size=5))
def test_neither_all_nor_any_can_contradict_the_other(answers: list[bool | None]) -> None:
    facts = {f"f{place}": answer for place, answer in enumerate(answers)}
    parts = tuple(Test(fact=fact, is_="true") for fact in facts)
    negated = tuple(Not(part=part) for part in parts)
    every, some = holds(AllOf(parts=parts), facts), holds(AnyOf(parts=negated), facts)
    assert some is (None if every is None else not every)


def test_facts_named_finds_every_one() -> None:
    condition = AllOf(parts=(ADULT, Not(part=AnyOf(parts=(ALONE, Test(fact="need", is_="present"))))))
    assert facts_named(condition) == {"age", "alone", "need"}
