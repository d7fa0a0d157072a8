"""The screens of a school's own roadmap, drawn alike after a file, a press and what was typed."""

from dataclasses import replace
from datetime import datetime

from handlers import stage_screens
from handlers.effects import Button, Effects, Screen, column, with_head
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common, roadmap_files
from handlers.texts import menu as labels
from handlers.texts import own_roadmap as words
from handlers.texts import staff_list as staff_words
from handlers.texts import stages as stage_words
from mentoring import filling, own_roadmaps
from mentoring.access import Actor, Member
from mentoring.own_roadmaps import Draft, TooLong, Typed
from mentoring.papers.uploads import FileProblem
from mentoring.rules.own_roadmap import Asks, Question
from mentoring.rules.roadmap_files import RoadmapFile
from storage.tx import Tx

MONTHS, DATES = "months", "dates"  # what a term is typed in
_FURTHER = (go(stage_words.TO_ROADMAP, Spot.ROADMAP), go(common.MENU, Spot.MENU))


async def current(tx: Tx, member: Member, now: datetime, page: int = 0) -> Screen:
    """What waits to be accepted, else what holds, else the roadmap of the year."""
    draft = await own_roadmaps.find(tx, member, now)
    if draft is not None:
        return understood(draft, page)
    return await holding(tx, member, now)


async def holding(tx: Tx, member: Member, now: datetime) -> Screen:
    held = await own_roadmaps.holding(tx, member)
    if held is None:
        shown = await stage_screens.year(tx, member, now)
        return replace(shown, text=f"{words.no_roadmap_waits()}\n\n{shown.text}")
    send, back = act(words.NEW_VERSION, Deed.OWN_SEND), go(words.GIVE_UP, Spot.OWN_GIVE_UP)
    return Screen(words.holding(held, member.zone), column(send, back, *_FURTHER))


def understood(of: Draft, page: int = 0) -> Screen:
    pages = words.understood(of)
    page = min(max(page, 0), len(pages) - 1)
    compare = [go(words.changes_label(of), Spot.OWN_CHANGES)] if of.changes is not None else []
    return Screen(
        pages[page].text + common.pages(page, len(pages)),
        (
            *turns(Spot.OWN_ROADMAP, 0, page, len(pages)),
            *column(
                *compare,
                *(_next_step(of) if of.open or not compare else []),
                *([go(words.CHANGE_ANSWERS, Spot.OWN_QUESTION, 1)] if of.questions and not of.open else []),
                act(words.ANOTHER, Deed.OWN_SEND),
                act(words.DROP, Deed.OWN_DROP, of.mark),
                *_FURTHER,
            ),
        ),
    )


def changes(of: Draft, page: int = 0) -> Screen:
    """What differs from the roadmap that holds, before it gives way."""
    pages = words.changes(of)
    page = min(max(page, 0), len(pages) - 1)
    back, drop = go(words.TO_UNDERSTOOD, Spot.OWN_ROADMAP), act(words.DROP, Deed.OWN_DROP, of.mark)
    buttons = column(*_next_step(of), back, drop, go(common.MENU, Spot.MENU))
    shown = pages[page].text + common.pages(page, len(pages))
    return Screen(shown, (*turns(Spot.OWN_CHANGES, 0, page, len(pages)), *buttons))


def _next_step(of: Draft) -> list[Button]:
    """Nothing is accepted while something is open."""
    if of.open:
        return [go(words.questions_label(of), Spot.OWN_QUESTION)]
    return [act(words.ACCEPT, Deed.OWN_ACCEPT, of.mark)]


def question(of: Draft, number: int = 0) -> Screen:
    """The question of this number, else the first that waits; all are answered: what was understood."""
    if not number and of.open:
        number = of.number(of.open[0])
    if number not in range(1, len(of.questions) + 1):
        return changes(of) if of.changes is not None else understood(of)
    asked = of.questions[number - 1]
    choices = (
        act(words.choice(asked, each), Deed.OWN_ANSWER, of.mark, f"{number} {place}")
        for place, each in enumerate(asked.choices)
    )
    back = [go(common.BACK, Spot.OWN_QUESTION, number - 1)] if number > 1 else []
    has_next = number < len(of.questions) and not of.open
    further = [go(common.NEXT, Spot.OWN_QUESTION, number + 1)] if has_next else []
    later = go(common.LATER, Spot.OWN_ROADMAP)
    return Screen(words.ask(of, asked), column(*choices, *_typed(of, asked, number), *back, *further, later))


def _typed(of: Draft, asked: Question, number: int) -> list[Button]:
    match asked.asks:
        case Asks.TERM:
            kinds = {words.MONTHS: MONTHS, words.DATES: DATES}
            return [act(label, Deed.OWN_TYPE, of.mark, f"{number} {kind}") for label, kind in kinds.items()]
        case Asks.RESPONSIBLE:
            return [act(words.SOMEBODY_ELSE, Deed.OWN_TYPE, of.mark, f"{number}")]
    return []


async def received(tx: Tx, actor: Actor, member: Member, found: RoadmapFile | FileProblem, now: datetime) -> Screen:
    """What was understood ends the dialog that asked for it; else why nothing was. Another dialog's question stays."""
    asked_for, beside = await own_roadmaps.is_asked_for(tx, actor), actor.run_id is not None
    kept = await _kept(tx, member, found, now)
    if isinstance(kept, str):
        return replace(refused(kept, asked_for=asked_for), keep=beside)
    if asked_for:
        await filling.leave(tx, actor)
    same = Screen(words.same(), column(go(words.HOLDS, Spot.OWN_ROADMAP), *_FURTHER))
    return replace(understood(kept) if kept else same, keep=beside and not asked_for)


async def _kept(tx: Tx, member: Member, found: RoadmapFile | FileProblem, now: datetime) -> Draft | str | None:
    """The draft, or a sentence why there is none; None when it says what the accepted one says."""
    if isinstance(found, FileProblem):
        return roadmap_files.unreadable(found)
    if found.understood is None:
        return roadmap_files.no_roadmap(found.problems[0])
    kept = await own_roadmaps.keep(tx, member, found.understood, now)
    if isinstance(kept, TooLong):
        return roadmap_files.stage_too_long(kept)
    return kept if isinstance(kept, Draft) else None


def refused(text: str, *, asked_for: bool = True) -> Screen:
    """Every refusal has the way to send it otherwise; what was sent unasked may have been meant for something else."""
    send, people = act(words.UPLOAD, Deed.OWN_SEND), go(labels.PEOPLE, Spot.PEOPLE)
    if asked_for:
        return Screen(text, column(send, people, *_FURTHER))
    template = act(staff_words.TEMPLATE, Deed.TEMPLATE)
    return Screen(f"{text}\n\n{roadmap_files.or_a_list()}", column(send, template, people, *_FURTHER))


async def after_cancel(tx: Tx, member: Member, number: int, now: datetime) -> Effects:
    """Back to the question that was typed for."""
    draft = await own_roadmaps.find(tx, member, now)
    return question(draft, number) if draft else await current(tx, member, now)


async def after_typed(tx: Tx, member: Member, result: object, now: datetime) -> Effects:
    """The next question; of an answer that was not understood the same one again."""
    draft = await own_roadmaps.find(tx, member, now)
    if draft is None or not isinstance(result, Typed):
        return with_head(await current(tx, member, now), words.not_current())
    if result.understood:
        return question(draft)
    return with_head(question(draft, result.number), words.not_understood(draft.questions[result.number - 1].asks))
