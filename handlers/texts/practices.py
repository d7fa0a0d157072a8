"""«Копилка практик» for everybody: the library, one card, what of it is reworded."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from handlers.texts.common import cut, label_of, local_day, plural, safe
from handlers.texts.reading import PIECE, Page, by_pages
from mentoring.pair_words import area
from mentoring.practices.looking import Home, LinesPage
from mentoring.practices.model import FOUND, Card, Edit
from mentoring.rules.names import short_name
from storage.vocabulary.practices import CardField, CardState, Publish

TITLE = "Копилка практик"
TELL = "Рассказать о практике"
GO_ON = "Продолжить карточку"
OWN = "Мои карточки"
FIND = "Найти по слову"
ALL = "Все карточки"
TO_LIBRARY = "К копилке"
TO_CARD = "К карточке"
EDIT = "Поправить"
TAKE_BACK = "Забрать карточку"
WHO_SEES = "Кто видит карточку"

ALLOWED: Mapping[Publish, str] = {
    Publish.NAMED: "карточку видят все в программе, с именем автора",
    Publish.NAMELESS: "карточку видят все в программе, без имени; автора знает только координатор",
    Publish.NEVER: "карточку видят только автор и координатор",
}
STATES: Mapping[CardState, str] = {
    CardState.SENT: "у координатора",
    CardState.RETURNED: "вернулась с вопросом",
    CardState.ACCEPTED: "в копилке",
    CardState.TAKEN_BACK: "вы её забрали",
}
FIELDS: Mapping[CardField, str] = {
    CardField.TITLE: "Название",
    CardField.AREAS: "Направления",
    CardField.USEFUL_TO: "Кому полезно",
    CardField.PROBLEM: "Ситуация",
    CardField.DONE: "Что делали",
    CardField.RESULT: "Результат",
    CardField.LINKS: "Материалы",
}
NOTE = 300
_WAS = 400  # of each wording of a change


def cards(count: int) -> str:
    return plural(count, "карточка", "карточки", "карточек")


def home(of: Home) -> str:
    inside = (
        f"Внутри: {cards(of.total)}. Выберите направление или найдите по слову." if of.total else "Пока в ней пусто."
    )
    return (
        f"<b>{TITLE}</b>\n\nПриёмы, которыми педагоги школы делятся с коллегами. {inside}\n\n"
        "Есть чем поделиться? Бот задаст 8–9 вопросов, их можно отложить на любой день."
    )


def area_label(key: str, count: int) -> str:
    return label_of(f"{count} · {area(key)}")


def own_label(count: int) -> str:
    return f"{OWN} ({count})" if count else OWN


def page(of: LinesPage) -> str:
    head = safe(area(of.area)) if of.area else ALL
    rest = f"{cards(of.total)}, по алфавиту." if of.total else "Здесь пока ничего нет."
    return f"<b>{head}</b>\n\n{rest}"


def line_label(title: str) -> str:
    return label_of(title)


def found(typed: str, count: int) -> str:
    asked = safe(cut(typed, 60))
    if not count:
        return f"По словам «{asked}» ничего не нашлось. Попробуйте начало слова или другое слово."
    more = " Здесь не все: напишите ещё слово, чтобы сузить поиск." if count > FOUND else ""
    return f"Нашлось по словам «{asked}»: {min(count, FOUND)}.{more}"


def card(of: Card, zone: ZoneInfo) -> list[Page]:
    """By pages, when one message does not hold it."""
    row = of.row
    head = f"<b>{safe(row.title)}</b>{_author(of)}"
    paragraphs = [[_field(field, row_text)] for field, row_text in _words(of)]
    return by_pages(head, f"<b>{safe(row.title)}</b>", [*paragraphs, *([each] for each in _aside(of, zone))])


def _author(of: Card) -> str:
    named = safe(short_name(of.author))
    if not named:
        return ""
    hidden = " (коллеги имени не видят)" if of.row.publish is not Publish.NAMED else ""
    return f"\nАвтор: {named}{hidden}"


def _words(of: Card) -> list[tuple[CardField, str]]:
    row = of.row
    every = (
        (CardField.AREAS, ", ".join(area(each) for each in row.areas)),
        (CardField.USEFUL_TO, row.useful_to),
        (CardField.PROBLEM, row.problem),
        (CardField.DONE, row.done),
        (CardField.RESULT, row.result),
        (CardField.LINKS, row.links),
    )
    return [(field, text) for field, text in every if text]


def _field(field: CardField, text: str) -> str:
    return f"<b>{FIELDS[field]}.</b> {safe(text[:PIECE])}"


def _aside(of: Card, zone: ZoneInfo) -> list[str]:
    """What the author and the coordinator alone are told."""
    if not (of.is_own or of.decides):
        return []
    row = of.row
    told = [f"<i>Сейчас: {STATES[row.state]}. Разрешение: {ALLOWED[row.publish]}.</i>"]
    if row.note:
        told.append(f"Вопрос координатора: «{safe(cut(row.note, NOTE))}»")
    return [*told, *(_edit(each.field, each.was, each.became, local_day(each.edited_at, zone)) for each in of.edits)]


def _edit(field: CardField, was: str, became: str, on: str) -> str:
    return f"Координатор поправил {on}, «{FIELDS[field]}».\nБыло: {_said(field, was)}\nСтало: {_said(field, became)}"


def _said(field: CardField, text: str) -> str:
    if field is CardField.AREAS:
        return safe(", ".join(area(each) for each in text.split(",") if each)) or "—"
    return safe(cut(text, _WAS)) or "—"


def gone() -> str:
    return "Этой карточки здесь нет: её забрали, или автор её больше не показывает."


def fields(of: Card) -> str:
    told = "" if of.is_own else " Автор увидит, что было и что стало."
    return f"Что поправить в карточке «{safe(of.row.title)}»?{told}"


def now_is(field: CardField, text: str) -> str:
    said = _said(field, text) if field is CardField.AREAS else safe(text) or "—"
    return f"{FIELDS[field]} сейчас:\n{said}"


def edited(of: Edit) -> str:
    match of:
        case Edit.DONE:
            return "Записано."
        case Edit.SAME:
            return "Ничего не изменилось: так и было."
        case Edit.LOCKED:
            return f"Сейчас карточку править нельзя. Принятую автор может сначала забрать: «{TAKE_BACK}»."
        case Edit.GONE:
            return gone()


def promised() -> str:
    return (
        "В итоговой анкете вы отметили, что есть приём, которым можно поделиться. Карточка займёт минут десять, "
        "текст из анкеты бот подставит. Если передумали, ничего делать не нужно."
    )
