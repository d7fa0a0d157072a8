"""Events for whoever is invited: the message, one's own answer, a talk, reminders."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import cut, label_of, plural, safe, stop
from handlers.texts.gatherings import agenda, name, when
from mentoring.gatherings import Attended, Gathering
from mentoring.gatherings.answering import Mine, Said
from mentoring.gatherings.kinds import NAMES
from mentoring.gatherings.telling import Change
from mentoring.materials import Material
from storage.vocabulary.gatherings import Coming, Talk

TITLE = "Мероприятия"
OPEN = "Подробнее"
COMES, REFUSES, LATER = "Буду", "Не смогу", "Позже скажу"
TALK, TALK_OTHER = "Хочу выступить", "Изменить выступление"
_NAMED = 2  # materials in one reminder
TO_LIST = "К мероприятиям"
TO_EVENT = "К мероприятию"

ANSWERS: Mapping[Coming, str] = {Coming.COMES: COMES, Coming.REFUSES: REFUSES, Coming.LATER: LATER}
_SAID: Mapping[Coming, str] = {
    Coming.COMES: "Ваш ответ: буду.",
    Coming.REFUSES: "Ваш ответ: не смогу.",
    Coming.LATER: "Ваш ответ: скажу позже.",
    Coming.SILENT: "Вы ещё не ответили.",
}
_TALK: Mapping[Talk, str] = {
    Talk.OFFERED: "координатор ещё не ответил",
    Talk.ACCEPTED: "принято, ждём вас",
    Talk.THANKED: "в этот раз не вошло, спасибо",
}


def message(of: Gathering, change: Change) -> str:
    """What comes unasked: plain, with the day first."""
    match change:
        case Change.CANCELLED:
            return f"<b>Отменено</b>: {name(of)}, {stop(when(of))} Приходить не нужно."
        case Change.MOVED:
            return f"<b>Изменение</b>: {name(of)}\n{when(of)}\n{safe(of.place)}\n\nВы придёте? Ответить можно одной кнопкой."
    talk = f"\n\nХотите выступить? Нажмите «{OPEN}», затем «{TALK}»." if of.calls else ""
    asked = f"Вы придёте? Ответ можно изменить до начала.{talk}"
    return f"<b>Приглашение</b>: {name(of)}\n{when(of)}\n{safe(of.place)}\n\n{asked}"


def event(of: Mine) -> str:
    it = of.gathering
    state = ", отменено" if of.is_cancelled else ""
    return f"<b>{name(it)}</b>{state}\n{when(it)}\n{safe(it.place)}{agenda(it.agenda)}\n\n{_said(of)}"


def _said(of: Mine) -> str:
    if of.is_cancelled:
        return "Приходить не нужно."
    said = "Вы были." if of.own.attended else _SAID[of.own.answer]
    talk = (
        f"\nВаше выступление: «{safe(of.own.talk)}», {_TALK[of.own.talk_state]}." if of.own.talk_state in _TALK else ""
    )
    full = "\nСвободных мест сейчас нет." if of.free == 0 and of.own.answer is not Coming.COMES else ""
    return f"{said}{talk}{full}"


def answered(of: Said) -> str:
    return {
        Said.DONE: "Спасибо, записано.",
        Said.FULL: "Свободных мест больше нет. Если место освободится, ответ можно будет изменить.",
        Said.LATE: "Ответить уже нельзя: мероприятие началось, прошло или отменено.",
    }[of]


def gone() -> str:
    return "Вас на это мероприятие не приглашали, или его больше нет."


def every(of: Sequence[Mine], been: Sequence[Attended]) -> str:
    head = "<b>Мероприятия</b>\n\n"
    head += f"Вас ждут: {len(of)}." if of else "Сейчас вас никуда не приглашают."
    return head + _been(been)


def _been(of: Sequence[Attended]) -> str:
    last = of[-5:]
    lines = "\n".join(f"• {NAMES[each.kind]}, {each.day:%d.%m.%Y}" for each in last)
    return f"\n\nВы были ({len(of)}):\n{lines}" if of else ""


def label(of: Mine) -> str:
    return label_of(f"{of.gathering.day:%d.%m} {name(of.gathering)}")


def menu_label(events: int, tasks: int) -> str:
    count = events + tasks
    return f"Мероприятия ({count})" if count else TITLE


def in_menu(unanswered: int) -> str:
    events = plural(unanswered, "мероприятие", "мероприятия", "мероприятий")
    return f"Вас приглашают на {events}: ответьте, пожалуйста, придёте ли."


def talk_kept(*, done: bool) -> str:
    if done:
        return "Записано. Координатор увидит вашу тему и ответит."
    return "Записать не получилось: на это мероприятие темы больше не собирают."


def talk_decided(of: Mine) -> str:
    talk = f"Ваше выступление «{safe(of.own.talk)}»"
    if of.own.talk_state is Talk.ACCEPTED:
        return f"{talk} принято: {name(of.gathering)}, {stop(when(of.gathering))} Спасибо."
    return f"{talk}: спасибо за предложение. В этот раз в программу оно не вошло."


def reminder(of: Mine) -> str:
    """Of somebody who comes, or has not said."""
    asks = "" if of.own.answer is Coming.COMES else " Вы придёте?"
    return f"{name(of.gathering)}: {when(of.gathering)}, {stop(safe(of.gathering.place))}{asks}"


def read_label(of: Mine) -> str:
    return f"Материалы к {of.gathering.day:%d.%m}"


def may_read(of: Sequence[Material]) -> str:
    """What stands ready, by its first titles."""
    if not of:
        return ""
    named = ", ".join(f"«{safe(cut(each.title, 50))}»" for each in of[:_NAMED])
    more = f" и ещё {len(of) - _NAMED}" if len(of) > _NAMED else ""
    return f" Можно прочитать заранее: {named}{more}."
