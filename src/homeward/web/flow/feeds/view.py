"""What did ward systems tell that could not be read or of whom nobody can be sure, and how is a file of theirs taken?"""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Refused
from homeward.hospital import api as hospital
from homeward.web.page import PageRequest, blame, page, show
from homeward.web.words import count

LARGEST = 2_000_000


class FileForm(forms.Form):
    """A file, and which system it comes from."""

    source = forms.CharField(label="Which system is it from", max_length=60, help_text="Always the same name, so that a stay is known again", error_messages={"required": "Enter the name of the system."})  # fmt: skip
    file = forms.FileField(
        label="CSV file", error_messages={"required": "Choose the file.", "empty": "The file is empty."}
    )

    def clean_file(self) -> object:
        found = self.cleaned_data["file"]
        if found.size > LARGEST:
            raise forms.ValidationError("The file is larger than 2 MB. Send it in parts.")
        return found


@page("stay.feed")
def feeds(request: PageRequest) -> HttpResponse:
    """Take a file; show what was refused, with what to mend."""
    posted = request.method == "POST"
    form = FileForm(request.POST if posted else None, request.FILES if posted else None, auto_id="f-%s")
    if form.is_valid():
        try:
            found = hospital.take_file(
                content=form.cleaned_data["file"].read(),
                source=form.cleaned_data["source"].strip(),
                by=request.actor,
                at=request.at,
            )
            told = [
                count(found.counts["applied"], "row") + " taken",
                f"{found.counts['unchanged']} known already",
                f"{found.counts['refused']} refused",
            ]
            if found.counts["waiting"]:
                told.append(f"{found.counts['waiting']} to say who it is")
            messages.success(request, ", ".join(told) + ".")
            return redirect("flow_feeds")
        except Refused as refused:
            blame(form, refused)
    context = {
        "waiting": hospital.waiting_rows(by=request.actor, at=request.at),
        "refused": hospital.refused_rows(by=request.actor, at=request.at),
        "answered": hospital.answered_rows(by=request.actor, at=request.at),
        "settled": hospital.settled_rows(by=request.actor, at=request.at),
        "columns": hospital.COLUMNS,
    }
    return show(request, "flow/feeds/page.html", context, form=form)
