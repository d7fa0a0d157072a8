"""The words that the papers of pairs share: people of a pair, its term, what stands blank. Plain text."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from mentoring.papers.office_words import BLANK, day, filled
from mentoring.papers.pair_values import Act, Blank, EndReason, Pair, Participant, School
from mentoring.rules.names import short_name
from mentoring.rules.text import clean_line
from storage.vocabulary.pairs import Format

LABOUR_CODE = "ст. 351.8 Трудового кодекса РФ"

BLANKS: Mapping[Blank, str] = {
    Blank.SCHOOL: "название школы",
    Blank.CITY: "населённый пункт",
    Blank.DIRECTOR: "имя и должность директора",
    Blank.COORDINATOR: "имя и должность куратора",
    Blank.NUMBER: "номер приказа",
    Blank.DATE: "дата приказа",
    Blank.REGULATION: "номер и дата приказа о Положении",
    Blank.PAIRS: "пары",
    Blank.MENTOR: "имя наставника",
    Blank.MENTEE: "имя наставляемого",
    Blank.POST: "должность участника",
    Blank.FORMAT: "форма наставничества",
    Blank.TERM: "срок наставничества",
    Blank.CONSENT: "дата согласия участника",
    Blank.AGREEMENTS_BY: "кто оформляет соглашения с наставниками",
    Blank.PROGRAMMES_DUE: "срок подготовки программ",
    Blank.PAIR_ORDER: "номер и дата приказа о закреплении",
    Blank.CHANGED: "что было прежде",
    Blank.SINCE: "с какой даты",
    Blank.ENDS_ON: "дата прекращения",
    Blank.REASON: "основание прекращения",
    Blank.NOTICE: "дата уведомления",
    Blank.CONTENT: "содержание работы",
    Blank.VOLUME: "примерный объём",
    Blank.GOAL: "цель",
}
FORMATS: Mapping[Format, str] = {
    Format.ONE_TO_ONE: "Традиционная («один на один»)",
    Format.GROUP: "Наставничество в группе",
    Format.REMOTE: "Дистанционная",
    Format.SHORT_TERM: "Краткосрочная (под одну цель)",
    Format.REVERSE: "Реверсивная",
    Format.SITUATIONAL: "Ситуационная",
    Format.SPEED: "Скоростная",
}
REASONS: Mapping[EndReason, str] = {
    EndReason.TERM_OVER: "срок истёк",
    EndReason.MENTOR_REFUSED: "отказ наставника",
    EndReason.CANCELLED: "отмена поручения",
    EndReason.TRANSFER: "перевод",
    EndReason.DISMISSAL: "увольнение",
    EndReason.MUTUAL: "взаимное решение",
}

Each = TypeVar("Each")


def blanks(of: Sequence[Blank]) -> str:
    """«Не заполнено: …»; nothing when the paper is whole."""
    return f"Не заполнено: {'; '.join(BLANKS[each] for each in of)}." if of else ""


def year(of: School) -> str:
    return f"{of.school_year}/{of.school_year + 1} учебный год"


def named(of: Participant) -> str:
    """«Иванова Анна Петровна, учитель»."""
    return f"{filled(of.name)}, {filled(of.post)}"


def genitive(of: Participant) -> str | None:
    """«Ивановой Анны Петровны, учителя»; None while the name, or the post that there is, was not confirmed."""
    if of.cases is None or (clean_line(of.post) and of.cases.post is None):
        return None
    return f"{of.cases.name.genitive}, {of.cases.post.genitive if of.cases.post else BLANK}"


def people(of: Iterable[Participant], between: str = "\n") -> str:
    return between.join(named(each) for each in of) or f"{BLANK}, {BLANK}"


def act(of: Act) -> str:
    """«от 15.09.2026 № 12»."""
    return f"от {day(of.dated_on)} № {filled(of.number)}"


def consents(of: Pair) -> str:
    """«Иванова А. П.: 10.09.2026», a line a person; namesakes of one pair by their whole names."""
    everybody = (*of.mentors, *of.mentees)
    many = Counter(short_name(each.name) for each in everybody)
    return "\n".join(_consent(each, many[short_name(each.name)] > 1) for each in everybody) or BLANK


def _consent(of: Participant, has_namesake: bool) -> str:
    name = clean_line(of.name) if has_namesake else short_name(of.name)
    contract = "договор от " if of.is_external else ""
    return f"{name or BLANK}: {contract}{day(of.consented_on)}"


def of_school(school: School) -> Iterator[Blank]:
    checked = (
        (not clean_line(school.full_name), Blank.SCHOOL),
        (not (clean_line(school.director) and clean_line(school.director_post)), Blank.DIRECTOR),
        (not (clean_line(school.coordinator) and clean_line(school.coordinator_post)), Blank.COORDINATOR),
    )
    return (blank for holds, blank in checked if holds)


def of_people(pair: Pair) -> Iterator[Blank]:
    for group, blank in ((pair.mentors, Blank.MENTOR), (pair.mentees, Blank.MENTEE)):
        if not group or not all(clean_line(each.name) for each in group):
            yield blank
    everybody = (*pair.mentors, *pair.mentees)
    if not (pair.mentors and pair.mentees) or not all(clean_line(each.post) for each in everybody):
        yield Blank.POST


def of_term(pair: Pair) -> Iterator[Blank]:
    if not clean_line(pair.format):
        yield Blank.FORMAT
    if pair.starts_on is None or pair.ends_on is None:
        yield Blank.TERM


def of_act(act: Act, blank: Blank) -> Iterator[Blank]:
    if act.dated_on is None or not clean_line(act.number):
        yield blank


def once(blanks: Iterable[Each]) -> tuple[Each, ...]:
    """Each of them once, in the order of their coming."""
    return tuple(dict.fromkeys(blanks))
