"""«Моя пара»: with whom, since when, what was last, what is next; how a mentor stops, how a mentee asks for another."""

from collections.abc import Sequence
from datetime import date

from handlers.texts.common import cut, day, full_day, label_of, safe, stop
from handlers.texts.meeting_plans import when
from handlers.texts.meetings import answered, line, next_step
from handlers.texts.pairs import names
from mentoring.my_pairs import MyPair, partners
from mentoring.pairs import Pair, PairMember
from storage.vocabulary.pairs import MeetingState, PairKind, PairState, Side

TITLE = "Моя пара"
ALL = "Мои пары"
LEAVE = "Прекратить наставничество"
STAY = "Отозвать"
REFUSAL = "Заявление об отказе (Word)"
OTHER = "Хочу другого наставника"
TO_PAIR = "К моей паре"
_STEP_ROOM = 120


def list_of() -> str:
    return f"<b>{ALL}</b>\n\nВыберите пару."


def label(of: Pair, person_id: int) -> str:
    """With whom: the other side."""
    return label_of(names(partners(of, person_id)))


def one(of: MyPair) -> str:
    lines = [
        f"<b>{TITLE}</b>",
        *_who(of),
        f"Вместе с {full_day(of.since)}.",
        _state(of),
        _last(of),
        _planned(of),
        _step(of),
    ]
    return "\n".join(each for each in lines if each)


def _who(of: MyPair) -> Sequence[str]:
    pair = of.pair
    if of.side is Side.MENTEE:
        group = ["Вы занимаетесь в группе."] if pair.pairing.kind is PairKind.GROUP else []
        return [f"Вас сопровождает: {_names(pair.mentors)}", *group]
    second = [f"Наставники: {_names(pair.mentors)}"] if len(pair.mentors) > 1 else []
    return [f"Вы сопровождаете: {_names(pair.mentees)}", *second]


def _names(of: Sequence[PairMember]) -> str:
    return stop(safe(names(of))) if of else "никого сейчас нет."


def _state(of: MyPair) -> str:
    pairing = of.pair.pairing
    if pairing.leaves_on:
        return f"Наставничество прекращается, последний день: {full_day(pairing.leaves_on)}."
    if pairing.state is PairState.AGREED:
        return "Приказ ещё готовится, встречаться уже можно."
    return "Пара на паузе: напоминаний о ней нет." if pairing.state is PairState.PAUSED else ""


def _last(of: MyPair) -> str:
    if of.last is None:
        return "Встреч пока не отмечено."
    told = (f"Последняя встреча: {stop(line(of.last.note))}", answered(of.last), next_step(of.last.note))
    asked = "Это отметка коллеги. Всё верно?" if of.last.may_answer else ""
    return "\n".join(each for each in (*told, asked) if each)


def _planned(of: MyPair) -> str:
    if of.planned is None:
        return ""
    if of.planned.over:
        return f"Была назначена встреча {when(of.planned)}. Она состоялась?"
    if of.planned.may_answer:
        return f"Вам предлагают встретиться: {when(of.planned)}. Подойдёт?"
    asked = " Ждём ответа." if of.planned.meeting.state is MeetingState.CHOSEN else ""
    return f"Следующая встреча: {when(of.planned)}.{asked}"


def _step(of: MyPair) -> str:
    """Of the programme."""
    if of.step is None or not of.step.activity:
        return ""
    until = f", до {day(of.step.due_on)}" if of.step.due_on else ""
    return f"Следующий шаг программы: {stop(safe(cut(of.step.activity, _STEP_ROOM)) + until)}"


def gone() -> str:
    return "Этой пары у вас сейчас нет: она завершена или изменилась. Если это ошибка, спросите координатора."


def leave_ask(until: date) -> str:
    return (
        f"Прекратить наставничество? Причину называть не нужно. Последний день работы будет {full_day(until)}, "
        "до него решение можно отозвать. Координатор подготовит приказ и поможет коллеге."
    )


def leaving(until: date) -> str:
    return f"Записано. Последний день: {full_day(until)}. До него решение можно отозвать."


def paper_ordered() -> str:
    return "Заявление придёт отдельным сообщением. Распечатайте, подпишите и отдайте директору."


def no_paper() -> str:
    return "Для внешнего наставника такого заявления нет: спросите координатора о вашем договоре."


def stays() -> str:
    return "Спасибо, решение отозвано: пара работает дальше."


def nothing_changed() -> str:
    return "Это уже не нужно: с парой что-то изменилось. Вот как сейчас."


def other_ask() -> str:
    return (
        "Попросить другого наставника? Об этом узнает только координатор, нынешнему наставнику бот ничего не скажет. "
        "Пока вопрос решается, пара остаётся."
    )


def other_asked() -> str:
    return "Спасибо, координатор увидит вашу просьбу и подумает, кто подойдёт лучше."
