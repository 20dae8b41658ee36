"""What is somebody asked about the visits they get, in their own words?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.rounds.api import OwnWishes, SaidWishes

HOURS = [(str(hour), f"{hour:02d}:00") for hour in range(7, 22)]
LONGEST = 500


def _own_words(label: Any, help_text: Any) -> forms.CharField:
    return forms.CharField(
        label=label, help_text=help_text, max_length=LONGEST, required=False, widget=forms.Textarea,
        error_messages={"max_length": _("Use at most 500 letters.")},
    )  # fmt: skip


class WishesForm(forms.Form):
    """Nothing has to be filled in. `seen` is the newest wording they had before them."""

    faces = _own_words(
        _("Who would you like to come?"), _("For example: somebody I know, a woman, somebody who speaks Polish")
    )
    same_face = forms.BooleanField(label=_("Somebody I know, if at all possible"), required=False)
    opens = forms.ChoiceField(label=_("Not before"), choices=[("", _("Any hour")), *HOURS], required=False)
    closes = forms.ChoiceField(label=_("Not after"), choices=[("", _("Any hour")), *HOURS], required=False)
    way_in = _own_words(
        _("How do we get in?"),
        _(
            "For example: knock hard, I come slowly. Tell your team the number of a key safe when they ring. Do not write it here."
        ),
    )
    animals = _own_words(
        _("Are there animals at home?"), _("For example: a dog, friendly, shut in the kitchen if you ask")
    )
    words = _own_words(_("Anything else we should know before we come?"), "")
    seen = forms.UUIDField(widget=forms.HiddenInput, required=False)

    def __init__(self, data: Any = None, *, now: SaidWishes | None, **kwargs: Any) -> None:
        initial: dict[str, Any] = {}
        if now is not None:
            initial = {
                "faces": now.faces, "same_face": now.same_face, "opens": _hour(now.opens), "closes": _hour(now.closes),
                "way_in": now.way_in, "animals": now.animals, "words": now.words, "seen": now.id,
            }  # fmt: skip
        super().__init__(data, initial=initial, **kwargs)

    def clean(self) -> dict[str, Any]:
        """Both hours or neither, the later one later."""
        typed = super().clean() or self.cleaned_data
        opens, closes = typed.get("opens") or "", typed.get("closes") or ""
        if bool(opens) != bool(closes):
            self.add_error("closes", _("Choose both the earliest and the latest hour, or neither."))
        elif opens and int(closes) <= int(opens):
            self.add_error("closes", _("The latest hour must be at least an hour after the earliest."))
        return typed

    def wishes(self) -> OwnWishes:
        """As the door takes them, the hours in minutes after midnight."""
        typed = self.cleaned_data
        opens, closes = (int(typed[name]) * 60 if typed[name] else None for name in ("opens", "closes"))
        return OwnWishes(
            opens=opens, closes=closes, same_face=typed["same_face"], faces=typed["faces"], way_in=typed["way_in"],
            animals=typed["animals"], words=typed["words"],
        )  # fmt: skip


def _hour(minutes: int | None) -> str:
    return "" if minutes is None else str(minutes // 60)
