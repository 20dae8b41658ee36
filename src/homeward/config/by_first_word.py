"""Which of all addresses could this one be? Those that begin with its first word, or with any word: the others are not tried one by one."""

from typing import Any

from django.urls import URLPattern, URLResolver
from django.urls.resolvers import RoutePattern

ANY = ("<", "(", "^")  # marks of a first word that is not written out


class ByFirstWord(URLResolver):
    """The patterns of a module in their order, as `include` with no words before them; some hundreds are tried as a few."""

    def __init__(self, module: str) -> None:
        super().__init__(RoutePattern("", is_endpoint=False), module)
        self._of_word: dict[str, URLResolver] = {}
        self._words: frozenset[str] | None = None

    def resolve(self, path: str) -> Any:
        """As it always was. Raises Resolver404."""
        if self._words is None:
            self._words = frozenset(_first_word(each) for each in self.url_patterns)
        word = path.partition("/")[0]
        key = word if word in self._words else ""
        if key not in self._of_word:
            known = [each for each in self.url_patterns if _may_be(each, word)]
            self._of_word[key] = URLResolver(RoutePattern("", is_endpoint=False), known)
        return self._of_word[key].resolve(path)


def _first_word(each: URLPattern | URLResolver) -> str:
    return str(each.pattern).partition("/")[0]


def _may_be(each: URLPattern | URLResolver, word: str) -> bool:
    first = _first_word(each)
    return first == word or not first or any(mark in first for mark in ANY)
