"""Which of the programme's activities an item is, and a key that stays with an item that is none of them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from mentoring.rules.roadmap_files.activities import RULES, Context, Rule, context_of
from mentoring.rules.roadmap_files.items import Item
from mentoring.rules.roadmap_files.model import StageRow, Understood
from mentoring.rules.roadmap_files.wording import wording

_OWN = "own_"
_DIGITS = 12


@dataclass(frozen=True, slots=True, order=True)
class ItemPath:
    """Where an item stands, from 0; `inner` is -1 for an item that holds no others."""

    stage: int
    item: int
    inner: int = -1


def match(understood: Understood) -> Mapping[ItemPath, tuple[str, ...]]:
    """The keys of each item that can be done: an item with parts is done by its parts.

    An item may be several activities, and an activity may be written twice. A key of an item's own depends on its
    words alone, wherever it stands; the same words written again get a number, in the order of the table.
    """
    found: dict[ItemPath, tuple[str, ...]] = {}
    own: dict[str, int] = {}
    for at, stage in enumerate(understood.stages):
        context = context_of(wording(stage.title))
        for path, text in _to_do(at, stage):
            found[path] = _activities(text, context) or (_own_key(text, own),)
    return found


def _to_do(at: int, stage: StageRow) -> Iterator[tuple[ItemPath, str]]:
    for number, item in enumerate(stage.items):
        yield from _parts(at, number, item)


def _parts(at: int, number: int, item: Item) -> Iterator[tuple[ItemPath, str]]:
    if not item.inner:
        yield ItemPath(at, number), item.text
    for inner, text in enumerate(item.inner):
        yield ItemPath(at, number, inner), text


def _activities(text: str, context: Context) -> tuple[str, ...]:
    words = wording(text)
    return tuple(dict.fromkeys(rule.key for rule in RULES if _fits(rule, words, context)))


def _fits(rule: Rule, words: tuple[str, ...], context: Context) -> bool:
    if rule.contexts and context not in rule.contexts:
        return False
    return all(stems.any_of(words) for stems in rule.said) and not any(stems.any_of(words) for stems in rule.unsaid)


def _own_key(text: str, taken: dict[str, int]) -> str:
    key = _OWN + sha256(" ".join(wording(text)).encode()).hexdigest()[:_DIGITS]
    taken[key] = taken.get(key, 0) + 1
    return key if taken[key] == 1 else f"{key}_{taken[key]}"
