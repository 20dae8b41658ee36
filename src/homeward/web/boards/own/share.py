"""With whom is a board shared?"""

from django import forms


class ShareForm(forms.Form):
    """One choice among colleagues and teams."""

    with_whom = forms.ChoiceField(
        label="Share it with",
        error_messages=dict.fromkeys(
            ("required", "invalid_choice"), "Choose a colleague, a team or an organisation from the list."
        ),
    )
