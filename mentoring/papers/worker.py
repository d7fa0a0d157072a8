"""What the worker process is asked for: plain values in, bytes or plain values out. Imported there only."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from mentoring.papers import consent_form, staff_reader
from mentoring.papers import mentee_bank as bank_book
from mentoring.papers import mentor_bank as mentor_book
from mentoring.papers import slips as invitations
from mentoring.papers import staff_template as template
from mentoring.papers.uploads import FileProblem
from mentoring.papers.values import ConsentForm, MenteeBankBook, MentorBankBook, Slip, StaffListRead
from mentoring.rules.staff_list import Dictionaries, check


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


def consent_forms(forms: Sequence[ConsentForm]) -> bytes:
    return consent_form.build_many(forms)


def slips(of: Sequence[Slip]) -> bytes:
    return invitations.build(of)


def poster(link: str, code: str, school: str, until: str) -> bytes:
    return invitations.staff_room_poster(link=link, code=code, school=school, until=until)


def test_file(code: str, made_at: datetime) -> bytes:
    """What the coordinator opens in the folder before files with names are put there."""
    return (
        f"Проверка папки для файлов бота, {made_at:%d.%m.%Y}. Этот файл открылся: папка доступна.\n"
        f"Число для ответа боту: {code}\n"
    ).encode()
