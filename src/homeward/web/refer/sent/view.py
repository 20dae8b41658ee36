"""What happens next? Said at once to whoever sent a need in."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _

from homeward.foundation.errors import NotFound
from homeward.referrals import api as referrals
from homeward.web.page import PageRequest, page, show


@page("referral.make", methods=("GET",))
def sent(request: PageRequest) -> HttpResponse:
    """The last need sent in this session; its link is shown once."""
    kept = request.session.get("sent")
    if not kept:
        raise NotFound(
            _("There is nothing to show here."), next_step=_("Open ‘My referrals’ to see what you have sent.")
        )
    actor = request.actor
    if actor.kind in ("link", "citizen"):  # this session sent it, so it may see this one
        actor = replace(actor, person_id=UUID(kept["person"]), subject=UUID(kept["id"]))
    view = referrals.track(UUID(kept["id"]), by=actor, at=request.at)
    link = kept.pop("link", "")
    request.session["sent"] = kept  # the link is a key: it is not kept once it was shown
    address = request.build_absolute_uri(link) if link else ""
    context = {"view": view, "link": address, "signs": kept.get("signs", []), "reference": reference(view.id)}
    context["can_follow"] = request.actor.kind != "link"
    return show(request, "refer/sent/page.html", context)


def reference(id: UUID) -> str:
    """A few letters that can be read out: the last eight of the id."""
    return f"{id.hex[-8:-4]}-{id.hex[-4:]}".upper()
