"""What is asked when somebody changes one bed?"""

from datetime import datetime, timedelta
from typing import Any

from django import forms

from homeward.capacity.api import UNIT_STATES
from homeward.directory import api as directory
from homeward.foundation.moments import at_london, london_day

PARTS = {"9": "9am", "11": "11am", "13": "1pm", "15": "3pm", "17": "5pm", "19": "7pm"}


class StandForm(forms.Form):
    """How the bed stands, and why it is closed."""

    state = forms.ChoiceField(label="How does it stand?", choices=[*UNIT_STATES.items()])
    reason = forms.ChoiceField(label="Why is it closed?", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = directory.place().reasons_for("unit_closed").reasons
        reason = self.fields["reason"]
        assert isinstance(reason, forms.ChoiceField)
        reason.choices = [("", "Only if it is closed"), *((each.code, each.title) for each in listed)]


class LikelyForm(forms.Form):
    """The day and about when."""

    day = forms.ChoiceField(label="Which day?")
    hour = forms.ChoiceField(label="About when?", choices=[*PARTS.items()], initial="13")

    def __init__(self, *args: Any, at: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        today = london_day(at)
        days = [today + timedelta(days=ahead) for ahead in range(15)]
        words = {0: "Today", 1: "Tomorrow"}
        field = self.fields["day"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(day.isoformat(), words.get(ahead, f"{day:%A %-d %B}")) for ahead, day in enumerate(days)]
        self._days = {day.isoformat(): day for day in days}

    def expected_at(self) -> datetime:
        """The moment chosen, in London's hours."""
        return at_london(self._days[self.cleaned_data["day"]], int(self.cleaned_data["hour"]))
