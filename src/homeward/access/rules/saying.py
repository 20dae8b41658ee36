"""How is an action said to the person who may not do it?"""

_PAGES = frozenset({"view", "work"})


def said(permission: str) -> str:
    """'referral.hand_back' as words: 'hand back a referral'."""
    noun, _, verb = permission.partition(".")
    thing, act = noun.replace("_", " "), verb.replace("_", " ")
    if verb in _PAGES:
        return f"open the {thing} pages"
    return f"{act} {'an' if thing[0] in 'aeiou' else 'a'} {thing}"
