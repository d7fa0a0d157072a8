"""«Пригласить»: one link for the staff room, its poster, slips with personal links."""

import re
from io import BytesIO

from docx import Document

from tests.conftest import School

LINK = re.compile(r"start=(\S+)")
CODE = re.compile(r"[0-9A-Z]{5}-[0-9A-Z]{5}")


def words(content: bytes) -> str:
    document = Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


async def opens(school: School) -> tuple[str, str]:
    """The staff room's link and its typed code."""
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Открыть ссылку" if "Открыть ссылку для учительской" in coordinator.buttons else "Новая")
    return LINK.findall(coordinator.heard)[-1], CODE.findall(coordinator.heard)[-1]


async def test_staff_rooms_link_is_shown_once_and_lets_in_to_wait(school: School) -> None:
    link, code = await opens(school)
    coordinator, newcomer, colleague = school.cast.coordinator, school.cast.newcomer, school.cast.colleague
    coordinator.sees("открыта до 08.10.2026", code)
    await newcomer.starts(link)
    newcomer.sees("согласие")
    await colleague.says(code.lower())
    colleague.sees("согласие")
    await coordinator.presses("К приглашениям")
    coordinator.sees("открыта до 08.10.2026", "Закрыть ссылку")
    assert link not in coordinator.screen.text


async def test_staff_rooms_invitation_stays_a_message_that_can_be_forwarded(school: School) -> None:
    link, code = await opens(school)
    coordinator = school.cast.coordinator
    await coordinator.presses("К приглашениям")
    await coordinator.presses("Меню")
    (invitation,) = [each for each in coordinator.messages if link in each.text]
    assert not invitation.buttons
    assert not invitation.edited
    for told in ("Наставничество педагогов", "Школа № 12", "нажмите «Начать»", code, "открыта до 08.10.2026"):
        assert told in invitation.text
    for to_coordinator in ("Перешлите", "плакат", "прежние"):
        assert to_coordinator not in invitation.text


async def test_missing_address_is_asked_for_before_anybody_is_invited(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    coordinator.sees("Адрес школы не указан")
    await coordinator.presses("Указать адрес школы")
    await coordinator.says("г. Москва, ул. Школьная, д. 5")
    await coordinator.presses("К приглашениям")
    coordinator.does_not_see("Адрес школы не указан", "Указать адрес школы")


async def test_new_link_closes_the_one_before_it(school: School) -> None:
    first, _ = await opens(school)
    second, _ = await opens(school)
    await school.cast.newcomer.starts(first)
    school.cast.newcomer.sees("не подходят")
    await school.cast.newcomer.starts(second)
    school.cast.newcomer.sees("согласие")


async def test_closed_link_lets_nobody_in(school: School) -> None:
    link, _ = await opens(school)
    await school.cast.coordinator.presses("Закрыть ссылку")
    school.cast.coordinator.sees("Ссылка закрыта", "Сейчас закрыта")
    await school.cast.newcomer.starts(link)
    school.cast.newcomer.sees("не подходят")


async def test_poster_has_the_very_link_that_was_shown(school: School) -> None:
    coordinator = school.cast.coordinator
    link, code = await opens(school)
    await coordinator.presses("Плакат")
    text = words(coordinator.files["Плакат для учительской.docx"])
    assert code in text
    assert "08.10.2026" in text
    await school.cast.newcomer.starts(link)
    school.cast.newcomer.sees("согласие")
    assert await school.cast.bot.fetch(str, "SELECT task FROM job") == ["{}"]


async def test_poster_of_a_closed_link_is_not_printed(school: School) -> None:
    coordinator = school.cast.coordinator
    await opens(school)
    shown = coordinator.screen
    await coordinator.presses("Закрыть ссылку")
    await coordinator.presses_old(shown, "Плакат")
    coordinator.sees("уже закрыта")
    assert not coordinator.files


async def test_slips_have_a_working_code_for_each_who_has_not_come(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.lists("Соколова Анна Ильинична", "Рябинин Игорь Олегович")
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Листочки с личными ссылками (2)", times=2)
    text = words(coordinator.files["Приглашения.docx"])
    assert "Соколова Анна Ильинична" in text
    assert len([each for each in coordinator.messages if each.document]) == 1, "ordered twice, printed once"
    for code in dict.fromkeys(CODE.findall(text)):
        await school.cast.teacher.says(code)
    school.cast.teacher.sees("согласие")


async def test_printing_asks_first_when_it_ends_links_that_were_given(school: School) -> None:
    coordinator = school.cast.coordinator
    (person_id,) = await school.lists("Соколова Анна Ильинична")
    link = (await school.invites(person_id)).token
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Листочки")
    coordinator.sees("перестанут действовать", "(1)")
    await coordinator.presses("Назад")
    await coordinator.presses("Листочки")
    await coordinator.presses("Напечатать листочки")
    assert "Приглашения.docx" in coordinator.files
    await school.cast.teacher.starts(link)
    school.cast.teacher.sees("не подходят")


async def test_nothing_is_printed_when_everybody_is_in(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    coordinator.sees("уже вошли")
    coordinator.does_not_see("Листочки с личными")


async def test_strict_school_gets_slips_in_the_folder_and_not_in_the_chat(school: School) -> None:
    coordinator = school.cast.coordinator
    async with school.cast.bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    await school.lists("Соколова Анна Ильинична")
    await coordinator.says("/people")
    await coordinator.presses("Пригласить")
    await coordinator.presses("Листочки")
    coordinator.sees("в папке exports на сервере")
    assert not coordinator.files
    (kept,) = (school.cast.bot.data_dir / "exports").iterdir()
    assert kept.name in coordinator.heard
    assert "Соколова" in words(kept.read_bytes())
