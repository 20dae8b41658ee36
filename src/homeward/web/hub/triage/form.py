"""What does the hub answer to decide how soon help is needed? The protocol's questions, and the decision."""

from collections.abc import Iterator, Sequence
from typing import Any

from django import forms

from homeward.grammar.api import Place
from homeward.referrals.api import Asked
from homeward.web.hub.moves.forms import LONGEST, MoveForm
from homeward.web.offering import offer

YES_NO = [("yes", "Yes"), ("no", "No"), ("", "Not known")]


class TriageForm(MoveForm):
    """One field a question, named after it; 'Not known' is an answer, and an empty number is not nought."""

    need_code = forms.ChoiceField(label="The need", choices=[], required=False)
    urgency = forms.ChoiceField(label="How soon is help needed?", widget=forms.RadioSelect, choices=[], required=False)
    words = forms.CharField(
        label="Why, if it can wait longer than suggested", max_length=LONGEST, required=False, widget=forms.Textarea
    )

    def __init__(self, *args: Any, asked: Sequence[Asked], place: Place, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.asked = asked
        for each in asked:
            self.fields[f"q_{each.code}"] = _field(each)
        needs = sorted(place.needs.values(), key=lambda need: need.title)
        offer(self, "need_code", [(need.code, need.title) for need in needs])
        soonest = sorted(place.urgencies.values(), key=lambda urgency: urgency.order)
        offer(self, "urgency", [("", "As the protocol suggests"), *((one.code, one.title) for one in soonest)])

    def questions(self) -> Iterator[Any]:
        """The bound fields of the questions, in order."""
        return (self[f"q_{each.code}"] for each in self.asked)

    def answers(self) -> dict[str, bool | int | float | str]:
        """What was answered, by the questions' codes; what is not known is left out."""
        found: dict[str, bool | int | float | str] = {}
        for each in self.asked:
            value = self.cleaned_data.get(f"q_{each.code}")
            if value is None or value == "":
                continue
            found[each.code] = value == "yes" if each.kind == "yes_no" else value
        return found


def _field(asked: Asked) -> forms.Field:
    known: dict[str, Any] = {
        "label": asked.words,
        "help_text": asked.help_words,
        "required": False,
        "initial": _initial(asked),
    }
    if asked.kind == "number":
        return forms.IntegerField(min_value=0, max_value=1000, **known)
    choices = YES_NO if asked.kind == "yes_no" else [*asked.options, ("", "Not known")]
    return forms.ChoiceField(choices=choices, widget=forms.RadioSelect, **known)


def _initial(asked: Asked) -> object:
    if asked.kind == "yes_no" and asked.answer is not None:
        return "yes" if asked.answer else "no"
    return "" if asked.answer is None else asked.answer
