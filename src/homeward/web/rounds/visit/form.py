"""What is asked when a visit is put off, nobody opens, or a note is handed over?"""

from datetime import date, datetime
from typing import Any

from django import forms

from homeward.foundation.moments import at_london
from homeward.grammar.api import RoundPolicy
from homeward.rounds.api import Wishes

HOURS = [(str(hour), f"{hour:02d}:00") for hour in range(7, 22)]


class DeferForm(forms.Form):
    """To which day and hour, why, and at which risk."""

    to_day = forms.DateField(
        label="Put off to which day?",
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={"required": "Enter the new day.", "invalid": "Enter a day, such as 2026-03-27."},
    )
    to_hour = forms.ChoiceField(label="From which hour?", choices=HOURS)
    reason = forms.ChoiceField(
        label="Why?", widget=forms.RadioSelect, error_messages={"required": "Choose why the visit is put off."}
    )
    words = forms.CharField(label="The reason in your words", max_length=500, required=False)
    risk = forms.CharField(
        label="What is the risk of waiting, and why may it be taken?",
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": "Say what the risk of waiting is, and why it may be taken."},
    )

    def __init__(self, data: Any = None, *, policy: RoundPolicy, day: date, **kwargs: Any) -> None:
        super().__init__(data, initial={"to_day": day.isoformat(), "to_hour": "9"}, **kwargs)
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)
        reason.choices = [(each.code, each.title) for each in policy.deferral_reasons]

    def to(self) -> datetime:
        """The new moment."""
        return at_london(self.cleaned_data["to_day"], int(self.cleaned_data["to_hour"]))


class StepForm(forms.Form):
    """What was found at one step, or decided at the last."""

    step = forms.CharField(widget=forms.HiddenInput)
    words = forms.CharField(
        label="What happened?",
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": "Say what happened."},
    )


class NoteForm(forms.Form):
    """What the next visitor must know."""

    words = forms.CharField(
        label="What must the next visitor know?",
        max_length=1000,
        widget=forms.Textarea,
        error_messages={"required": "Write what the next visitor must know."},
    )


class PreferForm(forms.Form):
    """When the person wants visits to begin, whether by somebody they know, and whose wish it is."""

    opens = forms.ChoiceField(label="Not before", choices=[("", "Any hour"), *HOURS], required=False)
    closes = forms.ChoiceField(label="Not after", choices=[("", "Any hour"), *HOURS], required=False)
    same_face = forms.BooleanField(label="Somebody they know, if at all possible", required=False)
    whose = forms.ChoiceField(
        label="Whose wish is it?", choices=[("person", "The person’s own"), ("carer", "A carer’s, for them")],
        widget=forms.RadioSelect, error_messages={"required": "Choose whose wish it is."},
    )  # fmt: skip
    words = forms.CharField(label="In their words", max_length=500, required=False)

    def __init__(self, data: Any = None, *, now: Wishes | None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {}
        if now is not None:
            initial = {
                "opens": _hour(now.opens),
                "closes": _hour(now.closes),
                "same_face": now.same_face,
                "whose": now.whose,
                "words": now.words,
            }
        super().__init__(data, initial=initial, **kwargs)

    def hours(self) -> tuple[int | None, int | None]:
        """In minutes after midnight."""
        opens, closes = (self.cleaned_data[name] for name in ("opens", "closes"))
        return int(opens) * 60 if opens else None, int(closes) * 60 if closes else None


def _hour(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes // 60)
