"""How does a form stand for a person: what is known and how old it is, what is still asked, and what it adds up to?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.access.api import gate
from homeward.foundation.actions import Actor
from homeward.grammar.api import Item, Questionnaire
from homeward.people import api as people
from homeward.plans.queries.drafts import draft_of, kept_at_version
from homeward.plans.queries.forms import form_called, sees
from homeward.plans.rules.computed import computed
from homeward.plans.rules.scores.known import SCORES
from homeward.plans.rules.scores.score import Score, Scored
from homeward.plans.rules.typed import Kept
from homeward.visits import api as visits


@dataclass(frozen=True, kw_only=True)
class Question:
    """One item of the form. `known` is the latest fact; `kept` what was typed on this form; `standing` what counts now.

    `shown`: the answers so far leave it to be asked.
    """

    item: Item
    shown: bool
    known: visits.Fact | None
    known_words: str
    kept: Kept | None
    standing: visits.Value | None
    score: Score | None
    scored: Scored | None

    @property
    def asks(self) -> bool:
        """Must somebody still answer? What is known and fresh need not be asked again."""
        return self.shown and self.item.required and self.standing in (None, "") and self.scored is None


@dataclass(frozen=True, kw_only=True)
class FormView:
    """A form for one person, ready to be drawn."""

    form: Questionnaire
    banner: people.Banner
    version: int
    questions: Sequence[Question]
    saved_at: datetime | None
    saved_by: str

    @property
    def to_ask(self) -> int:
        """How many questions must still be answered."""
        return sum(question.asks for question in self.questions)

    @property
    def known(self) -> int:
        """How many were answered before, somewhere else."""
        return sum(question.shown and question.known is not None for question in self.questions)


def form_view(code: str, person_id: UUID, *, by: Actor, at: datetime) -> FormView:
    """The form with everything known. Opens the person's record. Raises NotFound, NotPermitted."""
    form = form_called(code, by=by)
    with gate.person(person_id, by=by, at=at, why="form"):
        banner = people.banner(person_id, by, at)
        draft = draft_of(person_id, code)
        kept = kept_at_version(draft.id) if draft else {}
        facts = prefilled(form, person_id, by=by, at=at)
    last = max(kept.values(), key=lambda each: each.at, default=None)
    return FormView(
        form=form, banner=banner, version=draft.version if draft else 0, questions=drawn(form, facts, kept, by=by),
        saved_at=last.at if last else None, saved_by=last.by_name if last else "",
    )  # fmt: skip


def prefilled(form: Questionnaire, person_id: UUID, *, by: Actor, at: datetime) -> dict[str, visits.Fact]:
    """What is known of the person that this form would ask and the actor may see, by link id. Read inside an open gate."""
    found = visits.facts_known(person_id, [item.concept for item in form.questions if item.concept], by=by, at=at)
    return {item.link_id: found[item.concept] for item in form.questions if item.concept in found}


def counted(facts: Mapping[str, visits.Fact], kept: Mapping[str, Kept]) -> dict[str, visits.Value]:
    """What counts as answered now: what was typed, else what is known and still good."""
    found: dict[str, visits.Value] = {link: fact.value for link, fact in facts.items() if not fact.stale}
    for link, each in kept.items():
        if each.typed.value not in (None, ""):
            assert each.typed.value is not None
            found[link] = each.typed.value
        elif each.typed.still is None:
            found.pop(link, None)
    return found


def drawn(
    form: Questionnaire, facts: Mapping[str, visits.Fact], kept: Mapping[str, Kept], *, by: Actor
) -> list[Question]:
    """Every item of the form in order, but for those the actor may not see."""
    answers = counted(facts, kept)
    standing, scores = visits.shown(form, answers), computed(form, answers)
    return [
        Question(
            item=item, shown=item.link_id in standing, known=facts.get(item.link_id), kept=kept.get(item.link_id),
            known_words=in_words(item, facts[item.link_id].value) if item.link_id in facts else "",
            standing=answers.get(item.link_id), score=SCORES[item.score.name] if item.score else None,
            scored=scores.get(item.link_id),
        )
        for item in form.items
        if sees(item, by=by)
    ]  # fmt: skip


def in_words(item: Item, value: visits.Value) -> str:
    """An answer as people say it, with its unit."""
    titles = {option.code: option.title for option in item.options}
    if isinstance(value, str):
        return (
            ", ".join(titles.get(part, part) for part in visits.parts(item, value))
            if item.repeats
            else titles.get(value, value)
        )
    return visits.said(value, titles) + (f" {item.unit}" if item.unit and not isinstance(value, bool) else "")
