"""The tables of rounds."""

from homeward.rounds.models.carried import Carried
from homeward.rounds.models.decision import Decision
from homeward.rounds.models.handover import Handover
from homeward.rounds.models.offline_record import OfflineRecord
from homeward.rounds.models.preference import Preference
from homeward.rounds.models.run import Run
from homeward.rounds.models.shift import Shift
from homeward.rounds.models.stop import RoundStop
from homeward.rounds.models.wish import Wish

__all__ = ["Carried", "Decision", "Handover", "OfflineRecord", "Preference", "RoundStop", "Run", "Shift", "Wish"]
