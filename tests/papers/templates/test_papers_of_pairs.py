"""Our papers of pairs and events, word by word."""

import pytest

from mentoring.papers.office_words import BLANK, LONG_BLANK
from mentoring.papers.templates.fields import missing
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.ours.observation_sheet import POINTS
from mentoring.papers.templates.worker import document, our_template, sent_template
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import lines
from tests.papers.templates.samples import MINUTES, OBSERVATION, REPORT, SHEET


@pytest.mark.parametrize("kind", DocumentKind)
def test_our_template_passes_the_check_that_a_school_s_own_must_pass(kind: DocumentKind) -> None:
    found = sent_template(our_template(kind))
    assert found is not None
    assert (found.kind, found.problems, found.unused) == (kind, (), ())  # type: ignore[union-attr] # no refusal


@pytest.mark.parametrize("kind", DocumentKind)
def test_with_nothing_known_it_is_a_paper_to_write_on(kind: DocumentKind) -> None:
    assert not [line for line in lines(document(kind, "", {})) if "{" in line or "None" in line]


def test_a_report_says_this_and_nothing_else() -> None:
    assert lines(document(DocumentKind.PROGRAMME_REPORT, "", REPORT)) == [
        "Муниципальная школа № 12",
        "ОТЧЁТ ОБ ИТОГАХ ПРОГРАММЫ НАСТАВНИЧЕСТВА",
        "2026/2027 учебный год, г. Заречный",
        "1. Участники и срок",
        "Наставник: Соколова А. П., учитель физики; категория: высшая; стаж: более 20 лет",
        "Наставляемый: Берёзова О. И., учитель химии; стаж: до 3 лет",
        "Куратор: Орлова В. П., заместитель директора",
        "Приказ о закреплении: от 15.09.2026 № 41",
        "Форма: Традиционная («один на один»)",
        "Срок: с 15.09.2026 по 31.05.2027",
        "2. Цель",
        "К 31.05.2027 самостоятельно планирует урок",
        "3. План и факт",
        "На 20.05.2027 выполнено 1 из 2 мероприятий (50 %).",
        "№ | Мероприятие | Срок | Выполнено",
        "1 | Установочная встреча | 15.09.2026 | 16.09.2026",
        "2 | Посещение урока наставника | 01.10.2026 | ",
        "4. Встречи",
        "Отмечено встреч: 7, с 16.09.2026 по 14.05.2027.",
        "Вид | Сколько",
        "Разговор | 5",
        "Посещение урока наставника | 2",
        "5. Что изменилось",
        "Ответы на анкеты видит только координатор, поэтому бот их сюда не переносит. "
        "Что изменилось, пара вписывает сама, если хочет.",
        "Что сравнивается | На старте | В конце",
        f"Готовит и проводит уроки уверенно | {BLANK} | {BLANK}",
        "6. Продукт",
        "Открытый урок",
        "7. Вывод",
        f"Программа выполнена (полностью, частично, нет): {BLANK}",
        LONG_BLANK,
        "8. Рекомендация",
        f"Завершить, продлить, сменить тему: {BLANK}",
        "9. Подписи",
        "Наставник __________ / А. П. Соколова / «___» __________ 20__ г.",
        "Наставляемый __________ / О. И. Берёзова / «___» __________ 20__ г.",
        "Куратор __________ / В. П. Орлова / «___» __________ 20__ г.",
    ]
    named = [each.name for each in missing(OUTLINES[DocumentKind.PROGRAMME_REPORT], REPORT)]
    assert named == ["динамика", "итог.выполнение", "итог.вывод", "итог.рекомендация"]


def test_minutes_say_this_and_nothing_else() -> None:
    assert lines(document(DocumentKind.PROTOCOL_ROUND_TABLE, "", MINUTES)) == [
        "Муниципальная школа № 12",
        "ПРОТОКОЛ № 3",
        "круглого стола",
        "17.09.2026\tг. Заречный",
        "Проведено: 17.09.2026 в 15:30, Кабинет 12",
        "Председатель: Лугов П. И.",
        "Секретарь: Орлова В. П.",
        "Присутствовали: 24 чел. (лист регистрации прилагается), гостей: 2",
        "Повестка",
        "1. Итоги мониторинга",
        "2. Что изменить",
        "1. Итоги мониторинга",
        "СЛУШАЛИ:",
        "Орлову В. П. об итогах.",
        "РЕШИЛИ:",
        "1) Подготовить памятку, ответственный: Соколова А. П., срок: до 25.09.2026.",
        "2) Принять к сведению.",
        "2. Что изменить",
        "СЛУШАЛИ:",
        LONG_BLANK,
        "РЕШИЛИ:",
        f"1) {LONG_BLANK}.",
        "Представленные практики",
        "№ | Автор | Тема | Согласие автора на включение в копилку (да / нет, подпись)",
        f"1 | Соколова А. П. | Урок вдвоём | {BLANK}",
        "Приложения",
        "1. Лист регистрации участников",
        "2. Презентация «Урок вдвоём», Соколова А. П.",
        "Председатель __________ / Лугов П. И.",
        "Секретарь __________ / Орлова В. П.",
    ]
    named = [each.name for each in missing(OUTLINES[DocumentKind.PROTOCOL_ROUND_TABLE], MINUTES)]
    assert named == ["вопросы", "выступления"]


def test_a_session_has_no_talks_and_names_the_few_who_were_there() -> None:
    few = {**MINUTES, "присутствовали.имена": "Соколова А. П., Берёзова О. И.", "мероприятие.чего": "сессии"}
    found = lines(document(DocumentKind.PROTOCOL_SESSION, "", {k: v for k, v in few.items() if k != "выступления"}))
    assert "Присутствовали: Соколова А. П., Берёзова О. И., гостей: 2" in found
    assert not any("прилагается" in line or "практики" in line for line in found)


def test_a_sheet_has_its_people_and_lines_to_spare() -> None:
    assert lines(document(DocumentKind.REGISTRATION_SHEET, "", SHEET)) == [
        "Муниципальная школа № 12",
        "ЛИСТ РЕГИСТРАЦИИ УЧАСТНИКОВ",
        "Круглый стол",
        "17.09.2026, 15:30, Кабинет 12",
        "№ | Фамилия, имя, отчество | Должность | Подпись",
        "1 | Соколова Анна Петровна | учитель физики | ",
        "2 | Берёзова Ольга Игоревна |  | ",
        *(f"{number} |  |  | " for number in range(3, 8)),
    ]
    assert missing(OUTLINES[DocumentKind.REGISTRATION_SHEET], SHEET) == ()


def test_a_blank_for_a_lesson_has_five_things_to_see_and_no_mark() -> None:
    found = lines(document(DocumentKind.OBSERVATION_SHEET, "", OBSERVATION))
    assert [line for line in found if line.endswith(" |  |  | ")] == [f"{point} |  |  | " for point in POINTS]
    assert len(POINTS) == 5
    for said in ("Цель посещения: на что смотрим", "Что удалось", "Один шаг к улучшению", " | Да | Частично | Нет"):
        assert said in found
