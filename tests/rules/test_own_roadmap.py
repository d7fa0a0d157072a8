"""A school's own roadmap as rules: what is asked, which year follows from it, what a new version keeps."""

import json
from dataclasses import asdict
from datetime import date

import pytest
from hypothesis import given

from mentoring.forms import load
from mentoring.rules.own_roadmap import (
    Asks,
    OwnRoadmap,
    Past,
    absent,
    asked,
    build,
    gone,
    next_version,
    open_questions,
    parse,
    reads,
    understood_of,
    without_name,
    write,
)
from mentoring.rules.roadmap import Activity, Roadmap
from mentoring.rules.roadmap_files import Item, StageRow, Understood
from storage.vocabulary import EvidenceKind, Role
from tests.rules.roadmap_tables import ROADMAPS, document, roadmap, stage

SHIPPED = load().roadmap
SUMMER, NOVEMBER = date(2026, 7, 1), date(2026, 11, 24)
TEA = "Чаепитие наставников"


def own(*stages: StageRow, **answers: str) -> OwnRoadmap:
    made = next_version(None, roadmap(*stages))
    return OwnRoadmap(made.understood, made.keys, {(1, Asks(what)): said for what, said in answers.items()})


def year(of: OwnRoadmap) -> Roadmap:
    return build(of, SHIPPED, 2026)


def activities(of: OwnRoadmap) -> list[Activity]:
    return [each for stage in year(of).stages for each in stage.activities]


def due(of: OwnRoadmap) -> list[date | None]:
    return [each.due.in_year(2026) if each.due else None for each in activities(of)]


def test_the_schools_own_document_gives_its_six_stages_in_its_words() -> None:
    plan = next_version(None, document())
    assert [each.title for each in year(plan).stages] == [each.title for each in document().stages]
    assert len(activities(plan)) == 19
    assert absent(plan, SHIPPED) == ()


def test_an_activity_of_the_programme_keeps_its_key_counter_steps_and_evidence() -> None:
    (found,) = activities(own(stage("Банк", "Сбор информации о запросах педагогов")))
    usual = SHIPPED.activity("a2_requests")
    assert (found.key, found.text) == ("a2_requests", "Сбор информации о запросах педагогов")
    assert (found.counter, found.teacher_steps, found.evidence) == (usual.counter, usual.teacher_steps, usual.evidence)


def test_one_item_may_be_several_activities_told_apart_by_the_programmes_words() -> None:
    found = activities(own(stage("Банк наставляемых", "Формирование банка данных, согласия на обработку данных")))
    assert [each.key for each in found] == ["a2_bank", "a2_consents"]
    assert found[0].text != found[1].text
    assert all(each.text.endswith("Формирование банка данных, согласия на обработку данных") for each in found)


def test_what_is_named_again_has_a_key_of_its_own_and_asks_nobody_twice() -> None:
    first, again = activities(own(stage("Сбор", "Сбор запросов педагогов", "Анализ запросов педагогов")))
    assert (first.key, again.key) == ("a2_requests", "own_a2_requests_2")
    assert again.counter is first.counter
    assert again.teacher_steps == ()


@pytest.mark.parametrize(
    ("text", "kind"), [(TEA, EvidenceKind.WORDS), ("Приказ о «Дне наставника»", EvidenceKind.DOCUMENT)]
)
def test_an_item_of_the_schools_own_is_proved_by_words_or_by_its_document(text: str, kind: EvidenceKind) -> None:
    (found,) = activities(own(stage("Традиции", text)))
    assert found.key.startswith("own_")
    assert (found.evidence, found.coordinator_steps) == (kind, (-10, -5, -1))


@pytest.mark.parametrize(
    ("term", "day"),
    [
        ("Сентябрь", date(2026, 9, 15)),  # the programme's own day has room
        ("Октябрь", date(2026, 10, 31)),
        ("до 20 октября", date(2026, 10, 20)),
        ("до 30 сентября", date(2026, 9, 30)),
        ("В течение учебного года", date(2026, 9, 15)),
    ],
)
def test_a_day_is_the_programmes_own_where_the_term_leaves_room_for_it(term: str, day: date) -> None:
    assert due(own(stage("Сбор", "Сбор запросов педагогов", term=term))) == [day]


@pytest.mark.parametrize(("term", "day"), [("Сентябрь", None), ("до 20 октября", date(2026, 10, 20))])
def test_what_depends_on_each_pair_has_a_day_only_where_the_document_names_one(term: str, day: date | None) -> None:
    assert due(own(stage("Работа", "Разработка персонализированных программ для каждой пары", term=term))) == [day]


def test_an_answered_term_and_responsible_stand_for_what_is_not_said() -> None:
    plan = own(stage("Традиции", TEA, term="", responsible=""), term="октябрь", responsible="Лугова П. А.")
    (of,) = year(plan).stages
    assert (of.starts.in_year(2026), of.ends.in_year(2026)) == (date(2026, 10, 1), date(2026, 10, 31))
    assert of.responsible == "Лугова П. А."


@pytest.mark.parametrize(
    ("responsible", "role"), [("Завуч", Role.DEPUTY), ("Куратор, завуч", Role.COORDINATOR), ("ШМО", Role.COORDINATOR)]
)
def test_a_role_as_responsible_says_who_is_reminded(responsible: str, role: Role) -> None:
    assert year(own(stage(responsible=responsible))).stages[0].led_by is role


def test_what_the_programme_does_and_the_document_does_not_name_is_told() -> None:
    missing = {each.key for each in absent(own(stage("Сбор", "Сбор запросов педагогов")), SHIPPED)}
    assert {"a1_regulation", "a6_conference"} <= missing
    assert missing.isdisjoint({"a2_requests", "a7_site"})


def test_a_term_that_is_over_is_asked_about_unless_everything_of_it_is_known() -> None:
    plan = own(stage("Традиции", TEA))
    assert [each.asks for each in asked(plan, 2026, NOVEMBER, ())] == [Asks.PAST]
    assert asked(plan, 2026, SUMMER, ()) == ()
    assert asked(plan, 2026, NOVEMBER, plan.keys_of(1)) == ()


def test_what_is_answered_is_not_open_and_is_asked_all_the_same() -> None:
    plan = own(stage(term="", responsible=""), term="октябрь")
    every = asked(plan, 2026, SUMMER, ())
    assert [each.asks for each in every] == [Asks.TERM, Asks.RESPONSIBLE]
    assert [each.asks for each in open_questions(plan, every)] == [Asks.RESPONSIBLE]


@pytest.mark.parametrize(
    ("what", "said", "is_answer"),
    [
        (Asks.TERM, "сентябрь – май", True),
        (Asks.TERM, "по графику", False),
        (Asks.TERM, "сентябрь 2024", False),
        (Asks.RESPONSIBLE, "координатор", True),
        (Asks.RESPONSIBLE, "наставники", False),
        (Asks.PAST, Past.MOVE, True),
        (Asks.PAST, "never", False),
    ],
)
def test_an_answer_leaves_nothing_open(what: Asks, said: str, is_answer: bool) -> None:
    assert reads(what, said, 2026) is is_answer


def test_a_reworded_item_of_the_schools_own_keeps_its_key_twice_over() -> None:
    first = next_version(None, roadmap(stage("Традиции", "Чаепитие наставников школы в актовом зале")))
    second = next_version(first, roadmap(stage("Традиции", "Чаепитие наставников школы в новом зале")))
    third = next_version(second, roadmap(stage("Другое название", "Чаепитие наставников школы в новом зале")))
    assert second.keys == first.keys
    assert third.keys == first.keys


def test_the_old_wording_beside_the_new_one_takes_the_key_back() -> None:
    old, new = "Чаепитие наставников школы в актовом зале", "Чаепитие наставников школы в новом зале"
    first = next_version(None, roadmap(stage("Традиции", old)))
    both = next_version(first, roadmap(stage("Традиции", old, new)))
    kept, added = both.keys.values()
    assert (kept,) == tuple(first.keys.values())
    assert added != kept


def test_an_answer_is_kept_as_long_as_its_cell_says_the_same() -> None:
    first = own(stage("Традиции", TEA, term="", responsible=""), term="октябрь", responsible="Лугова П. А.")
    second = next_version(first, roadmap(stage("Традиции", TEA, term="", responsible="наставники")))
    assert second.answers == {(1, Asks.TERM): "октябрь"}


def test_what_has_evidence_and_is_named_no_more_is_remembered() -> None:
    after = next_version(None, roadmap(stage("Традиции", TEA)))
    assert gone({"own_1": "Ярмарка", "own_2": "Выставка"}, after, {"own_1"}) == {"own_1": "Ярмарка"}


def test_nobody_of_an_erased_surname_answers_for_anything() -> None:
    titled = stage("Мастерская Орловой В. П.", "Орловские чтения", responsible="Орловой В. П.")
    plan = own(titled, stage("Сбор", responsible="Лугов П. А."), responsible="Орлова В. П.")
    nameless = without_name(plan, "Орлова Вера Павловна")
    assert nameless.understood.stages[0].title == "Мастерская …"
    assert nameless.understood.stages[0].items == (Item("Орловские чтения"),)
    assert [each.responsible.written for each in nameless.understood.stages] == ["", "Лугов П. А."]
    assert nameless.answers == {}


@given(ROADMAPS)
def test_any_roadmap_is_kept_as_it_is_has_each_key_once_and_makes_a_year(understood: Understood) -> None:
    plan = next_version(None, understood)
    assert parse(write(plan)) == plan
    keys = [each.key for each in activities(plan)]
    assert len(keys) == len(set(keys)) == sum(map(len, plan.keys.values()))
    assert next_version(plan, understood) == plan


def test_the_workers_answer_is_read_back() -> None:
    plan = roadmap(stage("Отбор", Item("Обучение", ("семинар",)), term="с 1 по 15 сентября"))
    assert understood_of(parse_raw(plan)) == plan


def parse_raw(of: Understood) -> dict[str, object]:
    return dict(json.loads(json.dumps(asdict(of))))
