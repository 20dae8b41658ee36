"""What is asked when care ends? The outcome, and why when nobody was ever seen."""

from typing import Any

from django import forms

from homeward.visits.api import Care


class CloseForm(forms.Form):
    """One of the service's outcomes; words are asked for when no contact was recorded."""

    outcome = forms.ChoiceField(
        label="How did it end?", widget=forms.RadioSelect, error_messages={"required": "Choose how it ended."}
    )
    words = forms.CharField(
        label="Anything to add", max_length=4000, required=False, widget=forms.Textarea,
        error_messages={"required": "No contact is recorded. Say why this ends without one."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, care: Care, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        outcome, words = self.fields["outcome"], self.fields["words"]
        assert isinstance(outcome, forms.ChoiceField)
        outcome.choices = [(each.code, each.title) for each in care.episode.outcomes]
        if not care.in_contact:
            words.required, words.label = True, "Why does it end without a contact?"
