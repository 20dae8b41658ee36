"""What does giving somebody a role ask?"""

from typing import Any

from django import forms

from homeward.directory.api import place
from homeward.web.offering import offer


class PostForm(forms.Form):
    """A role, an organisation and teams, from what the place declares."""

    role = forms.ChoiceField(label="Role", error_messages={"required": "Choose a role."})
    organisation = forms.ChoiceField(label="Organisation", error_messages={"required": "Choose an organisation."})
    teams = forms.MultipleChoiceField(label="Teams", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = place()
        staff = [role for role in here.roles.values() if not role.machine and role.sections]
        offer(self, "role", _choices((role.code, role.title) for role in staff))
        offer(self, "organisation", _choices((each.code, each.name) for each in here.organisations.values()))
        teams = sorted(((team.code, team.name) for team in here.teams.values()), key=_name)
        offer(self, "teams", teams)


def _choices(pairs: Any) -> list[tuple[str, str]]:
    return [("", "Choose one"), *sorted(pairs, key=_name)]


def _name(pair: tuple[str, str]) -> str:
    return pair[1].casefold()
