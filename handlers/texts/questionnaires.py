"""Questionnaires as a coordinator keeps them: the list, one of them, its versions, how to change it in Excel."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from handlers.texts import sending
from handlers.texts.common import label_of, local_day, questions, safe
from mentoring.questionnaires import Card, Invited, Listed
from mentoring.rules.forms import Form

TITLE = "Анкеты"
DOWNLOAD = "Скачать Excel для правки"
XLSFORM = "Скачать как XLSForm"
ASK = "Попросить ответить"
SEND = "Как изменить анкету"
NEW = "Создать анкету"
DRAFT = "Открыть черновик"
VERSIONS = "Прежние версии"
TO_LIST = "К анкетам"
TO_CARD = "К анкете"
MOST_VERSIONS = 8


def listed(of: Sequence[Listed]) -> str:
    lines = "\n".join(f"• {safe(each.form.title)}: {_state(each)}" for each in of)
    return (
        f"<b>{TITLE}</b>\n\n{lines}\n\nЛюбую можно скачать в Excel, изменить и прислать сюда. "
        "Пока новая версия не опубликована, никто её не увидит."
    )


def _state(of: Listed) -> str:
    if not of.is_asked:
        return "черновик, ещё не опубликована"
    draft = ", есть черновик" if of.has_draft else ""
    if of.form.anonymous:
        return f"без имён{draft}"
    return f"ответили {of.count.submitted}, в процессе {of.count.begun}{draft}"


def title(of: Form) -> str:
    return f"<b>{safe(of.title)}</b>"


def from_paper(name: str) -> str:
    return label_of(f"С бумаги: {name}")


def label(of: Listed) -> str:
    return label_of(of.form.title)


def card(of: Card, zone: ZoneInfo) -> str:
    form = of.form
    own = next((each for each in of.versions if each.version == form.version), None)
    published = f", опубликована {local_day(own.published_at, zone)}" if own else ", как была в боте"
    note = f"\nЧто изменено: {safe(own.note)}" if own and own.note else ""
    invited = f"\n{_invited(of.invited)}" if of.invited and of.invited.asked else ""
    draft = "\n\nЕсть черновик новой версии." if of.draft_id else ""
    return (
        f"<b>{safe(form.title)}</b>\n\nВерсия {form.version}{published}.{note}\n"
        f"{questions(len(form.questions)).capitalize()}, {_who_sees(form)}.{_answered(of)}{invited}{draft}"
    )


def _answered(of: Card) -> str:
    """Of answers without names the round says it."""
    if of.form.anonymous:
        return ""
    return f"\nОтветили: {of.count.submitted}. В процессе: {of.count.begun}."


def _invited(of: Invited) -> str:
    return f"Приглашены: {of.asked}, без ответа: {of.silent}."


def silent_button(count: int) -> str:
    return f"{sending.SILENT} ({count})"


def _who_sees(of: Form) -> str:
    if of.anonymous:
        return "ответы без имён"
    return "ответы видит только координатор" if of.confidential else "ответы видят участники"


def how_to_send() -> str:
    return (
        f"1. Нажмите «{DOWNLOAD}» и откройте файл.\n"
        "2. Измените вопросы на листе «Вопросы»: одна строка — один вопрос. Столбец «Код» не меняйте, у новой строки "
        "оставьте его пустым.\n"
        "3. Сохраните и пришлите файл сюда, в чат.\n\n"
        "Бот покажет, что изменилось, даст попробовать анкету на себе и опубликует её, когда вы скажете."
    )


def new() -> str:
    return (
        "Шаблон новой анкеты придёт отдельным сообщением. Впишите свои вопросы на лист «Вопросы», название — на лист "
        "«Анкета», и пришлите файл сюда: бот покажет черновик."
    )


def file_ordered() -> str:
    return "Файл придёт отдельным сообщением через несколько секунд."


def gone() -> str:
    return "Такой анкеты больше нет. Вот те, что есть."


def versions(of: Card, zone: ZoneInfo) -> str:
    lines = [
        f"• {each.version}, {local_day(each.published_at, zone)}{f': {safe(each.note)}' if each.note else ''}"
        for each in of.versions[:MOST_VERSIONS]
    ]
    first = [] if any(each.version == 1 for each in of.versions) else ["• 1, как была в боте"]
    listed = "\n".join([*lines, *first])
    return (
        f"<b>{safe(of.form.title)}</b>, версии\n\n{listed}\n\n"
        "Прежнюю можно взять за основу: она станет черновиком, прежние ответы не изменятся."
    )


def earlier(version: int) -> str:
    return f"Взять версию {version}"
