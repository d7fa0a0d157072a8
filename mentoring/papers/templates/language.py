"""The little that a tag may say, checked on what Jinja understands of it before anything is filled in.

Names and fields after a dot, `for` over a list, `if` with `==` and `!=`, `and`, `or`, `not`. No calls, no filters,
no tests, no macros, no imports, no assignments, no arithmetic.
"""

import re
from collections.abc import MutableMapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jinja2 import StrictUndefined, Template, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

_EXPRESSION = (nodes.Name, nodes.Getattr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.Const)
_STATEMENTS = (nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If)
_COMPARISONS = frozenset({"eq", "ne"})  # every value is text: «more» and «less» would mean nothing, or fail
_LITERAL = re.compile(r"(\"[^\"]*\"|'[^']*')")
_STATEMENT = re.compile(r"\s*(?:(tr|p|р)\s+)?([a-z]+)\b\s*(.*?)\s*", re.DOTALL)  # a Cyrillic «р» is typed as easily
_MOST_COMPILED = 64  # a paper has about eight sources: its body, heads, feet, properties
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
_QUOTES = str.maketrans({**dict.fromkeys("“”„‟«»", '"'), **dict.fromkeys("‘’‚‛", "'"), "ё": "е", "Ё": "Е"})


class Forbidden(Exception):
    """Understood, and not allowed."""


class Broken(Exception):
    """Not understood."""


class Word(StrEnum):
    """What a statement does; the rest of Jinja's words are forbidden."""

    FOR = "for"
    IF = "if"
    ELIF = "elif"
    ELSE = "else"
    END_IF = "endif"
    END_FOR = "endfor"


class Level(StrEnum):
    """What a statement stands in place of: nothing, a whole paragraph, a whole row of a table."""

    INLINE = ""
    PARAGRAPH = "p"
    ROW = "tr"


Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    path: Path
    canonical: str


@dataclass(frozen=True, slots=True)
class Statement:
    """`names` are what a condition asks for; of FOR, `line` goes through `names[0]`."""

    word: Word
    level: Level
    canonical: str
    names: tuple[Path, ...] = ()
    line: str = ""


class Environment(SandboxedEnvironment):
    """Jinja with everything taken out; whole templates are checked once more as they are parsed."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.filters.clear()
        self.tests.clear()
        self._compiled: dict[str, Template] = {}

    def from_string(
        self,
        source: str | nodes.Template,
        globals: MutableMapping[str, Any] | None = None,  # noqa: A002 - jinja calls it so
        template_class: type[Template] | None = None,
    ) -> Template:
        """Compiled once for the many papers that one template makes."""
        if not isinstance(source, str):
            return super().from_string(source, globals, template_class)
        if source not in self._compiled:
            if len(self._compiled) >= _MOST_COMPILED:
                self._compiled.clear()
            self._compiled[source] = super().from_string(source, globals, template_class)
        return self._compiled[source]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        """Jinja's one door for every source: nothing becomes code that was not looked at."""
        tree = super()._parse(source, name, filename)
        check(tree)
        return tree


def understood(tag: str) -> Output | Statement:
    """A tag with its braces. Raises Broken or Forbidden."""
    return _output(tag[2:-2]) if tag.startswith("{{") else _statement(tag[2:-2])


def check(tree: nodes.Node) -> None:
    """Raises Forbidden for whatever is not on the list."""
    if not isinstance(tree, (*_EXPRESSION, *_STATEMENTS)):
        raise Forbidden(type(tree).__name__)
    match tree:
        case nodes.Output(nodes=shown) if not all(
            isinstance(each, nodes.TemplateData) or _is_path(each) for each in shown
        ):
            raise Forbidden("an output of more than a name")
        case nodes.For(target=target, iter=through, test=test, recursive=recursive, else_=otherwise):
            if test or recursive or otherwise or not isinstance(target, nodes.Name) or not _is_path(through):
                raise Forbidden("a loop over more than a list")
        case nodes.Operand(op=op) if op not in _COMPARISONS:
            raise Forbidden(op)
        case nodes.Const(value=value) if not isinstance(value, str | int):
            raise Forbidden("a value")
        case nodes.Getattr(attr=attr) if attr.startswith("_"):
            raise Forbidden("a hidden name")
    for each in tree.iter_child_nodes():
        check(each)


def plain(text: str) -> str:
    """As it was meant: without what Word puts in on its own. What is in quotes keeps its case."""
    seen = "".join(" " if mark.isspace() else mark for mark in text.translate(_INVISIBLE)).translate(_QUOTES)
    parts = _LITERAL.split(seen)
    return "".join(part if at % 2 else part.lower() for at, part in enumerate(parts))


def _output(inner: str) -> Output:
    inner = plain(inner).strip()
    shown = [each for each in _parsed(f"{{{{ {inner} }}}}").iter_child_nodes() if isinstance(each, nodes.Output)]
    if len(shown) != 1 or len(shown[0].nodes) != 1:
        raise Broken(inner)
    path = _path(shown[0].nodes[0])
    return Output(path, f"{{{{ {'.'.join(path)} }}}}")


def _statement(inner: str) -> Statement:
    found = _STATEMENT.fullmatch(plain(inner))
    if found is None:
        raise Broken(inner)
    level = Level("p" if found[1] == "р" else found[1] or "")
    try:
        word = Word(found[2])
    except ValueError:
        raise Forbidden(found[2]) from None
    said = f"{word} {found[3]}".strip()
    canonical = f"{{%{level} {said} %}}"
    match word:
        case Word.FOR:
            loop = _first(f"{{% {said} %}}{{% endfor %}}", nodes.For)
            target = loop.target.name if isinstance(loop.target, nodes.Name) else ""
            return Statement(word, level, canonical, (_path(loop.iter),), target)
        case Word.IF | Word.ELIF:
            condition = _first(f"{{% if {found[3]} %}}{{% endif %}}", nodes.If).test
            return Statement(word, level, canonical, tuple(_names(condition)))
    if found[3]:
        raise Broken(inner)
    return Statement(word, level, canonical)


def _parsed(source: str) -> nodes.Template:
    try:
        return _ENVIRONMENT.parse(source)
    except TemplateSyntaxError as error:
        raise Broken(source) from error


def _first(source: str, kind: type[Any]) -> Any:
    found = next(iter(_parsed(source).body), None)
    if not isinstance(found, kind):
        raise Broken(source)
    return found


def _is_shown(node: nodes.Node) -> bool:
    return isinstance(node, nodes.TemplateData) or _is_path(node)


def _is_path(node: nodes.Node) -> bool:
    return isinstance(node, nodes.Name) or (isinstance(node, nodes.Getattr) and _is_path(node.node))


def _path(node: nodes.Node) -> Path:
    match node:
        case nodes.Name(name=name):
            return (name,)
        case nodes.Getattr(node=owner, attr=attr):
            return (*_path(owner), attr)
    raise Forbidden("more than a name")


def _names(node: nodes.Node) -> list[Path]:
    if _is_path(node):
        return [_path(node)]
    return [path for each in node.iter_child_nodes() for path in _names(each)]


_ENVIRONMENT = Environment()
