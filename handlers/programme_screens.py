"""The screens of a programme, drawn alike after a press and after what was typed."""

from datetime import datetime, timedelta

from handlers.effects import Button, Rows, Screen, column
from handlers.pages import turns
from handlers.presses import Deed, Spot, act, go
from handlers.texts import common
from handlers.texts import programme_news as news
from handlers.texts import programme_steps as step_words
from handlers.texts import programmes as words
from handlers.texts import shelf as shelf_words
from mentoring import materials, programmes
from mentoring.access import Member
from mentoring.programmes import Edit, Field, Seen, StepSeen, Unbegun
from mentoring.rules.pair_moves import TOGETHER
from mentoring.rules.programmes import Lack, Missing
from storage.tx import Tx
from storage.vocabulary.pairs import ProgrammeState

FIELDS = tuple(Field)
PAGE = 6
_SOON = timedelta(days=7)
_TICKS = 3  # on the one screen; the others are a page further
_TYPED = {
    Lack.PROBLEM: Field.PROBLEM,
    Lack.GOAL: Field.GOAL,
    Lack.TASKS: Field.TASKS,
    Lack.EXPECTED: Field.EXPECTED,
}
_CHANGEABLE = (ProgrammeState.SENT, ProgrammeState.APPROVED)


async def programme(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Screen:
    found = await programmes.look(tx, member, pairing_id, now)
    match found:
        case Seen():
            return Screen(words.programme(found), column(*_acts(member, found), *_back(member, found)))
        case Unbegun():
            return Screen(words.unbegun(found), column(*_beginnings(found), *_back(member, found)))
        case _:
            return Screen(words.gone(), column(go(common.MENU, Spot.MENU)))


def _beginnings(of: Unbegun) -> list[Button]:
    id_ = of.pair.pairing.id
    if not of.may_begin:
        return []
    if of.passed_on:
        return [
            act(words.GO_ON, Deed.PROGRAMME_BEGIN, id_),
            act(words.BEGIN_ANEW, Deed.PROGRAMME_BEGIN, id_, "anew"),
        ]
    return [act(words.BEGIN, Deed.PROGRAMME_BEGIN, id_)]


def _acts(member: Member, of: Seen) -> list[Button]:
    """Only what can be done with it now, the next thing first."""
    id_ = of.pairing_id
    waits = of.state in _CHANGEABLE and of.pair.pairing.state in TOGETHER
    decides = member.coordinates and waits and of.state is ProgrammeState.SENT
    offered = (
        (of.may_change and not of.lacks, act(words.SEND, Deed.PROGRAMME_SEND, id_)),
        (of.may_change and of.lacks, go(words.lacks_label(of), Spot.PROGRAMME_LACKS, id_)),
        (decides, act(words.APPROVE, Deed.PROGRAMME_APPROVE, id_, str(of.stamp))),
        (decides, act(words.RETURN, Deed.PROGRAMME_RETURN, id_)),
        *((True, act(step_words.done_label(each), Deed.STEP_DONE, each.id)) for each in _soon(of)),
        (True, go(words.plan_label(of), Spot.PROGRAMME_PLAN, id_)),
        (of.may_change, go(words.ADD, Spot.PROGRAMME_ADD, id_)),
        (True, go(words.WORDS, Spot.PROGRAMME_WORDS, id_)),
        (waits, act(words.CHANGE, Deed.PROGRAMME_REOPEN, id_)),
        (member.coordinates and waits, act(words.EXTEND, Deed.PROGRAMME_EXTEND, id_)),
        (of.version, go(words.HISTORY, Spot.PROGRAMME_HISTORY, id_)),
        (True, act(words.PAPER, Deed.PROGRAMME_PAPER, id_)),
        (of.version, act(words.REPORT, Deed.PROGRAMME_REPORT, id_)),
    )
    return [each for holds, each in offered if holds]


def _soon(of: Seen) -> list[StepSeen]:
    """What is marked with one tap: due in a week, or late. Before the first approval nothing is."""
    until = of.today + _SOON
    due = [each for each in of.following if each.step.due_on and each.step.due_on <= until]
    return due[:_TICKS] if of.version and of.may_mark else []


def _back(member: Member, of: Seen | Unbegun) -> list[Button]:
    own = of.pair.side_of(member.person_id) is not None
    return [go(words.TO_PAIR, Spot.MY_PAIR if own else Spot.PAIR, of.pair.pairing.id), go(common.MENU, Spot.MENU)]


async def plan(tx: Tx, member: Member, pairing_id: int, number: int, now: datetime) -> Screen:
    found = await programmes.look(tx, member, pairing_id, now)
    if not isinstance(found, Seen):
        return await programme(tx, member, pairing_id, now)
    of_pages = max(1, -(-len(found.steps) // PAGE))
    number = min(max(number, 0), of_pages - 1)
    first = number * PAGE
    shown = found.steps[first : first + PAGE]
    steps = (
        go(step_words.label(first + at, each), Spot.PROGRAMME_STEP, each.id) for at, each in enumerate(shown, start=1)
    )
    add = [go(words.ADD, Spot.PROGRAMME_ADD, pairing_id)] if found.may_change else []
    return Screen(
        step_words.plan(found, shown, first, number, of_pages),
        (
            *column(*steps),
            *turns(Spot.PROGRAMME_PLAN, pairing_id, number, of_pages),
            *column(*add, go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, pairing_id)),
        ),
    )


async def step(tx: Tx, member: Member, step_id: int, now: datetime) -> Screen:
    found = await programmes.with_step(tx, member, step_id, now)
    place = found.place(step_id) if found else None
    if found is None or place is None:
        return Screen(news.edited(Edit.REMOVED), column(go(words.TITLE, Spot.MY_PROGRAMME)))
    return Screen(
        step_words.step(found.steps[place], found.today),
        column(
            *_of_step(found, found.steps[place]),
            *await _to_read(tx, member, found.steps[place]),
            go(step_words.TO_PLAN, Spot.PROGRAMME_PLAN, found.pairing_id, place // PAGE),
            go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, found.pairing_id),
        ),
    )


def _of_step(of: Seen, step: StepSeen) -> list[Button]:
    """A week away is said as a day, so that two quick taps move it once."""
    change = of.may_change and step.done_on is None
    offered = (
        (of.may_mark and step.done_on is None, act(step_words.DONE, Deed.STEP_DONE, step.id)),
        (of.may_mark and step.may_take_back, act(step_words.TAKE_BACK, Deed.STEP_UNDONE, step.id)),
        (change and step.earlier, act(step_words.EARLIER, Deed.STEP_MOVE, step.id, f"{step.earlier}")),
        (change and step.later, act(step_words.LATER, Deed.STEP_MOVE, step.id, f"{step.later}")),
        (change, act(step_words.OTHER_DATE, Deed.STEP_DATE, step.id)),
        (change, go(step_words.REMOVE, Spot.PROGRAMME_STEP_REMOVE, step.id)),
    )
    return [each for holds, each in offered if holds]


async def _to_read(tx: Tx, member: Member, of: StepSeen) -> list[Button]:
    """Materials of the step's area, where this person may have some."""
    area = of.step.area
    found = materials.in_areas(await materials.visible(tx, member), [area]) if area else ()
    return [go(shelf_words.OF_STEP, Spot.SHELF_AREA, argument=area)] if found else []


async def typed_words(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Screen:
    """What is written in words, each with the button that changes it."""
    found = await programmes.look(tx, member, pairing_id, now)
    if not isinstance(found, Seen):
        return await programme(tx, member, pairing_id, now)
    fields: list[Button] = []
    if found.may_change:
        own = await programmes.own_words(tx, member, pairing_id)
        take = own and own != found.programme.problem
        fields = [
            *([act(words.OWN_WORDS, Deed.PROGRAMME_OWN_WORDS, pairing_id)] if take else []),
            *(act(f"{common.CHANGE}: {words.FIELDS[each].lower()}", Deed.PROGRAMME_TYPE, pairing_id, each)
              for each in FIELDS),
        ]  # fmt: skip
    return Screen(words.words(found), column(*fields, go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, pairing_id)))


async def lacks(tx: Tx, member: Member, pairing_id: int, now: datetime) -> Screen:
    """Each of what is missing leads to where it is filled in."""
    found = await programmes.look(tx, member, pairing_id, now)
    if not isinstance(found, Seen) or not found.may_change:
        return await programme(tx, member, pairing_id, now)
    send = [] if found.lacks else [act(words.SEND, Deed.PROGRAMME_SEND, pairing_id)]
    leads = (_lead(found, each) for each in found.lacks[:8])
    return Screen(words.lacks(found), column(*send, *leads, go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, pairing_id)))


def _lead(of: Seen, lack: Missing) -> Button:
    label = words.lack_label(lack)
    if lack.what in _TYPED:
        return act(label, Deed.PROGRAMME_TYPE, of.pairing_id, _TYPED[lack.what])
    if lack.step:
        return go(label, Spot.PROGRAMME_STEP, of.steps[lack.step - 1].id)
    return go(label, Spot.PROGRAMME_ADD, of.pairing_id)


async def areas(tx: Tx, member: Member, pairing_id: int, page: int, now: datetime) -> Screen:
    """The programme's own areas first, the others a page further."""
    found = await programmes.look(tx, member, pairing_id, now)
    if not isinstance(found, Seen) or not found.may_change:
        return await programme(tx, member, pairing_id, now)
    named = (
        go(step_words.area_label(each), Spot.PROGRAMME_OFFERED, pairing_id, argument=each or "-")
        for each in programmes.areas(found, others=bool(page))
    )
    further = (
        go(step_words.OTHER_AREAS, Spot.PROGRAMME_ADD, pairing_id, 1),
        act(step_words.OWN, Deed.STEP_OWN, pairing_id),
    )
    others = () if page else further
    return Screen(step_words.areas(), column(*named, *others, go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, pairing_id)))


async def offered(tx: Tx, member: Member, pairing_id: int, area: str, now: datetime) -> Screen:
    """What the templates of an area have, with ticks: what is in the plan, and what is not."""
    found = await programmes.look(tx, member, pairing_id, now)
    if not isinstance(found, Seen) or not found.may_change:
        return await programme(tx, member, pairing_id, now)
    steps = programmes.offered(found, area)
    ticks = (
        act(
            step_words.offered_label(each),
            Deed.STEP_OUT if each.step_id else Deed.STEP_IN,
            pairing_id,
            f"{area or '-'}:{each.number}",
        )
        for each in steps
    )
    back = column(
        go(words.ADD, Spot.PROGRAMME_ADD, pairing_id),
        go(words.plan_label(found), Spot.PROGRAMME_PLAN, pairing_id),
        go(words.TO_PROGRAMME, Spot.MY_PROGRAMME, pairing_id),
    )
    return Screen(step_words.offered(area, steps), (*column(*ticks), *back))


def above(buttons: Rows, of: Screen) -> Screen:
    """The same screen with a line of buttons on top of its own."""
    return Screen(of.text, (*buttons, *of.buttons))
