"""A sent template: what is wrong with it, where, and what was meant."""

import pytest

from mentoring.papers.templates.checking import Check
from mentoring.papers.templates.fields import Outline
from mentoring.papers.templates.found import TagProblem, TemplateFound, Trouble
from mentoring.papers.templates.opening import open_template, roots
from mentoring.papers.templates.worker import our_template, sent_template
from tests.papers.templates.samples import REGULATION, SMALL, changed, paragraphs, runs, table


def problems(content: bytes, outline: Outline = SMALL) -> list[TagProblem]:
    opened = open_template(content)
    check = Check(outline)
    return [problem for root in roots(opened) for problem in check.part(root)]


def troubles(content: bytes) -> list[Trouble]:
    return [each.trouble for each in problems(content)]


@pytest.mark.parametrize(
    "text",
    [
        "{{ школа.название }}",
        "{{школа.название}}",
        "{{ Школа.Название }}",
        "{{\u00a0школа.название\u200b\u00a0}}",
        "{% if прежний.номер %}есть{% else %}нет{% endif %}",
        "{% if not прежний.номер and школа.название == «Школа» %}x{% elif есть_пары %}y{% endif %}",
        "Без меток",
    ],
)
def test_what_is_right_is_right_however_word_dresses_it(text: str) -> None:
    assert problems(paragraphs(text)) == []


@pytest.mark.parametrize(
    ("text", "trouble", "nearest"),
    [
        ("{{ школа.названье }}", Trouble.UNKNOWN, "школа.название"),
        ("{{ наставник }}", Trouble.UNKNOWN, "пара.наставник"),
        ("{{ пара.наставник }}", Trouble.UNKNOWN, "пара.наставник"),
        ("{{ ничего.похожего }}", Trouble.UNKNOWN, ""),
        ("{% if школа.имя %}x{% endif %}", Trouble.UNKNOWN, "школа.название"),
        ("{{ школа название }}", Trouble.BROKEN, "школа.название"),
        ("{{ }}", Trouble.BROKEN, ""),
        ("{{ школа.название | upper }}", Trouble.FORBIDDEN, "школа.название"),
        ("{{ школа.название() }}", Trouble.FORBIDDEN, "школа.название"),
        ("{{ школа.__class__ }}", Trouble.FORBIDDEN, ""),
        ("{% set школа = 1 %}", Trouble.FORBIDDEN, ""),
        ("{% include 'x' %}", Trouble.FORBIDDEN, ""),
        ("{% macro x() %}", Trouble.FORBIDDEN, ""),
        ("{{ пары }}", Trouble.LINES_AS_TEXT, "пары"),
        ("{{ есть_пары }}", Trouble.YES_AS_TEXT, "есть_пары"),
        ("{% for х in школа.название %}{% endfor %}", Trouble.TEXT_AS_LINES, ""),
        ("{% for школа in пары %}{% endfor %}", Trouble.FORBIDDEN, ""),
        ("{% endif %}", Trouble.NOT_OPENED, ""),
        ("{% if прежний.номер %}x", Trouble.NOT_CLOSED, ""),
        ("{%tr for пара in пары %}{%tr endfor %}", Trouble.PLACE, ""),
        ("x {%p if прежний.номер %}", Trouble.PLACE, ""),
        ("{ школа.название }", Trouble.BRACE, ""),
        ("{{ школа.название }", Trouble.BRACE, ""),
        ("{{{ школа.название }}}", Trouble.BRACE, ""),
        ("{# заметка #}", Trouble.BRACE, ""),
    ],
)
def test_what_is_wrong_is_named_with_its_paragraph_and_the_nearest_name(
    text: str, trouble: Trouble, nearest: str
) -> None:
    found = problems(paragraphs("Сначала", text))
    assert (found[0].trouble, found[0].nearest) == (trouble, nearest)
    assert found[0].paragraph == text


def test_a_tag_that_word_has_cut_into_runs_is_whole_again() -> None:
    assert problems(runs("До {", "{ шко", "ла.наз", "вание }", "} после")) == []
    assert [each.tag for each in problems(runs("{{ шко", "ла.имя }}"))] == ["{{ школа.имя }}"]


def test_a_tag_over_two_paragraphs_is_told_once_and_shows_both() -> None:
    (found,) = problems(paragraphs("Школа {{ школа.", "название }} города"))
    assert (found.trouble, found.tag) == (Trouble.ACROSS, "Школа {{ школа. … название }} города")


def test_a_loop_goes_over_rows_of_one_table() -> None:
    rows = (["Наставник"], ["{%tr for пара in пары %}"], ["{{ пара.наставник }}"], ["{%tr endfor %}"])
    assert problems(table(*rows)) == []
    assert troubles(table(*rows[:2], ["{{ пара.дела }}"], rows[3])) == [Trouble.LINES_AS_TEXT]
    assert troubles(table(["{%tr for пара in пары %} лишнее"], *rows[2:])) == [Trouble.PLACE]
    assert Trouble.PLACE in troubles(table(["{%tr for пара in пары %}"], ["{%p endfor %}"]))


def test_a_block_ends_where_it_was_begun() -> None:
    assert troubles(paragraphs("{% if прежний.номер %}", "{% endif %}")) == [Trouble.PLACE]
    assert problems(paragraphs("{%p if прежний.номер %}", "x", "{%p endif %}")) == []
    assert problems(paragraphs("{%p for пара in пары %}", "{{ пара.наставник }}", "{%p endfor %}")) == []
    # A Cyrillic «р» looks the same, and is typed as easily.
    assert problems(paragraphs("{%р if прежний.номер %}", "x", "{%р endif %}")) == []


def test_heads_and_feet_are_checked_too() -> None:
    def add(document: object) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ школа.имя }}"  # type: ignore[attr-defined]

    assert troubles(changed(paragraphs("Текст"), add)) == [Trouble.UNKNOWN]


def test_ours_comes_back_accepted_and_known_by_its_kind() -> None:
    found = sent_template(our_template(REGULATION))
    assert isinstance(found, TemplateFound)
    assert (found.kind, found.problems, found.unused) == (REGULATION, (), ())
    assert found.content


def test_fields_that_a_template_leaves_out_are_told() -> None:
    found = sent_template(paragraphs("{{ школа.полное_название }}"), REGULATION)
    assert isinstance(found, TemplateFound)
    assert "педсовет.номер" in found.unused
    assert "профсоюз.номер" not in found.unused


def test_a_document_without_tags_is_no_template() -> None:
    assert sent_template(paragraphs("Просто текст { со скобкой")) is None
    assert sent_template(b"not a document") is None


def test_so_many_problems_are_told_in_part() -> None:
    found = sent_template(paragraphs(*["{{ чего_нет }}"] * 25), REGULATION)
    assert isinstance(found, TemplateFound)
    assert (len(found.problems), found.more, found.content) == (20, 5, "")
