"""A staff list as schools keep it, and files that are no staff list at all."""

import logging
import warnings
from datetime import date, datetime, time
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile

import pytest
from docx import Document

from mentoring.papers.staff_reader import MOST_ROWS, read
from mentoring.papers.uploads import MOST_ENTRIES, MOST_UNPACKED, FileProblem, FileReason
from mentoring.papers.values import Sheet
from mentoring.rules.staff_list import Column, StaffRow
from tests.papers.workbooks import OLE, archive, with_part, workbook

NAME = "Берёзкина Алла Игоревна"


def sheet_of(content: bytes) -> Sheet:
    found = read(content)
    assert isinstance(found, Sheet), found
    return found


def reason_of(content: bytes) -> FileReason:
    found = read(content)
    assert isinstance(found, FileProblem), found
    return found.reason


def test_columns_may_stand_in_any_order_and_others_are_named() -> None:
    found = sheet_of(
        workbook(
            ("№ п/п", "Должность", "Телефон", "ФИО", "Педагогический стаж", "Классы", "Предмет", "Роль"),
            (1, "учитель", "нет", NAME, 12, "5-9", "Физика", "координатор"),
        )
    )
    assert found.rows == (StaffRow(2, NAME, "учитель", "Физика", "5-9", "12", "координатор"),)
    assert found.columns == tuple(Column)
    assert found.ignored == ("Телефон",)


@pytest.mark.parametrize(
    "heading",
    [
        "ФИО",
        "Ф.И.О.",
        "ф. и. о.",
        "Фамилия, имя, отчество",
        "Фамилия Имя Отчество",
        "Ф.И.О. сотрудника",
        "ФИО (полностью)",
        "Фамилия\nимя отчество педагога",
        "Сотрудник",
        "СОТРУДНИКИ",
        "Фамилия, имя",
        "Фамилия",
        "Фамилия И. О.",
    ],
)
def test_the_column_of_names_is_spelled_freely(heading: str) -> None:
    assert sheet_of(workbook((heading,), (NAME,))).rows == (StaffRow(2, NAME),)


def test_the_name_in_three_columns_is_put_together() -> None:
    found = sheet_of(workbook(("Имя", "Отчество", "Фамилия"), ("Алла", "Игоревна", "Берёзкина"), ("Юн", None, "Ли")))
    assert [row.name for row in found.rows] == [NAME, "Ли Юн"]
    assert found.columns == (Column.NAME,)


def test_titles_above_and_blank_rows_between_keep_excels_numbers() -> None:
    found = sheet_of(
        workbook(
            ("Сотрудники",),
            ("на 1 сентября",),
            (),
            ("№", "Учитель", "Должность"),
            (1, NAME, "учитель"),
            (2, "  ", None),
            (),
            (3, "Ли Юн", ""),
        )
    )
    assert [(row.row, row.name) for row in found.rows] == [(5, NAME), (8, "Ли Юн")]


def test_a_post_is_not_a_heading() -> None:
    assert reason_of(workbook((NAME, "учитель"), ("Ли Юн", "педагог"))) is FileReason.NO_HEADER


def test_numbers_dates_and_errors_become_the_text_a_person_sees() -> None:
    found = sheet_of(
        workbook(
            ("ФИО", "Стаж"),
            *[
                (NAME, value)
                for value in (12, 12.0, 2.5, True, datetime(2026, 9, 5), date(2026, 1, 3), time(9, 5), "#N/A")  # noqa: DTZ001
            ],
        )
    )
    assert [row.experience for row in found.rows] == [
        "12",
        "12",
        "2,5",
        "да",
        "05.09.2026",
        "03.01.2026",
        "09:05",
        "",
    ]


@pytest.mark.parametrize(
    ("stored", "row"),
    [
        ("", StaffRow(3, "", is_formula=True)),
        ("<v></v>", StaffRow(3, "", is_formula=True)),
        ("<v>Лу Ан</v>", StaffRow(3, "Лу Ан")),
    ],
)
@pytest.mark.parametrize("kind", ["<f>1+1</f>", '<f t="array" ref="A3">1+1</f>', '<f t="shared" si="0">1+1</f>'])
def test_a_name_by_a_formula_is_its_value_and_is_told_when_there_is_none(stored: str, row: StaffRow, kind: str) -> None:
    rows = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Ли Юн</t></is></c></row>'
        f'<row r="3"><c r="A3" t="str">{kind}{stored}</c></row>'
        '<row r="4"><c r="A4" t="inlineStr"><is><t>Ли Юна</t></is></c></row>'
        f'<row r="5"><c r="A5" t="str">{kind}</c></row></sheetData></worksheet>'
    )
    content = with_part(workbook(("ФИО",)), "xl/worksheets/sheet1.xml", rows.encode())
    assert sheet_of(content).rows == (StaffRow(2, "Ли Юн"), row, StaffRow(4, "Ли Юна"))


def test_a_formula_in_a_part_of_the_name_is_told_and_one_elsewhere_is_not() -> None:
    found = sheet_of(workbook(("Стаж", "Фамилия", "Имя"), ("=1+1", "Ли", "Юн"), (2, "=B2", "Юн"), (3, "'=1+1", "Юн")))
    assert [(row.name, row.is_formula) for row in found.rows] == [("Ли Юн", False), ("", True), ("'=1+1 Юн", False)]


def test_our_sheet_is_preferred_and_the_guide_is_never_read() -> None:
    both = workbook(("ФИО",), ("Чужой Лист Первый",), title="Архив", more={"Сотрудники": ("ФИО",)})
    assert reason_of(both) is FileReason.NO_ROWS
    guide = workbook(("ФИО",), ("Пример Пётр Петрович",), title="Как заполнять")
    assert reason_of(guide) is FileReason.NO_ROWS


def test_without_a_column_of_names_the_first_filled_row_is_told() -> None:
    found = read(workbook((), ("Предмет", "Кабинет"), ("Физика", 12)))
    assert found == FileProblem(FileReason.NO_HEADER, seen=("Предмет", "Кабинет"))


def test_an_empty_list_and_a_list_too_long_are_told_apart() -> None:
    assert reason_of(workbook(("ФИО", "Должность"))) is FileReason.NO_ROWS
    full = [(NAME,)] * MOST_ROWS
    assert len(sheet_of(workbook(("ФИО",), *full)).rows) == MOST_ROWS
    assert read(workbook(("ФИО",), *full, (NAME,))) == FileProblem(FileReason.TOO_MANY_ROWS, limit=MOST_ROWS)


def word_file() -> bytes:
    target = BytesIO()
    Document().save(target)
    return target.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", FileReason.EMPTY),
        (b"\0" * 40, FileReason.EMPTY),
        ("ФИО;Должность\nЛи Юн;учитель".encode(), FileReason.CSV),
        ("ФИО;Должность\nЛи Юн;учитель".encode("cp1251"), FileReason.CSV),
        ("ФИО\tДолжность".encode("utf-16"), FileReason.CSV),
        (OLE + bytes(512) + "Workbook".encode("utf-16-le"), FileReason.OLD_EXCEL),
        (OLE + bytes(512) + "Book".encode("utf-16-le"), FileReason.OLD_EXCEL),
        (OLE + bytes(512) + "EncryptedPackage".encode("utf-16-le"), FileReason.PASSWORD),
        (OLE + bytes(512) + "WordDocument".encode("utf-16-le"), FileReason.WORD),
        (OLE + bytes(512), FileReason.NOT_EXCEL),
        (b"<html><table><tr><td>1</td></tr></table></html>", FileReason.OLD_EXCEL),
        (b'\xef\xbb\xbf<?xml version="1.0"?><Workbook/>', FileReason.OLD_EXCEL),
        (archive({"xl/workbook.bin": b"1"}), FileReason.OLD_EXCEL),
        (archive({"mimetype": b"application/vnd.oasis", "content.xml": b"<a/>"}), FileReason.OPEN_DOCUMENT),
        (word_file(), FileReason.WORD),
        (b"{\\rtf1 }", FileReason.WORD),
        (b"%PDF-1.7\n", FileReason.PDF),
        (b"\x89PNG\r\n\x1a\n\0\0", FileReason.NOT_EXCEL),
        (archive({"notes.txt": b"1"}), FileReason.NOT_EXCEL),
        (b"PK\x03\x04 and nothing more", FileReason.BROKEN),
        (archive({"xl/workbook.xml": b"<not closed"}), FileReason.BROKEN),
    ],
)
def test_each_wrong_file_has_its_own_reason(content: bytes, reason: FileReason) -> None:
    assert reason_of(content) is reason


def test_a_damaged_file_is_broken_not_a_crash() -> None:
    content = workbook(("ФИО",), *[(NAME,)] * 200)
    for cut in range(100, len(content), 397):
        assert reason_of(content[:cut]) is FileReason.BROKEN


@pytest.mark.parametrize(
    "parts",
    [
        {f"xl/{at}.xml": b"" for at in range(MOST_ENTRIES)},  # and the workbook itself: one too many
        {"xl/worksheets/sheet9.xml": bytes(3 * 2**20)},  # shrinks a thousand times
    ],
)
def test_bombs_are_refused_before_they_are_unpacked(parts: dict[str, bytes]) -> None:
    assert reason_of(archive({"xl/workbook.xml": b"<workbook/>", **parts})) is FileReason.TOO_LARGE


def test_a_file_over_fifty_megabytes_unpacked_is_too_large() -> None:
    target = BytesIO()
    with ZipFile(target, "w", ZIP_STORED) as made:
        made.writestr("xl/workbook.xml", b"<workbook/>")
        made.writestr("xl/media/1.bin", bytes(MOST_UNPACKED))
    assert reason_of(target.getvalue()) is FileReason.TOO_LARGE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(encoding: str) -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>'.encode(encoding)
    content = with_part(workbook(("ФИО",), (NAME,)), "xl/worksheets/sheet1.xml", bomb)
    assert reason_of(content) is FileReason.BROKEN


def test_a_lying_row_number_does_not_hold_us() -> None:
    rows = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="inlineStr"><is><t>ФИО</t></is></c></row>'
        '<row r="2"><c r="A2" t="inlineStr"><is><t>Ли Юн</t></is></c></row>'
        '<row r="99999999999"><c r="A99999999999" t="inlineStr"><is><t>Кто Далеко</t></is></c></row>'
        "</sheetData></worksheet>"
    )
    content = with_part(workbook(("ФИО",)), "xl/worksheets/sheet1.xml", rows.encode())
    assert [row.name for row in sheet_of(content).rows] == ["Ли Юн"]


def test_names_never_reach_warnings_or_logs(caplog: pytest.LogCaptureFixture) -> None:
    styled = with_part(workbook(("ФИО",), (NAME,)), "xl/styles.xml", b"<styleSheet/>")
    with warnings.catch_warnings(), caplog.at_level(logging.DEBUG):
        warnings.simplefilter("error")
        read(styled)
    assert NAME not in caplog.text
