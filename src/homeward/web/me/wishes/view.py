"""What do I wish of every visit, and what did I, or who acts for me, say before?"""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from homeward.access import api as access
from homeward.foundation.errors import Clash, Invalid
from homeward.rounds import api as rounds
from homeward.web.me.whose import whose
from homeward.web.me.wishes.form import WishesForm
from homeward.web.page import PageRequest, blame, page, show


@page("me.visits")
def wishes(request: PageRequest) -> HttpResponse:
    """GET shows what stands, to be changed, and what was said before; POST says it anew. Nothing typed is thrown away."""
    by, at = request.actor, request.at
    who = whose(by, at)
    with access.gate.person(who.person_id, by=by, at=at, why=who.why):
        said = rounds.wishes_of(who.person_id)
    now = said[0] if said else None
    form = WishesForm(request.POST if request.method == "POST" else None, now=now, auto_id="%s")
    if form.is_valid():
        try:
            rounds.say_wishes(
                person_id=who.person_id, wishes=form.wishes(), seen=form.cleaned_data["seen"], by=by, at=at
            )
        except (Clash, Invalid) as wrong:
            blame(form, wrong)
            if isinstance(wrong, Clash) and now is not None:  # saved again, it is known that theirs was read
                form.data = request.POST.dict() | {"seen": str(now.id)}
        else:
            messages.success(request, _("Saved. Whoever comes can read it before they come."))
            return redirect("me_wishes")
    return show(request, "me/wishes/page.html", {"whose": who, "said": said}, form=form)
