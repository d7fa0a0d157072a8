"""The proposal for the whole school as it is shown, drawn alike after a press and when the worker has made it."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.effects import Button, Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import pair_drafts as words
from handlers.texts import pairs as pair_words
from handlers.texts import people as people_words
from mentoring import pair_drafts
from mentoring.access import Member
from mentoring.matching import Seeking
from mentoring.pair_drafts import Draft
from storage.tx import Tx

PAGE = 6


def draft(of: Draft | None, number: int = 0) -> Screen:
    back = column(go(pair_words.TO_BOARD, Spot.PAIRS), go(common.MENU, Spot.MENU))
    if of is None:
        return Screen(words.no_draft(), (*column(act(words.ANEW, Deed.PAIR_MATCH)), *back))
    named = names_of(of.seeking)
    lines = of.proposal.lines
    pages = max(1, -(-len(lines) // PAGE))
    number = min(max(number, 0), pages - 1)
    shown = lines[number * PAGE : (number + 1) * PAGE]
    at = words.Standing(number, pages, PAGE, of.fresh, of.seeking.unclear)
    text = words.draft(of.proposal, named, at)
    of_lines = (
        go(words.line_label(each, named), Spot.RANKED, each.mentee_id, argument=str(each.mentor_id)) for each in shown
    )
    return Screen(
        text,
        (
            *column(*of_lines),
            *turns(Spot.PAIR_DRAFT, 0, number, pages),
            *column(*(_of_left(of, named) if number + 1 == pages else [])),
            *column(*_acts(of)),
            *back,
        ),
    )


def _of_left(draft: Draft, named: Mapping[int, str]) -> list[Button]:
    shown = list(draft.ideas.items())[:4]
    ideas = [go(words.group_label(each), Spot.PAIR_GROUP, draft.number, at) for at, each in shown]
    left = [
        go(people_words.label(named[each.mentee_id]), Spot.RANKING, each.mentee_id) for each in draft.proposal.left[:6]
    ]
    return [*ideas, *left]


def _acts(draft: Draft) -> list[Button]:
    lines = draft.proposal.lines
    publish = [go(words.publish_label(len(lines)), Spot.PAIR_PUBLISH, draft.number)] if lines else []
    return [*publish, act(words.ANEW, Deed.PAIR_MATCH), act(words.DROP, Deed.PAIR_DRAFT_DROP, draft.number)]


def names_of(seeking: Seeking) -> dict[int, str]:
    """Everybody whom the proposal may speak of, told apart from namesakes."""
    people = {**seeking.mentors, **{each: of.candidate for each, of in seeking.waiting.items()}}
    return people_words.told_apart(people.values())


async def made(tx: Tx, member: Member, result: Mapping[str, Any], now: datetime) -> Screen:
    """What the worker has found."""
    found = await pair_drafts.received(tx, member, result["value"], now)
    shown = draft(found.draft)
    cost = words.made(found.cost, names_of(found.draft.seeking))
    return Screen(f"{cost}\n\n{shown.text}", shown.buttons)
