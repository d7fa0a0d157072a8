"""A check of a template: every tag that is not right, with the paragraph it stands in and the name that was meant."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches
from itertools import pairwise
from typing import Any

from mentoring.papers.templates.fields import Field, Outline, Sort
from mentoring.papers.templates.found import TagProblem, Trouble
from mentoring.papers.templates.language import (
    Broken,
    Forbidden,
    Level,
    Output,
    Path,
    Statement,
    Word,
    understood,
)
from mentoring.papers.templates.paragraphs import BODY, BRACES, SECT, TAG, TBL, TEXT_BOX, TR, Found, P, tags_of, text_of
from mentoring.rules.text import clean_line

LONGEST = 120  # characters of a paragraph that are told
_LIKE = 0.6


@dataclass(slots=True)
class _Block:
    """A loop or a condition that is open."""

    found: Found
    statement: Statement
    place: Any


@dataclass(slots=True)
class Check:
    """Of one document, part by part: its body, heads and feet."""

    outline: Outline
    used: set[str] = field(default_factory=set)
    _open: list[_Block] = field(default_factory=list)

    def part(self, root: Any) -> Iterator[TagProblem]:
        paragraphs = list(root.iter(P))
        texts = [text_of(each) for each in paragraphs]
        across = [_is_across(text, after) for text, after in pairwise((*texts, ""))]
        for at, paragraph in enumerate(paragraphs):
            left = TAG.sub("", texts[at])
            if across[at]:
                yield _problem(Trouble.ACROSS, f"{texts[at]} … {texts[at + 1]}", texts[at])
            elif (lone := BRACES.search(left)) and not (at and across[at - 1]):
                yield _problem(Trouble.BRACE, _around(left, lone.start()), texts[at])
            for found in tags_of(paragraph):
                yield from self._tag(found)
        for block in self._open:
            yield _problem(Trouble.NOT_CLOSED, block.found.text, block.found.paragraph)
        self._open.clear()

    def unused(self) -> tuple[str, ...]:
        """What must be told in the paper, and is not."""
        return tuple(each.name for each in self.outline.fields if not each.optional and each.name not in self.used)

    def _tag(self, found: Found) -> Iterator[TagProblem]:
        try:
            meant = understood(found.text)
        except Broken:
            yield self._about(found, Trouble.BROKEN)
        except Forbidden:
            yield self._about(found, Trouble.FORBIDDEN)
        else:
            if isinstance(meant, Output):
                yield from self._names(found, (meant.path,), Sort.TEXT)
            else:
                yield from self._statement(found, meant)

    def _statement(self, found: Found, meant: Statement) -> Iterator[TagProblem]:
        place = _place(found, meant.level)
        if place is None:
            yield _problem(Trouble.PLACE, found.text, found.paragraph)
        match meant.word:
            case Word.FOR | Word.IF:
                if meant.line in {each.split(".")[0] for each in self._known()}:
                    yield _problem(Trouble.FORBIDDEN, found.text, found.paragraph)  # it would hide the field
                yield from self._names(found, meant.names, Sort.LINES if meant.word is Word.FOR else None)
                self._open.append(_Block(found, meant, place))
            case Word.ELIF | Word.ELSE:
                yield from self._inside(found, meant, place, Word.IF)
                yield from self._names(found, meant.names, None)
            case Word.END_IF | Word.END_FOR:
                yield from self._inside(found, meant, place, Word.IF if meant.word is Word.END_IF else Word.FOR)
                if self._open:
                    self._open.pop()

    def _inside(self, found: Found, meant: Statement, place: Any, word: Word) -> Iterator[TagProblem]:
        begun = self._open[-1] if self._open else None
        if begun is None or begun.statement.word is not word:
            yield _problem(Trouble.NOT_OPENED, found.text, found.paragraph)
        elif None in (place, begun.place):
            return  # told already
        elif begun.place is not place or begun.statement.level != meant.level:
            yield _problem(Trouble.PLACE, found.text, found.paragraph)

    def _names(self, found: Found, paths: Sequence[Path], wanted: Sort | None) -> Iterator[TagProblem]:
        known = self._known()
        for path in paths:
            name = ".".join(path)
            field = known.get(name)
            self.used.add(name)
            if field is None:
                yield self._about(found, Trouble.UNKNOWN, name)
            elif wanted is Sort.TEXT and field.sort is Sort.PICTURE:
                if not _may_hold_picture(found):
                    yield _problem(Trouble.PICTURE, found.text, found.paragraph)
            elif wanted is Sort.TEXT and field.sort is not Sort.TEXT:
                trouble = Trouble.LINES_AS_TEXT if field.sort is Sort.LINES else Trouble.YES_AS_TEXT
                yield _problem(trouble, found.text, found.paragraph, name)
            elif wanted is Sort.LINES and field.sort is not Sort.LINES:
                yield self._about(found, Trouble.TEXT_AS_LINES, "")

    def _known(self) -> Mapping[str, Field]:
        """With the lines of the loops that are open here."""
        known = {each.name: each for each in self.outline.fields}
        for block in self._open:
            through = known.get(".".join(block.statement.names[0])) if block.statement.names else None
            if block.statement.word is Word.FOR and through:
                known |= {f"{block.statement.line}.{each.name}": each for each in through.each}
        return known

    def _about(self, found: Found, trouble: Trouble, name: str | None = None) -> TagProblem:
        said = clean_line(found.text.strip("{}% ")) if name is None else name
        names = list(self._known())
        # Inside of a loop's line people write its fields without the line's own name.
        names += [f"{each.line}.{of.name}" for each in self.outline.fields for of in each.each]
        likely = get_close_matches(said, names, n=1, cutoff=_LIKE) or [
            each for each in names if said and each.endswith(f".{said}")
        ]
        return _problem(trouble, found.text, found.paragraph, likely[0] if likely else "")


def _is_across(text: str, after: str) -> bool:
    left = TAG.sub("", text)
    at = max(left.rfind("{{"), left.rfind("{%"))
    return at >= 0 and "}" not in left[at:] and "}" in TAG.sub("", after)


def _place(found: Found, level: Level) -> Any:
    """What holds the block; None when the tag may not stand where it does."""
    match level:
        case Level.INLINE:
            return found.holder
        case Level.PARAGRAPH:
            has_break = next(found.node.iter(SECT), None) is not None
            return found.node.getparent() if found.is_alone and not has_break else None
        case Level.ROW:
            row = next(found.node.iterancestors(TR), None)
            if row is None or not found.is_alone or next(row.iter(TBL), None) is not None:
                return None
            said = "".join(text_of(each) for each in row.iter(P)).strip()
            return row.getparent() if said == found.text.strip() else None


def _may_hold_picture(found: Found) -> bool:
    """Alone in a paragraph of the body: nothing there is cut off, and nothing stands beside it."""
    holders = {each.tag for each in found.node.iterancestors()}
    return found.is_alone and found.holder is found.node and BODY in holders and TEXT_BOX not in holders


def _around(text: str, at: int) -> str:
    return text[max(at - 20, 0) : at + 40].strip()


def _problem(trouble: Trouble, tag: str, paragraph: str, nearest: str = "") -> TagProblem:
    return TagProblem(trouble, clean_line(tag)[:LONGEST], clean_line(paragraph)[:LONGEST], nearest)
