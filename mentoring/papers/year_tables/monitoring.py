"""What was measured and asked: indicators, start against end, answers, a draft SWOT."""

from collections import Counter
from collections.abc import Iterator

from mentoring.papers import monitoring_words, tally_words
from mentoring.papers import year_words as words
from mentoring.papers.monitoring_values import ComparedPaper, WavePaper
from mentoring.papers.year_tables.model import Table, table
from mentoring.papers.year_values import Reader, YearReport
from mentoring.rules.text import clean_line


def indicators(of: YearReport) -> Iterator[Table]:
    rows = [(words.TITLES[each.measure], words.FORMULAS[each.measure], words.value(each)) for each in of.indicators]
    yield from table("Показатели", ("Показатель", "Как считается", "Значение"), rows, (55, 75, 40))


def monitoring(of: YearReport) -> Iterator[Table]:
    paper = of.monitoring
    asked = [(_named_wave(each), monitoring_words.response(each.response)) for each in paper.waves]
    yield from table("Анкеты", ("Анкета", "Как прошла"), asked, (85, 85))
    for each in paper.compared:
        lines = [(clean_line(line.question.title), monitoring_words.line(line)) for line in each.lines]
        yield from table(compared_name(each), (monitoring_words.title(each), "Средние"), lines, (85, 85))
    told = [
        (_named_wave(wave), clean_line(each.question.title), clean_line(tally_words.summary(each)), each.answered or "")
        for wave in paper.waves
        for each in wave.tallies
    ]
    yield from table("Ответы", ("Анкета", "Вопрос", "Ответы", "Ответили"), told, (35, 51, 60, 24))


def _named_wave(of: WavePaper) -> str:
    return f"{of.title} ({of.response.closed_on:%d.%m.%Y})" if of.response.closed_on else of.title


def compared_name(of: ComparedPaper) -> str:
    """A sheet of Excel has no colon in its name."""
    return monitoring_words.title(of).replace(":", ",")


def swot(of: YearReport, reader: Reader) -> Iterator[Table]:
    """People's own words: only for those inside."""
    if reader is Reader.PUBLIC:
        return
    rows = []
    for letter in of.monitoring.letters:
        said = Counter(clean_line(text) for group in letter.groups for text in group.texts)
        lines = [f"– {text} ({many})" if many > 1 else f"– {text}" for text, many in said.items()]
        rows.append((monitoring_words.LETTERS[letter.of], "\n".join(lines) or " "))
    yield from table("SWOT", ("Сторона", "Что сказано в анкетах, без имён"), rows, (40, 130))
