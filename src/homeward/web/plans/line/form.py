"""What is typed for one line of a plan?"""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from homeward.plans.api import HEADINGS

WORDS = _("Write what it is.")


class LineForm(forms.Form):
    """Words; for an action who does it and by when; for a review the day; the number of the saying that was on the page."""

    words = forms.CharField(
        label=_("In words"), max_length=4000, widget=forms.Textarea, error_messages={"required": WORDS}
    )
    owner_words = forms.CharField(label=_("Who does it?"), max_length=200, required=False)
    due_on = forms.DateField(
        label=_("By when?"), required=False, error_messages={"invalid": _("Enter a day, like 27 3 2026.")}
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, heading: str, action: bool, mine: bool = False, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        known = HEADINGS[heading]
        words = self.fields["words"]
        words.label = _("What is to be done?") if action else gettext(known.mine) if mine else known.title
        words.help_text = "" if action else gettext(known.hint) if mine else known.hint
        if not action:
            del self.fields["owner_words"]
            if known.kind not in ("goal", "review"):
                del self.fields["due_on"]
        if "due_on" in self.fields and known.kind == "review":
            self.fields["due_on"].label = _("The day")
            self.fields["due_on"].required = True
            self.fields["due_on"].error_messages["required"] = _("Enter the day on which you look at the plan again.")

    def typed(self) -> dict[str, Any]:
        """What an action takes."""
        due: date | None = self.cleaned_data.get("due_on")
        return {
            "words": self.cleaned_data["words"],
            "owner_words": self.cleaned_data.get("owner_words", ""),
            "due_on": due,
        }


class EndForm(forms.Form):
    """A line is done, or stands no longer, and why."""

    state = forms.ChoiceField(
        label=_("What happens to this line?"),
        choices=(("done", _("It is done")), ("stopped", _("It is no longer part of the plan"))),
        widget=forms.RadioSelect, error_messages={"required": _("Choose what happens to this line.")},
    )  # fmt: skip
    why = forms.CharField(label=_("Why?"), max_length=400, required=False)
