"""A person's card, the personal link, disconnecting a lost account, answers from paper."""

from collections.abc import Mapping
from datetime import date
from zoneinfo import ZoneInfo

from handlers.texts import leaving
from handlers.texts.common import full_day, local_day, safe, stop
from handlers.texts.roles import named
from mentoring.cards import Card
from mentoring.mentors import MentorStanding
from mentoring.rules.names import short_name
from storage.vocabulary import ConsentDecision, PaperState, RunState

LINK = "Личная ссылка"
NEW_LINK = "Новая личная ссылка"
OPEN_REQUEST = "Открыть запрос"
OPEN_MENTOR = "Открыть анкету наставника"
FROM_PAPER = "Внести с бумаги"
CORRECT_PAPER = "Исправить ответы с бумаги"
MENTOR_FROM_PAPER = "Анкета наставника с бумаги"
CORRECT_MENTOR_PAPER = "Исправить анкету наставника с бумаги"
PRINT_FORM = "Печать согласия"
DISCONNECT = "Отключить аккаунт"
REMOVE = "Убрать из списка"
WITHDRAWN = "Отозвано на бумаге"
WITHDRAWN_YES = "Да, заявление у меня"
NAMELESS = "Без имени в списке"  # came by a role's invitation that named nobody
TO_CARD = "К карточке"
TO_LIST = "К списку"
IN_HAND = "Да, бланк подписан"

_CONSENT: Mapping[ConsentDecision | None, str] = {
    ConsentDecision.GIVEN: "дано",
    ConsentDecision.DECLINED: "не дано, участвует на бумаге",
    ConsentDecision.WITHDRAWN: "отозвано",
    ConsentDecision.LAPSED: "срок закончился, бот спросит снова",
}
_PAPER: Mapping[PaperState | None, str] = {
    PaperState.RECEIVED: "получен",
    PaperState.PRINTED: "напечатан, ещё не сдан",
}
_REQUEST: Mapping[RunState | None, str] = {
    RunState.OPEN: "начат, не отправлен",
    RunState.SUBMITTED: "отправлен",
    RunState.WITHDRAWN: "отозван автором",
}


_MENTOR: Mapping[RunState, str] = {
    RunState.OPEN: "начата, не отправлена",
    RunState.SUBMITTED: "отправлена",
    RunState.WITHDRAWN: "отозвана автором",
}


def name(card: Card) -> str:
    """Short, unless somebody else of the school is shortened to the same."""
    full = card.person.full_name
    return safe(full if card.has_namesake else short_name(full)) or NAMELESS


def card(of: Card, zone: ZoneInfo) -> str:
    person, standing = of.person, of.standing
    if of.has_left and person.erase_by is not None:
        return leaving.card(name(of), person.erase_by)
    if person.erase_by is not None:
        return _withdrawn(name(of), person.erase_by)
    post = f"\n{safe(person.position)}" if person.position else ""
    rights = [f"Роль: {named(of.rights)}"] if of.rights else []
    lines = (
        *rights,
        f"Telegram: {_account(of)}",
        f"Согласие на данные: {_CONSENT.get(standing.data_decision, 'ещё нет ответа')}",
        f"Бумажный бланк: {_PAPER.get(standing.paper, 'не напечатан')}",
        f"Запрос: {_REQUEST.get(standing.request, 'не начат')}",
        *_mentoring(of.mentoring, zone),
        *([f"Был(а) на мероприятиях: {of.events}"] if of.events else []),
    )
    tried = f"\n\n{_second_try()}" if of.second_try else ""
    return f"<b>{name(of)}</b>{post}\n\n" + "\n".join(lines) + tried


def _mentoring(of: MentorStanding, zone: ZoneInfo) -> list[str]:
    """Only of whoever has begun it or was invited to."""
    if of.state is not None and of.state in _MENTOR:
        return [f"Анкета наставника: {_MENTOR[of.state]}"]
    return [f"Анкета наставника: приглашение {local_day(of.asked_at, zone)}, не начата"] if of.asked_at else []


def _account(of: Card) -> str:
    if of.is_own:
        return "это вы"
    if of.person.account_id is None:
        return "приглашение не использовано"
    return "подключён" if of.standing.reachable else "нет связи, бот у человека остановлен"


def _second_try() -> str:
    return (
        "По приглашению, которое уже использовано, пытался войти другой аккаунт; бот не впустил. Если вошёл не тот "
        "человек или телефон сменился, нажмите «Отключить аккаунт»: бот даст новую ссылку и код."
    )


def _withdrawn(who: str, erase_by: date) -> str:
    return (
        f"<b>{who}</b>\n\nСогласие отозвано, данные скрыты. Их нужно уничтожить до {full_day(erase_by)}; "
        "в этот день они уничтожатся сами."
    )


def link_given(who: str) -> str:
    """Under the message that is forwarded."""
    return (
        f"{who}: личная ссылка в сообщении выше, перешлите его этому человеку. Ещё раз бот её не покажет; "
        "ссылки, выданные ему раньше, больше не действуют."
    )


def no_link() -> str:
    return "Ссылка не нужна: человек уже в боте или его данные скрыты."


def disconnect_ask(who: str) -> str:
    return (
        f"Отключить аккаунт, с которого заходит {who}? Это нужно, если телефон потерян или сменился аккаунт. "
        "Тот аккаунт сразу потеряет доступ, ответы останутся. Бот даст новую личную ссылку."
    )


def disconnected() -> str:
    return "Аккаунт отключён."


def nothing_to_disconnect() -> str:
    return "Аккаунта у этого человека уже нет."


def remove_ask(who: str) -> str:
    return (
        f"Убрать из списка: {who}? Человек ещё не вошёл в бот и ничего не решал. Его приглашения перестанут действовать. "
        "Ошибку в должности или предметах можно исправить и так: пришлите список ещё раз, с тем же именем."
    )


def removed() -> str:
    return "Убран(а) из списка. Вернуть можно, добавив человека заново."


def not_to_be_removed() -> str:
    return "Из списка так убирают только тех, кто ещё не вошёл и не давал согласия. Остальные отзывают согласие."


def withdraw_ask(who: str) -> str:
    return (
        f"{stop(who)} Письменное заявление об отзыве согласия у вас в руках?\n\nСразу: бот перестанет писать этому человеку, "
        "ответы и профиль скроются. Данные нужно уничтожить, на 25-й день это произойдёт само. Заявление храните в школе."
    )


def withdrawn(on: date, destroyed_by: date) -> str:
    return f"Отмечено: согласие отозвано на бумаге {full_day(on)}, данные уничтожить до {full_day(destroyed_by)}."


def nothing_to_withdraw() -> str:
    return "Отзывать нечего: согласия сейчас нет, или оно уже отозвано."


def paper_consent_ask(who: str) -> str:
    return (
        f"{who}: подписанное согласие у вас в руках?\n\nБез него ответы записывать нельзя. "
        "Если бланка ещё нет, напечатайте его и дайте подписать."
    )


def paper_consent_noted() -> str:
    return "Отмечено: согласие подписано, бланк получен."


def paper_closed() -> str:
    return "Внести ответы с бумаги нельзя: человек отвечает в боте сам, уже ответил или отозвал согласие."


def form_ordered() -> str:
    return "Бланк согласия придёт отдельным сообщением через несколько секунд."
