"""The year's report, section by section: one pure function of the value, read by Word and by Excel alike.

The public report has no names, nor words that people have typed: whatever they say may name somebody.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from mentoring.papers import monitoring_words, tally_words
from mentoring.papers import year_words as words
from mentoring.papers.monitoring_values import ComparedPaper, WavePaper
from mentoring.papers.year_values import Counts, Reader, YearPair, YearReport
from mentoring.rules.text import clean_line, clean_text

TITLES = (
    "Основание и период",
    "Выполнение дорожной карты",
    "Кадры: запросы, пары и группы",
    "Встречи и программы",
    "Мероприятия",
    "Показатели",
    "Мониторинг",
    "Лучшие практики",
    "SWOT-анализ (черновик)",
    "Выводы",
    "План на следующий год",
    "Приложения",
)
NOTHING = "Нет данных."

Cell: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `blank` asks for lines to be written on."""

    text: str
    blank: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """`name` is its sheet in Excel, `widths` are its columns in Word, in millimetres, 170 together."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """Start and end of one circle as the chat shows it; without one the whole year."""

    of: ComparedPaper | None


Part: TypeAlias = Text | Table | Picture


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    parts: tuple[Part, ...]


def sections(of: YearReport, reader: Reader) -> tuple[Section, ...]:
    found: Sequence[Iterator[Part]] = (
        _ground(of),
        _roadmap(of, reader),
        _people(of, reader),
        _work(of),
        _events(of),
        _indicators(of),
        _monitoring(of),
        _practices(of, reader),
        _swot(of, reader),
        _written(of.conclusions),
        _written(of.plan),
        _annexes(of, reader),
    )
    made = [Section(title, tuple(parts)) for title, parts in zip(TITLES, found, strict=True)]
    return tuple(each for each in made if each.parts)


def _ground(of: YearReport) -> Iterator[Part]:
    first, last = f"01.09.{of.school_year}", f"31.05.{of.school_year + 1}"
    yield Text(
        "Отчёт составлен куратором наставничества по данным программы наставничества педагогических работников. "
        f"Отчётный период: с {first} по {last}. Сведения приведены на {of.made_on:%d.%m.%Y}."
    )
    rows = [
        (
            clean_line(each.title),
            clean_line(each.number),
            words.day(each.dated_on),
            "" if each.pairs is None else each.pairs,
        )
        for each in of.orders
    ]
    yield from _table("Приказы", ("Документ", "Номер", "Дата", "Пар и групп"), rows, (95, 30, 25, 20))


def _roadmap(of: YearReport, reader: Reader) -> Iterator[Part]:
    done = sum(each.settled for stage in of.stages for each in stage.activities)
    every = sum(len(stage.activities) for stage in of.stages)
    open_ = sum(not each.bare_proof for stage in of.stages for each in stage.activities)
    yield Text(f"Выполнено пунктов: {done} из {every}. Не подтверждено: {open_}.")
    rows = [
        (
            f"{stage.number}. {clean_line(stage.title)}" if not place else "",
            clean_line(each.text),
            words.day(each.due) or clean_line(each.due_words),
            "да" if each.settled else "нет",
            clean_line(words.proof(each, reader)),
        )
        for stage in of.stages
        for place, each in enumerate(stage.activities)
    ]
    yield from _table(
        "Дорожная карта", ("Этап", "Мероприятие", "Срок", "Выполнено", "Подтверждение"), rows, (33, 45, 25, 26, 41)
    )


def _people(of: YearReport, reader: Reader) -> Iterator[Part]:
    people = of.figures
    yield from _counts(
        "Люди",
        (
            ("Сотрудников в списке", people.staff),
            ("Запрос заполнили", people.requests),
            ("Из них просили наставника", people.wanted),
            ("Из них в паре (есть или была в этом году)", people.met),
            ("Без пары, поиск продолжается", people.waiting),
            ("Поиск остановлен по желанию наставляемого", people.left_by_wish),
            ("Поиск остановлен по решению куратора", people.left_by_decision),
            ("Готовы быть наставниками", people.mentors),
            ("Всего мест у наставников", people.places),
        ),
    )
    ended = [each for each in of.pairs if each.reason]
    counted: Sequence[tuple[str, Counts]] = (
        ("Форма", _by(of.pairs, lambda each: each.format)),
        ("Состояние", _by(of.pairs, lambda each: each.mark.value)),
        ("Почему завершены", _by(ended, lambda each: each.reason)),
        ("Категория наставников", of.categories),
        ("Предложено тем, кто без пары", of.offered),
    )
    rows = [(title, label, many) for title, counts in counted for label, many in counts]
    yield from _table("Пары и группы", ("Что считаем", "Значение", "Сколько"), rows, (60, 80, 30))
    if reader is Reader.INTERNAL:
        yield from _named(of)


def _named(of: YearReport) -> Iterator[Part]:
    pairs = [
        ("\n".join(map(clean_line, each.mentors)), "\n".join(map(clean_line, each.mentees)), each.format, _term(each),
         clean_line(each.order), each.meetings, each.reason or each.mark.value)
        for each in of.pairs
    ]  # fmt: skip
    headings = ("Наставник", "Наставляемые", "Форма", "Срок", "Приказ", "Встреч", "Состояние")
    yield from _table("Пары", headings, pairs, (27, 33, 17, 25, 25, 18, 25))
    waiting = [(clean_line(each.name), each.days, each.areas, each.offered) for each in of.waiting]
    yield from _table("Без пары", ("Кто", "Учебных дней", "Направления", "Что предложено"), waiting, (45, 24, 48, 53))


def _term(of: YearPair) -> str:
    return "\n".join(filter(None, (words.day(of.starts_on), words.day(of.ends_on))))


def _work(of: YearReport) -> Iterator[Part]:
    kinds = sorted({kind for counts in of.meetings.values() for kind, _ in counts})
    total = sum(many for counts in of.meetings.values() for _, many in counts)
    yield Text(f"Отмечено встреч: {total}. Встречи отмечают сами участники пар, содержание разговоров не собирается.")
    months = {month: dict(counts) for month, counts in of.meetings.items()}
    rows: list[tuple[Cell, ...]] = [
        (words.month(at), *(found.get(each, 0) for each in kinds), sum(found.values())) for at, found in months.items()
    ]
    width = 130 // (len(kinds) + 1)
    yield from _table(
        "Встречи", ("Месяц", *kinds, "Всего"), rows, (170 - width * (len(kinds) + 1), *([width] * (len(kinds) + 1)))
    )
    yield from _counts("Программы", _by(of.pairs, lambda each: each.programme or "программы нет"))
    due, done = sum(each.steps_due for each in of.pairs), sum(each.steps_done for each in of.pairs)
    yield Text(f"Мероприятий программ, чей срок наступил: {due}, из них выполнено: {done}.")


def _events(of: YearReport) -> Iterator[Part]:
    people = sum(each.attended + each.guests for each in of.events)
    yield Text(f"Проведено мероприятий: {len(of.events)}, участий в них: {people}.")
    rows = [
        (each.title, words.day(each.day), each.invited, each.attended, each.guests, each.number or "нет")
        for each in of.events
    ]
    headings = ("Мероприятие", "Дата", "Пригласили", "Были", "Гостей", "Протокол №")
    yield from _table("Мероприятия", headings, rows, (55, 26, 29, 18, 20, 22), quietly=True)


def _practices(of: YearReport, reader: Reader) -> Iterator[Part]:
    """Cards that their authors let be shown; with a name only inside, where they allow it."""
    yield Text(f"Карточек практик в методической копилке за год: {len(of.practices)}.")
    named = [each.author or "без имени" for each in of.practices]
    cards = [(clean_line(each.title), clean_line(each.useful_to), each.areas) for each in of.practices]
    if reader is Reader.INTERNAL:
        rows = [(*card, author) for card, author in zip(cards, named, strict=True)]
        yield from _table(
            "Практики", ("Практика", "Кому полезно", "Направления", "Автор"), rows, (50, 45, 35, 40), quietly=True
        )
    else:
        yield from _table("Практики", ("Практика", "Кому полезно", "Направления"), cards, (65, 60, 45), quietly=True)


def _indicators(of: YearReport) -> Iterator[Part]:
    rows = [(words.TITLES[each.measure], words.FORMULAS[each.measure], words.value(each)) for each in of.indicators]
    yield from _table("Показатели", ("Показатель", "Как считается", "Значение"), rows, (55, 75, 40))
    yield Picture(None)
    if of.median_days is not None:
        yield Text(f"Половина ответов на анкеты с именем пришла не позже чем через {words.days(of.median_days)} дн.")


def _monitoring(of: YearReport) -> Iterator[Part]:
    paper = of.monitoring
    asked = [(_named_wave(each), monitoring_words.response(each.response)) for each in paper.waves]
    yield from _table("Анкеты", ("Анкета", "Как прошла"), asked, (85, 85))
    for each in paper.compared:
        lines = [(clean_line(line.question.title), monitoring_words.line(line)) for line in each.lines]
        if lines:
            yield from _table(
                _sheet(monitoring_words.title(each)), (monitoring_words.title(each), "Средние"), lines, (85, 85)
            )
            yield Picture(each)
    told = [
        (_named_wave(wave), clean_line(each.question.title), clean_line(tally_words.summary(each)), each.answered or "")
        for wave in paper.waves
        for each in wave.tallies
    ]
    yield from _table("Ответы", ("Анкета", "Вопрос", "Ответы", "Ответили"), told, (35, 51, 60, 24), quietly=True)


def _named_wave(of: WavePaper) -> str:
    return f"{of.title} ({of.response.closed_on:%d.%m.%Y})" if of.response.closed_on else of.title


def _sheet(title: str) -> str:
    return title.replace(":", ",")


def _swot(of: YearReport, reader: Reader) -> Iterator[Part]:
    """People's own words: only for those inside."""
    if reader is Reader.PUBLIC:
        return
    rows = []
    for letter in of.monitoring.letters:
        said = Counter(clean_line(text) for group in letter.groups for text in group.texts)
        lines = [f"– {text} ({many})" if many > 1 else f"– {text}" for text, many in said.items()]
        rows.append((monitoring_words.LETTERS[letter.of], "\n".join(lines) or " "))
    yield from _table("SWOT", ("Сторона", "Что сказано в анкетах, без имён"), rows, (40, 130))


def _written(text: str) -> Iterator[Part]:
    lines = [clean_line(each) for each in clean_text(text).split("\n")]
    told = [Text(each) for each in lines if each]
    yield from told or [Text("", blank=True)]


def _annexes(of: YearReport, reader: Reader) -> Iterator[Part]:
    named = ["таблицы отчёта в Excel", "дорожная карта с подтверждениями"]
    if of.monitoring.waves:
        named.append("справка о мониторинге")
    if reader is Reader.INTERNAL:
        named.append("реестр приказов")
    for number, each in enumerate(named, start=1):
        yield Text(f"{number}. {each[:1].upper()}{each[1:]}.")


def _by(pairs: Sequence[YearPair], key: Callable[[YearPair], str]) -> Counts:
    """The most frequent first."""
    found = Counter(key(each) for each in pairs)
    return tuple(sorted(found.items(), key=lambda each: (-each[1], each[0])))


def _counts(name: str, counts: Counts) -> Iterator[Part]:
    yield from _table(name, (name, "Сколько"), counts, (140, 30), quietly=True)


def _table(
    name: str,
    headings: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    widths: tuple[int, ...],
    *,
    quietly: bool = False,
) -> Iterator[Part]:
    """Without rows a sentence says so, or nothing does."""
    if rows:
        yield Table(name, headings, tuple(rows), widths)
    elif not quietly:
        yield Text(f"{name}: {NOTHING.lower()}")
