"""J2: a teacher enters and consents, or does not; each told plainly and with crashes."""

import re
from dataclasses import dataclass

import pytest

from mentoring import consent
from storage import consents
from storage.vocabulary import ConsentDecision, ConsentKind, Source
from tests.cast import Cast
from tests.conftest import School, member_of
from tests.papers.workbooks import workbook

NAME = "Соколова Анна Ильинична"
LINK = re.compile(r"start=(\S+)")


@dataclass(frozen=True)
class Decision:
    kind: str
    decision: str


@pytest.fixture
def school(journey_school: School) -> School:
    return journey_school


async def ledger(cast: Cast) -> list[tuple[str, str]]:
    rows = await cast.bot.fetch(Decision, "SELECT kind, decision FROM consent ORDER BY id")
    return [(row.kind, row.decision) for row in rows]


async def test_link_leads_to_consent_and_to_the_menu(school: School) -> None:
    await school.brings_in(school.cast.teacher, NAME)
    school.cast.teacher.sees("Что от вас нужно", "Заполнить запрос")
    assert await ledger(school.cast) == [("data", "given"), ("contact", "given")]


async def test_a_coordinator_hears_of_a_second_try_and_can_give_a_new_code(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, NAME)
    (other,) = await school.lists("Рябинин Игорь Олегович")
    secret = await school.invites(other)
    await cast.colleague.starts(secret.token)
    await cast.outsider.says(secret.code)
    cast.outsider.sees("Код не подошёл")
    await cast.outsider.starts(secret.token)
    cast.outsider.sees("не подходят")
    await cast.coordinator.says("/today")
    cast.coordinator.sees("По приглашению пытались войти ещё раз: 1 человек")
    noted = await cast.bot.fetch(int, "SELECT person_id FROM journal WHERE act = 'invite.second_try'")
    assert noted == [other], "told once, whatever is tried again"
    assert len(await cast.bot.fetch(int, "SELECT id FROM account")) == 3, "nothing is kept of whoever tried"
    await cast.coordinator.presses("Повторный вход: Рябинин И. О.")
    cast.coordinator.sees("пытался войти другой аккаунт", "Отключить аккаунт")
    await cast.coordinator.presses("Отключить аккаунт")
    await cast.coordinator.presses("Отключить аккаунт")
    cast.coordinator.sees("личное приглашение")
    await cast.coordinator.says("/today")
    cast.coordinator.does_not_see("пытались войти")


async def test_a_second_try_that_means_nothing_is_put_away(school: School) -> None:
    cast = school.cast
    (person_id,) = await school.lists(NAME)
    secret = await school.invites(person_id)
    await cast.teacher.starts(secret.token)
    await cast.outsider.starts(secret.token)
    await cast.coordinator.says("Соколова")
    await cast.coordinator.presses("Понятно")
    cast.coordinator.does_not_see("пытался войти")


async def test_a_owner_of_a_used_link_gets_their_own_screen(school: School) -> None:
    cast = school.cast
    (person_id,) = await school.lists(NAME)
    secret = await school.invites(person_id)
    await cast.teacher.starts(secret.token)
    await cast.teacher.starts(secret.token)
    cast.teacher.sees("согласие на обработку данных")
    await cast.teacher.presses("Согласен(на)")
    await cast.teacher.presses("Да, можно напоминать")
    await cast.teacher.starts(secret.token)
    cast.teacher.sees("Вы уже участвуете", "Заполнить запрос")
    await cast.teacher.says(secret.code)
    cast.teacher.sees("Вы уже участвуете", "Заполнить запрос")
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM journal WHERE act = 'invite.second_try'") == [0]
    assert await cast.bot.fetch(int, "SELECT COUNT(*) FROM wrong_code") == [0]


async def test_b_a_new_phone_and_account_get_the_place_and_the_old_account_loses_it(school: School) -> None:
    cast = school.cast
    old, new, coordinator = cast.teacher, cast.newcomer, cast.coordinator
    person_id = await school.brings_in(old, NAME)
    await old.presses("Заполнить запрос")
    await old.presses("Начать")
    await coordinator.says("Соколова")
    await coordinator.presses("Отключить аккаунт")
    coordinator.sees("Тот аккаунт сразу потеряет доступ")
    await coordinator.presses("Отключить аккаунт")
    coordinator.sees("Аккаунт отключён", "личное приглашение")
    token = LINK.findall("\n".join(message.text for message in coordinator.messages))[-1]
    for attempt in ("/menu", "Физика", "/start"):
        await old.says(attempt)
        old.sees("только по приглашению")
    await new.starts(token)
    new.sees("Продолжить запрос")
    assert await cast.bot.fetch(
        int, "SELECT a.external_id FROM person p JOIN account a ON a.id = p.account_id WHERE p.id = :id", id=person_id
    ) == [new.user_id]
    await old.starts(token)
    old.sees("не подходят")


async def test_a_used_link_gets_the_same_answer_as_an_unknown_one(school: School) -> None:
    (person_id,) = await school.lists(NAME)
    secret = await school.invites(person_id)
    await school.cast.teacher.starts(secret.token)
    await school.cast.outsider.starts(secret.token)
    used = school.cast.outsider.messages[-1].text
    await school.cast.outsider.starts("unknown-token-unknown1")
    assert school.cast.outsider.messages[-1].text == used
    assert "не подходят" in used
    assert len(await school.cast.bot.fetch(int, "SELECT id FROM account")) == 2


async def test_a_typed_code_works_in_any_case_and_once(school: School) -> None:
    (person_id,) = await school.lists(NAME)
    secret = await school.invites(person_id)
    typed = f"{secret.code[:5]} {secret.code[5:]}".lower()
    await school.cast.teacher.says(typed)
    school.cast.teacher.sees("согласие на обработку данных")
    await school.cast.outsider.says(typed)
    school.cast.outsider.sees("Код не подошёл")


async def test_three_wrong_codes_are_enough_and_the_coordinator_may_still_let_in(school: School) -> None:
    outsider = school.cast.outsider
    for _ in range(3):
        await outsider.says("AAAAA-AAAAA")
        outsider.sees("Код не подошёл")
    await outsider.says("AAAAA-AAAAA")
    outsider.sees("больше не принимаются", "Попросить координатора впустить")
    await outsider.presses("Попросить координатора впустить")
    outsider.sees("согласие на обработку данных")
    await outsider.presses("Согласен(на)")
    await outsider.presses("Нет, напишу")
    outsider.sees("Как вас зовут")
    await outsider.says("Зимин Олег Петрович")
    outsider.sees("Координатор увидит вашу просьбу")
    school.cast.bot.clock.move(hours=2)
    await outsider.says("Есть новости?")
    outsider.sees("Координатор увидит вашу просьбу")


async def test_c_who_declines_leaves_nothing_but_the_fact_and_may_change_their_mind(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists(NAME)
    await teacher.starts((await school.invites(person_id)).token)
    await teacher.presses("Не согласен(на)")
    teacher.sees("ничего не сохранили, кроме отметки об отказе")
    assert await ledger(school.cast) == [("data", "declined")]
    await school.cast.coordinator.says("/today")
    school.cast.coordinator.sees("участвуют на бумаге: 1 человек")
    await teacher.says("Здравствуйте")
    teacher.sees("Без согласия бот ни о чём не спрашивает")
    await teacher.presses("Начать")
    await teacher.presses("Согласен(на)")
    assert await ledger(school.cast) == [("data", "declined"), ("data", "given")]


async def test_d_no_question_is_asked_before_the_tap(school: School) -> None:
    teacher = school.cast.teacher
    (person_id,) = await school.lists(NAME)
    await teacher.starts((await school.invites(person_id)).token)
    for attempt in ("/menu", "Физика", "/help"):
        await teacher.says(attempt)
    await teacher.says("Мой запрос")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM form_run WHERE form_key = 'needs'") == [0]
    teacher.sees("Согласен(на)")


async def test_e_a_new_text_is_asked_anew_before_the_next_answer_and_old_answers_stay(school: School) -> None:
    teacher = school.cast.teacher
    person_id = await school.brings_in(teacher, NAME)
    await teacher.presses("Заполнить запрос")
    await teacher.presses("Начать")
    async with school.cast.bot.machine.database.write() as tx:
        # The ledger as it would stand if version 0 had been the text agreed to.
        await consents.record(
            tx,
            person_id=person_id,
            kind=ConsentKind.DATA,
            decision=ConsentDecision.GIVEN,
            source=Source.TAP,
            text_version=0,
            text_hash="of the text before",
            recorded_by=None,
            now=school.cast.bot.clock.now(),
        )
    await teacher.presses("☐ Начальные классы")
    teacher.sees("Текст согласия обновился")
    assert await school.cast.bot.fetch(str, "SELECT ticked FROM form_run WHERE form_key = 'needs'") == ["[]"]
    await teacher.says("Физика")
    teacher.sees("Текст согласия обновился")
    assert await school.cast.bot.fetch(int, "SELECT COUNT(*) FROM answer WHERE question = 'subjects'") == [0]
    await teacher.presses("Согласен(на)")
    teacher.sees("Какие предметы")


async def test_f_withdrawal_hides_at_once_gives_a_receipt_and_ends_in_erasure(school: School) -> None:
    cast = school.cast
    person_id = await school.brings_in(cast.teacher, NAME)
    await cast.teacher.presses("Мои данные")
    await cast.teacher.presses("Отозвать согласие")
    cast.teacher.sees("Отозвать согласие на обработку данных?")
    await cast.teacher.presses("Отозвать согласие")
    cast.teacher.sees("Согласие отозвано 08.09.2026", "до 08.10.2026")
    cast.coordinator.sees("Соколова А. И.", "согласие на обработку данных отозвано")
    await cast.teacher.says("/menu")
    cast.teacher.sees("Без согласия")
    cast.bot.clock.move(days=24)
    await cast.bot.tick()
    assert await cast.bot.fetch(str, "SELECT full_name FROM person WHERE id = :id", id=person_id) == [NAME]
    cast.bot.clock.move(days=1)
    await cast.bot.tick()
    assert await cast.bot.fetch(str, "SELECT state FROM person WHERE id = :id", id=person_id) == ["erased"]
    assert NAME not in str(await cast.bot.fetch(str, "SELECT full_name FROM person"))
    await cast.teacher.says("Ещё раз здравствуйте")
    cast.teacher.sees("только по приглашению")


async def test_f_withdrawing_twice_gives_one_entry_and_the_same_receipt(school: School) -> None:
    cast = school.cast
    await school.brings_in(cast.teacher, NAME)
    member = (await member_of(cast.bot, cast.teacher)).member
    assert member is not None
    receipts = []
    for _ in range(2):
        async with cast.bot.machine.database.write() as tx:
            receipts.append(await consent.withdraw(tx, member, cast.bot.clock.now()))
        cast.bot.clock.move(days=3)
    assert [str(receipt.destroyed_by) for receipt in receipts if receipt] == ["2026-10-08", "2026-10-08"]
    assert (await ledger(cast)).count(("data", "withdrawn")) == 1


async def test_g_who_stops_messages_can_still_write_first(school: School) -> None:
    teacher = school.cast.teacher
    await school.brings_in(teacher, NAME)
    await teacher.presses("Мои данные")
    await teacher.presses("Не писать мне первым")
    teacher.sees("первым бот писать не будет")
    assert (await ledger(school.cast))[-1] == ("contact", "withdrawn")
    await teacher.presses("Заполнить запрос")
    teacher.sees("Профессиональные запросы педагога")


async def test_i_namesakes_empty_rows_and_latin_letters_are_told_by_row(school: School) -> None:
    coordinator = school.cast.coordinator
    content = workbook(
        ("ФИО", "Должность"),
        ("Иванова Анна Петровна", "учитель"),
        (None, None),
        ("Иванова Анна Петровна", "педагог-психолог"),
        (None, "учитель"),
        ("Cоколова Анна Ильинична", "учитель"),
        ("Рябинин Игорь Олегович", "учитель"),
    )
    await coordinator.sends_file("Сотрудники.xlsx", content)
    coordinator.sees(
        "Строки 2, 4, ФИО: «Иванова Анна Петровна» повторяется",
        "Строка 5, ФИО: пусто",
        "Строка 6, ФИО: «Cоколова Анна Ильинична»: латинские буквы (C)",
        "Прочитано: 5 строк",
    )
    await coordinator.presses("Добавить 3")
    assert await school.cast.bot.fetch(str, "SELECT full_name FROM person WHERE state = 'invited' ORDER BY id") == [
        "Иванова Анна Петровна",
        "Иванова Анна Петровна",
        "Рябинин Игорь Олегович",
    ]
    await coordinator.says("Иванова")
    coordinator.sees("Иванова А. П., учитель", "Иванова А. П., педагог-псих")


async def test_j_a_stranger_gets_one_line_and_a_group_is_left(school: School) -> None:
    outsider = school.cast.outsider
    await outsider.says("Что это за бот?")
    outsider.sees("только по приглашению")
    world = school.cast.bot.world
    group = world.add_to_group(outsider.user_id, "Учительская")
    await outsider.waits()
    assert any(call.method.lower() == "leavechat" and call.chat_id == group for call in world.log)
    assert len(await school.cast.bot.fetch(int, "SELECT id FROM account")) == 1
