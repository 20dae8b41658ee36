"""How is one resource of any kind kept, new or changed? By the action of its kind where it is ours, else as a partner's record."""

from uuid import UUID

from homeward.access.api import in_words
from homeward.fhir.door.route import Call
from homeward.fhir.door.written import read_tree, written
from homeward.fhir.resources.kinds import KINDS, Kind
from homeward.fhir.resources.reading import as_uuid, find
from homeward.fhir.resources.shown import Shown
from homeward.fhir.rules.requests import is_referral
from homeward.fhir.search.elements import Tree
from homeward.fhir.writing.about_whom import person_of_tree
from homeward.fhir.writing.by_app import added, check_by_app, marked
from homeward.fhir.writing.kept import Kept
from homeward.fhir.writing.patient import change_patient, create_patient
from homeward.fhir.writing.referral import change_referral, create_referral
from homeward.foundation.errors import Invalid
from homeward.foundation.ids import new_id
from homeward.foundation.r4.issues import Faulty, Issue
from homeward.records.api import Received, Taken, item_id, named_here, take


def keep_new(call: Call, kind: Kind, text: bytes) -> Kept:
    """A new resource; a Patient or a referral that is here already is found instead."""
    tree = read_tree(text.decode())
    check_by_app(call, kind.name)
    if kind.name == "Patient":
        return create_patient(call, tree, text)
    person_id = person_of_tree(call, kind, tree)
    if kind.name == "ServiceRequest" and person_id is not None and is_referral(tree):
        return create_referral(call, person_id, tree, text)
    kept = keep_items(call, person_id, [(kind.name, named_here(new_id()), text)], new=True)
    return kept[0]


def keep_items(
    call: Call, person_id: UUID | None, items: list[tuple[str, str, bytes]], *, new: bool = False
) -> list[Kept]:
    """Sound resources (kind, our name for it at its source, text) of one person or of nobody, with one event; where each stands.

    `new`: they were named here just now.
    """
    received = [
        Received(kind=kind, source_id=source_id, text=marked(call, kind, text), new=new, judged=True)
        for kind, source_id, text in items
    ]
    try:
        with added(call, person_id, [kind for kind, _, _ in items]):
            taken = take(
                person_id=person_id, resources=received, source=call.source, app=call.app, by=call.partner, at=call.at
            )
    except Invalid as refusal:
        raise _named(refusal) from refusal
    return [_stands(call, each, kind) for each, (kind, _, _) in zip(taken, items, strict=True)]


def _stands(call: Call, taken: Taken, kind: str) -> Kept:
    new = taken.outcome != "same"
    return Kept(
        kind=kind,
        id=str(taken.item_id),
        created=taken.outcome == "new",
        version=str(taken.version) if new else "",
        updated=call.at if new else None,
    )


def id_of(call: Call, kind: str, source_id: str) -> UUID:
    """The id under which a resource will be kept, known before it is."""
    return item_id(call.source, kind, source_id)


def keep_changed(call: Call, kind: Kind, id: str, text: bytes, *, if_match: str = "") -> Kept:
    """A new version of what is here. Faulty 405 for an id that is not here: ids are given by this server."""
    check_by_app(call, kind.name)
    current = find(call, kind, id, why=f"changing {in_words(kind.name)} over FHIR")
    if current is None:
        words = f"There is no {kind.name} with this id for you. Create it with POST {kind.name}: ids are given here."
        raise Faulty(Issue(code="not-supported", diagnostics=words), status=405)
    _matches(current, if_match)
    tree = read_tree(text.decode())
    if tree.get("id") != id:
        words = f"'id' must be the one in the address: {id}."
        raise Faulty(Issue(code="invalid", expression=f"{kind.name}.id", diagnostics=words), status=400)
    wanted = as_uuid(id)
    if wanted is None or not (current.source or kind.name in ("Patient", "ServiceRequest")):
        words = f"This {kind.name} is kept by Homeward and follows the work. It is not changed by a partner's system."
        raise Faulty(Issue(code="business-rule", expression=kind.name, diagnostics=words), status=422)
    if kind.name == "Patient":
        return change_patient(call, wanted, tree, text)
    if not current.source:
        return change_referral(call, wanted, tree, text)
    return _new_version(call, kind, current, wanted, tree)


def _new_version(call: Call, kind: Kind, current: Shown, id: UUID, tree: Tree) -> Kept:
    if current.source != call.source:
        words = f"This {kind.name} came from {current.source or 'Homeward'}. Only whoever sent it may change it."
        raise Faulty(Issue(code="forbidden", expression=kind.name, diagnostics=words), status=403)
    person_id = person_of_tree(call, kind, tree)
    if person_id != current.person_id:
        words = f"A {kind.name} cannot be moved to another person. Mark it as entered in error and send a new one."
        raise Faulty(Issue(code="business-rule", expression=kind.name, diagnostics=words), status=422)
    meta = {name: value for name, value in (tree.get("meta") or {}).items() if name not in ("versionId", "lastUpdated")}
    body = {name: value for name, value in tree.items() if name != "meta"} | ({"meta": meta} if meta else {})
    keep_items(call, person_id, [(kind.name, current.source_id, written(body))])
    return Kept(kind=kind.name, id=str(id), created=False)


def _matches(current: Shown, if_match: str) -> None:
    if if_match and current.etag not in (each.strip() for each in if_match.split(",")) and if_match != "*":
        words = f"You changed version {if_match[:40]}, but {current.etag} stands. Read it again and make your change to that."
        raise Faulty(Issue(code="conflict", expression=f"{current.kind}.meta.versionId", diagnostics=words), status=412)


def _named(refusal: Invalid) -> Faulty:
    issues = [Issue(code="value", expression=name, diagnostics=words) for name, words in refusal.errors.items()]
    return Faulty(*issues, status=422)


def kind_of(name: str) -> Kind:
    """The kind that partners may send under this name. Faulty 422 for others."""
    kind = KINDS.get(name)
    if kind is None or not kind.taken:
        words = f"A '{name[:64]}' is not taken here. See /fhir/R4/metadata for what is."
        raise Faulty(Issue(code="not-supported", expression="resourceType", diagnostics=words), status=422)
    return kind
