"""What is asked when somebody was seen or spoken to? How, when, what was found, and whether care goes on."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any
from uuid import uuid4

from django import forms

from homeward.foundation.moments import london
from homeward.grammar.api import Item, Questionnaire
from homeward.visits.api import WAYS, AtTheDoor, Fact
from homeward.web.visit.typed_time import moment_of, recent_days, typed_time

YES_NO = (("yes", "Yes"), ("no", "No"))
CHOOSE = "Choose one of the days listed."
GOES_ON = ("", "Care goes on")
Answer = bool | float | str


class ContactForm(forms.Form):
    """The contact. Questions are those of the service's forms; what is known and fresh is shown as its answer."""

    way = forms.ChoiceField(
        label="How were you in contact?", choices=[(code, words) for code, (words, _) in WAYS.items()],
        widget=forms.RadioSelect, error_messages={"required": "Choose how you were in contact."},
    )  # fmt: skip
    contact_day = forms.ChoiceField(label="Day", error_messages={"required": CHOOSE, "invalid_choice": CHOOSE})
    contact_at = forms.CharField(
        label="Time you were with the person", max_length=12,
        error_messages={"required": "Enter the time, like 14:05."},
    )  # fmt: skip
    words = forms.CharField(label="Anything to add", max_length=4000, required=False, widget=forms.Textarea)
    outcome = forms.ChoiceField(label="What happens now?", required=False, widget=forms.RadioSelect)
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    def __init__(self, data: Any = None, *, door: AtTheDoor, now: datetime, **kwargs: Any) -> None:
        here = london(now)
        initial = {
            "way": door.visit.way,
            "contact_day": f"{here:%Y-%m-%d}",
            "contact_at": f"{here:%H:%M}",
            "key": str(uuid4()),
        }
        super().__init__(data, initial={**initial, **_known(door)}, **kwargs)
        self.now, self.due = now, door.due
        self.questions = sorted(door.forms, key=lambda form: form.code not in door.due)
        day, outcome = self.fields["contact_day"], self.fields["outcome"]
        assert isinstance(day, forms.ChoiceField) and isinstance(outcome, forms.ChoiceField)
        day.choices = recent_days(now)
        outcome.choices = [GOES_ON, *((each.code, each.title) for each in door.outcomes)]
        for form in door.forms:
            for item in form.questions:
                self.fields[f"{form.code}.{item.link_id}"] = _field(item, due=form.code in door.due)

    def asked(self) -> Sequence[tuple[Questionnaire, list[tuple[Item, Any]]]]:
        """Each form with its items and their bound fields, in order, for drawing."""
        return [
            (form, [(item, self[f"{form.code}.{item.link_id}"]) for item in form.items if f"{form.code}.{item.link_id}" in self.fields])
            for form in self.questions
        ]  # fmt: skip

    def clean_contact_at(self) -> datetime:
        """The moment meant, with the day chosen above it."""
        time = typed_time(self.cleaned_data["contact_at"])
        if time is None:
            raise forms.ValidationError("Enter the time as hours and minutes, like 14:05.")
        day = self.cleaned_data.get("contact_day")
        return moment_of(date.fromisoformat(day), time, now=self.now) if day else self.now

    def answers(self) -> dict[str, dict[str, Answer]]:
        """What was answered, by form. A form left quite empty was not meant, unless this visit is the one that asks for it."""
        found: dict[str, dict[str, Answer]] = {}
        for form in self.questions:
            given = {item.link_id: self._value(form, item) for item in form.items}
            kept = {link: value for link, value in given.items() if value is not None and value != ""}
            typed = any(f"{form.code}.{link}" in self.changed_data for link in kept)
            if typed or (self.cleaned_data["way"] == "in_person" and form.code in self.due):
                found[form.code] = kept
        return found

    def _value(self, form: Questionnaire, item: Item) -> Answer | None:
        value = self.cleaned_data.get(f"{form.code}.{item.link_id}")
        if item.type == "boolean":
            return {"yes": True, "no": False}.get(value or "")
        return value.strip() if isinstance(value, str) else value


class _Asked(forms.Field):
    """Required questions look required, but the rule of the form says what is missing, so that every error comes at once."""

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)


class _Words(_Asked, forms.CharField):
    pass


class _Choice(_Asked, forms.ChoiceField):
    pass


class _Number(_Asked, forms.FloatField):
    pass


def _field(item: Item, *, due: bool) -> forms.Field:
    common: dict[str, Any] = {"label": item.text, "required": item.required and due, "help_text": item.help_words}
    match item.type:
        case "boolean":
            return _Choice(choices=YES_NO, widget=forms.RadioSelect, **common)
        case "choice":
            return _Choice(choices=[(o.code, o.title) for o in item.options], widget=forms.RadioSelect, **common)
        case "integer" | "decimal" | "quantity":
            return _Number(error_messages={"invalid": f"{item.text} must be a number."}, **common)
        case "text":
            return _Words(max_length=4000, widget=forms.Textarea, **common)
        case _:
            return _Words(max_length=400, **common)


def _known(door: AtTheDoor) -> Mapping[str, Any]:
    facts = {
        f"{form.code}.{item.link_id}": door.known.get(item.concept or "") for form in door.forms for item in form.items
    }
    return {name: _shown(fact) for name, fact in facts.items() if fact is not None and not fact.stale}


def _shown(fact: Fact) -> str | float:
    if isinstance(fact.value, bool):
        return "yes" if fact.value else "no"
    return int(fact.value) if isinstance(fact.value, float) and fact.value.is_integer() else fact.value
