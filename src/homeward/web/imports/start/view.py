"""How is a file brought in by hand? It is read and compared at once, and nothing is changed until somebody says so."""

from pathlib import Path
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.postgres.folders import data_folder
from homeward.records import api as records
from homeward.web.imports.start.form import StartForm
from homeward.web.page import PageRequest, blame, page, show


@page("import.start")
def start_delivery(request: PageRequest) -> HttpResponse:
    """Ask for the file, keep it, and show what it would change."""
    posted = request.method == "POST"
    form = StartForm(request.POST if posted else None, request.FILES if posted else None, auto_id="%s")
    if form.is_valid():
        try:
            kept = _keep(form.cleaned_data["file"])
            run_id = records.start_import(
                files=[kept], source=form.cleaned_data["source"], by=request.actor, at=request.at, dry_run=True
            )
            return redirect("import_run", run_id)
        except Invalid as wrong:
            blame(form, Invalid({"file": " ".join(wrong.errors.values())}))
    return show(request, "imports/start/page.html", form=form)


def _keep(file: Any) -> Path:
    """The file under its own name, in a folder of its own, so that a delivery can go on after a crash."""
    folder = data_folder() / "imports" / new_id().hex
    folder.mkdir(parents=True)
    path = folder / Path(file.name).name
    with path.open("wb") as stream:
        for chunk in file.chunks():
            stream.write(chunk)
    return path
