"""What mentors and mentees sign: consent to the work or to joining, and a mentor's early refusal. A page each.

Names stand in the case of the sentence once somebody has confirmed it; until then in the nominative, with sentences
that are built around that. A mentor who does not work at the school signs none
of these: their page is a note for the coordinator.
"""

from collections.abc import Sequence

from docx.document import Document as WordDocument
from docx.shared import Mm, Pt

from mentoring.papers.office_paper import body, centre, line, office_document
from mentoring.papers.office_words import BLANK, NO_DAY, day, filled, signed_name, term
from mentoring.papers.pair_values import DIRECTOR, Pair, Participant, Refusal, School
from mentoring.papers.pair_words import LABOUR_CODE, act, genitive, named, people
from mentoring.papers.word import content_of

CONSENT, REFUSAL, NOTE = "СОГЛАСИЕ", "ЗАЯВЛЕНИЕ", "ПАМЯТКА КУРАТОРУ"
NEEDS_CONTRACT = "Нужен договор или соглашение; обратитесь к юристу."

_STAMP_FROM = Mm(80)
_MENTOR_KNOWS = (
    "Мне известно, что содержание, сроки, форма, размер и условия выплат указываются в дополнительном соглашении "
    "к трудовому договору; что от этой работы можно досрочно отказаться, а работодатель может досрочно отменить "
    "поручение, предупредив об этом не менее чем за три рабочих дня."
)
_MENTEE_KNOWS = (
    "Мне известно, что участие добровольное; что можно попросить о замене наставника или прекратить участие раньше "
    "срока, обратившись к куратору."
)


def pair_consents(school: School, pairs: Sequence[Pair]) -> bytes:
    """Pair by pair: the mentors, then the mentees. Somebody in two pairs signs for each of them."""
    document = office_document(title="Согласия участников наставничества", counts_pages=False)
    starts_page = False
    for pair in pairs:
        for mentor in pair.mentors:
            _new_page(document, starts=starts_page)
            _note(document, mentor) if mentor.is_external else _work(document, school, mentor, pair)
            starts_page = True
        for mentee in pair.mentees:
            _new_page(document, starts=starts_page)
            _joining(document, school, mentee, pair)
            starts_page = True
    return content_of(document)


def refusal(of: Refusal) -> bytes:
    """To be printed and signed by the mentor; the three working days are counted by who takes it."""
    document = office_document(title="Заявление о досрочном отказе", counts_pages=False)
    if of.mentor.is_external:
        _note(document, of.mentor)
        return content_of(document)
    _stamp(document, of.school, of.mentor)
    _title(document, REFUSAL, "о досрочном отказе от работы по наставничеству")
    body(
        document,
        f"В соответствии со {LABOUR_CODE} сообщаю о досрочном отказе от работы по наставничеству в отношении "
        f"{_whom(of.mentees)} (приказ о закреплении {act(of.order)}).",
    )
    body(document, f"Прекращаю эту работу с {day(of.since)}; предупреждаю не менее чем за три рабочих дня.")
    _signature(document, of.mentor)
    return content_of(document)


def _new_page(document: WordDocument, *, starts: bool) -> None:
    """The first paragraph of a page is the one that breaks it."""
    document.add_paragraph().paragraph_format.page_break_before = starts


def _work(document: WordDocument, school: School, mentor: Participant, pair: Pair) -> None:
    _stamp(document, school, mentor)
    _title(document, CONSENT, "на выполнение работы по наставничеству")
    body(
        document,
        f"В соответствии со {LABOUR_CODE} даю согласие на выполнение по поручению работодателя работы "
        f"по наставничеству в отношении {_whom(pair.mentees)}.",
    )
    body(document, f"Содержание: {filled(pair.content)}.")
    body(document, f"Срок: {term(pair.starts_on, pair.ends_on)}.")
    body(document, f"Форма: {filled(pair.format)}; примерный объём: {filled(pair.volume)}.")
    body(document, _MENTOR_KNOWS)
    _signature(document, mentor)


def _joining(document: WordDocument, school: School, mentee: Participant, pair: Pair) -> None:
    _stamp(document, school, mentee)
    _title(document, CONSENT, "на участие в программе наставничества")
    body(document, "Даю согласие на участие в программе наставничества педагогических работников.")
    mentors = "Наставник" if len(pair.mentors) < 2 else "Наставники"
    body(document, f"{mentors}: {people(pair.mentors, between='; ')}.")
    body(document, f"Цель: {filled(pair.goal).rstrip('.')}.")
    body(document, f"Форма: {filled(pair.format)}. Срок: {term(pair.starts_on, pair.ends_on)}.")
    body(document, _MENTEE_KNOWS)
    _signature(document, mentee)


def _note(document: WordDocument, mentor: Participant) -> None:
    _title(document, NOTE, "наставник не работает в школе")
    body(document, f"Наставник: {named(mentor)}.")
    body(document, "Согласие работника на выполнение работы по наставничеству для этого человека не печатается.")
    body(document, NEEDS_CONTRACT)


def _whom(mentees: Sequence[Participant]) -> str:
    """«Ивановой Анны Петровны, учителя», or «коллеги: …» with all of them in the nominative."""
    declined = [genitive(each) for each in mentees]
    if declined and all(declined):
        return "; ".join(each for each in declined if each)
    return f"{'коллеги' if len(mentees) < 2 else 'коллег'}: {people(mentees, between='; ')}"


def _stamp(document: WordDocument, school: School, person: Participant) -> None:
    sender = genitive(person)
    for text in (*_addressee(school), f"от {sender}" if sender else f"От кого: {named(person)}"):
        line(document, text).paragraph_format.left_indent = _STAMP_FROM


def _addressee(school: School) -> tuple[str, ...]:
    """The school's name stays in the nominative, on a line of its own; so does a post of the school's own wording."""
    of = school.director_cases
    if of is not None and school.director_post == DIRECTOR:
        return (_school(school), f"Директору {of.dative}")
    return (f"Кому: {_school(school)}, {filled(school.director_post).lower()}: {filled(school.director)}",)


def _title(document: WordDocument, *lines: str) -> None:
    centre(document, lines[0], bold=True, before=24)
    for text in lines[1:]:
        centre(document, text, bold=True)
    document.paragraphs[-1].paragraph_format.space_after = Pt(12)


def _signature(document: WordDocument, person: Participant) -> None:
    line(document, f"{BLANK} / {signed_name(person.name)} / {NO_DAY}", before=24)


def _school(school: School) -> str:
    return filled(school.short_name or school.full_name)
