"""Every act of the journal is told to the other coordinators, or there is a reason why it is not."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from handlers.texts.watched import WORDS
from mentoring.jobs import EXPORTS, Work
from mentoring.watched import ACTS, Watched

MENTORING = Path(__file__).parents[2] / "mentoring"
_ACT = re.compile(r"(?!mentoring\.)[a-z_*]+(\.(?!toml)[a-z_*]+)+")

# Files that are no export of everything.
ORDINARY = {
    Work.SHEETS: "blanks to be signed: what the staff list says, no answers",
    Work.PAIRS_CHART: "who is with whom stands in the order too",
    Work.PAIRS_TEMPLATE: "names of the staff list alone",
    Work.TIMETABLE_TEMPLATE: "names of the staff list alone",
    Work.PRACTICES: "made to be handed round, by the authors' leave",
    Work.SURVEY_BOOK: "nobody is named in it",
    Work.MONITORING_PAPER: "nobody is named in it",
    Work.DOCUMENT: "one paper; noted by its kind",
    Work.OWN_DATA: "what is kept of the one who asks",
}
# Acts, `*` for what the code puts in, by why nobody else is told.
QUIET = {
    "pair.*": "everybody who leads sees it in «Пары», with the way back",
    "offer.*": "everybody who leads sees it in «Пары»",
    "queue.*": "stands in «Без пары» with the way back",
    "gathering.*": "stands in «Мероприятия»",
    "minutes.*": "stands in «Мероприятия»",
    "task.*": "stands in «Мероприятия»",
    "talk.*": "stands in «Мероприятия»",
    "material.*": "stands in «Материалы»",
    "practice.*": "stands in «Копилка практик»",
    "nomination.*": "stands in «Копилка практик»",
    "programme.*": "stands in «Программы» by versions",
    "meeting.*": "of the two in the pair",
    "lessons.mark": "of one's own",
    "support.*": "of the one who asks, and of the psychologist",
    "roadmap.*": "stands in «Дорожная карта», taken back there",
    "calendar.*": "stands in «Календарь школы»",
    "declension.*": "a form of a name, confirmed by looking",
    "document.*": "number and date of one paper",
    "paper.*": "a tick, taken back there",
    "survey.*": "stands in «Анкеты», the people asked are told themselves",
    "form.*": "a version, the earlier one comes back there",
    "reminder.*": "an ordinary day's work",
    "request.*": "an ordinary day's work",
    "question.*": "an ordinary day's work",
    "*.ask": "a questionnaire, asked of people after a preview with numbers",
    "*.remind": "an ordinary day's work",
    "lessons.import": "the timetable is there to be seen",
    "pairs.import": "everybody who leads sees them in «Пары»",
    "publish.*": "part of a card's act",
    "privacy.*": "part of the school's act, which is told",
    "backups.*": "the machine's own, by no person",
    "notice.seen": "of one's own",
    "people.import": "the list is there to be seen; roles given in it are told one by one",
    "person.add": "the list is there to be seen; a role given so is told",
    "person.invite": "a link for one person, used once; whoever comes by it with rights is told of",
    "person.own_place": "a place of the list, taken by a coordinator who is in already",
    "person.joined": "a part of coming in",
    "person.entered": "an ordinary day's work; rights and new accounts are told apart",
    "person.approve": "an ordinary day's work; rights are told apart",
    "person.refuse": "nobody was let in",
    "person.back": "in the list again, without rights or account",
    "consent.*": "withdrawals are told at once, by a notice of their own",
    "invite.second_try": "stands in «Сегодня»",
    "staff_room.close": "nobody can come by it any more",
    "announcement.stop": "what was not sent stays unsent",
    "school.*": "stands in «Настройки»",
    "template.*.give_up": "ours again",
    "year.*": "stands in «Итоги года»",
}


def _acts() -> Iterator[str]:
    """Every text in the use cases that looks like an act and is given to a `note`, or kept for it under a name."""
    for path in sorted(MENTORING.rglob("*.py")):
        if {"papers", "rules", "solver"} & set(path.relative_to(MENTORING).parts[:1]):
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func).endswith("note"):
                yield from (act for each in node.args for act in _texts(each))
            if isinstance(node, ast.Assign):
                yield from _texts(node.value)


def _name(function: ast.expr) -> str:
    if isinstance(function, ast.Attribute):
        return function.attr
    return function.id if isinstance(function, ast.Name) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.JoinedStr):
            text = "".join(str(part.value) if isinstance(part, ast.Constant) else "*" for part in each.values)
            if _ACT.fullmatch(text):
                yield text
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and _ACT.fullmatch(each.value):
            yield each.value


def _covers(pattern: str, act: str) -> bool:
    return re.fullmatch(re.escape(pattern).replace(r"\*", ".+"), act) is not None


def test_every_file_with_names_is_told_of_or_ordinary() -> None:
    told = {work for work in EXPORTS if f"export.{work}" in ACTS}
    assert told | ORDINARY.keys() == EXPORTS
    assert not told & ORDINARY.keys()


def test_every_act_is_told_of_or_there_is_a_reason() -> None:
    acts = set(_acts())
    assert {"person.erase", "role_back.*", "template.*.accept"} <= acts, "they are not found any more"
    told = {act for act in acts if any(_covers(act, each) for each in ACTS)}
    assert not [act for act in acts - told if not any(_covers(each, act) for each in QUIET)]
    assert not [each for each in QUIET if not any(_covers(each, act) for act in acts)], "a reason for nothing"


def test_what_is_told_has_words_and_happens() -> None:
    assert WORDS.keys() == set(Watched) == set(ACTS.values())
    acts = set(_acts())
    assert not [each for each in ACTS if not any(_covers(act, each) for act in acts)]
