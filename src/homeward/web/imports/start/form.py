"""What is asked before a file is brought in?"""

from typing import Any

from django import forms

from homeward.directory.api import place
from homeward.web.offering import offer

LARGEST = 20_000_000


class StartForm(forms.Form):
    """The file, who sent it, and whether to look first."""

    source = forms.ChoiceField(
        label="Who sent it", error_messages={"required": "Choose the organisation that sent the file."}
    )
    file = forms.FileField(
        label="The file",
        help_text="FHIR R4 as .json or .ndjson, or a declared table as .csv; also with .gz. At most 20 MB. Larger files are brought in at the server.",
        error_messages={"required": "Choose a file.", "empty": "The file is empty. Choose another."},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        named = sorted((each.name, each.code) for each in place().organisations.values())
        offer(self, "source", [("", "Choose"), *((code, name) for name, code in named)])

    def clean_file(self) -> Any:
        """A file of a bearable size."""
        file = self.cleaned_data["file"]
        if file.size > LARGEST:
            raise forms.ValidationError(
                "The file is larger than 20 MB. Ask whoever runs the server to bring it in with homeward import."
            )
        return file
