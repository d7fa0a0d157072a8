"""What the worker process is asked for: plain values in, bytes or plain values out. Imported there only."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from mentoring.papers import (
    form_marks,
    form_reader,
    form_template,
    form_words,
    sent_sheets,
    staff_reader,
)
from mentoring.papers import mentee_bank as bank_book
from mentoring.papers import mentor_bank as mentor_book
from mentoring.papers import slips as invitations
from mentoring.papers import staff_template as template
from mentoring.papers import tally_book as results
from mentoring.papers.uploads import FileProblem, FileReason
from mentoring.papers.values import (
    FormRead,
    MenteeBankBook,
    MentorBankBook,
    SheetRead,
    SheetRefused,
    Slip,
    StaffListRead,
    TallyBook,
)
from mentoring.rules import form_files
from mentoring.rules.colleagues import Colleague
from mentoring.rules.form_files import CellProblem, FormFile, Grid
from mentoring.rules.forms import Form, Option, parse_form, raw_of
from mentoring.rules.staff_list import Dictionaries, check

MOST_PROBLEMS = 100
MOST_HINTS = 12
LONGEST_PIECE = 100

Options = Mapping[str, tuple[Option, ...]]

# What a list of people may be too: its reader says better what is wrong.
_PERHAPS_PEOPLE = frozenset({FileReason.NO_FORM, FileReason.BROKEN})


def sent_table(
    content: bytes,
    staff: Mapping[str, Mapping[str, str]],
    known: Sequence[str],
    dictionaries: Options,
    colleagues: Sequence[Colleague] = (),
) -> StaffListRead | FormRead | SheetRead | SheetRefused | FileProblem:
    """A questionnaire, pairs or a timetable if it looks like one, else a list of people.

    `known` are the school's present forms in JSON, `colleagues` its people.
    """
    grids = form_reader.read(content)
    if not isinstance(grids, FileProblem):
        return _form_read(grids, form_files.read(grids, _forms(known), dictionaries))
    if grids.reason not in _PERHAPS_PEOPLE:
        return grids
    if sheet := sent_sheets.find(content, colleagues):
        return sheet
    people = staff_list(content, staff)
    is_neither = isinstance(people, FileProblem) and people.reason is FileReason.NO_HEADER
    return grids if is_neither and grids.seen else people


def marked(content: bytes, known: Sequence[str], dictionaries: Options) -> bytes:
    """The same questionnaire with notes in the cells that are wrong; a file that cannot be read comes back as it is."""
    grids = form_reader.read(content)
    if isinstance(grids, FileProblem):
        return content
    return form_marks.mark(content, grids, form_files.read(grids, _forms(known), dictionaries).problems)


def questionnaire_template(form: str, dictionaries: Options, made_at: datetime) -> bytes:
    """The form in JSON as a workbook for Russian-speaking people."""
    return form_template.build(_form(form), dictionaries, made_at=made_at)


def new_questionnaire(made_at: datetime) -> bytes:
    """The same workbook with three questions to be overwritten."""
    return form_template.build_new(made_at=made_at)


def questionnaire_xlsform(form: str, dictionaries: Options, made_at: datetime) -> bytes:
    """The form in JSON for other programs."""
    return form_template.build_xlsform(_form(form), dictionaries, made_at=made_at)


def staff_list(content: bytes, dictionaries: Mapping[str, Mapping[str, str]]) -> StaffListRead | FileProblem:
    """The people of an uploaded sheet with all its problems, or why it is no sheet of people."""
    sheet = staff_reader.read(content)
    if isinstance(sheet, FileProblem):
        return sheet
    known = Dictionaries(
        subjects=dictionaries["subjects"],
        levels=dictionaries["levels"],
        experience=dictionaries["experience"],
        subject_words=dictionaries["subject_words"],
    )
    return StaffListRead(check(sheet.rows, known), sheet.ignored)


def staff_template(
    subjects: Sequence[str], levels: Sequence[str], experience: Sequence[str], made_at: datetime
) -> bytes:
    return template.build(subjects, levels, experience, made_at=made_at)


def mentee_bank(book: MenteeBankBook) -> bytes:
    return bank_book.build(book)


def mentor_bank(book: MentorBankBook) -> bytes:
    return mentor_book.build(book)


def slips(of: Sequence[Slip]) -> bytes:
    return invitations.build(of)


def poster(link: str, code: str, school: str, until: str) -> bytes:
    return invitations.staff_room_poster(link=link, code=code, school=school, until=until)


def tally_book(book: TallyBook) -> bytes:
    return results.build(book)


def test_file(code: str, made_at: datetime) -> bytes:
    """What the coordinator opens in the folder before files with names are put there."""
    return (
        f"Проверка папки для файлов бота, {made_at:%d.%m.%Y}. Этот файл открылся: папка доступна.\n"
        f"Число для ответа боту: {code}\n"
    ).encode()


def _form_read(grids: Sequence[Grid], found: FormFile) -> FormRead:
    """Bounded, for it travels as a row of the inbox: nobody reads on after the first hundred problems."""
    if found.form:
        return FormRead(json.dumps(raw_of(found.form), ensure_ascii=False))
    told = [_bounded(problem) for problem in found.problems[:MOST_PROBLEMS]]
    headings = tuple(form_words.heading(problem, grids)[:LONGEST_PIECE] for problem in told)
    return FormRead("", tuple(told), headings, more=len(found.problems) - len(told))


def _bounded(of: CellProblem) -> CellProblem:
    hints = tuple(hint[:LONGEST_PIECE] for hint in of.hints[:MOST_HINTS])
    return replace(of, value=of.value[:LONGEST_PIECE], hints=hints)


def _form(content: str) -> Form:
    return parse_form(json.loads(content), {})


def _forms(known: Sequence[str]) -> dict[str, Form]:
    forms = [_form(content) for content in known]
    return {form.key: form for form in forms}
