"""What must be remembered from sending a need to saying what happens next? Kept in the session, for this browser alone."""

from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from homeward.web.refer.need.send import Sent


def sent_on(request: HttpRequest, sent: Sent, *, signs: Iterable[str]) -> HttpResponse:
    """Go to the page that says what happens next. `signs` are the danger signs that were ticked, in words."""
    request.session["sent"] = {
        "id": str(sent.referral.id),
        "person": str(sent.referral.person_id),
        "link": sent.link,
        "signs": list(signs),
    }
    return redirect("refer_sent")
