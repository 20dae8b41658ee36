"""What do the references of a resource lead to here, and does what they lead to fit a chained condition?"""

from collections.abc import Iterator

from homeward.access.api import in_words
from homeward.fhir.door.route import Call
from homeward.fhir.resources.kinds import KINDS
from homeward.fhir.resources.reading import find
from homeward.fhir.resources.shown import Shown
from homeward.fhir.search.asking import Wanted, refused
from homeward.fhir.search.elements import Tree, at_paths, references
from homeward.fhir.search.fits import fits, unreadable
from homeward.fhir.search.parameters import Parameter


def local(call: Call, reference: str) -> tuple[str, str] | None:
    """(kind, id) of a reference to something of this server, or None."""
    base = call.address("")
    path = reference.removeprefix(base).partition("/_history/")[0]
    kind, _, id = path.partition("/")
    return (kind, id) if kind in KINDS and id and "/" not in id else None


def targets(call: Call, tree: Tree, parameter: Parameter | None) -> Iterator[tuple[str, str]]:
    """(kind, id) of all that a parameter's elements (None: all elements) point to here."""
    nodes = references(tree) if parameter is None else at_paths(tree, parameter.paths)
    for node in nodes:
        text = node.get("reference") if isinstance(node, dict) else None
        found = local(call, text) if isinstance(text, str) else None
        if found:
            yield found


def fits_through(call: Call, wanted: Wanted, shown: Shown) -> bool:
    """Does something that the parameter points to fit the chained part, such as encounter.status=finished?"""
    name, _, modifier = wanted.chain.partition(":")
    for kind, id in targets(call, shown.tree, wanted.parameter):
        if wanted.modifier and kind != wanted.modifier:
            continue
        parameter = KINDS[kind].searches.get(name)
        if parameter is None:
            continue
        for value in wanted.values:
            if why := unreadable(parameter, modifier, value):
                raise refused(f"{wanted.parameter.name}.{wanted.chain}", why)
        if not call.may(kind):
            continue
        found = find(call, KINDS[kind], id, why=f"following a reference to {in_words(kind)} over FHIR")
        if found and fits(parameter, modifier, wanted.values, found.tree, now=call.at):
            return True
    return False
