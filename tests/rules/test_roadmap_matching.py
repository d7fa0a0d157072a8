"""Items of a school's roadmap and the programme's activities: by words, with the stage as a hint."""

import re

import pytest
from hypothesis import given

from mentoring.rules.roadmap_files import Item, ItemPath, Understood, match
from mentoring.rules.roadmap_files.activities import RULES
from tests.rules.roadmap_tables import ROADMAPS, document, roadmap, stage

ANYWHERE = "Мероприятия"


def keys(title: str, text: str) -> list[str]:
    (found,) = match(roadmap(stage(title, text))).values()
    return list(found)


@pytest.mark.parametrize(
    ("title", "text", "found"),
    [
        (ANYWHERE, "Разработка и утверждение Положения о наставничестве", ["a1_regulation"]),
        (ANYWHERE, "Издание приказа о назначении наставников и закреплении пар", ["a1_pairs_order"]),
        (
            "Подготовительный этап: нормативные документы",
            "Разработка индивидуальных программ",
            ["a1_programmes"],
        ),
        (ANYWHERE, "Составление персонализированных программ для пар", ["a5_programmes"]),
        (ANYWHERE, "Анкетирование педагогов: выявление профессиональных дефицитов", ["a2_requests"]),
        (ANYWHERE, "Опрос молодых педагогов", ["a2_requests"]),
        (ANYWHERE, "Создание базы наставляемых", ["a2_bank"]),
        (ANYWHERE, "Формирование банка наставников и наставляемых", ["a2_bank", "a3_bank"]),
        ("Формирование банка наставников", "Создание базы данных", ["a3_bank"]),
        ("Формирование банка наставляемых", "Создание базы данных", ["a2_bank"]),
        ("Формирование банка наставников", "Сбор согласий на обработку персональных данных", ["a3_consents"]),
        ("Формирование банка наставляемых", "Сбор согласий на обработку персональных данных", ["a2_consents"]),
        (ANYWHERE, "Анкетирование потенциальных наставников", ["a3_survey"]),
        (ANYWHERE, "Отбор наставников из числа педагогов", ["a4_select"]),
        (ANYWHERE, "Разработка методических рекомендаций", ["a4_materials"]),
        (ANYWHERE, "Обучение наставников", ["a4_sessions"]),
        (ANYWHERE, "Создание наставнических пар", ["a5_pairs"]),
        (ANYWHERE, "Психологическая поддержка участников", ["a5_support"]),
        (ANYWHERE, "Мониторинг реализации программы", ["a6_monitoring"]),
        ("Подведение итогов", "Анкетирование участников", ["a6_monitoring"]),
        ("Подведение итогов", "Семинар для наставников", ["a6_conference"]),
        (ANYWHERE, "Конференция «Я – наставник»", ["a6_conference"]),
        (ANYWHERE, "Круглый стол", ["a6_round_table"]),
        (ANYWHERE, "Публикация лучших практик", ["a6_library"]),
    ],
)
def test_other_schools_words_mean_the_same_activities(title: str, text: str, found: list[str]) -> None:
    assert keys(title, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Торжественная линейка",
        "Поздравление с Днём учителя",
        "Приказ о поощрении",
        "Письменное согласие на участие",
        "Парная работа на уроке",
        "Анализ положения дел",
        "Банкет",
    ],
)
def test_what_is_no_activity_has_a_key_of_its_own(text: str) -> None:
    (key,) = keys(ANYWHERE, text)
    assert re.fullmatch(r"own_[a-z0-9_]{1,16}", key)


def test_stages_in_another_order_change_nothing() -> None:
    plan = document()
    shuffled = Understood(plan.title, plan.school_year, plan.stages[::-1])
    turned = {(5 - path.stage, path.item, path.inner): found for path, found in match(shuffled).items()}
    assert turned == {(path.stage, path.item, path.inner): found for path, found in match(plan).items()}


def test_every_rule_is_of_an_activity_and_every_activity_is_in_the_document() -> None:
    found = {key for keys in match(document()).values() for key in keys}
    assert {rule.key for rule in RULES} == found
    assert len(found) == 19


def test_an_item_with_parts_is_done_by_its_parts() -> None:
    plan = roadmap(stage("Обучение", Item("Обучение наставников", ("Лекция", "Экскурсия"))))
    assert list(match(plan)) == [ItemPath(0, 0, 0), ItemPath(0, 0, 1)]


def test_the_key_of_an_own_item_stays_when_it_moves_and_is_written_anew() -> None:
    before = keys(ANYWHERE, "Ещё одна линейка в течении года;")
    after = match(roadmap(stage("Иное", "Приказ"), stage("Новое", "Экскурсия", "1. еще одна  Линейка в течение года")))
    assert after[ItemPath(1, 1)] == tuple(before)


def test_the_same_words_twice_are_two_things() -> None:
    first, second = match(roadmap(stage(ANYWHERE, "Линейка"), stage("Итог", "Линейка"))).values()
    assert second == (f"{first[0]}_2",)


@given(ROADMAPS)
def test_every_thing_to_do_has_keys_that_a_database_takes(plan: Understood) -> None:
    found = match(plan)
    assert len(found) == sum(len(item.inner) or 1 for each in plan.stages for item in each.items)
    own = [key for keys in found.values() for key in keys if key.startswith("own_")]
    assert len(set(own)) == len(own)
    assert all(re.fullmatch(r"[a-z0-9_]{1,25}", key) for keys in found.values() for key in keys)
    assert all(len(key) <= 20 for key in own)
