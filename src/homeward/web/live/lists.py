"""Which lists are drawn once for all who see them alike? Those whose fragment says nothing of who asks but what a sight names."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class SharedList:
    """A list's fragment. It shows things of kind `of`; a change of kind `also` changes all of it.

    `opens` is what the access log calls the list; empty where it is about nobody.
    """

    of: str
    also: str = ""
    opens: str = ""

    def shows(self, kind: str) -> bool:
        """Does a change of this kind show on the list?"""
        return kind in (self.of, self.also)


# By address. A list that says who else is looking, as the hub's board does, is another for each and may not stand here.
LISTS = {
    "/flow/rows/": SharedList(of="stay", opens="flow board"),
    "/capacity/rows/": SharedList(of="capacity", also="surge"),
    "/front-door/rows/": SharedList(of="arrival", opens="front door"),
    "/front-door/line/rows/": SharedList(of="call", opens="advice line"),
}
