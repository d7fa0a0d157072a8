"""Those without a pair, as the coordinator sees them: how long, why, what was offered, and how one leaves the queue."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import cut, day, full_day, label_of, pages, people, plural, room_of_each, safe
from mentoring.pair_words import WHY_LEFT, area, keys, reason
from mentoring.queue import InQueue, Line, Peers, QueuePage
from mentoring.queue_exits import Left
from mentoring.queue_watch import Appeared
from mentoring.rules.matching import Term
from mentoring.rules.names import short_name
from mentoring.support import Note
from storage.vocabulary.pairs import LeftQueue, Support, SupportState

TITLE = "Без пары"
TO_QUEUE = "К очереди"
LEFT = "Кого не ищем"
WHO_FITS = "Кто подходит"
TAKE_OUT = "Снять с очереди"
BRING_BACK = "Вернуть в очередь"
OFFERS: Mapping[Support, str] = {
    Support.MATERIALS: "Предложить материалы",
    Support.CONSULTATION: "Предложить консультацию",
    Support.GROUP: "Предложить группу",
    Support.PSYCHOLOGIST: "Часы психолога",
}
KINDS: Mapping[Support, str] = {
    Support.MATERIALS: "материалы",
    Support.CONSULTATION: "консультация",
    Support.GROUP: "группа",
    Support.PSYCHOLOGIST: "психолог",
}
_STATES: Mapping[SupportState, str] = {
    SupportState.OFFERED: "предложено",
    SupportState.WANTED: "ответ «да»",
    SupportState.DECLINED: "не нужно",
    SupportState.HELD: "состоялось",
}
_ROOM = 120
_MOST = 6


def button(count: int) -> str:
    return f"{TITLE} ({count})" if count else TITLE


def days(count: int) -> str:
    return plural(count, "учебный день", "учебных дня", "учебных дней")


def page(of: QueuePage, named: Mapping[int, str]) -> str:
    if not of.total:
        return f"<b>{TITLE}</b>\n\nСейчас никто не ждёт наставника."
    lines = "\n".join(f"• {safe(named[each.id])}: {_standing(each)}" for each in of.lines)
    return (
        f"<b>{TITLE}</b>\n\nЖдут наставника: {people(of.total)}, дольше всех {days(of.longest)}.\n\n{lines}"
        f"{pages(of.number, of.pages)}"
    )


def _standing(of: Line) -> str:
    offered = f" Пока идёт поиск: {', '.join(KINDS[each.kind] for each in of.notes)}." if of.notes else ""
    return f"{days(of.days)}; {_areas(of.areas)}. {_fits(of)}.{offered}"


def _areas(of: Sequence[str]) -> str:
    return cut(keys(Term.AREA, tuple(of)), _ROOM) or "направления не указаны"


def _fits(of: Line) -> str:
    return f"Подходят: {of.fits}" if of.why is None else f"Почему: {WHY_LEFT[of.why]}"


def one(of: InQueue) -> str:
    name = f"<b>{safe(of.full_name)}</b>"
    if of.line is None:
        stands = "Поиск на паузе: человек просил пока не беспокоить. Место в очереди сохраняется."
    else:
        stands = f"Ждёт наставника: {days(of.line.days)}.\nТемы: {_areas(of.line.areas)}.\n{_fits(of.line)}."
    log = "\n".join(f"• {note(each)}" for each in of.notes) or "Пока ничего."
    return f"{name}\n\n{stands}\n\nПока идёт поиск:\n{log}"


def note(of: Note) -> str:
    """A kind, a state and a day; there is nothing else."""
    when = of.held_on if of.state is SupportState.HELD and of.held_on else of.offered_on
    signed = of.kind is Support.PSYCHOLOGIST and of.state is SupportState.WANTED
    return f"{KINDS[of.kind]}, {'запись' if signed else _STATES[of.state]}, {full_day(when)}"


def held_label(of: Note) -> str:
    return f"Состоялось: {KINDS[of.kind]}"


def peers(of: Peers) -> str:
    head = f"<b>Кто ждёт вместе: {safe(short_name(of.of.full_name))}</b>"
    if not of.areas:
        return f"{head}\n\nПо этим темам больше никто не ждёт. Группу можно предложить и заранее."
    lines = "\n".join(f"• {safe(area(each))}: {_names(lines)}" for each, lines in of.areas.items())
    return f"{head}\n\n{lines}"


def _names(of: Sequence[Line]) -> str:
    more = f" и ещё {len(of) - _MOST}" if len(of) > _MOST else ""
    return safe(", ".join(short_name(each.full_name) for each in of[:_MOST])) + more


def offered(kind: Support) -> str:
    return f"Записано: {KINDS[kind]}. Человек узнает об этом в ближайшем сообщении бота."


def not_offered() -> str:
    return "Это уже предложено, или человек не ждёт наставника."


def taken_out(*, done: bool) -> str:
    return "Человек снят с очереди. Вернуть можно в любой день." if done else gone()


def brought_back(*, done: bool) -> str:
    return "Человек снова в очереди, ожидание считается с прежнего дня." if done else gone()


def held(*, done: bool) -> str:
    return "Отмечено." if done else "Это уже отмечено или больше не ждёт отметки."


def gone() -> str:
    return "Этот человек уже не ждёт наставника: есть пара, поиск прекращён, или запрос изменился."


def left(of: Sequence[Left], number: int, count: int) -> str:
    if not of:
        return f"<b>{LEFT}</b>\n\nТаких нет: очередь покидают только по своему желанию, по решению или с парой."
    room = room_of_each(len(of), 200)
    lines = "\n".join(f"• {safe(short_name(each.full_name))}: {_why(each, room)}" for each in of)
    return f"<b>{LEFT}</b>\n\n{lines}\n\nКто отказался от поиска, может вернуться из своего меню.{pages(number, count)}"


def _why(of: Left, room: int) -> str:
    when = day(of.left_at.date())
    if of.why is LeftQueue.OWN_WISH:
        return f"по своему желанию, {when}"
    return f"решение от {when}: {safe(cut(of.reason, room))}"


def back_label(of: Left) -> str:
    return label_of(f"Вернуть: {short_name(of.full_name)}")


def appeared(of: Sequence[Appeared]) -> str:
    """For whom, and who; the first words say why this came today."""
    lines = "\n".join(f"• {_appeared(each)}" for each in of[:_MOST])
    more = f"\nи ещё {people(len(of) - _MOST)}" if len(of) > _MOST else ""
    return f"{lines}{more}"


def _appeared(of: Appeared) -> str:
    names = [short_name(each.full_name) for each in of.mentors]
    more = f" и ещё {len(names) - 3}" if len(names) > 3 else ""
    waits = f" (ожидание: {days(of.days)})" if of.days else ""
    word = "появился подходящий наставник" if len(names) == 1 else "появились подходящие наставники"
    reasons = "; ".join(words for each in of.terms if (words := reason(each))) if len(names) == 1 else ""
    why = f" ({reasons})" if reasons else ""
    return f"Для {safe(short_name(of.mentee.full_name))}{waits} {word}: {safe(', '.join(names[:3]))}{more}{why}"


def fits_label(of: Appeared) -> str:
    return label_of(f"{WHO_FITS}: {short_name(of.mentee.full_name)}")


def unpaired(count: int, longest: int) -> str:
    return (
        f"Без пары дольше 10 рабочих дней: {people(count)}, дольше всех {days(longest)}. "
        "Посмотрите, кто подходит и что предложить, пока идёт поиск."
    )
