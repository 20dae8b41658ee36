"""Which referral is this page about, as the board shows it?"""

from datetime import datetime
from uuid import UUID

from homeward.foundation.actions import Actor
from homeward.referrals import api as referrals
from homeward.referrals.api import BoardRow


def the_row(referral_id: UUID, *, by: Actor, at: datetime) -> BoardRow:
    """The row: from the asker's own lists, else as far as they may open the record. Raises NotFound and NotPermitted."""
    return referrals.row(referral_id, by=by, at=at) or referrals.detail(referral_id, by=by, at=at).row


def may_be_made(kind: str, row: BoardRow, *, by: Actor, at: datetime) -> bool:
    """Is this move open to the asker, where the referral stands and with whom it is?"""
    return kind in referrals.next_moves(row.id, by=by, at=at).may
