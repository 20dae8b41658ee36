"""What is asked when a keyworker is named? Which colleague of the team, or nobody."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms

NOBODY = "nobody"


class KeyworkerForm(forms.Form):
    """Everybody who works in the team now. `version` is of the keyworker that was seen when the page was opened."""

    to = forms.ChoiceField(
        label="Who is the keyworker?",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose who is the keyworker.",
            "invalid_choice": "They no longer work in this team. Choose somebody else.",
        },
    )
    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(
        self, data: Any = None, *, colleagues: Mapping[UUID, str], named: bool, version: int, chosen: str, **kwargs: Any
    ) -> None:
        super().__init__(data, initial={"version": version, "to": chosen}, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        nobody = [(NOBODY, "Nobody for now")] if named else []
        to.choices = [*((str(user), name) for user, name in colleagues.items()), *nobody]

    def chosen(self) -> UUID | None:
        """The account, or None for nobody."""
        to = self.cleaned_data["to"]
        return None if to == NOBODY else UUID(to)
