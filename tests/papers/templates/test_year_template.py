"""The year's report by a template: its pictures, a school's own, and not one name in the public one."""

import pickle
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.shared import Mm

from mentoring.documents.year_report import KINDS
from mentoring.papers import year_chart
from mentoring.papers.templates.checking import Check
from mentoring.papers.templates.fields import Field, Outline, Picture, Sort
from mentoring.papers.templates.filling import fill
from mentoring.papers.templates.found import TagProblem, TemplateFound, Trouble
from mentoring.papers.templates.kinds import OUTLINES
from mentoring.papers.templates.opening import open_template, roots
from mentoring.papers.templates.sampling import samples
from mentoring.papers.templates.worker import document, our_template, sent_template, tags
from mentoring.papers.year_values import Reader
from storage.vocabulary.documents import DocumentKind
from tests.papers.pairs import lines
from tests.papers.templates.samples import changed, encoded, paragraphs, runs, table
from tests.papers.word_files import body, saved
from tests.papers.years import COORDINATOR, FULL, NAMES, SURNAMES, filled, made

PUBLIC = DocumentKind.YEAR_REPORT_PUBLIC
PIXEL = Picture("mentoring.papers.templates.sampling:pixel", ())
DRAWN = Outline(
    PUBLIC,
    "Проба",
    "Проба.docx",
    (
        Field("слово", "слово"),
        Field("картинка", "год на картинке", Sort.PICTURE, width=85),
        Field("круги", "круги", Sort.LINES, line="круг", each=(Field("вид", "вид", Sort.PICTURE, width=50),)),
    ),
)


def pictures(content: bytes) -> list[tuple[int, str]]:
    """Their widths in millimetres, and what is said of them to whoever does not see them."""
    found = [shape._inline for shape in Document(BytesIO(content)).inline_shapes]
    return [(round(each.extent.cx / Mm(1)), each.docPr.get("descr")) for each in found]


def problems(content: bytes) -> list[TagProblem]:
    check = Check(DRAWN)
    return [problem for root in roots(open_template(content)) for problem in check.part(root)]


def test_a_picture_stands_where_its_tag_stood_and_leaves_no_mark() -> None:
    template = paragraphs(
        "До", "{{ картинка }}", "{%p for круг in круги %}", "{{ круг.вид }}", "{%p endfor %}", "После"
    )
    content = fill(DRAWN, template, {"картинка": PIXEL, "круги": [{"вид": PIXEL}, {"вид": PIXEL}]})
    assert lines(content) == ["До", "После"]
    assert pictures(content) == [(85, "год на картинке"), (50, "вид"), (50, "вид")]
    assert lines(fill(DRAWN, template, {})) == ["До", "После"]


def test_a_condition_asks_whether_there_is_a_picture() -> None:
    template = paragraphs("{% if картинка %}да{% else %}нет{% endif %}")
    assert problems(template) == []
    assert lines(fill(DRAWN, template, {"картинка": PIXEL})) == ["да"]
    assert lines(fill(DRAWN, template, {})) == ["нет"]


def test_a_picture_is_no_wider_than_its_cell() -> None:
    def narrow(document: Any) -> None:
        document.tables[0].cell(0, 0).width = Mm(40)

    content = fill(DRAWN, changed(table(["{{ картинка }}", "Слова"]), narrow), {"картинка": PIXEL})
    assert pictures(content) == [(40, "год на картинке")]


def test_people_s_words_are_never_taken_for_the_mark_of_a_picture() -> None:
    content = fill(DRAWN, paragraphs("{{ слово }}", "{{ картинка }}"), {"слово": "\ue100", "картинка": PIXEL})
    assert len(pictures(content)) == 1
    own = fill(DRAWN, paragraphs("\ue1ff", "{{ картинка }}"), {"картинка": PIXEL})  # what a template itself may hold
    assert len(pictures(own)) == 1


def test_only_papers_are_asked_for_a_picture() -> None:
    with pytest.raises(ValueError, match="only papers"):
        fill(DRAWN, paragraphs("{{ картинка }}"), {"картинка": Picture("os:getcwd", ())})


@pytest.mark.parametrize(
    "text", ["Вот {{ картинка }}", "{{ картинка }} {{ картинка }}", "{% if слово %}{{ картинка }}{% endif %}"]
)
def test_a_picture_beside_words_is_told_with_its_paragraph(text: str) -> None:
    found = problems(paragraphs("Сначала", text))
    assert {(each.trouble, each.tag, each.paragraph) for each in found} == {(Trouble.PICTURE, "{{ картинка }}", text)}


def test_a_picture_in_a_foot_or_in_a_text_box_is_told() -> None:
    def into_foot(document: Any) -> None:
        document.sections[0].footer.paragraphs[0].text = "{{ картинка }}"

    assert [each.trouble for each in problems(changed(paragraphs("x"), into_foot))] == [Trouble.PICTURE]
    inner = "<w:p><w:r><w:t>{{ картинка }}</w:t></w:r></w:p>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r></w:p>"
    assert [each.trouble for each in problems(body(box))] == [Trouble.PICTURE]
    assert problems(runs("{{ карт", "инка }}")) == []


@pytest.mark.parametrize("reader", Reader)
def test_our_template_comes_back_from_a_school_as_right_with_its_charts(reader: Reader) -> None:
    ours = our_template(KINDS[reader])
    found = sent_template(ours)
    assert isinstance(found, TemplateFound)
    assert (found.kind, found.problems, found.unused) == (KINDS[reader], (), ())
    by_them = made(FULL, reader, own=encoded(ours))
    assert lines(by_them) == lines(made(FULL, reader))
    assert pictures(by_them) == [(85, "год на одной картинке"), (110, "старт и итог на картинке")]


def test_a_school_s_own_has_its_words_and_its_order_and_our_charts() -> None:
    own = Document()
    for text in (
        "Годовой отчёт: {{ школа.полное_название }}",
        "{{ диаграмма_года }}",
        "Из {{ люди.сотрудников }} коллег запрос заполнили {{ люди.запросов }}.",
        "{%p for абзац in план %}",
        "– {{ абзац.текст }}",
        "{%p endfor %}",
    ):
        own.add_paragraph(text)
    found = sent_template(saved(own), PUBLIC)
    assert isinstance(found, TemplateFound)
    assert found.problems == ()
    content = made(FULL, Reader.PUBLIC, own=found.content)
    assert lines(content) == [
        "Годовой отчёт: Муниципальная школа № 12",
        "Из 24 коллег запрос заполнили 15.",
        "– Провести установочную сессию до 15 сентября.",
    ]
    assert pictures(content) == [(85, "год на одной картинке")]
    with ZipFile(BytesIO(content)) as archive:
        (media,) = [name for name in archive.namelist() if name.startswith("word/media/")]
        assert archive.read(media) == year_chart.build(FULL.chart)


def test_the_list_of_tags_says_where_a_picture_stands() -> None:
    assert "{{ диаграмма_года }} | год на одной картинке: картинка, метка стоит в абзаце одна" in lines(tags(PUBLIC))


def test_whatever_a_template_asks_for_the_public_one_is_given_no_name() -> None:
    """Not one of its values has a name, those that pictures are drawn of neither; the internal one has them all."""
    given = repr(filled(FULL, Reader.PUBLIC)).encode() + pickle.dumps(filled(FULL, Reader.PUBLIC))
    for name in (*NAMES, *SURNAMES, "Лугов", "Орлова", "Открытые уроки"):
        assert name.encode() not in given
    inside = repr(filled(FULL, Reader.INTERNAL))
    assert all(surname in inside for surname in SURNAMES)


def every_tag(fields: tuple[Field, ...], of: str = "") -> list[str]:
    """Each field as a template says it: loops and pictures in paragraphs of their own."""
    told: list[str] = []
    for each in fields:
        name = f"{of}.{each.name}" if of else each.name
        if each.sort is Sort.LINES:
            told += [f"{{%p for {each.line} in {name} %}}", *every_tag(each.each, each.line), "{%p endfor %}"]
        else:
            told.append(f"{{{{ {name} }}}}")
    return told


def test_a_template_that_says_every_field_of_the_public_one_prints_no_name() -> None:
    all_of_it = paragraphs(*every_tag(OUTLINES[PUBLIC].fields))
    found = sent_template(all_of_it, PUBLIC)
    assert isinstance(found, TemplateFound)
    assert (found.problems, found.unused) == ((), ())
    text = "\n".join(lines(made(FULL, Reader.PUBLIC, own=found.content)))
    assert "Пять минут после урока" in text
    for name in (*NAMES, *SURNAMES):
        assert name not in text


def test_fields_with_names_are_unknown_to_the_public_one() -> None:
    """What the internal one has more is a tag with a mistake in it there."""
    public, internal = (set(every_tag(OUTLINES[KINDS[each]].fields)) for each in (Reader.PUBLIC, Reader.INTERNAL))
    assert public < internal
    more = {tag for tag in internal - public if tag.startswith("{{")}
    assert {"{{ директор.подпись }}", "{{ куратор.подпись }}", "{{ пара.наставник }}", "{{ практика.автор }}"} < more
    for tag in more:
        found = sent_template(paragraphs(tag), PUBLIC)
        assert isinstance(found, TemplateFound)
        assert [(each.trouble, each.tag) for each in found.problems] == [(Trouble.UNKNOWN, tag)], tag


def test_a_name_that_a_template_could_not_say_is_refused_before_it_is_filled_in() -> None:
    with pytest.raises(ValueError, match="has no fields"):
        document(PUBLIC, "", {**filled(FULL, Reader.PUBLIC), "куратор.подпись": COORDINATOR})


def test_samples_of_a_try_have_every_field() -> None:
    assert set(samples(OUTLINES[PUBLIC].fields)) == {each.name for each in OUTLINES[PUBLIC].fields}
