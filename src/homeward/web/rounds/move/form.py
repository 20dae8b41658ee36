"""What is asked when a person's work is given to a colleague?"""

from typing import Any

from django import forms

from homeward.foundation.moments import clock_face, london
from homeward.rounds.api import Load, Movable, ToMove


class MoveForm(forms.Form):
    """Which tasks and visits, and to whom. Only what can be given is on the list."""

    what = forms.MultipleChoiceField(
        label="What do you hand over?",
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one task or visit.",
            "invalid_choice": "Something of this has changed since you opened the page. Choose again.",
        },
    )
    to = forms.ChoiceField(
        label="To whom?", widget=forms.RadioSelect, error_messages={"required": "Choose a colleague."}
    )

    def __init__(self, data: Any = None, *, found: ToMove, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.movable = {str(each.id): each for each in found.found if not each.why_not}
        self.colleagues = {str(each.user_id): each for each in found.colleagues}
        what, to = self.fields["what"], self.fields["to"]
        assert isinstance(what, forms.MultipleChoiceField) and isinstance(to, forms.ChoiceField)
        what.choices = [(code, _said(each)) for code, each in self.movable.items()]
        to.choices = [(code, each.name) for code, each in self.colleagues.items()]

    def chosen(self) -> list[Movable]:
        """What is handed over."""
        return [self.movable[code] for code in self.cleaned_data["what"]]

    def colleague(self) -> Load:
        """Who takes it."""
        return self.colleagues[self.cleaned_data["to"]]


def hours_said(each: Load) -> str:
    """A colleague's load in a line."""
    visits = f"{each.visits} {'visit' if each.visits == 1 else 'visits'}" + (f", {each.visit_minutes / 60:.1f} h" if each.visit_minutes is not None else "")
    duty = f"{each.on_duty / 60:.1f} h on duty" if each.on_duty is not None else "hours on duty not said"
    return f"{visits}; {duty}; {each.overdue} tasks overdue"


def _said(each: Movable) -> str:
    hour = london(each.moment) if each.moment else None
    when = f", {'due ' if each.kind == 'task' else ''}{hour.day} {hour:%B}, {clock_face(hour)}" if hour else ""
    return f"{each.kind.capitalize()}: {each.words}{when}. Now: {each.now_with or 'nobody by name'}"
