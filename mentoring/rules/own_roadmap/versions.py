"""A document that is sent again: what is still the same thing keeps its key, its answers and so its evidence."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import count

from mentoring.rules.names import surname_in_text
from mentoring.rules.own_roadmap.model import Answers, Asks, Keys, OwnRoadmap, is_own
from mentoring.rules.own_roadmap.storing import parse, write
from mentoring.rules.roadmap_files import (
    ChangeKind,
    ItemPath,
    StageRow,
    Understood,
    difference,
    match,
    read_responsible,
)
from mentoring.rules.roadmap_files.wording import wording


def next_version(before: OwnRoadmap | None, understood: Understood) -> OwnRoadmap:
    matched = match(understood)
    if before is None:
        return OwnRoadmap(understood, _each_once(matched, {}))
    carried = dict(_carried(before, OwnRoadmap(understood, matched)))
    return OwnRoadmap(understood, _each_once(matched, carried), _answers(before, understood), before.gone)


def gone(before: Mapping[str, str], after: OwnRoadmap, proved: Collection[str]) -> dict[str, str]:
    """Of what was known before, by its key, that which has evidence and is named no more."""
    named = {key for keys in after.keys.values() for key in keys}
    return {key: text for key, text in before.items() if key in proved and key not in named}


def without_name(of: OwnRoadmap, full_name: str) -> OwnRoadmap:
    """Wherever somebody of this surname is said to answer for a stage or has been chosen to, nobody is named.

    Elsewhere dots stand in the name's place.
    """
    name = surname_in_text(full_name)
    stages = tuple(
        replace(stage, responsible=read_responsible("")) if name.search(stage.responsible.written) else stage
        for stage in of.understood.stages
    )
    answers = {asked: said for asked, said in of.answers.items() if not name.search(said)}
    nameless = replace(of, understood=replace(of.understood, stages=stages), answers=answers)
    return parse(name.sub("…", write(nameless)))


def _carried(before: OwnRoadmap, after: OwnRoadmap) -> Iterator[tuple[ItemPath, tuple[str, ...]]]:
    """The same words are the same thing; so is a reworded item that is none of the programme's activities now."""
    known: dict[tuple[str, ...], list[tuple[str, ...]]] = {}
    for path in sorted(before.keys):
        known.setdefault(wording(before.text(path)), []).append(before.keys[path])
    reworded = {
        (change.stage, change.after): wording(change.before)
        for change in difference(before.understood, after.understood)
        if change.kind is ChangeKind.ITEM_REWORDED
    }
    for path in sorted(after.keys):
        text = after.text(path)
        earlier = reworded.get((path.stage + 1, text), ()) if all(map(is_own, after.keys[path])) else ()
        if found := known.get(wording(text)) or known.get(earlier):
            yield path, found.pop(0)


def _each_once(matched: Keys, carried: Keys) -> Keys:
    """What was carried over first, then by the order of the document; what is named again has a key of its own."""
    taken: set[str] = set()
    found: dict[ItemPath, tuple[str, ...]] = {}
    for path in [*sorted(carried), *sorted(matched.keys() - carried.keys())]:
        found[path] = _free(carried.get(path) or matched[path], taken)
    return found


def _free(keys: Sequence[str], taken: set[str]) -> tuple[str, ...]:
    free = []
    for key in keys:
        own = key if is_own(key) else f"own_{key}"
        others = (f"{own}_{at}" for at in count(2))
        free.append(key if key not in taken else next(each for each in others if each not in taken))
        taken.add(free[-1])
    return tuple(free)


def _answers(before: OwnRoadmap, understood: Understood) -> Answers:
    """What was answered of a stage whose cell says the same as before is not asked again."""
    found: dict[tuple[int, Asks], str] = {}
    places = {stage.title: at for at, stage in enumerate(before.understood.stages, 1)}
    for number, stage in enumerate(understood.stages, 1):
        place = places.get(stage.title, 0)
        for asks in (Asks.TERM, Asks.RESPONSIBLE):
            said = before.answers.get((place, asks))
            if said and _cell(before.understood.stages[place - 1], asks) == _cell(stage, asks):
                found[number, asks] = said
    return found


def _cell(of: StageRow, asks: Asks) -> str:
    return of.term.written if asks is Asks.TERM else of.responsible.written
