"""What is asked when limits are set anew, and when that is taken back?"""

from django import forms


class RebaseForm(forms.Form):
    """The day and the reason: without a reason anybody understands, a rebase hides a change instead of showing it."""

    from_on = forms.DateField(
        label="From which day?",
        help_text="The first day after the change, for example 31/03/2026",
        error_messages={"required": "Say from which day, as 31/03/2026.", "invalid": "Enter the day as 31/03/2026."},
    )
    reason = forms.CharField(
        label="What changed on that day, and how do you know that it lasts?",
        max_length=500,
        error_messages={
            "required": "Say what changed on that day, and how you know that it lasts.",
            "max_length": "Say it in fewer words: at most 500 letters.",
        },
    )


class TakeBackForm(forms.Form):
    """Which one, and why."""

    rebase_id = forms.UUIDField(widget=forms.HiddenInput)
    why = forms.CharField(
        label="Why is it taken back?",
        max_length=500,
        error_messages={
            "required": "Say why it is taken back.",
            "max_length": "Say it in fewer words: at most 500 letters.",
        },
    )
