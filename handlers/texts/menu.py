"""The menus and what stands on them."""

from collections.abc import Mapping, Sequence
from datetime import date

from handlers.texts.arrivals import still_told
from handlers.texts.common import full_day, questions, safe, stop
from storage.vocabulary import ConsentDecision

REQUEST_BEGIN = "Заполнить запрос (3 минуты)"
REQUEST_GO_ON = "Продолжить запрос"
REQUEST_OWN = "Мой запрос"
MENTORING_BEGIN = "Анкета наставника (4 минуты)"
MENTORING_GO_ON = "Продолжить анкету наставника"
MENTORING = "Моё наставничество"
MY_DATA = "Мои данные"
PAUSE = "Не беспокоить до…"
PAUSES = ("не беспокоить", "не беспокоить до", "не беспокоить до…")  # typed
UNPAUSE = "Снова можно писать"
HELP = "Помощь"
SCHOOLS = "Другая школа"
OWN = "Для меня как педагога"
NOTHING_WANTED = "Сейчас от вас ничего не нужно."

CARD = "Карточка"
ADD_ONE = "Добавить ещё"

TODAY = "Сегодня"
PEOPLE = "Люди"
BANK = "Банк наставляемых"
MENTORS = "Банк наставников"
PAPERS = "Бумаги"
QUESTIONS = "Вопросы"
WRITE = "Написать"
SETTINGS = "Настройки"


def teacher(school: str, wanted: str, paused_until: date | None) -> str:
    pause = f"\n\nДо {full_day(paused_until)} бот не напоминает." if paused_until else ""
    return f"<b>{safe(school)}, наставничество</b>\n\n{wanted}{pause}"


def wanted_request() -> str:
    return "Что от вас нужно: рассказать, какой поддержки не хватает. Это 3 минуты, ответы видит только координатор."


def wanted_rest(left: int) -> str:
    rest = f"осталось: {questions(left)}" if left else "осталось проверить ответы и отправить"
    return f"Что от вас нужно: закончить запрос, {rest}."


def wanted_opened(left: int) -> str:
    """A change of what had been sent has opened questions."""
    return f"Запрос отправлен, но после изменения в нём появились вопросы. Осталось: {questions(left)}."


def request_sent(*, seen: bool) -> str:
    return f"Запрос отправлен, координатор {'прочитал его' if seen else 'его увидит'}."


def wanted_approval() -> str:
    return "Координатор подтверждает, что вы работаете в школе."


def coordinator(school: str, behind: str) -> str:
    return f"<b>{safe(school)}, координатор</b>\n\n{behind}"


def help_teacher() -> str:
    return (
        "Этот бот ведёт программу наставничества. Он задаёт короткие вопросы, ответы видит координатор.\n\n"
        "Можно остановиться в любом месте: всё сохраняется. Кнопка «Назад» ничего не портит. "
        "Не получается — «Спросить координатора».\n\n"
        "/menu — меню, /stop — чтобы бот не писал первым."
    )


def help_coordinator() -> str:
    return (
        "«Люди»: список из Excel, приглашения.\n"
        "«Банк наставляемых», «Банк наставников»: кто что ответил, напоминания.\n"
        "«Анкеты»: вопросы, приглашения, результаты.\n"
        "«Бумаги»: бланки согласий, кто подписал.\n"
        "«Мероприятия»: кто придёт, протокол.\n"
        "«Написать»: сообщение всем или группе.\n\n"
        "Напишите фамилию, чтобы открыть карточку человека."
    )


def my_data(full_name: str, consented: str, contact: str, stops: Sequence[str]) -> str:
    """`stops` are the buttons of those ways to stop that are on the screen."""
    return (
        f"<b>Мои данные</b>\n\n{safe(full_name) or 'Имя не указано'}\n\nСогласие на обработку данных: {stop(consented)}\n"
        f"Бот пишет первым: {stop(contact)}{_apart([f'«{safe(each)}»' for each in stops])}"
    )


def own_data_ordered() -> str:
    return "Собираю файл со всем, что бот хранит о вас. Он придёт отдельным сообщением через несколько секунд."


def own_data_kept(name: str) -> str:
    """A strict school: the file is on its server."""
    return (
        "Файл со всем, что бот хранит о вас, готов. В вашей школе документы с фамилиями в чат не отправляют: "
        f"попросите координатора передать вам файл <code>{safe(name)}</code> из папки exports. Через сутки он удалится."
    )


def _apart(stops: Sequence[str]) -> str:
    if len(stops) < 2:
        return ""
    return f"\n\n{', '.join(stops[:-1])} и {stops[-1]} — разные вещи."


OWN_DATA = "Что знает обо мне бот"
GIVEN, NOT_GIVEN = "дано", "не дано"
# Whoever has given it to another text keeps the right to take it back.
DECIDED: Mapping[ConsentDecision | None, str] = {
    ConsentDecision.GIVEN: "дано на прежний текст, новый ждёт ответа",
    ConsentDecision.WITHDRAWN: "отозвано",
    ConsentDecision.LAPSED: "срок закончился, нужно новое",
}
WRITES, DOES_NOT_WRITE = "да", "нет"
STOP_MESSAGES = "Не писать мне первым"
ALLOW_MESSAGES = "Разрешить писать первым"
WITHDRAW_REQUEST = "Отозвать запрос"
WITHDRAW_MENTORING = "Отозвать анкету наставника"
WITHDRAW = "Отозвать согласие"
STOPS = (STOP_MESSAGES, WITHDRAW_REQUEST, WITHDRAW_MENTORING, WITHDRAW)
GIVE_CONSENT = "Дать согласие"


def stopped(*, coordinates: bool = False) -> str:
    return (
        "Хорошо. Бот больше не пишет первым, черновик сохранён. Написать сюда и продолжить можно в любое время."
        f"{still_told(coordinates)}"
    )


def withdraw_request_ask() -> str:
    return "Отозвать запрос? Ответы будут удалены и уйдут из банка. Согласие останется, запрос можно будет заполнить снова."


def request_withdrawn() -> str:
    return "Запрос отозван, ответы удалены."


def no_request() -> str:
    return "Запроса пока нет."


OWN_NAME = "Исправить имя"


def pause_days(until: date) -> str:
    return f"До {full_day(until)}"


def paused(until: date) -> str:
    return f"Хорошо, до {full_day(until)} бот не напоминает. Написать сюда можно в любое время."


def unpaused() -> str:
    return "Хорошо, напоминания снова включены."


def schools() -> str:
    return "Вы участвуете в нескольких школах. С какой продолжим?"
