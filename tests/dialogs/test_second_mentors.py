"""A further mentor: the pair works on while they are asked, their yes brings them in, then the order of changes."""

from tests.conftest import School
from tests.dialogs.offering import offers
from tests.dialogs.pairing import PAIR, agreed
from tests.dialogs.ringing import at
from tests.dialogs.test_by_hand import LUGOVA, ZARECHNAYA, chooses
from tests.dialogs.test_pair_orders import signs, to_order, words_of
from tests.scenes import scene

SECOND = "Берёзова Ольга Львовна"
BOTH = "Берёзова О. Л., Рябинин И. О. → Соколова А. И."


@scene
async def ordered(school: School) -> None:
    """A pair in an order, and another mentor in the bank."""
    await agreed(school)
    await to_order(school)
    await school.cast.coordinator.presses("☐ Рябинин И. О.")
    await signs(school)
    await offers(school, school.cast.newcomer, SECOND)


@scene
async def asks(school: School) -> None:
    coordinator = school.cast.coordinator
    await coordinator.says("/pairs")
    await coordinator.presses(PAIR)
    await coordinator.presses("Добавить наставника")
    await coordinator.presses("Берёзова О. Л.")


async def test_the_pair_works_on_and_hears_of_the_second_mentor_with_their_yes(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await asks(school)
    cast.coordinator.sees("Берёзова О. Л. получит предложение", "в приказе, работа не начата", "Берёзова О. Л.: ждём")
    await at(cast, 10, 14)
    await cast.newcomer.presses("Посмотреть предложение")
    cast.newcomer.sees("Соколова А. И.", "Наставник уже есть: Рябинин И. О.")
    await cast.newcomer.presses("Принять")
    cast.newcomer.sees("Моя пара")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees(f"{BOTH}: в приказе, работа не начата")


async def test_the_order_of_changes_names_who_was_added(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await asks(school)
    await at(cast, 10, 14)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Приказы о парах")
    cast.coordinator.does_not_see("Об изменениях (1)")
    await cast.newcomer.presses("Посмотреть предложение")
    await cast.newcomer.presses("Принять")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses("Приказы о парах")
    await cast.coordinator.presses("Об изменениях (1)")
    await cast.coordinator.presses("Скачать проект (Word)")
    text = words_of(cast.coordinator.files["Приказ об изменениях.docx"])
    assert "Добавлен наставник" in text
    assert SECOND in text
    assert "Замена" not in text


async def test_a_refusal_changes_nothing_for_the_pair(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await asks(school)
    await at(cast, 10, 14)
    await cast.newcomer.presses("Посмотреть предложение")
    await cast.newcomer.presses("Отказаться")
    await cast.newcomer.presses("Да, отказаться")
    await cast.coordinator.says("/pairs")
    cast.coordinator.sees(f"{PAIR}: в приказе, работа не начата")
    await cast.coordinator.presses("Отказы и без ответа")
    cast.coordinator.sees(f"{PAIR}: второй наставник, отказ")
    cast.coordinator.does_not_see("Подобрать снова: ")
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses(PAIR)
    await cast.coordinator.presses("Добавить наставника")
    cast.coordinator.sees("Больше спросить некого")
    cast.teacher.was_never_told("Берёзова")
    cast.colleague.was_never_told("Берёзова")


async def test_nobody_is_asked_twice_and_nobody_from_inside(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses(PAIR)
    await cast.coordinator.presses("Добавить наставника")
    assert "Рябинин И. О. · есть место" not in cast.coordinator.buttons
    await cast.coordinator.presses("Берёзова О. Л.", times=2)
    cast.coordinator.sees("уже спрашивали")
    (pairing,) = await cast.bot.fetch(int, "SELECT id FROM pairing")
    (mentor,) = await cast.bot.fetch(int, "SELECT person_id FROM pairing_member WHERE side = 'mentor'")
    await cast.coordinator.presses_data(f"a:pr2:{pairing}:{mentor}")
    cast.coordinator.sees("предложение не отправлено")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM offer") == [3]


async def test_the_coordinator_answers_for_a_second_mentor_too(school: School) -> None:
    coordinator = school.cast.coordinator
    await ordered(school)
    await asks(school)
    await coordinator.presses("Ответ за Берёзова О. Л.")
    await coordinator.presses("Согласие получено")
    coordinator.sees(f"Пара: {BOTH}")


async def test_nobody_of_a_pair_is_asked_to_be_its_mentor_once_more(school: School) -> None:
    """Whoever was never asked about it either: the two had agreed without the bot."""
    coordinator = school.cast.coordinator
    ids = await school.lists(LUGOVA, ZARECHNAYA)
    await chooses(school, "Лугова Н. А.", "Заречная О. Л.")
    await coordinator.presses("Уже договорились")
    for person_id in ids:
        await coordinator.presses_data(f"a:pr2:1:{person_id}")
        coordinator.sees("предложение не отправлено")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM offer") == [0]


async def test_whoever_withdraws_consent_is_asked_no_more(school: School) -> None:
    cast = school.cast
    await ordered(school)
    await asks(school)
    for label in ("Меню", "Мои данные", "Отозвать согласие", "Отозвать согласие"):
        await cast.newcomer.presses(label)
    assert await cast.bot.fetch(str, "SELECT state FROM offer ORDER BY id DESC LIMIT 1") == ["called_back"]
    await cast.coordinator.says("/pairs")
    await cast.coordinator.presses(PAIR)
    cast.coordinator.does_not_see("Ответ за", "ждём ответа")
