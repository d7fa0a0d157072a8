"""«Написать»: to whom, how the message will look, who gets it and who is to be told in person."""

from collections.abc import Mapping

from handlers.texts import sending
from handlers.texts.common import pages, people, safe
from mentoring.announced import Said
from mentoring.announcements import BeyondPage, Preview, Sent, Sizes
from mentoring.silence import Beyond
from storage.vocabulary import Audience

READ = "Прочитал(а)"
CHANGE_TEXT = "Изменить текст"
TO_WRITE = "К выбору, кому написать"
TO_DRAFT = "К сообщению"
TO_REPORT = "Что с сообщением"

_AUDIENCES: Mapping[Audience, str] = {
    Audience.EVERYBODY: "Всем",
    Audience.SILENT: "Педагогам без запроса",
    Audience.MENTEES: "Наставляемым",
    Audience.MENTORS: "Наставникам",
    Audience.COORDINATORS: "Координаторам",
}
BEYOND: Mapping[Beyond, str] = {
    Beyond.NOT_IN_BOT: "не в боте",
    Beyond.NO_CONSENT: "нет согласия на данные",
    Beyond.MUTE: "просят не писать",
    Beyond.PAUSED: "просят пока не беспокоить",
    Beyond.UNREACHABLE: "бот остановлен",
}


def message(of: Said) -> str:
    """As people see it."""
    named = safe(of.school_name)
    named = named if any(mark in named for mark in "«»") else f"«{named}»"
    return f"<b>Сообщение от координатора школы {named}</b>\n\n{safe(of.text)}"


def marked() -> str:
    return "Отмечено"


def to_whom(of: Sizes) -> str:
    if not of.everybody:
        return (
            "<b>Написать</b>\n\nПисать пока некому: в списке школы, кроме вас, никого нет. "
            "Людей добавляют кнопкой «Люди» в меню."
        )
    return (
        "<b>Написать</b>\n\nКому? После текста бот покажет, как его увидят и скольким он придёт; "
        "без вашего подтверждения ничего не уйдёт."
    )


def audience_label(audience: Audience, of: Sizes) -> str:
    return f"{_AUDIENCES[audience]} ({of.size(audience)})"


def nobody(audience: Audience) -> str:
    return f"«{_AUDIENCES[audience]}»: таких людей, кроме вас, пока нет. Выберите, кому ещё написать."


def sent_before(count: int) -> str:
    return f"Отправленные ({count})"


def writing_to(audience: Audience) -> str:
    return f"<b>Написать</b>: {_to(audience)}."


def _to(audience: Audience) -> str:
    return _AUDIENCES[audience].lower()


def preview(of: Preview, said: Said) -> str:
    beyond = f"\n{_in_person(of)}" if of.beyond else ""
    return f"Так сообщение увидят:\n\n<blockquote>{message(said)}</blockquote>\n\n{_reached(of)}{beyond}"


def _reached(of: Preview) -> str:
    head = f"Кому: {_to(of.draft.audience)}."
    if not of.reached:
        return f"{head} Сейчас сообщение не придёт никому."
    if of.when.at_once:
        return f"{head} Получат сейчас: {people(of.reached)}."
    return f"{head} Получат {sending.moment(of.when)}: {people(of.reached)}. Бот пишет людям в рабочие дни с 14 до 18."


def _in_person(of: Preview) -> str:
    why = ", ".join(f"{BEYOND[each]}: {count}" for each, count in of.beyond)
    return f"Сказать лично: {people(of.to_be_told)}, бот им написать не может ({why})."


def send_label(count: int) -> str:
    return sending.send_label(count)


def in_person(count: int) -> str:
    return f"Кому сказать лично ({count})"


def beyond(of: BeyondPage, named: Mapping[int, str]) -> str:
    if not of.lines:
        return "Сообщение дойдёт до всех: говорить лично никому не нужно."
    lines = "\n".join(f"• {safe(named[each.id])}: {BEYOND[each.why]}" for each in of.lines)
    return f"<b>Кому сказать лично</b>: {people(of.total)}\n\n{lines}{pages(of.number, of.pages)}"


def sent(of: Sent) -> str:
    if of.when.at_once:
        return f"Сообщение уходит, его получат: {people(of.count)}. Кто его прочитал, видно в «{TO_REPORT}»."
    return (
        f"Готово: сообщение придёт {sending.moment(of.when)}, его получат: {people(of.count)}. "
        f"До этого его можно остановить в «{TO_REPORT}»."
    )


def sent_already() -> str:
    return "Это сообщение уже отправлено, второй раз оно не уйдёт."


def dropped() -> str:
    return "Сообщение не отправлено"


def gone() -> str:
    return "Такого сообщения нет: его отменили, изменили или прошёл учебный год. Можно написать новое."
