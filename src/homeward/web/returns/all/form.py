"""Which return is to be made: for whom, which month, provisional or final?"""

from collections.abc import Sequence
from typing import Any

from django import forms


class MakeForm(forms.Form):
    """The choices are those that the place declares, and months that have begun."""

    return_code = forms.ChoiceField(label="Return")
    provider = forms.ChoiceField(label="Provider")
    period = forms.ChoiceField(label="Month")
    kind = forms.ChoiceField(label="Provisional or final")

    def __init__(self, *args: Any, choices: dict[str, Sequence[tuple[str, str]]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = list(offered)
