"""Which tables keep what people do with numbers? (The numbers themselves are files.)"""

from homeward.measures.models.action import Action
from homeward.measures.models.action_note import ActionNote
from homeward.measures.models.board import Board
from homeward.measures.models.board_number import OwnNumber
from homeward.measures.models.board_share import BoardShare
from homeward.measures.models.flag import Flag
from homeward.measures.models.following import Following
from homeward.measures.models.pack import Pack
from homeward.measures.models.rebase import Rebase
from homeward.measures.models.rebase_taken_back import RebaseTakenBack

__all__ = [
    "Action",
    "ActionNote",
    "Board",
    "BoardShare",
    "Flag",
    "Following",
    "OwnNumber",
    "Pack",
    "Rebase",
    "RebaseTakenBack",
]
