"""What is asked of somebody who opens a record out of turn?"""

from typing import Any

from django import forms

from homeward.directory.api import place
from homeward.web.offering import offer


class GlassForm(forms.Form):
    """A reason from the place's list, and what is happening in one's own words."""

    reason_code = forms.ChoiceField(
        label="Why do you need to see this record?",
        error_messages={"required": "Choose why you need to see this record."},
    )
    words = forms.CharField(
        label="What is happening?", max_length=1000, widget=forms.Textarea,
        error_messages={"required": "Say in your own words what is happening. It is read by whoever judges it."},
    )  # fmt: skip

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        listed = place().reasons_for("break_glass")
        self.fields["reason_code"].label = listed.title
        offer(self, "reason_code", [(each.code, each.title) for each in listed.reasons])
