"""Within which minutes does a visit begin when the person has a wish? Theirs, as far as what is due allows."""


def preferred(window: tuple[float, float], wish: tuple[float, float], *, due: float | None) -> tuple[float, float]:
    """The part of `window` that is wished for; where the two do not meet, the wish itself unless it would come after `due`.

    All in minutes after midnight. A clock that runs out is never missed for a wish: the window stands then.
    """
    opens, closes = max(window[0], wish[0]), min(window[1], wish[1])
    if opens > closes:
        opens, closes = wish
    if due is not None:
        closes = min(closes, due)
    return (opens, closes) if opens <= closes else window
