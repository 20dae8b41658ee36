"""Which form is meant, and may this person see it and each of its questions?"""

from homeward.access.api import may_see
from homeward.directory import api as directory
from homeward.foundation.actions import Actor
from homeward.foundation.errors import NotFound, NotPermitted
from homeward.grammar.api import Item, Questionnaire


def form_called(code: str, *, by: Actor) -> Questionnaire:
    """The declared form. Raises NotFound, and NotPermitted for a sensitive form that is not the actor's to see."""
    form = directory.place().questionnaires.get(code)
    if form is None:
        raise NotFound("This form is not in use here.", next_step="Choose a form from the person's list of forms.")
    if form.sensitivity and not may_see(by, form.sensitivity):
        raise NotPermitted("Your role does not open this form.", next_step="Ask a colleague who works with it.")
    return form


def sees(item: Item, *, by: Actor) -> bool:
    """May the actor see this question and its answer?"""
    return item.sensitivity is None or may_see(by, item.sensitivity)
