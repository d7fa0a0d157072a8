"""Thanks, certificates, the portfolio, the act and the forms: word for word, by a school's template and by ours."""

import pytest

from mentoring.papers.office_words import BLANK, NO_DAY
from mentoring.papers.templates.fields import Values, missing
from mentoring.papers.templates.found import TemplateFound
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.worker import document, our_template, sent_template
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import lines
from tests.papers.templates.people import (
    ACT,
    CERTIFICATE,
    MENTEES,
    OTHER,
    PORTFOLIO,
    PUBLICATION,
    THANKS,
    WHO,
    WHOM,
    WITHDRAWAL,
)
from tests.papers.templates.samples import encoded

SAMPLES: dict[DocumentKind, Values] = {
    DocumentKind.THANKS_MENTOR: THANKS,
    DocumentKind.CERTIFICATE_MENTOR: CERTIFICATE,
    DocumentKind.CERTIFICATE_MENTEE: MENTEES,
    DocumentKind.PORTFOLIO_MENTOR: PORTFOLIO,
    DocumentKind.ACT_DESTRUCTION: ACT,
    DocumentKind.WITHDRAWAL_PD: WITHDRAWAL,
    DocumentKind.CONSENT_PUBLICATION: PUBLICATION,
}
SIGN = "Директор __________ / П. И. Лугов"


def said(kind: DocumentKind, values: Values | None = None) -> list[str]:
    return [line for line in lines(document(kind, "", SAMPLES[kind] if values is None else values)) if line]


@pytest.mark.parametrize("kind", SAMPLES, ids=str)
def test_our_template_comes_back_from_a_school_as_right(kind: DocumentKind) -> None:
    found = sent_template(our_template(kind))
    assert isinstance(found, TemplateFound)
    assert (found.kind, found.problems, found.unused) == (kind, (), ())
    by_them = lines(document(kind, encoded(our_template(kind)), SAMPLES[kind]))
    assert by_them == lines(document(kind, "", SAMPLES[kind]))


@pytest.mark.parametrize("kind", SAMPLES, ids=str)
def test_nothing_is_missing_in_a_whole_one_and_everything_in_an_empty_one(kind: DocumentKind) -> None:
    outline = OUTLINES[kind]
    numbers = {"документ.номер", "документ.дата"}
    left = {each.name for each in missing(outline, SAMPLES[kind])} - numbers
    assert left == ({"пары"} if kind is DocumentKind.PORTFOLIO_MENTOR else set())  # one of its pairs has no order
    empty = "\n".join(said(kind, {}))
    assert BLANK in empty
    assert "{" not in empty
    assert "None" not in empty


def test_two_thanks_are_two_sheets_each_in_its_case() -> None:
    assert said(DocumentKind.THANKS_MENTOR) == [
        "Муниципальная школа № 12",
        "БЛАГОДАРНОСТЬ",
        "Школа № 12 благодарит",
        WHOM,
        "за поддержку коллег и работу наставником в 2026/2027 учебном году.",
        SIGN,
        "М. П.",
        f"г. Заречный, {NO_DAY}",
        "Муниципальная школа № 12",
        "БЛАГОДАРНОСТЬ",
        "Наставник:",
        OTHER,
        "Школа № 12 благодарит",
        "за поддержку коллег и работу наставником в 2026/2027 учебном году.",
        SIGN,
        "М. П.",
        f"г. Заречный, {NO_DAY}",
    ]


def test_a_mentors_certificate() -> None:
    numbered = {**CERTIFICATE, "документ.номер": "С-3", "документ.дата": "01.06.2027"}
    assert said(DocumentKind.CERTIFICATE_MENTOR, numbered) == [
        "Муниципальная школа № 12",
        "СВИДЕТЕЛЬСТВО",
        "№ С-3 от 01.06.2027",
        "Настоящее свидетельство подтверждает, что",
        f"{WHO},",
        "в 2026/2027 учебном году работал(а) наставником.",
        "Период: с 09.09.2026 по 31.05.2027.",
        "Основание: приказ от 09.09.2026 № 47-о.",
        "Число наставляемых: 2.",
        "Форма наставничества: один на один, в группе.",
        "Завершено персонализированных программ: 1.",
        SIGN,
        "М. П.",
    ]


def test_a_mentees_certificate_without_a_number_has_a_blank_for_it() -> None:
    assert said(DocumentKind.CERTIFICATE_MENTEE) == [
        "Муниципальная школа № 12",
        "СВИДЕТЕЛЬСТВО",
        f"№ ______ от {NO_DAY}",
        "Настоящее свидетельство подтверждает, что",
        f"{OTHER},",
        "в 2026/2027 учебном году завершил(а) программу наставничества.",
        "Период: с 09.09.2026 по 31.05.2027.",
        "Основание: приказ от 09.09.2026 № 47-о.",
        "Форма наставничества: один на один.",
        SIGN,
        "М. П.",
    ]


def test_a_portfolio() -> None:
    assert said(DocumentKind.PORTFOLIO_MENTOR) == [
        "Муниципальная школа № 12",
        "ПОРТФОЛИО НАСТАВНИКА",
        "Рябинин Игорь Олегович, учитель физики",
        "по данным программы наставничества на 01.06.2027",
        "Наставляемых: 2.",
        "Отмечено встреч: 3, из них посещений уроков: 1.",
        "Персонализированных программ утверждено: 1, завершено: 1.",
        "Пары и группы",
        "Учебный год | Форма | Наставляемых | Период | Приказ | Программа",
        "2026/2027 | один на один | 1 | с 09.09.2026 по 31.05.2027 | № 47-о от 09.09.2026 | завершена",
        f"2026/2027 | помощь по случаю | 1 | с 10.01.2027 по настоящее время | {BLANK} | ",
        "Встречи",
        "Учебный год | Вид | Сколько | Даты",
        "2026/2027 | встреча, разговор | 2 | 10.09.2026, 24.09.2026",
        "2026/2027 | посещение урока наставляемого | 1 | 01.10.2026",
        "Мероприятия и выступления",
        "Дата | Мероприятие | Участие",
        "15.09.2026 | Установочная сессия наставников | участие",
        "20.05.2027 | Круглый стол | выступление «Первый урок вдвоём»",
        "Практики, опубликованные с именем",
        "Учебный год | Название",
        "2026/2027 | Пять минут после урока",
        "Приказы о наставничестве",
        "Дата | Номер | О чём",
        "09.09.2026 | 47-о | о закреплении наставнических пар (групп)",
        "Наставник __________ / И. О. Рябинин",
        f"Сведения верны: {SIGN}",
        "М. П.",
    ]


def test_what_a_mentor_has_not_done_has_no_empty_table() -> None:
    bare = {**PORTFOLIO, **{key: [] for key in ("встречи", "мероприятия", "практики", "приказы")}}
    found = said(DocumentKind.PORTFOLIO_MENTOR, bare)
    for title in ("Встречи", "Мероприятия и выступления", "Дата | Номер | О чём", "Учебный год | Название"):
        assert title not in found


def test_an_act_with_the_extract_of_the_journal() -> None:
    assert said(DocumentKind.ACT_DESTRUCTION) == [
        "Муниципальная школа № 12",
        "г. Заречный, ул. Школьная, 1",
        "АКТ № ______",
        "об уничтожении персональных данных",
        f"{NO_DAY}\tг. Заречный",
        "Оператор персональных данных Муниципальная школа № 12 (адрес: г. Заречный, ул. Школьная, 1) составил "
        "настоящий акт о том, что уничтожены персональные данные следующих субъектов:",
        "Номер записи | Причина уничтожения | Дата и время уничтожения",
        "12 | отзыв согласия субъектом персональных данных | 03.10.2026 09:05",
        "Перечень уничтоженных персональных данных:",
        "– фамилия, имя, отчество, должность",
        "– ответы на анкеты программы",
        "Информационная система: база данных программы наставничества (бот школы).",
        "Способ уничтожения: удаление и обезличивание записей базы данных средствами информационной системы.",
        "К акту приложена выгрузка из журнала регистрации событий информационной системы.",
        "Уничтожил(а) или отвечает за уничтожение: Орлова Вера Павловна, заместитель директора",
        "__________ / В. П. Орлова",
        SIGN,
        f"Приложение к акту № ______ от {NO_DAY}",
        "ВЫГРУЗКА ИЗ ЖУРНАЛА",
        "регистрации событий информационной системы",
        "Дата и время | Событие | Номер записи | Кем выполнено",
        "08.09.2026 12:00 | отозвано согласие на обработку данных | 12 | субъект данных",
        "03.10.2026 09:05 | данные уничтожены | 12 | автоматически",
    ]


def test_an_application_to_a_director_whose_case_is_known_and_to_one_whose_is_not() -> None:
    found = said(DocumentKind.WITHDRAWAL_PD)
    assert found[:3] == ["Школа № 12", "Кому: Лугову Павлу Ильичу", "От кого: Соколова Анна Ильинична, учитель"]
    assert any("данное 08.09.2026 оператору: Муниципальная школа № 12" in line for line in found)
    unknown = said(DocumentKind.WITHDRAWAL_PD, {**WITHDRAWAL, "директор.дательный": "", "согласие.дата": ""})
    assert unknown[0] == "Кому: Школа № 12, Директор: Лугов Павел Ильич"
    assert not any("данное" in line for line in unknown)


def test_the_consent_to_publish_allows_nothing_by_itself() -> None:
    found = said(DocumentKind.CONSENT_PUBLICATION)
    assert "Фамилия, имя, отчество | ☐ | ☐ | " in found
    assert "Фотография | ☐ | ☐ | " in found
    assert not any("Рябинин" in line or "☑" in line for line in found)
