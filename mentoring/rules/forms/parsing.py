"""From a raw table to a form; the shape is the one of the questionnaires' page: type, dict, max, show_if."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import TypeVar

from mentoring.rules.forms.checks import faults_of
from mentoring.rules.forms.conditions import clauses
from mentoring.rules.forms.faults import Fault, FormProblem, FormProblems
from mentoring.rules.forms.model import (
    CHOICES,
    NO,
    SCALE_ENDS,
    SELF,
    YES,
    Check,
    Form,
    Option,
    Part,
    Question,
    QuestionKind,
    Swot,
    Tense,
    marks,
)
from mentoring.rules.forms.sheet import Sheet

Dictionaries = Mapping[str, tuple[Option, ...]]
Word = TypeVar("Word", bound=StrEnum)


def parse_form(raw: Mapping[str, object], dictionaries: Dictionaries) -> Form:
    """Read and check a form; FormProblems lists everything wrong with it at once."""
    problems: list[FormProblem] = []
    sheet = Sheet(raw, where="", problems=problems)
    caution = sheet.flag("caution")
    rows = sheet.tables("questions")
    questions = tuple(_questions(rows, dictionaries, caution=caution, problems=problems))
    form = _form(sheet, questions)
    sheet.close()
    problems += faults_of(form)
    if problems:
        raise FormProblems(problems)
    return form


def parse_options(raw: Mapping[str, object], where: str) -> tuple[Option, ...]:
    """Read a dictionary's options; `where` names the dictionary in the problems."""
    problems: list[FormProblem] = []
    options = _options(Sheet({"options": raw}, where=where, problems=problems))
    if not options:
        problems.append(FormProblem(where, Fault.NO_OPTIONS))
    if problems:
        raise FormProblems(problems)
    return options


def _form(sheet: Sheet, questions: tuple[Question, ...]) -> Form:
    return Form(
        key=sheet.text("key"),
        version=sheet.number("version"),
        title=sheet.text("title"),
        audience=sheet.text("audience"),
        minutes=sheet.number("minutes"),
        intro=sheet.text("intro", ""),
        outro=sheet.text("outro", ""),
        confidential=sheet.flag("confidential"),
        anonymous=sheet.flag("anonymous"),
        summary=sheet.flag("summary", default=True),
        questions=questions,
    )


def _questions(
    rows: list[dict[str, object]], dictionaries: Dictionaries, *, caution: bool, problems: list[FormProblem]
) -> Iterator[Question]:
    for row in rows:
        sheet = Sheet(row, where=str(row.get("key", "?")), problems=problems)
        yield _question(sheet, dictionaries, caution=caution)
        sheet.close()


def _question(sheet: Sheet, dictionaries: Dictionaries, *, caution: bool) -> Question:
    kind = _word(sheet, "type", QuestionKind, QuestionKind.TEXT, Fault.UNKNOWN_KIND)
    return Question(
        key=sheet.text("key"),
        kind=kind,
        text=sheet.text("text"),
        help=sheet.text("help", ""),
        heading=sheet.text("heading", ""),
        section=sheet.text("section", ""),
        dictionary=str(sheet.look("dict") or ""),
        options=_choices(sheet, kind, dictionaries),
        required=sheet.flag("required"),
        show_if=clauses(sheet, "show_if"),
        constraint=clauses(sheet, "constraint", of=SELF),
        constraint_message=sheet.text("constraint_message", ""),
        max_choices=sheet.number("max") if sheet.has("max") else None,
        max_len=sheet.number("max_len", 500),
        low=sheet.text("low", ""),
        high=sheet.text("high", ""),
        exclusive=frozenset(sheet.words("exclusive")),
        part=_word(sheet, "part", Part, Part.CORE, Fault.UNKNOWN_PART),
        private=sheet.flag("private"),
        sensitive=sheet.flag("sensitive"),
        example=sheet.text("example", ""),
        caution=sheet.flag("caution", default=caution and kind is QuestionKind.TEXT),
        tense=_word(sheet, "tense", Tense, Tense.ANY, Fault.UNKNOWN_TENSE),
        check=_word(sheet, "check", Check, Check.NONE, Fault.UNKNOWN_CHECK),
        keep=sheet.flag("keep"),
        swot=_word(sheet, "swot", Swot, Swot.NONE, Fault.UNKNOWN_SWOT),
    )


def _word(sheet: Sheet, name: str, words: type[Word], default: Word, fault: Fault) -> Word:
    written = sheet.text(name, None if name == "type" else default.value)
    try:
        return words(written)
    except ValueError:
        if written:
            sheet.complain(fault, written)
        return default


def _choices(sheet: Sheet, kind: QuestionKind, dictionaries: Dictionaries) -> tuple[Option, ...]:
    """Written out, they are the question's own; else the dictionary's as it is now."""
    if kind is QuestionKind.YESNO:
        return (YES, NO)
    if kind is QuestionKind.SCALE:
        return _marks(sheet)
    if kind not in CHOICES:
        return ()
    name = sheet.text("dict", "")
    if sheet.has("options") or not name:
        return _options(sheet)
    if name not in dictionaries:
        sheet.complain(Fault.UNKNOWN_DICTIONARY, name)
    return dictionaries.get(name, ())


def _marks(sheet: Sheet) -> tuple[Option, ...]:
    start, end = sheet.number("start", SCALE_ENDS[0]), sheet.number("end", SCALE_ENDS[1])
    if not 0 <= start < end <= SCALE_ENDS[1]:
        sheet.complain(Fault.BAD_SCALE, f"{start}–{end}")
        return ()
    return marks(start, end)


def _options(sheet: Sheet) -> tuple[Option, ...]:
    options = []
    for key, value in sheet.table("options").items():
        if isinstance(value, str):
            options.append(Option(key, value.strip()))
        elif isinstance(value, Mapping) and isinstance(value.get("label"), str):
            options.append(Option(key, str(value["label"]).strip(), str(value.get("words", ""))))
        else:
            sheet.complain(Fault.WRONG_TYPE, key)
    return tuple(options)
