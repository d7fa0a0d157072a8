"""The document that the programme was made from, read as its coordinator would read it aloud."""

from datetime import date

from mentoring.rules.roadmap_files import (
    Item,
    ResponsibleRole,
    TermKind,
    What,
    Why,
    match,
    questions,
    window,
)
from tests.rules.roadmap_tables import document


def test_the_title_says_the_school_year() -> None:
    plan = document()
    assert plan.title.startswith("План мероприятий (дорожная карта) по реализации Положения")
    assert plan.title.endswith("«Школа № 12» в 2024-2025 учебном году")
    assert plan.school_year == 2024


def test_there_are_six_stages_with_fifteen_items_and_two_parts() -> None:
    """How they are counted.

    Three under «Подготовка и принятие…», which only introduces them, then two, two, two, three and three: fifteen.
    «Обучение наставников» is one of the fifteen and has two parts, written after a colon with hyphens. The last one
    («…круглого стола…; пополнение методической копилки…») is a single item, as it has a single number.
    """
    plan = document()
    assert [stage.number for stage in plan.stages] == ["1.", "2.", "3.", "4.", "5", "6"]
    assert [stage.title for stage in plan.stages] == [
        "Подготовка условий для реализации системы наставничества",
        "Формирование банка наставляемых",
        "Формирование банка наставников",
        "Отбор и обучение",
        "Организация и осуществление работы наставнических пар/групп",
        "Завершение персонализированных программ наставничества",
    ]
    assert [len(stage.items) for stage in plan.stages] == [3, 2, 2, 2, 3, 3]
    assert (plan.item_count, plan.inner_count) == (15, 2)


def test_what_introduces_the_orders_is_kept_above_them() -> None:
    first = document().stages[0]
    assert first.lead.startswith("Подготовка и принятие локальных нормативных правовых актов")
    assert first.items[0].text == (
        "приказ «Об утверждении положения о системе наставничества педагогических работников "
        "в образовательной организации»"
    )
    assert first.items[2].text.endswith("– при наличии в организации наставляемых")


def test_training_has_its_two_parts() -> None:
    assert document().stages[3].items[1] == Item(
        "Обучение наставников для работы с наставляемыми",
        (
            "подготовка методических материалов для сопровождения наставнической деятельности",
            "проведение консультаций, организация обмена опытом среди наставников – «установочные сессии» наставников",
        ),
    )


def test_the_terms_are_read_as_written() -> None:
    stages = document().stages
    assert [stage.term.kind for stage in stages] == [
        TermKind.MONTHS,
        TermKind.YEAR,
        TermKind.MONTHS,
        TermKind.YEAR,
        TermKind.YEAR,
        TermKind.PERIOD,
    ]
    assert stages[1].term.written == "В течении учебного года"
    assert window(stages[0].term, 2026) == (date(2026, 8, 1), date(2026, 9, 30))
    assert window(stages[2].term, 2026) == (date(2026, 9, 1), date(2026, 9, 30))


def test_the_responsible_are_read_as_written() -> None:
    stages = document().stages
    participants = (ResponsibleRole.MENTOR, ResponsibleRole.MENTEE)
    assert [stage.responsible.names for stage in stages] == [
        ("Орлова В. П.",),
        ("Орлова В. П.",),
        (),
        (),
        ("Орлова В. П.",),
        ("Орлова В. П.",),
    ]
    assert [stage.responsible.roles for stage in stages] == [(), (), (), participants, (), participants]


def test_six_things_must_be_asked() -> None:
    assert [(each.stage, each.what, each.why) for each in questions(document())] == [
        (2, What.TERM, Why.WHOLE_YEAR),
        (3, What.RESPONSIBLE, Why.NOBODY),
        (4, What.TERM, Why.WHOLE_YEAR),
        (4, What.RESPONSIBLE, Why.ONLY_PARTICIPANTS),
        (5, What.TERM, Why.WHOLE_YEAR),
        (6, What.TERM, Why.REPORTING_PERIOD),
    ]


def test_every_item_is_an_activity_of_the_programme() -> None:
    assert list(match(document()).values()) == [
        ("a1_regulation",),
        ("a1_pairs_order",),
        ("a1_programmes",),
        ("a2_requests",),
        ("a2_bank", "a2_consents"),
        ("a3_survey",),
        ("a3_bank", "a3_consents"),
        ("a4_select",),
        ("a4_materials",),
        ("a4_sessions",),
        ("a5_pairs",),
        ("a5_programmes",),
        ("a5_support",),
        ("a6_monitoring",),
        ("a6_conference",),
        ("a6_round_table", "a6_library"),
    ]
