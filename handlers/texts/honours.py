"""Thanks and certificates: who gets which, what is missing for the others and the way out."""

from collections.abc import Mapping, Sequence

from handlers.texts.common import full_day, label_of, pages, people, safe, stop
from handlers.texts.people import label
from mentoring.documents import Made
from mentoring.documents.filled import Register
from mentoring.honours import SIDES, THANKS, Honoured, Withheld, Year
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.rules.names import short_name
from storage.vocabulary.documents import DocumentKind

TITLE = "Благодарности и свидетельства"
TO_LIST = "К списку"
CASE = "Проверить падеж"
CASES = "Проверить падежи"
ORDER = "Внести приказ о паре"
TO_PAIR = "Карточка пары"
PROGRAMME = "Программа"
MOST = 6

_WHY: Mapping[Withheld, str] = {
    Withheld.NOT_BEGUN: "пара ещё не начала работать",
    Withheld.NO_ORDER: "нет подписанного приказа",
    Withheld.NO_PROGRAMME: "программа не утверждена",
    Withheld.NOT_FINISHED: "программа не завершена",
}
_WAYS: Mapping[Withheld, str] = {
    Withheld.NOT_BEGUN: "Благодарность появится после первой отмеченной встречи.",
    Withheld.NO_ORDER: "Внесите номер и дату приказа о паре.",
    Withheld.NO_PROGRAMME: "Пара составляет программу, вы её утверждаете.",
    Withheld.NOT_FINISHED: "Нужно отметить все шаги или завершить пару по сроку.",
}
_MADE: Mapping[Made, str] = {
    Made.DRAFT: "Документ придёт отдельным сообщением через несколько секунд.",
    Made.ORIGINAL: "Документ придёт отдельным сообщением через несколько секунд.",
    Made.COPY: "Содержание то же, поэтому документ придёт с пометкой «Копия».",
    Made.CHANGED: "Данные с тех пор изменились: документ придёт без номера, внесите новый.",
}


def year(of: int) -> str:
    return f"{of}/{of + 1}"


def listed(of: Year, shown: Sequence[Honoured], number: int, of_pages: int) -> str:
    if not of.people:
        return (
            f"<b>{TITLE}, {year(of.school_year)}</b>\n\nВ этом году ещё не было ни одной пары в работе.{_unordered(of)}"
        )
    counts = "\n".join(f"{_title(kind)}: {len(of.earned(kind))}." for kind in SIDES)
    return (
        f"<b>{TITLE}, {year(of.school_year)}</b>\n\n{counts}{_left_out(of)}{_unordered(of)}{_hidden(of)}{_cases(shown)}"
        f"{pages(number, of_pages)}"
    )


def _left_out(of: Year) -> str:
    lines = [
        f"{safe(short_name(each.full_name))}: {_title(kind).lower()}, {_WHY[why]}"
        for kind in SIDES
        for each in of.left_out(kind)
        if (why := each.withheld(kind))
    ]
    more = f"\nи ещё {len(lines) - MOST}" if len(lines) > MOST else ""
    return "\n\nПока нельзя:\n" + "\n".join(lines[:MOST]) + more if lines else ""


def _unordered(of: Year) -> str:
    names = ", ".join(short_name(each) for each in of.unordered[:MOST])
    more = f" и ещё {len(of.unordered) - MOST}" if len(of.unordered) > MOST else ""
    return f"\n\nЕщё не в приказе: {stop(safe(names) + more)}" if of.unordered else ""


def _hidden(of: Year) -> str:
    return f"\n\nОтозвали согласие или ушли: {people(of.hidden)}, бумаг на них нет." if of.hidden else ""


def _cases(of: Sequence[Honoured]) -> str:
    left = sum(THANKS in each.kinds and not each.accusative for each in of)
    return f"\n\nПадеж не проверен: {people(left)}. Имя будет в именительном." if left else ""


def all_label(kind: DocumentKind, count: int) -> str:
    return label_of(f"{_title(kind)}, всем ({count})")


def line(of: Honoured, name: str) -> str:
    held = sum(of.withheld(kind) is not None for kind in of.kinds)
    return label(name, "не всё" if held else "")


def one(of: Honoured, numbers: Mapping[DocumentKind, Register]) -> str:
    lines = "\n\n".join(_standing(of, kind, numbers.get(kind)) for kind in of.kinds)
    return f"<b>{safe(short_name(of.full_name))}, {year(of.school_year)}</b>\n\n{lines}"


def _standing(of: Honoured, kind: DocumentKind, number: Register | None) -> str:
    why = of.withheld(kind)
    if why is not None:
        return f"{_title(kind)}: пока нельзя, {_WHY[why]}. {_WAYS[why]}"
    if kind is THANKS:
        return f"{_title(kind)}: можно собрать.{'' if of.accusative else ' Падеж не проверен, имя в именительном.'}"
    if number is not None:
        return f"{_title(kind)}: № {safe(number.number)} от {full_day(number.dated_on)}."
    return f"{_title(kind)}: можно собрать. Номер впишете от руки или внесите его здесь."


def make_label(kind: DocumentKind) -> str:
    return label_of(_title(kind))


def number_label(kind: DocumentKind) -> str:
    return label_of(f"Номер: {_title(kind).lower()}")


def made(of: Made) -> str:
    return _MADE[of]


def not_made() -> str:
    return "Собрать не из чего: данные изменились."


def order_asked() -> str:
    return "Приказ, которым школа закрепила эту пару."


def gone() -> str:
    return "В этом году у этого человека не было пары в работе, или его данных уже нет."


def other_year(of: int) -> str:
    return f"За {year(of)}"


def _title(kind: DocumentKind) -> str:
    return OUTLINES[kind].title
