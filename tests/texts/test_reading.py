"""Answers read back: everything is there, on pages that Telegram takes."""

from hypothesis import given
from hypothesis import strategies as st

from handlers.texts.reading import MOST_LINES, PIECE, by_pages, pieces
from mentoring.rules.forms import Question, QuestionKind
from mentoring.rules.questionnaire import SummaryLine

TELEGRAM = 4096
paragraphs = st.lists(st.integers(1, PIECE), min_size=1, max_size=3)


@given(st.lists(paragraphs, max_size=60), st.sampled_from(["\n", "\n\n"]))
def test_every_paragraph_is_on_a_page_and_every_page_fits(lengths: list[list[int]], between: str) -> None:
    lines = [["ы" * length for length in line] for line in lengths]
    pages = by_pages("Начало", "Дальше", lines, between=between)
    assert [at for page in pages for at in page.lines] == list(range(len(lines)))
    assert sum(page.text.count("ы") for page in pages) == sum(map(sum, lengths))
    for number, page in enumerate(pages):
        assert page.text.startswith("Дальше" if number else "Начало")
        assert len(page.text) < TELEGRAM
        assert len(page.lines) <= MOST_LINES


def test_a_long_answer_is_whole_in_its_pieces() -> None:
    question = Question(key="q", kind=QuestionKind.TEXT, text="Что?", max_len=4096)
    said = "слово <и> дело " * 400
    parts = pieces(SummaryLine(question, (said,)))
    assert len(parts) == 2
    assert "".join(parts).replace("&lt;", "<").replace("&gt;", ">") == said
