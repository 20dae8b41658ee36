"""How is a list's fragment got for those who share it? As a page would fetch it, from the pages' own process, by one of them."""

import http.client

from django.conf import settings

from homeward.web.live.who import Viewer

WITHIN_SECONDS = 5.0
LARGEST = 400_000  # bytes; a longer list is better fetched by each for itself


def fetched(address: str, *, by: Viewer, host: str, scheme: str) -> str | None:
    """The fragment as this viewer sees it, or None when the pages do not give it. Call in a thread.

    Only the session's cookie goes along, so that no secret of this viewer's forms stands in what others are shown.
    """
    line = http.client.HTTPConnection(*settings.HOMEWARD_PAGES_AT, timeout=WITHIN_SECONDS)
    headers = {"Host": host, "Cookie": f"{settings.SESSION_COOKIE_NAME}={by.key}", "X-Fragment": "1"}
    try:
        line.request("GET", address, headers=headers | ({"X-Forwarded-Proto": scheme} if scheme else {}))
        answer = line.getresponse()
        body = answer.read(LARGEST + 1)
        if answer.status != 200 or len(body) > LARGEST or not (answer.headers.get_content_type() == "text/html"):
            return None
        return body.decode()
    except (OSError, http.client.HTTPException):
        return None
    finally:
        line.close()
