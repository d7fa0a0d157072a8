"""Names and posts in the cases of papers: the list, one of them, what was typed."""

from collections.abc import Mapping

from handlers.texts.common import pages, safe
from handlers.texts.people import label
from mentoring.declensions import EntriesPage, Entry, Look, Subject, Typed
from mentoring.rules.declension import Case
from mentoring.rules.declension.typed import Doubt
from mentoring.rules.names import short_name

TITLE = "Проверить падежи"
RIGHT, FIX, TYPE, SAME = "Верно", "Исправить", "Вписать самому", "Не склоняется"
MALE, FEMALE = "Мужское имя", "Женское имя"
TO_LIST = "К списку имён"
CHECKED = "проверено"

_HEAD = "<b>Проверьте падежи</b>"
_IN_A_PAPER: Mapping[Subject, Mapping[Case, str]] = {
    Subject.NAME: {
        Case.GENITIVE: "в отношении (кого?)",
        Case.DATIVE: "поручить (кому?)",
        Case.ACCUSATIVE: "назначить (кого?)",
    },
    Subject.DIRECTOR: {
        Case.GENITIVE: "на имя (кого?) директора",
        Case.DATIVE: "директору (кому?)",
        Case.ACCUSATIVE: "уведомить (кого?) директора",
    },
}
_OF_A_POST = {
    Case.GENITIVE: "в отношении (кого?)",
    Case.DATIVE: "поручить (кому?)",
    Case.ACCUSATIVE: "назначить куратором (кого?)",
}
_CASES: Mapping[Case, str] = {
    Case.GENITIVE: "родительном (кого?)",
    Case.DATIVE: "дательном (кому?)",
    Case.ACCUSATIVE: "винительном (кого?)",
}
_DOUBTS: Mapping[Doubt, str] = {
    Doubt.EMPTY: "здесь бот не знает сам, впишите",
    Doubt.LONG: "слишком длинно",
    Doubt.MARKS: "есть лишние знаки",
    Doubt.WORDS: "слов больше или меньше, чем в имени",
    Doubt.LETTERS: "похоже на другое имя",
}


def entry(left: int) -> str:
    """The button to the list."""
    return f"{TITLE} ({left})" if left else TITLE


def page(of: EntriesPage) -> str:
    if not of.total:
        return f"{_HEAD}\n\nСейчас ни в одной бумаге нет имён, которые нужно склонять."
    return (
        f"{_HEAD}\n\nПроверено: {of.checked} из {of.total}. Бумаги ставят имя в другой падеж, только когда вы его "
        f"посмотрели, до этого имя остаётся в именительном.{pages(of.number, of.pages)}"
    )


def in_nominative(left: int) -> str:
    """Beside a paper that is being made."""
    return f"Падежи проверены не все, осталось: {left}. Непроверенные имена в бумаге останутся в именительном."


def line_label(of: Entry, name: str) -> str:
    mark = CHECKED if of.checked else ""
    match of.subject:
        case Subject.NAME:
            return label(name, mark)
        case Subject.POST:
            return label(f"должность: {of.spelling}", mark)
        case Subject.DIRECTOR:
            return label(f"директор: {short_name(of.spelling)}", mark)


def one(of: Look) -> str:
    name = f"<b>{safe(of.spelling)}</b>"
    shown = of.shown
    if of.asks_gender:
        return (
            f"{_HEAD}\n\n{name}\n\nПо отчеству не видно, мужское это имя или женское, а от этого зависят падежи. "
            "Выберите, и бот предложит вариант."
        )
    if shown is None:
        return f"{_HEAD}\n\n{name}\n\nБот не знает, как это склоняется. Впишите падежи или нажмите «{SAME}»."
    lines = "\n".join(f"{words} <b>{safe(shown.of(case))}</b>" for case, words in _sentences(of).items())
    asked = "Проверено, бумаги пишут так." if of.confirmed else "Бот только предполагает. Писать в бумагах так?"
    return f"{_HEAD}\n\n{name}\n\n{lines}\n\n{asked}"


def typing(of: Look, case: Case) -> str:
    """Above the question: whose case it is, and what stands there now; a tap on it copies."""
    now = f"\nСейчас: <code>{safe(of.shown.of(case))}</code>\nЕсли верно, нажмите «Пропустить»." if of.shown else ""
    return f"<b>{safe(of.spelling)}</b>{now}"


def doubted(of: Typed) -> str:
    found = "".join(f"\nВ {_CASES[case]}: {_DOUBTS[why]}." for case, why in of.doubts.items())
    return f"Пока не записано.{found}\nНужны те же слова в том же порядке, только с другими окончаниями."


def kept(left: int) -> str:
    return f"Записано. Осталось проверить: {left}." if left else "Записано. Все падежи проверены."


def changed() -> str:
    return "С тех пор здесь что-то изменилось. Посмотрите, пожалуйста, ещё раз."


def gone() -> str:
    return "Этого имени больше нет в списке."


def _sentences(of: Look) -> Mapping[Case, str]:
    return _IN_A_PAPER.get(of.subject, _OF_A_POST)


__all__ = [
    "CHECKED",
    "FEMALE",
    "FIX",
    "MALE",
    "RIGHT",
    "SAME",
    "TITLE",
    "TO_LIST",
    "TYPE",
    "changed",
    "doubted",
    "entry",
    "gone",
    "in_nominative",
    "kept",
    "line_label",
    "one",
    "page",
    "typing",
]
