"""What does the house do with numbers by itself? It watches them, and says where one changed."""

from homeward.access import api as access
from homeward.measures.vocabulary import JOB, PACK_JOB


def subscribe_all() -> None:
    """Declare the job that watches."""
    access.declare_job(
        JOB, words="watching the numbers for changes that chance does not explain", permits=("number.raise_flag",)
    )
    access.declare_job(
        PACK_JOB, words="making the board packs that colleagues asked for", permits=("numbers.view", "board.keep_pack")
    )
