"""What is asked to fill in a promised name?"""

from django import forms


class ContactForm(forms.Form):
    """The person and their number; both empty when nobody is named any more."""

    person_name = forms.CharField(label="Name", required=False, max_length=100)
    telephone = forms.CharField(label="Telephone", required=False, max_length=40)
