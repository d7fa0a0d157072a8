"""What has changed when a roadmap comes again."""

from dataclasses import replace

import pytest
from hypothesis import given

from mentoring.rules.roadmap_files import (
    Change,
    ChangeKind,
    Grid,
    Item,
    StageRow,
    Understood,
    difference,
)
from tests.rules.roadmap_tables import ROADMAPS, document, roadmap, stage, table, understood

BANK = stage("Банк наставляемых", "Сбор запросов педагогов", "Ведение банка данных", term="до 1 октября")
WORK = stage("Работа пар", "Встречи пар по программам", "Посещение уроков", responsible="Орлова В. П., наставники")


def changes(before: StageRow, after: StageRow) -> list[Change]:
    return list(difference(roadmap(BANK, before), roadmap(BANK, after)))


def test_the_document_that_comes_again_has_not_changed() -> None:
    assert difference(document(), document()) == ()


def grid(content: str, *, number: str = "1.", term: str = "В течении учебного года") -> Grid:
    return table((number, "Отбор и учёт", content, term, "Куратор, Наставники"))


@pytest.mark.parametrize(
    "again",
    [
        grid("<ul><li>Сбор всех запросов.</li><li>Учёт банка</li></ul>"),
        grid("1) Сбор всех запросов;\n2) Учет банка."),
        grid("– сбор  всех\u00a0запросов\n• **Учёт** банка", number="7"),
        grid("Сбор всех запросов\nУчёт банка", term="в течение учебного года."),
        table(("", "1. Отбор и учет", "Сбор всех запросов\nУчёт банка", "в течение года", "Наставники, куратор")),
    ],
)
def test_markup_numbers_spaces_and_slips_are_no_change(again: Grid) -> None:
    assert difference(understood(grid("Сбор всех запросов\nУчёт банка")), understood(again)) == ()


def test_stages_that_come_and_go_are_told_by_their_titles() -> None:
    assert difference(roadmap(BANK, WORK), roadmap(WORK, stage("Итоги", "Круглый стол"))) == (
        Change(ChangeKind.STAGE_GONE, 1, before="Банк наставляемых"),
        Change(ChangeKind.STAGE_ADDED, 2, after="Итоги"),
    )


def test_another_order_is_no_change() -> None:
    turned = replace(WORK, items=WORK.items[::-1])
    assert difference(roadmap(BANK, WORK), roadmap(turned, BANK)) == ()


def test_a_stage_of_a_new_name_is_known_by_its_items() -> None:
    assert changes(WORK, replace(WORK, title="Сопровождение")) == [
        Change(ChangeKind.STAGE_REWORDED, 2, "Работа пар", "Сопровождение")
    ]


def test_items_added_gone_and_reworded_are_told_apart() -> None:
    after = replace(WORK, items=(Item("Встречи пар по их программам"), Item("Открытый урок", ("Анализ",))))
    assert changes(WORK, after) == [
        Change(ChangeKind.ITEM_GONE, 2, before="Посещение уроков"),
        Change(ChangeKind.ITEM_REWORDED, 2, "Встречи пар по программам", "Встречи пар по их программам"),
        Change(ChangeKind.ITEM_ADDED, 2, after="Открытый урок"),
        Change(ChangeKind.ITEM_ADDED, 2, after="Анализ"),
    ]


def test_a_term_has_moved_when_its_days_have() -> None:
    moved = stage("Банк наставляемых", *BANK.items, term="до 15 октября")
    same = stage("Банк наставляемых", *BANK.items, term="не позднее 01.10")
    assert difference(roadmap(BANK), roadmap(same)) == ()
    assert difference(roadmap(BANK), roadmap(moved)) == (
        Change(ChangeKind.TERM_MOVED, 1, "до 1 октября", "до 15 октября"),
    )


@pytest.mark.parametrize(("before", "after"), [("по графику", "по плану"), ("май", ""), ("постоянно", "ежегодно")])
def test_a_term_without_days_has_moved_when_it_says_something_else(before: str, after: str) -> None:
    assert [each.kind for each in changes(stage(term=before), stage(term=after))] == [ChangeKind.TERM_MOVED]


def test_the_responsible_and_the_result_are_compared_too() -> None:
    before = stage(responsible="Орлова В. П., наставники", expected="Приказ")
    after = stage(responsible="Ли Ю. Н., наставники", expected="Протокол")
    assert changes(before, after) == [
        Change(ChangeKind.RESPONSIBLE_CHANGED, 2, "Орлова В. П., наставники", "Ли Ю. Н., наставники"),
        Change(ChangeKind.EXPECTED_CHANGED, 2, "Приказ", "Протокол"),
    ]


def test_of_two_alike_the_more_similar_is_the_same_one() -> None:
    mentors = stage("Банк наставников", "Опрос наставников", "Банк данных наставников")
    mentees = stage("Банк наставляемых", "Опрос наставляемых", "Банк данных наставляемых")
    changed = replace(mentors, items=(*mentors.items, Item("Согласия")))
    assert difference(roadmap(mentees, mentors), roadmap(changed)) == (
        Change(ChangeKind.STAGE_GONE, 1, before="Банк наставляемых"),
        Change(ChangeKind.ITEM_ADDED, 1, after="Согласия"),
    )


@given(ROADMAPS, ROADMAPS)
def test_nothing_changes_without_a_difference_and_everything_new_is_told(old: Understood, new: Understood) -> None:
    assert difference(old, old) == ()
    forth, back = difference(old, new), difference(new, old)
    assert _count(forth, ChangeKind.STAGE_ADDED) == _count(back, ChangeKind.STAGE_GONE)
    grown = _count(forth, ChangeKind.STAGE_ADDED) - _count(forth, ChangeKind.STAGE_GONE)
    assert len(new.stages) - len(old.stages) == grown


def _count(changes: tuple[Change, ...], kind: ChangeKind) -> int:
    return sum(change.kind is kind for change in changes)
