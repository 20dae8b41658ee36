"""What is asked for each thing that can be done for somebody on the ward?"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django import forms

from homeward.monitoring.api import StayView

HOURS = ((0.5, "30 minutes"), (1, "1 hour"), (2, "2 hours"), (4, "4 hours"), (6, "6 hours"), (9, "9 hours"), (12, "12 hours"), (24, "1 day"), (72, "3 days"))  # fmt: skip


class ReviewForm(forms.Form):
    """The senior's words of the day."""

    words = forms.CharField(
        label="What you found, and what is to be done until tomorrow",
        max_length=4000,
        required=False,
        widget=forms.Textarea,
    )


class GapForm(forms.Form):
    """Why they are not being monitored, and for how long at the most."""

    reason = forms.ChoiceField(label="Not being monitored because", widget=forms.RadioSelect, required=False)
    until = forms.ChoiceField(
        label="For how long at the most?", choices=[(str(hours), words) for hours, words in HOURS], initial="4",
        error_messages={"required": "Choose for how long."},
    )  # fmt: skip
    words = forms.CharField(label="Say more", max_length=1000, required=False, widget=forms.Textarea)

    def __init__(self, data: Any = None, *, view: StayView, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)
        reason.choices = [(each.code, each.title) for each in view.policy.gap_reasons]

    @property
    def span(self) -> timedelta:
        """How long was chosen."""
        return timedelta(hours=float(self.cleaned_data["until"]))


class ScaleForm(forms.Form):
    """By which scale they are scored, and who decided it."""

    scale = forms.ChoiceField(
        label="SpO2 scale", choices=(("1", "Scale 1, for most people"), ("2", "Scale 2, target 88 to 92%")),
        widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    why = forms.CharField(label="Who decided this, and why?", max_length=400, required=False)


class WordsForm(forms.Form):
    """One thing to be said."""

    words = forms.CharField(label="", max_length=2000, required=False, widget=forms.Textarea)

    def __init__(self, data: Any = None, *, label: str, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.fields["words"].label = label


class StrikeForm(WordsForm):
    """Which set was wrong, and what was wrong with it."""

    set_id = forms.ChoiceField(label="Which set?", error_messages={"required": "Choose the set."})

    def __init__(self, data: Any = None, *, sets: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(data, label="What was wrong with it?", **kwargs)
        which = self.fields["set_id"]
        assert isinstance(which, forms.ChoiceField)
        which.choices = list(sets.items())


class LeaveForm(WordsForm):
    """How it ended, and what happens next."""

    outcome = forms.ChoiceField(label="How did it end?", widget=forms.RadioSelect, required=False)

    def __init__(self, data: Any = None, *, outcomes: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(data, label="What happens next, and whom do they ring if it gets worse?", **kwargs)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        outcome.choices = list(outcomes.items())
