"""What is asked when somebody says whether their record may be handed on?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.directory.api import place
from homeward.web.access.sayings import EVERYBODY
from homeward.web.offering import offer

ALL = "everybody"


class SayingForm(forms.Form):
    """A purpose, to whom, and yes, no or taken back; in the person's own words if they like."""

    purpose = forms.ChoiceField(
        label=_("What is it about?"), error_messages={"required": _("Choose what it is about.")}
    )
    partner = forms.ChoiceField(label=_("Who is meant?"), error_messages={"required": _("Choose who is meant.")})
    kind = forms.ChoiceField(
        label=_("What is the answer?"),
        choices=[
            ("objection", _("No, do not share")),
            ("consent", _("Yes, share")),
            ("withdrawn", _("Take back what was said")),
        ],
        error_messages={"required": _("Choose the answer.")},
    )
    words = forms.CharField(label="In their own words", required=False, max_length=1000, widget=forms.Textarea)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = place()
        free = [(each.code, each.title) for each in here.sharing_purposes.values() if each.basis != "required"]
        offer(self, "purpose", free)
        offer(
            self, "partner", [(ALL, EVERYBODY), *((each.code, each.title) for each in here.sharing_partners.values())]
        )

    def clean_partner(self) -> str:
        """The partner's code; '' is everybody."""
        return "" if self.cleaned_data["partner"] == ALL else str(self.cleaned_data["partner"])


class StaffSayingForm(SayingForm):
    """The same, and who said it: staff write down what they were told."""

    said_by = forms.CharField(
        label="Who told you?", max_length=200, help_text="For example: the person, or their attorney Ms Jones",
        error_messages={"required": "Say who told you."},
    )  # fmt: skip


class OwnSayingForm(SayingForm):
    """The same, by the person themself."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["words"].label = _("Anything you want to add")
        self.fields["kind"].label = _("What is your answer?")
