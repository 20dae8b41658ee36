"""What is asked when somebody says what is free?"""

from typing import Any

from django import forms

from homeward.directory import api as directory


class ReportForm(forms.Form):
    """A service's team, what is free of how many, and optionally where and with which skill."""

    line = forms.ChoiceField(label="Service and team", error_messages={"required": "Choose the service and team."})
    free = forms.IntegerField(
        label="Free now", min_value=0, max_value=2000,
        error_messages={"required": "Enter how many are free. Enter 0 for none.", "invalid": "Free must be a whole number."},
    )  # fmt: skip
    total = forms.IntegerField(
        label="Of how many",
        min_value=0,
        max_value=2000,
        required=False,
        error_messages={"invalid": "Enter a whole number."},
    )
    site = forms.CharField(label="Site", max_length=80, required=False)
    skill = forms.ChoiceField(label="Skill", required=False, error_messages={"invalid_choice": "Choose a skill from the list."})

    def __init__(self, data: Any = None, *, teams: tuple[str, ...], **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        place = directory.place()
        pairs = [
            (service.code, provider.team, f"{service.title}: {place.teams[provider.team].name}")
            for service in sorted(place.services.values(), key=lambda each: each.title)
            for provider in service.providers
        ]
        mine = [pair for pair in pairs if pair[1] in teams]
        others = [pair for pair in pairs if pair[1] not in teams]
        chosen = dict.fromkeys((f"{service}|{team}", words) for service, team, words in (*mine, *others))
        line, skill = self.fields["line"], self.fields["skill"]
        assert isinstance(line, forms.ChoiceField) and isinstance(skill, forms.ChoiceField)
        line.choices = [("", "Choose"), *chosen]
        skill.choices = [("", "Not counted by skill"), *((each, each.capitalize()) for each in place.skills)]

    def line_chosen(self) -> tuple[str, str]:
        """Codes of the service and the team."""
        service, _, team = self.cleaned_data["line"].partition("|")
        return service, team
