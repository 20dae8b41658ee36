"""What may be meant and decided at a door or on the line? Said once here; a `hospital` bed is what counts as admitted."""

from datetime import timedelta

from homeward.grammar.api import Disposition

THREE_DAYS, A_WEEK = timedelta(hours=72), timedelta(days=7)
CHECKS = (THREE_DAYS, A_WEEK)

NOT_DECIDED = Disposition(code="not-decided", title="Not decided", hospital=None)
HOME = Disposition(code="home", title="Home", hospital=False)
ADMIT = Disposition(code="admit", title="Admit", hospital=True)

CONVEY = Disposition(code="convey", title="Take to hospital", hospital=True)
STAY = Disposition(code="stay", title="Stay where they are", hospital=False)
URGENT_RESPONSE = Disposition(
    code="urgent-response", title="Stay, with urgent community response", hospital=False, refers=True, urgency="two-hours"
)
SAME_DAY = Disposition(code="same-day", title="Same day emergency care, home tonight", hospital=False)
