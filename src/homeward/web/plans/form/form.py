"""How is a declared form typed into? Every question with its field; known answers need no more than 'still right'."""

from typing import Any

from django import forms

from homeward.grammar.api import Item
from homeward.plans.api import FormView, Question, Typed

YES_NO = (("yes", "Yes"), ("no", "No"))
LONGEST = 8000


class _Asked(forms.Field):
    """Looks required where the form says so; the form's own rule says what is missing, so that it can be kept half done."""

    def validate(self, value: Any) -> None:
        if value not in self.empty_values:
            super().validate(value)


class _Words(_Asked, forms.CharField):
    pass


class _Choice(_Asked, forms.ChoiceField):
    pass


class _Choices(_Asked, forms.MultipleChoiceField):
    pass


class _Number(_Asked, forms.FloatField):
    pass


class AnswersForm(forms.Form):
    """One field `q.<link>` for each question and, where something is known, one tick `still.<link>`."""

    def __init__(self, data: Any = None, *, view: FormView, **kwargs: Any) -> None:
        self.view = view
        super().__init__(data, initial=initial(view), **kwargs)
        for question in asked(view):
            item = question.item
            self.fields[f"q.{item.link_id}"] = field_of(item)
            if question.known is not None:
                self.fields[f"still.{item.link_id}"] = forms.BooleanField(label="Still right", required=False)

    def clean(self) -> None:
        """Whoever says that something is still right has no other answer to it."""
        for question in asked(self.view):
            link = question.item.link_id
            if self.cleaned_data.get(f"still.{link}") and self._said(question.item) is not None:
                words = f"You ticked 'Still right' and gave another answer. Keep one of them: {question.item.text}"
                self.add_error(f"q.{link}", words)

    def answers(self) -> dict[str, Typed]:
        """What the page says of each question whose field could be read."""
        found: dict[str, Typed] = {}
        for question in asked(self.view):
            link, known = question.item.link_id, question.known
            if f"q.{link}" not in self.cleaned_data:
                continue
            said = self._said(question.item)
            if said is None and known is not None and self.cleaned_data.get(f"still.{link}"):
                found[link] = Typed(value=known.value, still=known.id)
            else:
                found[link] = Typed(value=said)
        return found

    def _said(self, item: Item) -> bool | float | str | None:
        value = self.cleaned_data.get(f"q.{item.link_id}")
        if value in (None, "", []):
            return None
        if item.type == "boolean":
            return bool(value == "yes")
        if isinstance(value, list):
            return "\n".join(value)
        return value.strip() if isinstance(value, str) else float(value)


def asked(view: FormView) -> list[Question]:
    """The questions that somebody types an answer to."""
    typed = {item.link_id for item in view.form.questions}
    return [question for question in view.questions if question.item.link_id in typed]


def field_of(item: Item) -> forms.Field:
    """The field for one question, by its type."""
    common: dict[str, Any] = {"label": item.text, "required": item.required, "help_text": item.help_words}
    options = [(option.code, option.title) for option in item.options]
    match item.type:
        case "boolean":
            return _Choice(choices=YES_NO, widget=forms.RadioSelect, **common)
        case "choice" if item.repeats:
            return _Choices(choices=options, widget=forms.CheckboxSelectMultiple, **common)
        case "choice":
            return _Choice(choices=options, widget=forms.RadioSelect, **common)
        case "integer" | "decimal" | "quantity":
            return _Number(error_messages={"invalid": f"{item.text} must be a number."}, **common)
        case "text":
            return _Words(max_length=LONGEST, widget=forms.Textarea, **common)
        case _:
            return _Words(max_length=LONGEST if item.repeats else 400, **common)


def in_field(item: Item, value: bool | float | str | None) -> Any:
    """A value as its field shows it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return int(value) if value.is_integer() else value
    if item.type == "choice" and item.repeats:
        return (value or "").splitlines()
    return "" if value is None else value


def initial(view: FormView) -> dict[str, Any]:
    """What each field holds as the form now stands."""
    found: dict[str, Any] = {}
    for question in asked(view):
        typed = question.kept.typed if question.kept else Typed()
        if typed.still is not None:
            found[f"still.{question.item.link_id}"] = True
        else:
            found[f"q.{question.item.link_id}"] = in_field(question.item, typed.value)
    return found
