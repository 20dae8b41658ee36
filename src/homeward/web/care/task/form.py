"""What is asked when there is something more to do? What, and by when."""

from datetime import datetime, timedelta

from django import forms

DUE = {"": "No set time", "2": "In 2 hours", "24": "In 24 hours", "72": "In 3 days", "168": "In 1 week"}


class TaskForm(forms.Form):
    """The task in words, and when it is due."""

    title = forms.CharField(
        label="What has to be done?", max_length=200, error_messages={"required": "Say what has to be done."}
    )
    due = forms.ChoiceField(label="By when?", choices=list(DUE.items()), required=False)

    def due_at(self, now: datetime) -> datetime | None:
        """When it is due, if a time was chosen."""
        chosen = self.cleaned_data["due"]
        return now + timedelta(hours=int(chosen)) if chosen else None
