"""«Что знает обо мне бот» is everything of one's own and nothing of others'; «Журнал» is for coordinators, in words."""

from mentoring import act_words
from tests.cast import Person
from tests.conftest import School
from tests.dialogs.test_erasures import withdraws
from tests.papers.workbooks import sheets, texts

IGOR = "Рябинин Игорь Олегович"
OTHERS = "Секрет-Чужой"
FILE = "Что знает обо мне бот.xlsx"


def read(person: Person, name: str) -> dict[str, list[list[str]]]:
    return {title: texts(sheet) for title, sheet in sheets(person.files[name]).items()}


async def asks_for_it(person: Person) -> None:
    await person.says("/menu")
    await person.presses("Мои данные")
    await person.presses("Что знает обо мне бот")
    person.sees("Собираю файл")


async def test_the_file_has_what_was_said_in_words_and_nothing_of_others(school: School) -> None:
    teacher, colleague = await withdraws(school), school.cast.colleague
    await school.brings_in(colleague, IGOR, position=OTHERS)
    await teacher.presses_data("a:owdt:0:")
    told = "\n".join("\t".join(row) for rows in read(teacher, FILE).values() for row in rows)
    for words in ("Соколова Анна Ильинична", "учитель-маркер", "Вопрос-маркер?", "ответ-маркер", "отозвано"):
        assert words in told
    assert str(teacher.user_id) in told
    for words in (OTHERS, "Рябинин", "consent.", "submitted", "{", "None"):
        assert words not in told


async def test_whoever_has_nothing_yet_reads_that_there_is_nothing(school: School) -> None:
    await school.brings_in(school.cast.colleague, IGOR)
    await asks_for_it(school.cast.colleague)
    assert read(school.cast.colleague, FILE)["Пары"][1][0] == "Записей нет"


async def test_in_a_strict_school_it_stays_on_the_server(school: School) -> None:
    bot, colleague = school.cast.bot, school.cast.colleague
    await school.brings_in(colleague, IGOR)
    async with bot.machine.database.write() as tx:
        await tx.run("UPDATE school SET privacy = 'strict'")
    await asks_for_it(colleague)
    colleague.sees("попросите координатора передать вам файл")
    (kept,) = (bot.data_dir / "exports").iterdir()
    colleague.sees(kept.name)


async def test_a_stranger_gets_nothing(school: School) -> None:
    await school.cast.outsider.says("Здравствуйте")
    await school.cast.outsider.presses_data("a:owdt:0:")
    assert school.cast.outsider.files == {}


async def test_the_journal_tells_who_did_what_in_words(school: School) -> None:
    coordinator = school.cast.coordinator
    await school.brings_in(school.cast.colleague, IGOR)
    await coordinator.says("/settings")
    await coordinator.presses("Журнал")
    coordinator.sees("Рябинин И. О.: Вход в бот по приглашению", "Орлова В. П.")
    coordinator.does_not_see("person.", "school.")
    await coordinator.presses("Журнал в Excel")
    rows = read(coordinator, "Журнал.xlsx")["Журнал"]
    assert any("Вход в бот по приглашению" in row for row in rows)


async def test_the_journal_is_read_by_pages(school: School) -> None:
    await school.lists(*(f"Лугов Иван {letter}." for letter in "АБВГДЕЖЗ"))
    coordinator = school.cast.coordinator
    await coordinator.says("журнал")
    coordinator.sees("Страница 1 из")
    await coordinator.presses("Ещё")
    coordinator.sees("Страница 2 из")


async def test_no_teacher_opens_the_journal(school: School) -> None:
    await school.brings_in(school.cast.colleague, IGOR)
    for data in ("g:jrnl:0:0", "a:jrnb:0:"):
        await school.cast.colleague.presses_data(data)
        school.cast.colleague.does_not_see("Вход в бот")
    assert school.cast.colleague.files == {}


def test_an_unknown_act_is_never_shown_as_its_code() -> None:
    assert act_words.said("person.new.thing") == "Изменены сведения о человеке"
    assert act_words.said("unheard.of") == "Другое действие"
