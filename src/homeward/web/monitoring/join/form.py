"""What is asked of somebody who lets a person join a virtual ward?"""

from collections.abc import Sequence
from typing import Any

from django import forms

from homeward.grammar.api import JoiningCheck
from homeward.monitoring.api import CAME_FROM

SCALES = (("1", "Scale 1, for most people"), ("2", "Scale 2, target 88 to 92%: only where a clinician has set it"))


class JoinForm(forms.Form):
    """The place's declared checks, where they come from, the senior who agreed, and the SpO2 scale."""

    ward = forms.ChoiceField(
        label="Which ward?", widget=forms.RadioSelect, error_messages={"required": "Choose the ward."}
    )
    came_from = forms.ChoiceField(
        label="Where do they come from?", choices=list(CAME_FROM.items()), widget=forms.RadioSelect,
        error_messages={"required": "Choose where they come from."},
    )  # fmt: skip
    senior_name = forms.CharField(label="Senior clinician who agreed", max_length=200, required=False)
    spo2_scale = forms.ChoiceField(label="SpO2 scale", choices=SCALES, widget=forms.RadioSelect, initial="1")
    scale_why = forms.CharField(label="For scale 2: who set the target, and why", max_length=400, required=False)

    def __init__(
        self, data: Any = None, *, wards: Sequence[tuple[str, str]], checks: Sequence[JoiningCheck], **kwargs: Any
    ) -> None:
        super().__init__(data, **kwargs)
        ward = self.fields["ward"]
        assert isinstance(ward, forms.ChoiceField)
        ward.choices = list(wards)
        if len(wards) == 1:
            ward.initial = wards[0][0]
        self.checks = checks
        for check in checks:
            self.fields[check.code] = forms.BooleanField(label=check.words, required=False)

    def asked(self) -> list[Any]:
        """The bound fields of the checks, in their order."""
        return [self[check.code] for check in self.checks]

    def met(self) -> dict[str, bool]:
        """Which checks were ticked."""
        return {check.code: bool(self.cleaned_data.get(check.code)) for check in self.checks}
