"""Who is the person promised here?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect

from homeward.directory import api as directory
from homeward.foundation.errors import Invalid
from homeward.web.handbook.contact.form import ContactForm
from homeward.web.handbook.shown import NOWHERE, shown
from homeward.web.page import PageRequest, blame, page


@page("directory.edit_contact")
def contact(request: PageRequest, code: str) -> HttpResponse:
    """Fill in, change or empty one promised name."""
    found = directory.contact(code)
    if found is None:
        raise NOWHERE
    first = {"person_name": found.person_name or "", "telephone": found.telephone or ""}
    form = ContactForm(request.POST if request.method == "POST" else None, initial=first, auto_id="%s")
    if form.is_valid():
        try:
            directory.edit_contact(code=code, **form.cleaned_data, by=request.actor, at=request.at)
            messages.success(request, "The directory is changed.")
            return redirect("handbook_contacts")
        except Invalid as wrong:
            blame(form, wrong)
    area = directory.area_name(found.area_code)
    return shown(request, "handbook/contact/page.html", each=found, area=area, form=form)
