"""Papers by templates: what there is, what is missing, the number, the school's own template."""

from collections.abc import Mapping

from handlers.texts.common import cut, full_day, label_of, safe, stop
from handlers.texts.settings import FIELDS
from mentoring.documents import Document, Made, Seen, Sign, Signed
from mentoring.documents.asked import Asked, shown
from mentoring.papers.templates.fields import Outline

TITLE = "Документы"
TO_DOCUMENT = "К документу"
FILL = "Заполнить недостающее"
DATA = "Данные документа"
MAKE = "Собрать (Word)"
SIGN = "Номер и дата"
SIGN_ANEW = "Исправить номер и дату"
TEMPLATE = "Свой шаблон"
ROADMAP = "Дорожная карта"
ELSEWHERE = "Бумаги пар и событий"
COORDINATOR = "Карточка координатора"
OBSERVATION = "Лист наблюдения урока"
_MOST_MISSING = 12

_MADE: Mapping[Made, str] = {
    Made.DRAFT: "Проект придёт отдельным сообщением через несколько секунд.",
    Made.ORIGINAL: "Документ придёт отдельным сообщением через несколько секунд.",
    Made.COPY: "Содержание то же, поэтому документ придёт с пометкой «Копия».",
    Made.CHANGED: "Придёт новый проект без номера. Подписанный документ остаётся прежним.",
}


def documents(outlines: Mapping[int, list[Outline]]) -> str:
    stages = "\n".join(
        f"Этап {stage}: {', '.join(safe(each.title) for each in of)}" for stage, of in sorted(outlines.items())
    )
    return f"<b>{TITLE}</b>\n\nБот собирает бумаги в Word. Номер и дату даёт ваш журнал регистрации.\n\n{stages}"


def elsewhere() -> str:
    return (
        f"<b>{ELSEWHERE}</b>\n\nЭти документы бот собирает там, где сама пара или событие. "
        "Здесь можно взять и заменить их шаблон."
    )


def made_elsewhere(of: Outline) -> str:
    return f"<b>{safe(of.title)}</b>\n\n{of.about}\n\nГде собрать: {of.place}."


def label(of: Outline, made: Document | None) -> str:
    return label_of(f"{of.title}{_standing(made) if of.numbered else ''}")


def _standing(made: Document | None) -> str:
    if made is None:
        return ""
    return f": № {made.number}" if made.number else ": проект"


def document(of: Seen) -> str:
    lines = [f"<b>{safe(of.outline.title)}</b>", "", of.outline.about, "", _number(of)]
    if of.template:
        lines.append(f"Шаблон: ваш, версия {of.template.version}.")
    if left := _missing(of):
        lines += ["", f"Не заполнено: {left}."]
    if of.differs:
        lines += ["", "С тех пор данные изменились: сейчас документ вышел бы другим. Подписанный не изменится."]
    return "\n".join(lines)


def _number(of: Seen) -> str:
    if not of.outline.numbered:
        return "Номер и дата этой бумаге не нужны."
    if of.signed:
        return f"Номер {safe(of.signed.number)} от {full_day(of.signed.dated_on)}."
    return "Номера пока нет: на страницах будет «Проект»."


def _missing(of: Seen) -> str:
    left = [each.what for each in of.missing] + [FIELDS[each].lower() for each in of.filled.unsettled]
    more = f" и ещё {len(left) - _MOST_MISSING}" if len(left) > _MOST_MISSING else ""
    return "; ".join(left[:_MOST_MISSING]) + more


def made(of: Made) -> str:
    return _MADE[of]


def signed(of: Signed) -> str:
    match of.of:
        case Sign.TAKEN:
            return "Документ с таким номером и датой уже внесён. Проверьте номер по журналу регистрации."
        case Sign.FUTURE:
            return "Эта дата ещё не наступила. Внесите её, когда документ подписан."
        case Sign.GONE:
            return "Номер не записан: данные, о которых документ, изменились."
    proved = " В дорожной карте это дело отмечено сделанным." if of.proved else ""
    return f"Номер и дата записаны.{proved}"


def kept() -> str:
    return "Записано."


def data(of: Seen, asked: tuple[Asked, ...]) -> str:
    lines = "\n".join(f"{each.label}: {_value(of, each)}" for each in asked)
    return f"<b>{DATA}</b>\n{safe(of.outline.title)}\n\n{lines}\n\nНажмите на то, что нужно изменить."


def _value(of: Seen, asked: Asked) -> str:
    known = shown(asked, of.filled.known.get(asked.field, ""))
    return safe(cut(known, 80)) if known else "нет" if asked.optional else "не заполнено"


def asked_label(of: Asked) -> str:
    return label_of(of.label)


def asks(of: Seen, asked: Asked) -> str:
    return f"<b>{asked.label}</b>. Сейчас: {stop(_value(of, asked))}"
