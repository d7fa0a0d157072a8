"""A school's own Word template: sent at any time, checked tag by tag, accepted, given up again."""

from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document

from tests.conftest import School
from tests.dialogs.test_documents import FILE, LABEL, opens
from tests.dialogs.test_pair_orders import words_of
from tests.papers.templates.samples import changed, paragraphs
from tests.papers.word_files import saved

OURS = "Шаблон. Приказ о Положении.docx"
TAGS = "Метки. Приказ о Положении.docx"


async def downloads(school: School) -> bytes:
    coordinator = school.cast.coordinator
    await opens(school)
    await coordinator.presses("Свой шаблон")
    coordinator.sees("Сейчас используется наш шаблон.")
    await coordinator.presses("Скачать наш")
    return coordinator.files[OURS]


async def sends(school: School, content: bytes, name: str = "Наш приказ.docx") -> None:
    await school.cast.coordinator.sends_file(name, content)


def with_words(content: bytes, words: str, *, instead: str = "ПРИКАЗЫВАЮ:") -> bytes:
    def put(document: Any) -> None:
        next(each for each in document.paragraphs if each.text == instead).runs[0].text = words

    return changed(content, put)


async def test_ours_comes_with_the_list_of_its_tags(school: School) -> None:
    assert "{{ школа.полное_название }}" in words_of(await downloads(school))
    assert "полное название школы" in words_of(school.cast.coordinator.files[TAGS])


async def test_what_is_right_is_accepted_and_used_until_ours_is_taken_back(school: School) -> None:
    coordinator = school.cast.coordinator
    await sends(school, with_words(await downloads(school), "Приказ школы № 12:"))
    coordinator.sees("Метки верны, документ собирается.")
    await coordinator.presses("Принять", times=2)
    coordinator.sees("ваш шаблон, версия 1", "Вернуть наш")
    await coordinator.presses("К документу")
    coordinator.sees("Шаблон: ваш, версия 1.")
    await coordinator.presses("Собрать (Word)")
    assert "Приказ школы № 12:" in words_of(coordinator.files[FILE])
    await opens(school, f"{LABEL}: проект")
    await coordinator.presses("Свой шаблон")
    await coordinator.presses("Вернуть наш")
    coordinator.sees("вместо вашего (версия 1)")
    await coordinator.presses("Да, вернуть наш")
    coordinator.sees("Снова используется наш шаблон.")
    await coordinator.presses("К документу")
    await coordinator.presses("Собрать (Word)")
    assert "ПРИКАЗЫВАЮ:" in words_of(coordinator.files[FILE])


async def test_versions_go_on_counting(school: School) -> None:
    coordinator = school.cast.coordinator
    ours = await downloads(school)
    for words, version in (("Раз:", 1), ("Два:", 2)):
        await sends(school, with_words(ours, words))
        await coordinator.presses("Принять")
        coordinator.sees(f"Принято: версия {version}.")


async def test_an_unknown_and_a_broken_tag_are_named_with_their_paragraphs(school: School) -> None:
    coordinator = school.cast.coordinator
    wrong = with_words(await downloads(school), "Утвердить {{ положение.имя }} и { школа.город }")
    await sends(school, wrong)
    coordinator.sees(
        "Нужно исправить в Word и прислать ещё раз",
        "{{ положение.имя }}: такой метки нет.",
        "Абзац: «Утвердить {{ положение.имя }} и { школа.город }»",
        "лишняя или непарная фигурная скобка",
        "Скачать наш",
    )
    coordinator.does_not_see("Принять")


async def test_a_near_name_is_offered(school: School) -> None:
    await sends(school, with_words(await downloads(school), "{{ школа.полное_названье }}"))
    school.cast.coordinator.sees("Похоже на школа.полное_название.")


async def test_macros_are_refused_in_plain_words(school: School) -> None:
    target = BytesIO(paragraphs("{{ школа.город }}"))
    with ZipFile(target, "a") as made:
        made.writestr("word/vbaProject.bin", b"x")
    await sends(school, target.getvalue(), "Приказ.docm")
    school.cast.coordinator.sees("В этом шаблоне есть макросы.")


async def test_a_roadmap_is_read_as_one_still(school: School) -> None:
    document = Document()
    document.add_paragraph("Просто письмо без таблицы")
    await sends(school, saved(document))
    school.cast.coordinator.sees("В этом документе нет таблицы.")


async def test_an_older_press_accepts_nothing_else(school: School) -> None:
    coordinator = school.cast.coordinator
    ours = await downloads(school)
    await sends(school, with_words(ours, "Раз:"))
    first = coordinator.messages[-1]
    await sends(school, with_words(ours, "Два:"))
    await coordinator.presses_old(first, "Принять")
    coordinator.sees("Этот шаблон уже заменён другим или принят.", "Новый проверен и ждёт")
