"""What a year's pairs do in its last weeks: two end early, one carries its programme out and is thanked."""

from tests.cast import Cast, Person
from tests.conftest import School
from tests.dialogs.answered import asks, helps, phone
from tests.dialogs.gathering import ANNA, IGOR, OLGA, at
from tests.dialogs.honouring import CERTIFICATE
from tests.dialogs.honouring import TITLE as HONOURS
from tests.dialogs.meeting import notes
from tests.dialogs.programming import TITLE, approved, looks
from tests.dialogs.test_by_hand import chooses
from tests.dialogs.test_pair_orders import words_of

NINA, LIDIA, PETR = "Полева Нина Сергеевна", "Гусева Лидия Павловна", "Озёрный Пётр Ильич"
PAIR, NINAS = "Рябинин И. О. → Соколова А. И.", "Полева Н. С. → Берёзова О. П."


async def a_year_was(school: School) -> Person:
    """Till spring, told elsewhere and without crashes: three pairs in orders, one with a programme. Nina's phone."""
    cast = school.cast
    crashes, cast.bot.crashes = cast.bot.crashes, False
    await approved(school)
    nina = phone(school, 2001, NINA)
    await helps(school, nina, NINA)
    await asks(school, cast.newcomer, OLGA)
    await school.lists(LIDIA, PETR)  # have no Telegram
    for mentee, mentor in (("Берёзова О. П.", "Полева Н. С."), ("Гусева Л. П.", "Рябинин И. О.")):
        await chooses(school, mentee, mentor)
        await cast.coordinator.presses("Уже работают, приказ есть")
        await cast.coordinator.says("48-о")
        await cast.coordinator.says("09.09.2026")
    await at(cast, 9, 10, 15)
    for person in (cast.teacher, nina):
        await notes(person)
    cast.bot.crashes = crashes
    return nina


async def d_a_mentee_leaves_the_school(school: School) -> None:
    """In March; the pair is over the same day and needs an order."""
    cast = school.cast
    await at(cast, 3, 16, 12)
    await cast.coordinator.says("Гусева")
    await cast.coordinator.presses("Больше не работает в школе")
    cast.coordinator.sees("завершатся пары: 1, нужен приказ: 1")
    await cast.coordinator.presses("Да, больше не работает", times=2)


async def a_a_mentor_gives_notice(school: School, nina: Person) -> None:
    """Taken back once, given again; three working days later it holds, and Olga waits ahead of others."""
    cast = school.cast
    await at(cast, 4, 19, 12)
    for label in ("Прекратить наставничество", "Отозвать", "Прекратить наставничество"):
        await nina.says("Моя пара")
        await nina.presses(label)
        if label != "Отозвать":
            nina.sees("Последний день работы будет 22.04.2027")
            await nina.presses(label, times=2)
    await at(cast, 4, 22, 15)
    assert await ends(cast) == ["3 left 2027-03-16"]
    await at(cast, 4, 23, 15)
    assert await ends(cast) == ["2 mentor 2027-04-22", "3 left 2027-03-16"]
    cast.newcomer.sees("Работа с прежним наставником завершена. Ваш запрос остаётся в силе")
    cast.newcomer.was_never_told("прекра", "предупре")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees("Без пары ждут: 1.")
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("О прекращении")
    cast.coordinator.sees(NINAS, "Рябинин И. О. → Гусева Л. П.")
    await cast.coordinator.presses("Скачать проект (Word)")
    assert OLGA in words_of(cast.coordinator.files["Приказ о прекращении.docx"])


async def ends(cast: Cast) -> list[str]:
    return await cast.bot.fetch(
        str, "SELECT id || ' ' || end_reason || ' ' || ended_on FROM pairing WHERE state = 'ended' ORDER BY id"
    )


async def a_programme_is_carried_out(school: School) -> None:
    """The last meeting is noted and ticked; the report has what was planned and what was done."""
    cast = school.cast
    await at(cast, 5, 17, 15)
    mentor = cast.colleague
    await notes(mentor)
    await mentor.says(TITLE)
    await mentor.presses("Мероприятия")
    await mentor.presses("Ещё")
    await mentor.presses("7. Итоговая встреча")
    await mentor.presses("Сделано", times=2)
    await looks(school)
    await cast.coordinator.presses("Отчёт о программе (Word)")
    report = words_of(cast.coordinator.files["Отчёт о программе.docx"])
    assert "выполнено 1 из 7 мероприятий" in report
    assert "Отмечено встреч: 2" in report


async def mentors_are_thanked(school: School) -> None:
    """The one who has worked to the end and the one who left: both have an order."""
    coordinator = school.cast.coordinator
    await coordinator.says(HONOURS)
    coordinator.sees("Благодарность наставнику: 2.")
    await coordinator.presses("Благодарность наставнику, всем (2)")
    assert words_of(coordinator.files["Благодарность наставнику.docx"]).count("БЛАГОДАРНОСТЬ") == 2
    await coordinator.says(HONOURS)
    await coordinator.presses("Свидетельство наставника, всем (2)")
    certificate = words_of(coordinator.files[CERTIFICATE])
    assert "Период: с 09.09.2026 по настоящее время." in certificate
    assert ANNA.split()[0] not in certificate
    assert IGOR in certificate
