"""Where are sessions kept? In the database as Django keeps them, each found in one statement of our own words: every page asks for one."""

from django.contrib.sessions.backends import db
from django.contrib.sessions.models import Session
from django.utils import timezone

from homeward.foundation.in_words import rows_as


class SessionStore(db.SessionStore):
    """Django's own, but for how a session that is still good is found."""

    def _get_session_from_db(self) -> Session | None:
        found = rows_as(Session, "session_key = %s and expire_date > %s", [self.session_key, timezone.now()])
        if not found:
            self._session_key = None
        return found[0] if found else None
