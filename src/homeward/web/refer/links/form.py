"""What must be said to give a partner a link?"""

from django import forms

LASTS = (("7", "7 days"), ("30", "30 days"), ("90", "90 days"))


class LinkForm(forms.Form):
    """Who holds it, where they work, and how long it works. A link never lasts for ever."""

    held_by = forms.CharField(
        label="Who is it for?", max_length=120, help_text="A name or a post, like the manager. They refer under it.",
        error_messages={"required": "Enter who the link is for."},
    )  # fmt: skip
    organisation = forms.CharField(
        label="Where do they work?", max_length=80, help_text="For example the name of a care home",
        error_messages={"required": "Enter where they work."},
    )  # fmt: skip
    days = forms.ChoiceField(label="How long does it work?", choices=LASTS, widget=forms.RadioSelect, initial="30")
