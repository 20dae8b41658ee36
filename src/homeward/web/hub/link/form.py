"""What must be said to give a partner a link to answer one need by?"""

from django import forms

LASTS = (("1", "1 day"), ("3", "3 days"), ("14", "14 days"))


class LinkForm(forms.Form):
    """Who holds it and how long it works."""

    held_by = forms.CharField(
        label="Who is it for?", max_length=120, help_text="Their name. What they answer is written down under it.",
        error_messages={"required": "Enter who the link is for."},
    )  # fmt: skip
    days = forms.ChoiceField(
        label="How long does it work?", choices=LASTS, widget=forms.RadioSelect, initial="3",
        error_messages={"required": "Choose how long the link works."},
    )  # fmt: skip
