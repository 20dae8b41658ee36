"""Can every form be filled in, and does one fact mean one thing on all of them?"""

from collections.abc import Iterator
from datetime import date

from homeward.grammar.faults.fault import Fault, fault
from homeward.grammar.place import Place
from homeward.grammar.questionnaires import Item, Questionnaire


def faults_of_forms(place: Place, today: date) -> Iterator[Fault]:
    types: dict[str, tuple[str, str]] = {}
    for form in place.questionnaires.values():
        yield from _sensitive(place, form)
        if not form.items:
            yield fault(form, "no-items", f"The form '{form.title}' asks nothing.")
        yield from _items(form)
        for item in form.items:
            if item.concept is None:
                continue
            before = types.setdefault(item.concept, (item.type, form.title))
            if before[0] != item.type:
                yield fault(
                    form,
                    "one-fact-two-types",
                    f"The fact '{item.concept}' is a {item.type} on '{form.title}' and a {before[0]} on '{before[1]}'.",
                )


def _items(form: Questionnaire) -> Iterator[Fault]:
    met: set[str] = set()
    for item in form.items:
        if item.link_id in met:
            yield fault(form, "declared-twice", f"The form '{form.title}' has two items called '{item.link_id}'.")
        for condition in item.enable_when:
            if condition.link_id not in met:
                yield fault(
                    form,
                    "asked-before-known",
                    f"On '{form.title}', '{item.text}' depends on '{condition.link_id}', which is not asked before it.",
                )
        if item.within is not None and item.within not in met:
            yield fault(
                form, "within-nothing", f"On '{form.title}', '{item.text}' stands within '{item.within}', which is not before it."
            )  # fmt: skip
        yield from _scored(form, item, met)
        met.add(item.link_id)
        yield from _answerable(form, item)


def _scored(form: Questionnaire, item: Item, met: set[str]) -> Iterator[Fault]:
    for part in item.score.parts if item.score else ():
        if part.link_id not in met:
            yield fault(
                form, "scored-before-asked",
                f"On '{form.title}', '{item.text}' is worked out from '{part.link_id}', which is not asked before it.",
            )  # fmt: skip


def _sensitive(place: Place, form: Questionnaire) -> Iterator[Fault]:
    named = {form.sensitivity, *(item.sensitivity for item in form.items)} - {None}
    for code in sorted(str(each) for each in named if each not in place.sensitivities):
        yield fault(
            form,
            "unknown-sensitivity",
            f"The form '{form.title}' names the sensitivity '{code}', which is not declared.",
        )


def _answerable(form: Questionnaire, item: Item) -> Iterator[Fault]:
    if item.type in ("choice", "open-choice") and not item.options:
        yield fault(form, "no-options", f"On '{form.title}', '{item.text}' offers no answers to choose from.")
    if item.min is not None and item.max is not None and item.min > item.max:
        yield fault(form, "no-answer-possible", f"On '{form.title}', no answer to '{item.text}' is in range.")
