"""How is an action typed in, and how is it written down how far it is?"""

from django import forms


class ActForm(forms.Form):
    """What, who and by when: an action without one of them is none."""

    what = forms.CharField(
        label="What is to be done?", max_length=500, error_messages={"required": "Say what is to be done."}
    )
    owner = forms.ChoiceField(
        label="Who does it?",
        error_messages={
            "required": "Choose who does it: a colleague or a team.",
            "invalid_choice": "Choose who does it: a colleague or a team.",
        },
    )
    due_on = forms.DateField(
        label="By which day?",
        help_text="For example, 31/03/2027",
        error_messages={"required": "Say by which day, as 31/03/2027.", "invalid": "Enter the day as 31/03/2027."},
    )


class WordsForm(forms.Form):
    """A note, or what came of it."""

    words = forms.CharField(max_length=1000, error_messages={"required": "Say how far it is, or what came of it."})
