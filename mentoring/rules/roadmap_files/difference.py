"""What has changed between two versions of a roadmap; markup, «ё», numbering and spaces are no change."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TypeVar

from mentoring.rules.roadmap_files.model import StageRow, Understood
from mentoring.rules.roadmap_files.terms import Term, TermKind
from mentoring.rules.roadmap_files.wording import wording

SIMILAR = 0.6

_MOST_WORDS = 60  # of a text are compared: what makes it the same thing is said by then
_STEM = 7  # «наставн…» is not «наставл…»

Each = TypeVar("Each")
Words = tuple[str, ...]


class ChangeKind(StrEnum):
    STAGE_ADDED = "stage_added"
    STAGE_GONE = "stage_gone"
    STAGE_REWORDED = "stage_reworded"
    ITEM_ADDED = "item_added"
    ITEM_GONE = "item_gone"
    ITEM_REWORDED = "item_reworded"
    TERM_MOVED = "term_moved"
    RESPONSIBLE_CHANGED = "responsible_changed"
    EXPECTED_CHANGED = "expected_changed"


@dataclass(frozen=True, slots=True)
class Change:
    """`stage` counts from 1 in the new version; of what is gone, with its stage, in the old one.

    `before` and `after` are texts as written, «» where there is none.
    """

    kind: ChangeKind
    stage: int
    before: str = ""
    after: str = ""


def difference(old: Understood, new: Understood) -> tuple[Change, ...]:
    """Stages that are gone, then the new version stage by stage. The order of stages and items is no change."""
    pairs = _paired(old.stages, new.stages, _stage_words)
    kept = {there: here for here, there in pairs}
    stayed = set(kept.values())
    changes = [
        Change(ChangeKind.STAGE_GONE, at + 1, before=stage.title)
        for at, stage in enumerate(old.stages)
        if at not in stayed
    ]
    for at, stage in enumerate(new.stages):
        if at in kept:
            changes += _changes(old.stages[kept[at]], stage, at + 1)
        else:
            changes.append(Change(ChangeKind.STAGE_ADDED, at + 1, after=stage.title))
    return tuple(changes)


def _changes(old: StageRow, new: StageRow, number: int) -> Iterator[Change]:
    if wording(old.title) != wording(new.title):
        yield Change(ChangeKind.STAGE_REWORDED, number, old.title, new.title)
    yield from _item_changes(_texts(old), _texts(new), number)
    if _meaning(old.term) != _meaning(new.term):
        yield Change(ChangeKind.TERM_MOVED, number, old.term.written, new.term.written)
    if sorted(wording(old.responsible.written)) != sorted(wording(new.responsible.written)):
        yield Change(ChangeKind.RESPONSIBLE_CHANGED, number, old.responsible.written, new.responsible.written)
    if wording(old.expected) != wording(new.expected):
        yield Change(ChangeKind.EXPECTED_CHANGED, number, old.expected, new.expected)


def _item_changes(old: Sequence[str], new: Sequence[str], number: int) -> Iterator[Change]:
    pairs = _paired(old, new, wording)
    gone, stayed = {here for here, _ in pairs}, {there: here for here, there in pairs}
    for at, text in enumerate(old):
        if at not in gone:
            yield Change(ChangeKind.ITEM_GONE, number, before=text)
    for at, text in enumerate(new):
        if at not in stayed:
            yield Change(ChangeKind.ITEM_ADDED, number, after=text)
        elif wording(old[stayed[at]]) != wording(text):
            yield Change(ChangeKind.ITEM_REWORDED, number, old[stayed[at]], text)


def _texts(stage: StageRow) -> tuple[str, ...]:
    return tuple(text for item in stage.items for text in (item.text, *item.inner))


def _stage_words(stage: StageRow) -> Words:
    """A stage whose title is new is still known by what is done in it."""
    return (*wording(stage.title), *(word for text in _texts(stage) for word in wording(text)))


def _paired(old: Sequence[Each], new: Sequence[Each], words: Callable[[Each], Words]) -> list[tuple[int, int]]:
    """The same words first, then the most similar; of equals the first. Places in the old and in the new one."""
    here, there = [words(each) for each in old], [words(each) for each in new]
    pairs: list[tuple[int, int]] = []
    free = list(range(len(there)))
    for at, said in enumerate(here):
        same = next((other for other in free if there[other] == said), None)
        if same is not None:
            free.remove(same)
            pairs.append((at, same))
    left = sorted(set(range(len(here))) - {at for at, _ in pairs})
    for _, at, other in sorted(_similar(here, there, left, free)):
        if at in left and other in free:
            left.remove(at)
            free.remove(other)
            pairs.append((at, other))
    return pairs


def _similar(
    here: Sequence[Words], there: Sequence[Words], left: Sequence[int], free: Sequence[int]
) -> Iterator[tuple[float, int, int]]:
    """The most similar come first when sorted."""
    for other in free:
        # SequenceMatcher remembers what it knows of its second sequence.
        matcher = SequenceMatcher(None, "", _stemmed(there[other]), autojunk=False)
        for at in left:
            matcher.set_seq1(_stemmed(here[at]))
            if matcher.real_quick_ratio() >= SIMILAR and matcher.quick_ratio() >= SIMILAR:
                ratio = matcher.ratio()
                if ratio >= SIMILAR:
                    yield -ratio, at, other


def _stemmed(said: Words) -> Words:
    return tuple(word[:_STEM] for word in said[:_MOST_WORDS])


def _meaning(term: Term) -> tuple[object, ...]:
    """What is said in other words is the same term: «до 1 октября», «до 01.10»."""
    if term.kind is TermKind.VAGUE:
        return term.kind, wording(term.written)
    return term.kind, term.starts, term.ends
