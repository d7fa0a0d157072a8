"""Which files are kept: the good ones of every kind, and none of the hostile ones, by name and by content."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mentoring.rules.materials import Refusal, clean_name, look
from mentoring.rules.materials.kinds import FAMILIES, MACRO_ENDINGS, PROGRAM_ENDINGS, SCRIPT_ENDINGS
from mentoring.rules.text import clean_line
from tests.rules.hostile_files import (
    DOCX,
    ELF,
    JPEG,
    MACHO,
    ODT,
    OLE,
    PDF,
    PE,
    PNG,
    SCRIPT,
    office,
    packed,
    wide,
)

GOOD = {
    "План.pdf": PDF,
    "План с меткой.pdf": b"\xef\xbb\xbf\n" + PDF,
    "доска.PNG": PNG,
    "доска.jpeg": JPEG,
    "доска.webp": b"RIFF\x10\0\0\0WEBPVP8 ",
    "доска.heic": b"\0\0\0\x18ftypheic",
    "Конспект.docx": DOCX,
    "Таблица.xlsx": office("xl/workbook.xml"),
    "Слайды.pptx": office("ppt/presentation.xml"),
    "С картинкой.docx": office(word_of_media_of_image1__png=PNG),
    "С таблицей.docx": office(word_of_embeddings_of_Microsoft_Excel_Sheet__xlsx=DOCX),
    "Свободный.odt": ODT,
    "Старый.doc": OLE + wide("WordDocument"),
    "Старый.xls": OLE + wide("Workbook"),
    "Старый.ppt": OLE + wide("PowerPoint Document"),
    "Заметка.rtf": b"{\\rtf1 text}",
    "Заметка.txt": "Что взять на урок".encode(),
    "Заметка из Windows.txt": "Что взять на урок".encode("cp1251"),
    "Заметка в UTF-16.txt": "\ufeffЧто взять".encode("utf-16-le"),
    "Список.csv": "класс;урок\n".encode(),
    "Песня.mp3": b"ID3\x04\0",
    "Запись.ogg": b"OggS\0",
    "Запись.m4a": b"\0\0\0\x20ftypM4A ",
    "Урок.mp4": b"\0\0\0\x20ftypisom",
    "Урок.webm": b"\x1a\x45\xdf\xa3",
    "Урок.avi": b"RIFF\x10\0\0\0AVI LIST",
    "Всё вместе.zip": packed({"План.pdf": PDF, "папка/доска.png": PNG, "Конспект.docx": DOCX}),
    "www.school.com.pdf": PDF,
    "node.js.pdf": PDF,
}

HOSTILE: list[tuple[str, bytes, Refusal]] = [
    # By the name.
    ("урок.exe", PDF, Refusal.PROGRAM),
    ("урок.pdf.exe", PDF, Refusal.PROGRAM),
    ("урок.exe.pdf", PDF, Refusal.PROGRAM),
    ("урок.pdf.EXE. ", PDF, Refusal.PROGRAM),
    ("урок.exe\0.pdf", PDF, Refusal.PROGRAM),
    ("урок\u202efdp.exe", PDF, Refusal.PROGRAM),
    ("урок.e\u200bxe", PDF, Refusal.PROGRAM),
    ("урок.exe\u00a0", PDF, Refusal.PROGRAM),
    ("..\\..\\урок.scr", PDF, Refusal.PROGRAM),
    ("урок.exe:поток.pdf", PDF, Refusal.PROGRAM),
    *((f"урок.{ending}", PDF, Refusal.PROGRAM) for ending in ("bat", "js", "ps1", "vbs", "sh", "jar", "lnk", "html")),
    ("урок.svg", b"<svg/>", Refusal.PROGRAM),
    *((f"урок.{ending}", DOCX, Refusal.MACROS) for ending in ("docm", "xlsm", "pptm", "xlsb")),
    *((f"урок.{ending}", PDF, Refusal.ARCHIVE) for ending in ("rar", "7z", "iso", "tar")),
    ("урок", PDF, Refusal.UNKNOWN),
    ("урок.", PDF, Refusal.UNKNOWN),
    ("", PDF, Refusal.UNKNOWN),
    ("урок.psd", PDF, Refusal.UNKNOWN),
    # By the content.
    *((f"урок.{each}", PE, Refusal.PROGRAM) for each in ("pdf", "docx", "jpg", "txt", "mp3", "zip", "doc", "rtf")),
    *(("урок.pdf", each, Refusal.PROGRAM) for each in (ELF, MACHO, SCRIPT)),
    *(("урок.mp4", each, Refusal.PROGRAM) for each in (ELF, MACHO, SCRIPT)),
    ("урок.txt", b"\xef\xbb\xbf#!/bin/sh", Refusal.PROGRAM),
    ("урок.txt", b"\n\n #!/usr/bin/python", Refusal.PROGRAM),
    ("урок.txt", b"@echo off\r\ndel *", Refusal.PROGRAM),
    ("урок.csv", b"<SCRIPT>alert(1)</SCRIPT>", Refusal.PROGRAM),
    ("урок.txt", b"text\0\x01\x02", Refusal.NOT_WHAT_IT_SAYS),
    ("урок.pdf", PDF + b"<< /S /Launch /F (cmd) >>", Refusal.PROGRAM),
    ("урок.rtf", b"{\\rtf1 {\\object\\objdata 0105}}", Refusal.PROGRAM),
    ("урок.docx", office(word_of_vbaProject__bin=b"\xd0"), Refusal.MACROS),
    (
        "урок.docx",
        packed({"[Content_Types].xml": b"application/vnd.ms-word.document.macroEnabled.main+xml"}),
        Refusal.MACROS,
    ),
    ("урок.docx", office(word_of_embeddings_of_book__xlsm=DOCX), Refusal.MACROS),
    ("урок.docx", office(word_of_media_of_image1__png=PE), Refusal.PROGRAM),
    ("урок.docx", office(word_of_media_of_urok__exe=b"x"), Refusal.PROGRAM),
    ("урок.docx", office(word_of_embeddings_of_oleObject1__bin=OLE + wide("\x01Ole10Native")), Refusal.PROGRAM),
    (
        "урок.odt",
        packed({"mimetype": b"application/vnd.oasis.opendocument.text", "Basic/Standard/a.xml": b"x"}),
        Refusal.MACROS,
    ),
    ("урок.doc", OLE + wide("WordDocument") + wide("_VBA_PROJECT"), Refusal.MACROS),
    ("урок.doc", OLE + wide("WordDocument") + wide("\x01Ole10Native"), Refusal.PROGRAM),
    ("урок.doc", OLE, Refusal.NOT_WHAT_IT_SAYS),
    ("урок.docx", OLE + wide("EncryptedPackage"), Refusal.LOCKED),
    ("урок.xls", OLE + wide("EncryptedPackage"), Refusal.LOCKED),
    ("урок.docx", PDF, Refusal.NOT_WHAT_IT_SAYS),
    ("урок.docx", DOCX[: len(DOCX) // 2], Refusal.NOT_WHAT_IT_SAYS),
    ("урок.docx", packed({"a.txt": b"text"}), Refusal.NOT_WHAT_IT_SAYS),
    ("урок.pdf", JPEG, Refusal.NOT_WHAT_IT_SAYS),
    ("урок.jpg", JPEG + packed({"урок.exe": PE}), Refusal.NOT_WHAT_IT_SAYS),
    ("урок.pdf", b"", Refusal.EMPTY),
    # Archives.
    ("урок.zip", packed({"урок.exe": b"x"}), Refusal.ARCHIVE),
    ("урок.zip", packed({"папка/урок.pdf": PE}), Refusal.ARCHIVE),
    ("урок.zip", packed({"урок.docx": office(word_of_vbaProject__bin=b"\xd0")}), Refusal.MACROS),
    ("урок.zip", packed({"вложен.zip": packed({"урок.exe": PE})}), Refusal.ARCHIVE),
    ("урок.zip", packed({"../../урок.pdf": PDF}), Refusal.ARCHIVE),
    ("урок.zip", packed({"урок.pdf": PDF}, locked=True), Refusal.LOCKED),
    ("урок.zip", packed({}), Refusal.ARCHIVE),
    ("урок.zip", packed({"бомба.txt": b"0" * (61 * 1024 * 1024)}), Refusal.ARCHIVE),
    ("урок.zip", b"Rar!\x1a\x07\x00", Refusal.ARCHIVE),
    ("урок.zip", b"PK\x03\x04broken", Refusal.NOT_WHAT_IT_SAYS),
]


@pytest.mark.parametrize("name", GOOD)
def test_a_usual_file_is_kept(name: str) -> None:
    assert look(GOOD[name], name).refusal is None


@pytest.mark.parametrize(("name", "content", "refusal"), HOSTILE, ids=[f"{number}" for number in range(len(HOSTILE))])
def test_a_hostile_file_is_refused(name: str, content: bytes, refusal: Refusal) -> None:
    assert look(content, name).refusal is refusal


def test_no_ending_is_both_kept_and_refused() -> None:
    assert FAMILIES.keys().isdisjoint(PROGRAM_ENDINGS | SCRIPT_ENDINGS | MACRO_ENDINGS)


@given(st.binary(max_size=200), st.sampled_from(sorted(FAMILIES)))
def test_any_bytes_are_judged_without_a_stumble(content: bytes, ending: str) -> None:
    assert look(content, f"урок.{ending}").refusal in {None, *Refusal}


@given(st.integers(0, len(DOCX) - 1), st.integers(0, 255))
@example(at=DOCX.rindex(b"PK\x01\x02") + 46, byte=0)  # an entry without a name
def test_a_damaged_document_is_judged_without_a_stumble(at: int, byte: int) -> None:
    damaged = DOCX[:at] + bytes([byte]) + DOCX[at + 1 :]
    assert look(damaged, "урок.docx").refusal in {None, *Refusal}


@pytest.mark.parametrize(
    ("name", "clean"),
    [
        ("../../etc/План.pdf", "План.pdf"),
        ("C:\\Users\\План.PDF", "План.pdf"),
        ("План\u202efdp.docx", "Планfdp.docx"),
        ("  План   урока .pdf", "План урока.pdf"),
        ('План: "лучший"?.pdf', "План лучший.pdf"),
        ("con.pdf", "con_.pdf"),
        (".pdf", "Материал.pdf"),
        ("П" * 300 + ".pdf", "П" * 80 + ".pdf"),
        ("План\n\r\t.pdf", "План.pdf"),
    ],
)
def test_a_name_comes_out_clean(name: str, clean: str) -> None:
    assert clean_name(name) == clean


@given(st.text(max_size=300))
def test_any_name_comes_out_as_one_that_every_disk_takes(name: str) -> None:
    clean = clean_name(f"{name}.pdf")
    assert clean == clean_line(clean)
    assert clean.endswith(".pdf")
    assert not set('/\\<>:"|?*\0') & set(clean)
    assert clean_name(clean) == clean
