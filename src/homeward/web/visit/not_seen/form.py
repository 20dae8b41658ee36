"""What is asked when nobody was seen? Why, and when somebody tries again."""

from datetime import datetime, timedelta
from typing import Any

from django import forms

from homeward.foundation.moments import at_london, london_day
from homeward.visits.api import NOT_SEEN

AGAIN = {
    "none": "Not planned yet: make a task for the team",
    "1": "In 1 hour",
    "2": "In 2 hours",
    "tomorrow": "Tomorrow morning at 9am",
}


class NotSeenForm(forms.Form):
    """A reason, words when the reason asks for them, and the next try."""

    reason = forms.ChoiceField(
        label="Why was the person not seen?", choices=[(code, each.title) for code, each in NOT_SEEN.items()],
        widget=forms.RadioSelect, error_messages={"required": "Choose why the person was not seen."},
    )  # fmt: skip
    words = forms.CharField(label="What happened", max_length=2000, required=False, widget=forms.Textarea)
    again = forms.ChoiceField(
        label="When will somebody try again?", choices=list(AGAIN.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose when somebody tries again."},
    )  # fmt: skip

    def __init__(self, data: Any = None, *, now: datetime, **kwargs: Any) -> None:
        super().__init__(data, initial={"again": "none"}, **kwargs)
        self.now = now

    def next_at(self) -> datetime | None:
        """The moment of the next try, when one was chosen."""
        again = self.cleaned_data["again"]
        if again == "tomorrow":
            return at_london(london_day(self.now) + timedelta(days=1), 9)
        return self.now + timedelta(hours=int(again)) if again.isdigit() else None
