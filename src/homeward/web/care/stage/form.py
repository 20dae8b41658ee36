"""What is asked when care moves on? Which of the steps that its service declares."""

from collections.abc import Mapping
from typing import Any

from django import forms

from homeward.directory import api as directory
from homeward.episodes.api import EpisodeView


class StageForm(forms.Form):
    """The steps open from here, by the stage each leads to."""

    to = forms.ChoiceField(
        label="What happens now?", widget=forms.RadioSelect, error_messages={"required": "Choose what happens now."}
    )

    def __init__(self, data: Any = None, *, episode: EpisodeView, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        to = self.fields["to"]
        assert isinstance(to, forms.ChoiceField)
        to.choices = [(move.to, move.title) for move in episode.by_hand]


def hints(episode: EpisodeView) -> Mapping[str, str]:
    """Under each step: the stage it leads to, and the forms that it asks for."""
    forms_here = directory.place().questionnaires
    found = {}
    for move in episode.by_hand:
        asks = [forms_here[code].title for code in move.asks if code in forms_here]
        found[move.to] = f"Then it stands at: {episode.stage_titles[move.to].lower()}." + (
            f" Asks for: {', '.join(asks)}, filled in at a visit." if asks else ""
        )
    return found
