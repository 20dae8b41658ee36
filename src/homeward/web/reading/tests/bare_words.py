"""Which words of a template are said to its reader without passing through gettext, so that no translation can reach them?"""

import re
from collections.abc import Iterator

from jinja2 import Environment, nodes

_TAG = re.compile(r"<(?:!--.*?--|[^<>]*)>", re.S)
_SILENT = re.compile(r"<(script|style|svg|code)\b.*?</\1>", re.S)
_SPOKEN = re.compile(r'\b(?:aria-label|alt|title|placeholder)="([^"]*)"')
_CUT_SHORT = re.compile(r'[\w-]+="$')  # an attribute whose value is put in
_WORD = re.compile(r"[A-Za-z]{2,}")
_SENTENCE = re.compile(r"[A-Z][a-z]+|[a-z]+ [a-z]+")
_ENTITY = re.compile(r"&[a-z]+;")
_TRANSLATED = ("_", "gettext")
_HOLE = "\N{OBJECT REPLACEMENT CHARACTER}"  # where a value is put in
NAMES = ("Homeward",)  # said alike in every language


def bare_words(environment: Environment, source: str) -> list[str]:
    """The words in its text and spoken attributes, and the sentences written inside its expressions."""
    return [*_in_text(environment, source), *_in_expressions(environment.parse(source))]


def _in_text(environment: Environment, source: str) -> Iterator[str]:
    text = _SILENT.sub(" ", "".join(_pieces(environment, source)))
    attributes = [found for tag in _TAG.findall(text) for found in _SPOKEN.findall(tag)]
    for piece in [*_TAG.sub(_HOLE, text).split(_HOLE), *attributes]:
        words = " ".join(_CUT_SHORT.sub("", _ENTITY.sub(" ", piece.replace(_HOLE, " "))).split())
        if _WORD.search(words) and words.strip(" –") not in NAMES:
            yield words


def _pieces(environment: Environment, source: str) -> Iterator[str]:
    """The text of the template, a hole for every value or block in it; what stands in {% trans %} is translated."""
    begun = translated = False
    for _, kind, value in environment.lex(source):
        if kind == "name" and begun:
            translated = value == "trans" or (translated and value != "endtrans")
        if kind != "whitespace":
            begun = kind == "block_begin"
        if kind in ("variable_begin", "block_begin"):
            yield _HOLE
        elif kind == "data" and not translated:
            yield value


def _in_expressions(tree: nodes.Template) -> Iterator[str]:
    for output in tree.find_all(nodes.Output):
        for node in output.nodes:
            if not isinstance(node, nodes.TemplateData):
                yield from _said(node)


def _said(node: nodes.Node) -> Iterator[str]:
    """Constants that look like sentences, except what is translated, looked for, or markup."""
    if isinstance(node, nodes.Call) and isinstance(node.node, nodes.Name) and node.node.name in _TRANSLATED:
        return
    if isinstance(node, nodes.Filter) and node.name == "replace":
        yield from _said(node.node) if node.node else ()
        return
    if isinstance(node, nodes.Const) and isinstance(node.value, str) and _is_sentence(node.value):
        yield node.value
    for child in node.iter_child_nodes():
        yield from _said(child)


def _is_sentence(text: str) -> bool:
    return _SENTENCE.search(text) is not None and "=" not in text
