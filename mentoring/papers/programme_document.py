"""A pair's or a group's personalised programme as a Word paper, section by section, to be approved and signed."""

from collections.abc import Iterator, Sequence

from docx.document import Document as WordDocument

from mentoring.papers.office_paper import body, centre, grid, heading, line, office_document, signature, turn_page
from mentoring.papers.office_words import BLANK, NO_DAY, day, filled, signed_name, term
from mentoring.papers.pair_values import Participant, PlanStep, ProgrammePaper
from mentoring.papers.pair_words import RESULTS, act, year
from mentoring.papers.programme_blanks import missing
from mentoring.papers.programme_words import ANY_AREA
from mentoring.papers.word import content_of, keep_whole, write
from mentoring.rules.text import clean_line, has_words

SECTIONS = (
    "1. Участники",
    "2. Форма, вид и срок",
    "3. Основание: запрос наставляемого",
    "4. Цель",
    "5. Задачи",
    "6. План мероприятий",
    "7. Показатели",
    "8. Ожидаемые результаты",
    "9. Изменения и продление",
    "10. Итог",
    "11. Подписи",
)
NO_CHANGES = "Изменений нет."
PLAN = (
    "№",
    "Направление",
    "Мероприятие",
    "Форма",
    "Срок",
    "Ожидаемый результат",
    "Подтверждение",
    "Отметка",
)

_PEOPLE, _TERM, _PROBLEM, _GOAL, _TASKS, _PLAN, _INDICATORS, _EXPECTED, _CHANGES, _OUTCOME, _SIGNED = SECTIONS
_PLAN_WIDTHS = (10, 35, 52, 32, 27, 38, 36, 27)


def programme_document(paper: ProgrammePaper) -> bytes:
    """A draft until it is approved; one that lacks something says so too."""
    title = "Персонализированная программа наставничества"
    document = office_document(title=title, is_draft=paper.is_draft or bool(missing(paper)))
    _stamps(document, paper)
    centre(document, filled(paper.school.full_name), before=14)
    centre(document, title.upper(), bold=True, before=14)
    centre(document, f"на {year(paper.school)}", bold=True)
    centre(document, filled(paper.school.city))
    _people(document, paper)
    _term(document, paper)
    _aims(document, paper)
    turn_page(document, landscape=True)
    _plan(document, paper.steps)
    turn_page(document, landscape=False)
    _indicators(document, paper)
    _expected(document, paper)
    _changes(document, paper)
    _outcome(document, paper)
    _signed(document, paper)
    return content_of(document)


def _stamps(document: WordDocument, paper: ProgrammePaper) -> None:
    """Agreed on the left, approved on the right."""
    school = paper.school
    stamps = (
        ("СОГЛАСОВАНО", "Куратор наставничества", school.coordinator),
        ("УТВЕРЖДАЮ", filled(school.director_post), school.director),
    )
    table = document.add_table(rows=1, cols=len(stamps))
    keep_whole(table.rows[0])
    for cell, (word, post, name) in zip(table.rows[0].cells, stamps, strict=True):
        write(cell.paragraphs[0], word, bold=True)
        for text in (post, f"{BLANK} / {signed_name(name)}", NO_DAY):
            write(cell.add_paragraph(), text)


def _people(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _PEOPLE)
    for words, group in (("Наставник", paper.pair.mentors), ("Наставляемый", paper.pair.mentees)):
        for each in group or (Participant(name=""),):
            line(document, f"{words}: {_described(each)}")
    school = paper.school
    line(document, f"Куратор: {filled(school.coordinator)}, {filled(school.coordinator_post)}")
    line(document, f"Приказ о закреплении: {act(paper.order)}")


def _described(of: Participant) -> str:
    """What is not known of category and experience is left out: not every mentor has told."""
    category = clean_line(of.category)
    experience = clean_line(of.experience)
    facts = (f"категория: {category}" if category else "", f"стаж: {experience}" if experience else "")
    return "; ".join([f"{filled(of.name)}, {filled(of.post)}", *filter(None, facts)])


def _term(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _TERM)
    for words, text in (
        ("Форма", filled(paper.pair.format)),
        ("Вид", filled(paper.relation)),
        ("Срок", term(paper.pair.starts_on, paper.pair.ends_on)),
        ("Режим", filled(paper.rhythm)),
    ):
        line(document, f"{words}: {text}")


def _aims(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _PROBLEM)
    areas, problem = "; ".join(filter(None, map(clean_line, paper.areas))), clean_line(paper.problem)
    if areas:
        line(document, f"Направления: {areas}")
    if problem or not areas:
        body(document, problem or BLANK)
    heading(document, _GOAL)
    body(document, filled(paper.pair.goal))
    heading(document, _TASKS)
    _numbered(document, paper.tasks)


def _numbered(document: WordDocument, texts: Sequence[str]) -> None:
    said = [text for text in map(clean_line, texts) if text] or [BLANK]
    for number, text in enumerate(said, start=1):
        body(document, f"{number}) {text}")


def _plan(document: WordDocument, steps: Sequence[PlanStep]) -> None:
    heading(document, _PLAN)
    rows = [
        (
            f"{number}",
            clean_line(each.area) or ANY_AREA,
            filled(each.activity),
            clean_line(each.form),
            day(each.due_on),
            clean_line(each.result),
            clean_line(each.evidence),
            f"выполнено {day(each.done_on)}" if each.done_on else "",
        )
        for number, each in enumerate(steps, start=1)
    ]
    grid(document, PLAN, rows, _PLAN_WIDTHS)


def _indicators(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _INDICATORS)
    rows = [
        tuple(map(clean_line, (each.name, each.start, each.planned, each.fact, each.how)))
        for each in paper.indicators
        if has_words(each.name)
    ]
    if rows:
        grid(document, ("Показатель", "На старте", "План", "Факт", "Как проверяем"), rows, (60, 25, 25, 25, 35))
    else:
        line(document, "Показатели не выбраны.")


def _expected(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _EXPECTED)
    product = clean_line(paper.product)
    if any(map(clean_line, paper.expected)) or not product:
        _numbered(document, paper.expected)
    if product:
        line(document, f"Продукт: {product}")


def _changes(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _CHANGES)
    rows = [(day(each.on), "\n".join(map(clean_line, each.lines)), clean_line(each.by)) for each in paper.versions]
    if rows:
        grid(document, ("Дата", "Что изменено", "Кто внёс"), rows, (28, 97, 45))
    else:
        line(document, NO_CHANGES)


def _outcome(document: WordDocument, paper: ProgrammePaper) -> None:
    """Before the end of the work it is to be written by hand."""
    heading(document, _OUTCOME)
    for text in _ended(paper):
        line(document, text)


def _ended(paper: ProgrammePaper) -> Iterator[str]:
    of = paper.outcome
    said = RESULTS[of.result] if of.result else f"{BLANK} (полностью, частично, нет)"
    yield f"Программа выполнена: {said}"
    yield f"Вывод наставника: {filled(of.mentor)}"
    yield f"Вывод наставляемого: {filled(of.mentee)}"
    yield f"Рекомендация: {clean_line(of.advice) or f'{BLANK} (завершить, продлить, сменить тему)'}"


def _signed(document: WordDocument, paper: ProgrammePaper) -> None:
    heading(document, _SIGNED)
    for post, group in (("Наставник", paper.pair.mentors), ("Наставляемый", paper.pair.mentees)):
        for each in group or (Participant(name=""),):
            signature(document, post, each.name, dated=True)
    signature(document, "Куратор", paper.school.coordinator, dated=True)
