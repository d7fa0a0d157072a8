"""Pairs for the coordinator: the board, one pair, who is asked, how it ends."""

from collections.abc import Callable, Collection, Sequence
from datetime import date

from handlers.texts.common import cut, day, full_day, label_of, pages, plural, safe
from mentoring.offers import Offer
from mentoring.pair_words import END_REASONS, FORMATS, STATES, reason
from mentoring.pairs import Board, Card, Pair, PairMember, Person
from mentoring.refused_offers import Refused
from mentoring.rules.names import short_name
from mentoring.rules.pair_moves import OPEN
from storage.vocabulary.pairs import LeaveReason, OfferState, PairKind, PairState, Side

TITLE = "Пары"
MATCH = "Подобрать"
TO_BOARD = "К парам"
ENDED = "Завершённые"
OPEN_ONES = "Пары в работе"
PAUSE = "Поставить на паузу"
RESUME = "Продолжить работу"
END = "Завершить пару"
CALL_BACK = "Отозвать предложение"
CANCEL_WORK = "Отменить поручение"
TAKE_BACK = "Отозвать уведомление"
BACK = "Отказы и без ответа"
SECOND = "Добавить наставника"
PROGRAMME = "Программа"
FORMAT = "Форма работы"
ERASED = "данные удалены"
OUT = "Вывести из группы"
AGAIN = "Подобрать снова"
YES_FOR, NO_FOR = "Согласие получено", "Отказ"

_SIDES = {Side.MENTOR: "наставник", Side.MENTEE: "наставляемый"}
_OFFERS = {
    OfferState.WAITING: "ждём ответа",
    OfferState.ACCEPTED: "согласие",
    OfferState.DECLINED: "отказ",
    OfferState.LAPSED: "нет ответа в срок",
    OfferState.CALLED_BACK: "предложение отозвано",
}
DECLINED = {
    "load": "большая нагрузка",
    "area": "не моё направление",
    "time": "не подходит время",
    "another": "хотелось бы другого коллегу",
    "later": "возможно, позже",
}


_WAITS, _LEAVES = "🟡", "🔴"
_COLOURS = {
    PairState.PROPOSED: "⚪",
    PairState.AGREED: _WAITS,
    PairState.ORDERED: _WAITS,
    PairState.ACTIVE: "🟢",
    PairState.PAUSED: "⚪",
    PairState.ENDED: "⚫",
}
_STEP_ROOM = 60
_NAMED = 2  # of a group, where it is one of many things


def names(of: Sequence[PairMember]) -> str:
    """«Рябинин И. П., Лугова А. С.»."""
    return ", ".join(short_name(each.full_name) or ERASED for each in of)


def who(of: Pair) -> str:
    """Mentors, then mentees: «Рябинин И. П. → Соколова А. И.»; of a large group the first."""
    return safe(_who(of, _few))


def everybody(of: Pair) -> str:
    """The same with all of a group."""
    return safe(_who(of, names))


def label(of: Pair) -> str:
    return label_of(_who(of, names))


def _few(of: Sequence[PairMember]) -> str:
    more = len(of) - _NAMED
    return f"{names(of[:_NAMED])} и ещё {more}" if more > 1 else names(of)


def _who(of: Pair, named: Callable[[Sequence[PairMember]], str]) -> str:
    """Those who were in it, when nobody is any more."""
    mentors = of.mentors or [each for each in of.gone if each.side is Side.MENTOR]
    mentees = of.mentees or [each for each in of.gone if each.side is Side.MENTEE]
    return f"{named(mentors) or 'наставника нет'} → {named(mentees) or 'наставляемых нет'}"


def board(of: Board, waiting: int, late: Collection[int] = ()) -> str:
    """`late` are the pairs that have not met for long. A colour never says what the words do not."""
    if of.ended:
        head = f"<b>{ENDED} пары</b>, всего: {of.counts.get(PairState.ENDED, 0)}"
    else:
        head = f"<b>Пары и группы</b>\n\n{_counts(of, waiting)}"
    lines = "\n".join(_line(each, of, late) for each in of.lines)
    return f"{head}\n\n{lines}{pages(of.number, of.pages)}" if lines else head


def _line(of: Card, board: Board, late: Collection[int]) -> str:
    pairing = of.pair.pairing
    is_late = pairing.id in late
    colour = _LEAVES if pairing.leaves_on and pairing.state in OPEN else _WAITS if is_late else _COLOURS[pairing.state]
    silence = ", давно нет встреч" if is_late else ""
    step = board.following.get(pairing.id, "") if pairing.state in (PairState.ORDERED, PairState.ACTIVE) else ""
    following = f"; дальше: {safe(cut(step, _STEP_ROOM))}" if step else ""
    return f"{colour} {who(of.pair)}: {state(of)}{silence}{following}"


def _counts(of: Board, waiting: int) -> str:
    counted = [f"{STATES[state]}: {of.counts[state]}" for state in PairState if state in OPEN and of.counts.get(state)]
    pairs = "; ".join(counted) if counted else "Пар пока нет"
    queue = f"\nБез пары ждут: {waiting}." if waiting else ""
    return f"{pairs[:1].upper()}{pairs[1:]}.{queue}"


def state(of: Card) -> str:
    """Where it stands, and since when if that is long: colour is never the only sign."""
    pairing = of.pair.pairing
    if pairing.state is PairState.ENDED:
        return END_REASONS[pairing.end_reason] if pairing.end_reason else STATES[pairing.state]
    words = STATES[pairing.state]
    if pairing.leaves_on:
        return f"{words}, до {day(pairing.leaves_on)}"
    waits = pairing.state in (PairState.PROPOSED, PairState.AGREED)
    return f"{words}, {days(of.days)}" if waits and of.days else words


def days(count: int) -> str:
    return plural(count, "рабочий день", "рабочих дня", "рабочих дней")


def card(of: Card) -> str:
    pair, pairing = of.pair, of.pair.pairing
    kind = "Группа" if pairing.kind is PairKind.GROUP else "Пара"
    lines = [
        f"<b>{kind}: {everybody(pair)}</b>",
        f"Состояние: {state(of)}.",
        f"Форма: {FORMATS[pairing.format]}.",
        _term(pairing.starts_on, pairing.ends_on),
        _leaving(of),
        *_asked(of),
        _why(of),
    ]
    return "\n".join(line for line in lines if line)


def _term(starts: date | None, ends: date | None) -> str:
    return f"Срок: с {full_day(starts)} по {full_day(ends)}." if starts and ends else ""


def _leaving(of: Card) -> str:
    pairing = of.pair.pairing
    if pairing.leaves_on is None or pairing.state is PairState.ENDED:
        return ""
    whose = "Наставник уходит" if pairing.leave_reason is LeaveReason.MENTOR else "Поручение отменено"
    return f"{whose}, последний день: {full_day(pairing.leaves_on)}. До этого дня решение можно отозвать."


def _asked(of: Card) -> list[str]:
    """Each answer that is not a plain yes of somebody who is in the pair."""
    people: dict[int, PairMember | Person] = {each.id: each for each in (*of.pair.members, *of.pair.gone)}
    people.update({each.id: each for each in of.asked})
    open_ = of.pair.pairing.state is PairState.PROPOSED
    told = [each for each in of.offers if open_ or each.state is not OfferState.ACCEPTED]
    return [f"• {_one_asked(each, people.get(each.person_id))}" for each in told]


def _one_asked(of: Offer, person: PairMember | Person | None) -> str:
    name = safe(short_name(person.full_name)) if person and person.full_name else _SIDES[of.side]
    because = f" ({DECLINED[of.reason]})" if of.reason in DECLINED else ""
    until = f" до {day(of.answer_by)}" if of.state is OfferState.WAITING else ""
    alone = ", без Telegram: спросите лично" if of.state is OfferState.WAITING and _is_outside(person) else ""
    return f"{name}: {_OFFERS[of.state]}{until}{because}{alone}"


def _is_outside(person: PairMember | Person | None) -> bool:
    return person is not None and person.account_id is None


def _why(of: Card) -> str:
    reasons = "; ".join(words for each in of.terms if (words := reason(each)))
    points = sum(each.points for each in of.terms)
    lines = [f"Почему эта пара: {reasons} ({points})." if reasons else "", safe(of.pair.pairing.why)]
    return "\n".join(line for line in lines if line)


def again_label(of: PairMember) -> str:
    return label_of(f"{AGAIN}: {short_name(of.full_name)}")


def back(of: Sequence[Refused]) -> str:
    """What did not come about and why; the other side has heard nothing of it."""
    if not of:
        return f"<b>{BACK}</b>\n\nВсё просмотрено."
    lines = "\n".join(f"• {who(each.pair)}: {_refused(each)}" for each in of[:20])
    more = f"\nи ещё {len(of) - 20}" if len(of) > 20 else ""
    return f"<b>{BACK}</b>\n\n{lines}{more}\n\nВторой стороне бот об этом не говорил. Предложите следующего: «{AGAIN}»."


def _refused(of: Refused) -> str:
    because = f" ({DECLINED[of.offer.reason]})" if of.offer.reason in DECLINED else ""
    inside = {each.person_id for each in (*of.pair.members, *of.pair.gone)}
    side = _SIDES[of.offer.side] if of.offer.person_id in inside else "второй наставник"
    return f"{side}, {_OFFERS[of.offer.state]}{because}"


def answer_label(full_name: str) -> str:
    return label_of(f"Ответ за {short_name(full_name)}")


def answer_for(name: str, of: Pair) -> str:
    return (
        f"{who(of)}\n\nЧто ответил человек: {safe(short_name(name))}? Отметьте, если он сказал это лично или на бумаге."
    )


def answered_for() -> str:
    return "Записано."


def nothing_changed() -> str:
    return "Это уже не нужно: с парой что-то изменилось. Вот как сейчас."


def gone() -> str:
    return "Этой пары больше нет."


def second_ask(of: Pair) -> str:
    return f"{who(of)}\n\nКого спросить вторым наставником? Пара узнает о нём, когда он согласится."


def second_asked(name: str) -> str:
    return f"Записано: {safe(short_name(name))} получит предложение."


def not_asked() -> str:
    return "Этому человеку предложение не отправлено: он уже в паре, или его об этой паре уже спрашивали."


def nobody_to_ask() -> str:
    return "Больше спросить некого: все, кто готов быть наставником, уже в этой паре или о ней уже ответили."
