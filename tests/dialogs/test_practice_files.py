"""The collection in Word, copies that are about, nominations: names only where they may be told."""

from io import BytesIO

from docx import Document

from handlers import results
from handlers.effects import Screen, as_list
from mentoring import jobs
from mentoring.jobs import Work
from mentoring.practices import collection, writing
from storage import jobs as rows
from storage.vocabulary import Privacy
from storage.vocabulary.practices import Publish
from tests.conftest import School, member_of
from tests.dialogs.practising import NAMELESS, NEVER, TITLE, collects, opens_desk, opens_own, shared
from tests.scenes import scene

OTHER, HIDDEN = "Разговор у окна", "Только для себя"
FILE = "Копилка практик 2026-2027.docx"
ISSUED = "SELECT cards || CASE WHEN issued_at IS NULL THEN ' made' ELSE ' issued' END FROM practice_collection"


def text_of(content: bytes | None) -> str:
    assert content is not None
    return "\n".join(each.text for each in Document(BytesIO(content)).paragraphs)


@scene
async def three_cards(school: School) -> None:
    await shared(school)
    await shared(school, OTHER, publish=NAMELESS)
    await shared(school, HIDDEN, publish=NEVER)


async def test_the_collection_holds_what_may_be_shown_as_it_may_be_shown(school: School) -> None:
    await three_cards(school)
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Сборник")
    coordinator.sees("В сборник войдёт: 2 карточки, с именем 1, без имени 1.")
    text = text_of(await collects(school))
    assert TITLE in text
    assert OTHER in text
    assert HIDDEN not in text
    assert text.count("Соколова") == 1
    assert await school.cast.bot.fetch(str, ISSUED) == ["2 issued"]
    acts = "SELECT act FROM journal WHERE act IN ('practice.collection', 'export.practices') ORDER BY act"
    assert await school.cast.bot.fetch(str, acts) == ["export.practices", "practice.collection"]


async def test_without_cards_there_is_nothing_to_collect(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.presses_data("a:pcc:0:")
    coordinator.sees("Собирать пока нечего")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM job") == [0]


async def test_a_revocation_after_printing_leaves_the_next_file_and_names_the_copies(school: School) -> None:
    await three_cards(school)
    await collects(school)
    bot, coordinator, teacher = school.cast.bot, school.cast.coordinator, school.cast.teacher
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    teacher.sees("Уже выданы сборники с ней", "08.09.2026, в нём 2 карточки")
    await teacher.presses("Не показывать")
    bot.clock.move(hours=3)
    await bot.tick()
    coordinator.sees("больше не разрешает показывать её так, как она стоит в выданных сборниках")
    await coordinator.presses("Сборник")
    coordinator.sees("08.09.2026: 2 карточки, больше нельзя показывать так: 1")
    text = text_of(await collects(school))
    assert TITLE not in text
    assert OTHER in text


async def test_a_name_that_is_taken_back_is_in_no_later_copy(school: School) -> None:
    teacher = await shared(school)
    await collects(school)
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    await teacher.presses("Показывать без имени")
    await opens_desk(school.cast.coordinator)
    await school.cast.coordinator.presses("Сборник")
    school.cast.coordinator.sees("больше нельзя показывать так: 1", "с именем 0, без имени 1")
    text = text_of(await collects(school))
    assert TITLE in text
    assert "Соколова" not in text


async def test_a_file_that_an_author_has_overtaken_is_not_handed_over(school: School) -> None:
    """The worker has written it, the author changes their word, then it would come."""
    teacher, coordinator, bot = await shared(school), school.cast.coordinator, school.cast.bot
    now = bot.clock.now()
    author, leader = (await member_of(bot, teacher)).member, (await member_of(bot, coordinator)).member
    assert author is not None
    assert leader is not None
    async with bot.machine.database.write() as tx:
        job_id = await jobs.order(tx, leader, coordinator.user_id, Work.PRACTICES, now)
        job = await rows.get(tx, job_id)
        assert job is not None
        assert (await collection.gather(tx, job, now)).file_name == FILE
        assert await writing.allow(tx, author, 1, Publish.NEVER, now)
        made = {"job": job_id, "work": "practices", "kind": "file", "path": "exports/a.docx", "name": FILE}
        (shown,) = as_list(await results.deliver(tx, made, now))
        assert isinstance(shown, Screen)
        assert "кто-то из авторов изменил разрешение" in shown.text
    assert await bot.fetch(str, ISSUED) == []


async def test_in_a_strict_school_the_collection_goes_into_the_folder(school: School) -> None:
    await shared(school)
    bot = school.cast.bot
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = :strict", strict=Privacy.STRICT)
    assert await collects(school) is None
    school.cast.coordinator.sees("папке exports")
    assert await bot.fetch(str, ISSUED) == ["1 issued"]


async def test_nominations_are_named_filled_read_and_printed_without_places(school: School) -> None:
    await three_cards(school)
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    coordinator.sees("без мест и баллов", "Добавить: Открытие года")
    await coordinator.presses("Добавить: Просто и работает", times=2)
    coordinator.does_not_see(HIDDEN)
    await coordinator.presses(f"☐ {TITLE}", times=2)
    await coordinator.presses(f"☐ {OTHER}")
    await coordinator.presses("К номинациям")
    coordinator.sees("2 · Просто и работает")
    await coordinator.presses("Своё название")
    await coordinator.says("Самый тихий урок")
    coordinator.sees("Номинация добавлена.", "Карточек пока нет.")
    await coordinator.presses("К номинациям")
    await coordinator.presses("Прочитать список")
    coordinator.sees(f"• {TITLE} (Соколова А. И.)\n• {OTHER}")
    coordinator.does_not_see("Самый тихий урок")
    text = text_of(await collects(school))
    assert f"Просто и работает\n– {TITLE} (Соколова А. И.)\n– {OTHER}" in text
    assert "Самый тихий урок" not in text


async def test_a_nomination_is_unticked_and_dropped_and_the_card_stays(school: School) -> None:
    await shared(school)
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    await coordinator.presses("Добавить: Открытие года")
    await coordinator.presses(f"☐ {TITLE}")
    await coordinator.presses(f"☑ {TITLE}")
    coordinator.sees("Карточек пока нет.")
    await coordinator.presses("Удалить номинацию")
    await coordinator.presses("Удалить номинацию", times=2)
    coordinator.sees("Пока ни одной.")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM practice_card") == [1]


async def test_what_the_author_hides_leaves_its_nominations(school: School) -> None:
    teacher = await shared(school)
    coordinator = school.cast.coordinator
    await opens_desk(coordinator)
    await coordinator.presses("Номинации")
    await coordinator.presses("Добавить: Открытие года")
    await coordinator.presses(f"☐ {TITLE}")
    await opens_own(teacher)
    await teacher.presses("Кто видит карточку")
    await teacher.presses("Не показывать")
    await coordinator.presses("К номинациям")
    coordinator.sees("0 · Открытие года")
