"""Results of a questionnaire as a workbook: the counts of every version, then who said what, a sheet a version."""

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from mentoring.papers import answer_sheets
from mentoring.papers.answer_sheets import NAME, NOBODY, SENT, SUMMARY, VERSION
from mentoring.papers.sheets import PLAIN, Cell, TextBook, TextSheet
from mentoring.papers.values import BankAnswers, BankForm, BankQuestion, TallyBook, TallyVersion
from mentoring.rules import questionnaire
from mentoring.rules.forms import Form, Question
from mentoring.rules.questionnaire import Value
from mentoring.rules.tally import Choices, Counted, Days, Marks, Numbered, Numbers, Tally, answerable, tally

PRIVATE = "Личное (только координатору)"
_BOLD = {**PLAIN, "bold": True}

Answers = Mapping[str, Value | None]


@dataclass(frozen=True, slots=True)
class _Line:
    name: str
    sent_on: date
    answers: Answers


@dataclass(frozen=True, slots=True)
class _Answered:
    """A version whose answers are read."""

    version: TallyVersion
    questions: tuple[Numbered, ...]
    lines: tuple[_Line, ...]


def build(book: TallyBook) -> bytes:
    writer = TextBook(title=book.title, made_at=book.made_at)
    versions = [_read(version) for version in book.versions]
    summary = writer.sheet(SUMMARY)
    forms = [_form(version) for version in versions]
    for title, form in zip(_titles(forms), forms, strict=True):
        answer_sheets.answers(writer.sheet(title), [form], (NAME, SENT), private=False)
    if answer_sheets.has_private(forms):
        answer_sheets.answers(writer.sheet(PRIVATE), forms, (NAME, VERSION), private=True)
    _summary(summary, book, versions)
    return writer.content()


def _titles(forms: Sequence[BankForm]) -> Iterator[str]:
    """Two wordings may have the same number: no two sheets of a workbook have one title."""
    met: Counter[int] = Counter()
    for form in forms:
        met[form.version] += 1
        again = f" ({met[form.version]})" if met[form.version] > 1 else ""
        yield f"{answer_sheets.ANSWERS}, версия {form.version}{again}"


def _read(version: TallyVersion) -> _Answered:
    """An answer that a later one has hidden is none."""
    lines = [_line(version.form, packed) for pack in version.packs for packed in json.loads(pack)]
    return _Answered(version, answerable(version.form), tuple(lines))


def _line(form: Form, packed: tuple[str, str, Mapping[str, Any]]) -> _Line:
    name, day, said = packed
    values = {key: tuple(value) if isinstance(value, list) else value for key, value in said.items()}
    return _Line(name, date.fromisoformat(day), questionnaire.kept(form, values))


def _form(of: _Answered) -> BankForm:
    return BankForm(
        version=of.version.version,
        questions=tuple(_column(each.question) for each in of.questions),
        lines=tuple(BankAnswers(line.name, _said(of, line.answers), line.sent_on) for line in of.lines),
    )


def _column(of: Question) -> BankQuestion:
    return BankQuestion(of.title, tuple(option.label for option in of.options), of.private)


def _said(of: _Answered, answers: Answers) -> tuple[tuple[str, ...], ...]:
    asked = (each.question for each in of.questions)
    return tuple(questionnaire.labels(question, answers.get(question.key)) or () for question in asked)


def _summary(sheet: TextSheet, book: TallyBook, versions: Sequence[_Answered]) -> None:
    sheet.widths([60, 14, 14])
    sheet.print_wide(heading=False)
    sheet.title(0, book.title)
    sheet.write(1, 0, book.school, PLAIN)
    sheet.write(2, 0, f"На {book.made_on}", PLAIN)
    row = 4
    for each in versions:
        row = _version(sheet, row, each) + 1
    sheet.raw.ignore_errors({"number_stored_as_text": f"A1:C{row}"})


def _version(sheet: TextSheet, row: int, of: _Answered) -> int:
    sheet.write(row, 0, f"Версия анкеты {of.version.version}", _BOLD)
    for title, many in (("Ответили", len(of.lines)), ("Начали и не отправили", of.version.begun)):
        row += 1
        sheet.write(row, 0, title, PLAIN)
        sheet.write(row, 1, many, PLAIN)
    row += 2
    if not of.lines:
        sheet.write(row, 0, NOBODY, PLAIN)
        return row + 1
    for each in of.questions:
        if not each.question.private:
            row = count(sheet, row, tally(each, _counted(of, each.question.key)))
    return row


def _counted(of: _Answered, key: str) -> Iterator[Counted]:
    many = Counter(line.answers[key] for line in of.lines if key in line.answers)
    return (Counted(value, times) for value, times in many.items())


def count(sheet: TextSheet, row: int, of: Tally) -> int:
    """One question's table, and the row after it."""
    lines = of.found.lines if isinstance(of.found, Choices | Marks) else ()
    listed = [(line.label, line.many) for line in lines]
    more = [*_facts(of), *([("Не отвечали", of.skipped)] if of.skipped else [])]
    return answer_sheets.count(sheet, row, of.question.title, listed, answered=of.answered, more=more)


def _facts(of: Tally) -> list[tuple[str, Cell]]:
    match of.found:
        case Marks(_, mean, median):
            return [("Среднее", mean), ("Медиана", median)]
        case Numbers(least, mean, median, most):
            return [("Наименьшее", least), ("Среднее", mean), ("Медиана", median), ("Наибольшее", most)]
        case Days(first, last):
            return [("Первый день", first), ("Последний день", last)]
    return []
