"""Which choices does a field offer? Set when the form is made, from the place's declarations or from what is on record."""

from collections.abc import Iterable

from django import forms
from django.utils.functional import Promise

Choice = tuple[str, str | Promise]


def offer(form: forms.Form, field: str, choices: Iterable[Choice]) -> None:
    """Give a field of choices its choices, in this order."""
    chooser = form.fields[field]
    if not isinstance(chooser, forms.ChoiceField):
        raise TypeError(f"'{field}' is no field of choices")
    chooser.choices = list(choices)


def offered(form: forms.Form, field: str) -> list[Choice]:
    """The choices that a field has."""
    chooser = form.fields[field]
    return [(str(code), str(title)) for code, title in getattr(chooser, "choices", ())]
