"""«Мероприятия»: the year's list, one event, whom it is for, its talks; a coordinator's screens."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import cut, label_of, pages, people, room_of_each, safe
from handlers.texts.roadmap import day_of_week
from mentoring.gatherings import Gathering
from mentoring.gatherings.agenda import Wish
from mentoring.gatherings.kinds import NAMES
from mentoring.gatherings.looking import Seen, YearPage
from mentoring.gatherings.making import Told
from mentoring.rules.gatherings import Warn
from storage.vocabulary.gatherings import GatheringState

TITLE = "Мероприятия"
NEW = "Новое мероприятие"
TO_LIST = "К мероприятиям"
TO_EVENT = "К мероприятию"
AGENDA = "Изменить повестку"
CHANGE, CHANGE_DAY, CHANGE_PLACE, CHANGE_PLACES = "Изменить", "День и время", "Место", "Сколько мест"
CALL, CALL_NO_MORE = "Звать с докладами", "Не звать с докладами"
DROP = "Удалить черновик"
CANCEL = "Отменить мероприятие"
CANCEL_YES = "Да, отменить"
CALENDAR_FILE = "Файл для календаря"
ANSWERS = "Кто что ответил"

_WARN: Mapping[Warn, str] = {
    Warn.PAST: "этот день уже прошёл: приглашений не будет, но мероприятие можно записать",
    Warn.DAY_OFF: "это выходной",
    Warn.BREAK: "это каникулы",
    Warn.LEAVE: "у педагогов отпуск",
    Warn.TAKEN: "в этот день уже есть другое мероприятие",
}
_ROOM = 1500


def name(of: Gathering) -> str:
    return NAMES[of.kind]


def when(of: Gathering) -> str:
    """«14 октября, среда, 15:30»."""
    return f"{day_of_week(of.day)}, {safe(of.starts)}"


def page(of: YearPage) -> str:
    if not of.total:
        return (
            "<b>Мероприятия</b>\n\nЗдесь установочные сессии, консультации, семинары, конференция и круглый стол: "
            "приглашения, кто был, протокол. Пока ни одного нет."
        )
    return f"<b>Мероприятия</b> этого учебного года: {of.total}{pages(of.number, of.pages)}"


def line(of: Gathering) -> str:
    mark = {GatheringState.DRAFT: ", черновик", GatheringState.CANCELLED: ", отменено"}.get(of.state, "")
    return label_of(f"{of.day:%d.%m} {name(of)}{mark}")


def event(of: Seen) -> str:
    it = of.gathering
    warned = f"\n\nОбратите внимание: {'; '.join(_WARN[each] for each in of.warnings)}." if _warns(of) else ""
    return f"<b>{name(it)}</b>{_state(of)}\n{when(it)}\n{safe(it.place)}\n\n{_people(of)}{agenda(it.agenda)}{warned}"


def _warns(of: Seen) -> bool:
    return bool(of.warnings) and of.may_change


def _state(of: Seen) -> str:
    if of.is_cancelled:
        return ", отменено"
    return ", черновик" if of.is_draft else ""


def _people(of: Seen) -> str:
    places = f", мест: {of.gathering.places}" if of.gathering.places else ""
    if of.is_draft:
        return f"В списке: {people(of.numbers.listed)}{places}. Приглашения ещё не отправлены."
    if of.held:
        guests = f", гостей: {of.gathering.guests}" if of.gathering.guests else ""
        return f"Были: {people(of.attended)}{guests}, приглашали: {of.numbers.invited}."
    silent = of.numbers.invited - of.numbers.comes - of.numbers.refuses - of.numbers.later
    return (
        f"Приглашены: {people(of.numbers.invited)}{places}. Будут: {of.numbers.comes}, не смогут: {of.numbers.refuses}, "
        f"скажут позже: {of.numbers.later}, без ответа: {max(silent, 0)}."
    )


def agenda(items: Sequence[str]) -> str:
    """As it is printed; nothing when there is none."""
    room = room_of_each(len(items), 200, whole=_ROOM, beside=8)
    listed = "\n".join(f"{number}. {safe(cut(each, room))}" for number, each in enumerate(items, 1))
    return f"\n\nПовестка:\n{listed}" if listed else ""


def wishes(of: Sequence[Wish]) -> str:
    """What the draft of a session was made of; nobody is named."""
    counted = ", ".join(f"{each.item[:1].lower()}{each.item[1:]} ({each.count})" for each in of)
    return f"Наставники хотели бы: {safe(counted)}." if of else ""


def made() -> str:
    return "Черновик готов. Посмотрите список и повестку; без вашего подтверждения ничего не уйдёт."


def gone() -> str:
    return "Этого мероприятия больше нет. Вот остальные."


def not_now() -> str:
    return "Сейчас это изменить нельзя: мероприятие уже началось, прошло или отменено."


def people_label(of: Seen) -> str:
    return f"Кого пригласить ({of.numbers.listed})"


def invite_label(of: Seen) -> str:
    waiting = of.numbers.listed - of.numbers.invited
    return f"Пригласить ещё ({waiting})" if not of.is_draft else f"К приглашению ({waiting})"


def attendance_label(of: Seen) -> str:
    return f"Кто был ({of.attended})" if of.held else "Отметить, кто был"


def talks_label(of: Seen) -> str:
    return f"Доклады (ждут ответа: {of.numbers.talks})" if of.numbers.talks else f"Доклады ({of.numbers.accepted})"


def changed(of: Told) -> str:
    if not of.told and not of.in_person:
        return "Записано."
    in_person_ = f" Сказать лично: {people(of.in_person)}." if of.in_person else ""
    return f"Записано. О перемене бот скажет: {people(of.told)}.{in_person_}"


def kept(*, done: bool) -> str:
    return "Записано." if done else not_now()


def agenda_kept(*, done: bool) -> str:
    return "Повестка записана." if done else "Повестка уже в протоколе: под её вопросами есть записи, менять её нельзя."


def change_ask() -> str:
    return "Что изменить? О новом дне, времени или месте бот скажет всем приглашённым, один раз."


def cancel_ask(of: Seen) -> str:
    return (
        f"Отменить: {name(of.gathering)}, {when(of.gathering)}? Бот сразу скажет об этом приглашённым "
        f"({people(of.numbers.invited)}). Вернуть отменённое нельзя, можно создать новое."
    )


def cancelled(of: Told) -> str:
    in_person_ = f" Сказать лично: {people(of.in_person)}." if of.in_person else ""
    return f"Мероприятие отменено. Бот скажет об этом: {people(of.told)}.{in_person_}"


def drop_ask(of: Seen) -> str:
    return (
        f"Удалить черновик: {name(of.gathering)}, {when(of.gathering)}? О нём ещё никто не знает; вернуть его нельзя."
    )


def dropped() -> str:
    return "Черновик удалён."


def file_ordered() -> str:
    return "Файл для календаря сейчас придёт: откройте его, и телефон предложит добавить событие."
