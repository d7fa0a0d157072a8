"""What goes into the papers and comes out of them: plain and light, so that a use case needs no Word or Excel."""

from dataclasses import dataclass
from datetime import date, datetime

from mentoring.papers.uploads import FileProblem
from mentoring.rules.form_files import CellProblem
from mentoring.rules.forms import Form
from mentoring.rules.staff_list import Column, StaffList, StaffRow
from mentoring.rules.tally import Tally
from storage.vocabulary.pairs import SheetKind


@dataclass(frozen=True, slots=True, kw_only=True)
class BankPerson:
    """One line of «Люди»; everything is ready to be read, nothing as «» or None."""

    name: str
    position: str = ""
    subjects: str = ""
    levels: str = ""
    experience: str = ""
    wish: str = ""
    request: str = ""
    sent_on: date | None = None
    seen_on: date | None = None
    source: str = ""
    consented_on: date | None = None
    paper_received_on: date | None = None


@dataclass(frozen=True, slots=True)
class BankQuestion:
    """A column of «Ответы». With options it is counted in «Сводка»; a private one has its own sheet."""

    title: str
    options: tuple[str, ...] = ()
    private: bool = False


@dataclass(frozen=True, slots=True)
class BankAnswers:
    """A person's answers in the order of the form's questions: labels, or the one text, or nothing."""

    name: str
    answers: tuple[tuple[str, ...], ...]
    sent_on: date | None = None


@dataclass(frozen=True, slots=True)
class BankForm:
    """One version of the form and those who answered it."""

    version: int
    questions: tuple[BankQuestion, ...]
    lines: tuple[BankAnswers, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MenteeBankBook:
    """All that the workbook says; the same book and `made_at` give the same bytes."""

    school: str
    school_year: str
    made_on: str
    made_at: datetime
    people: tuple[BankPerson, ...]
    forms: tuple[BankForm, ...]
    invited: int
    answered: int
    excluded: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadyPerson:
    """One line of «Наставники»: somebody who is ready, everything in words."""

    name: str
    position: str = ""
    ready: str = ""
    capacity: int | None = None
    paused: str = ""
    subjects: str = ""
    levels: str = ""
    experience: str = ""
    category: str = ""
    areas: str = ""
    formats: str = ""
    time: str = ""
    sure: str = ""
    minds: str = ""  # what a coordinator should mind
    sent_on: date | None = None
    seen_on: date | None = None
    source: str = ""
    consented_on: date | None = None
    paper_received_on: date | None = None


@dataclass(frozen=True, slots=True)
class AskedLine:
    """One line of «Приглашены»."""

    name: str
    position: str
    asked_on: date
    answer_by: date
    answer: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorBankBook:
    """All that the workbook says; the same book and `made_at` give the same bytes."""

    school: str
    school_year: str
    made_on: str
    made_at: datetime
    people: tuple[ReadyPerson, ...]
    forms: tuple[BankForm, ...]
    asked: tuple[AskedLine, ...]
    counts: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class TallyVersion:
    """Those who were asked the same form; `begun` are in the middle of it.

    Who has handed in is in packs, each the JSON of some people: name, day, value by question. There may be ten thousand
    of them, and text goes over to the worker at once, where so many small values would keep everybody waiting.
    """

    form: Form
    version: int
    begun: int
    packs: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyBook:
    """The results of a questionnaire as the workbook says them."""

    title: str
    school: str
    made_on: str
    made_at: datetime
    versions: tuple[TallyVersion, ...]


@dataclass(frozen=True, slots=True)
class Comments:
    """Own words to one question, in their own order: nothing says who came first."""

    title: str
    texts: tuple[str, ...]
    key: str = ""  # the question's


@dataclass(frozen=True, slots=True, kw_only=True)
class NamelessBook:
    """The results of a round without names: what too few have answered comes hidden."""

    title: str
    school: str
    head: str
    response: str
    made_at: datetime
    tallies: tuple[Tally, ...]
    comments: tuple[Comments, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TallyChart:
    """The questions of one page as the picture shows them; `head` says whose answers they are."""

    title: str
    head: str
    tallies: tuple[Tally, ...]


@dataclass(frozen=True, slots=True)
class Slip:
    """One person's invitation; `until` is a date as people read it."""

    name: str
    link: str
    code: str
    school: str
    until: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the file says: its filled rows, the columns found, and the headings that we do not read."""

    title: str
    rows: tuple[StaffRow, ...]
    columns: tuple[Column, ...]
    ignored: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StaffListRead:
    """A staff list that was read and checked; `ignored` are the headings that we do not read."""

    people: StaffList
    ignored: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FormRead:
    """A questionnaire's workbook: the form in JSON, as `raw_of` writes it, or what is wrong in its cells.

    `headings` has for each problem what its cell is called by, «» when that is not known; `more` problems are left out.
    """

    form: str = ""
    problems: tuple[CellProblem, ...] = ()
    headings: tuple[str, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class SheetRead:
    """Pairs or a timetable, as their rules store them."""

    kind: SheetKind
    content: str


@dataclass(frozen=True, slots=True)
class SheetRefused:
    """A sheet that is surely one of these, and cannot be read."""

    kind: SheetKind
    problem: FileProblem
