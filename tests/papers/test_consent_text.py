"""One wording for the chat and for the paper, and proof of what was shown."""

from mentoring.rules.consent_text import (
    BLANK,
    PARTICIPANT_CONSENT,
    Operator,
    render_plain,
    render_short,
    text_hash,
)

SCHOOL = Operator("ОГБОУ «Средняя общеобразовательная школа № 12 г. Заречный»", "г. Заречный, ул. Школьная, д. 7")
HOSTED = Operator(SCHOOL.name, SCHOOL.address, "ООО «Хостинг»", "г. Заречный, ул. Связистов, д. 3")


def test_the_full_text_fits_one_screen_and_the_short_one_a_glance() -> None:
    for operator in (SCHOOL, HOSTED):
        assert len(render_plain(PARTICIPANT_CONSENT, operator, school_year=2026)) <= 1_600
    assert len(render_short(school_year=2026)) <= 350


def test_the_screen_says_all_that_the_paper_says() -> None:
    shown = render_plain(PARTICIPANT_CONSENT, HOSTED, school_year=2026)
    parts = [PARTICIPANT_CONSENT.purpose, *PARTICIPANT_CONSENT.personal_data, *PARTICIPANT_CONSENT.actions]
    parts += [
        PARTICIPANT_CONSENT.withdrawal,
        PARTICIPANT_CONSENT.limits,
        "до 31 августа 2027 года",
        HOSTED.processor_name,
    ]
    assert [part for part in parts if part not in shown] == []


def test_the_short_screen_names_data_actions_term_and_the_ways_out() -> None:
    shown = render_short(school_year=2026)
    for part in ("имя", "предметы", "ответы", "хранит", "до 31 августа 2027 года", "«Мои данные»", "на бумаге"):
        assert part in shown, part


def test_an_unknown_school_is_a_blank() -> None:
    assert f"оператору: {BLANK}, адрес: {BLANK}." in render_plain(PARTICIPANT_CONSENT, Operator(), school_year=2026)


def test_the_hash_changes_with_the_words_and_with_nothing_else() -> None:
    shown = render_plain(PARTICIPANT_CONSENT, SCHOOL, school_year=2026)
    assert text_hash(shown) == text_hash(render_plain(PARTICIPANT_CONSENT, SCHOOL, school_year=2026))
    others = [
        render_plain(PARTICIPANT_CONSENT, HOSTED, school_year=2026),
        render_plain(PARTICIPANT_CONSENT, SCHOOL, school_year=2027),
    ]
    assert len({text_hash(text) for text in (shown, *others)}) == 3


def test_new_words_need_a_new_version() -> None:
    """When this fails, raise `version` together with the hashes: signed consents name both."""
    shown = render_plain(PARTICIPANT_CONSENT, Operator(), school_year=2026)
    assert (PARTICIPANT_CONSENT.version, text_hash(shown)) == (
        2,
        "80feca2a3f4afdf4d82898b4cd303eb8740879d2102f1e7fcba4764e285285ef",
    )
