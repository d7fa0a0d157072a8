"""The words of a term as a row of signs, so that its shape can be compared with the few shapes that name days."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace

_MONTHS = {
    "янв": 1, "фев": 2, "мар": 3, "апр": 4, "май": 5, "мая": 5, "мае": 5, "маю": 5, "июн": 6,
    "июл": 7, "авг": 8, "сен": 9, "окт": 10, "ноя": 11, "дек": 12,
}  # fmt: skip
_MONTH = (
    r"январ[ьяею]м?|янв|феврал[ьяею]м?|февр?|март[аеу]?|апрел[ьяею]м?|апр|ма[йяею]|июн[ьяею]м?|июл[ьяею]м?"
    r"|август[аеу]?|авг|сентябр[ьяею]м?|сент?|октябр[ьяею]м?|окт|ноябр[ьяею]м?|нояб?|декабр[ьяею]м?|дек"
)
# The text is folded: no capitals, «ё» as «е», dashes as «-» without spaces around.
_TOKEN = re.compile(
    rf"(?P<date>(?<!\d)\d{{1,2}}\.\d{{1,2}}(?:\.(?:20)?\d\d)?(?![.\d]*\d))"
    rf"|(?P<year>(?<!\d)20\d\d(?!\d))|(?P<number>(?<!\d)\d{{1,2}}(?!\d)(?:-?го\b)?)"
    rf"|\b(?:(?P<month>{_MONTH})\b\.?|(?P<by>не позднее|не позже|в срок до|срок до|до|к)\b|(?P<since>со?)\b"
    rf"|(?P<to>по)\b|(?P<and>и)\b|(?P<end>конца)\b"
    rf"|(?:года|году|год|гг|г|во?|течени[еи]|теченье|ежегодно|срок)\b\.?)"
    rf"|(?P<dash>-)|(?P<comma>,)|[\s.()]+|(?P<other>.)",
    re.DOTALL,
)
_SIGNS = {
    "date": "E",
    "year": "Y",
    "number": "N",
    "month": "O",
    "by": "<",
    "since": "s",
    "to": "-",
    "dash": "-",
    "and": ",",
    "comma": ",",
    "end": "k",
    "other": "?",
}


@dataclass(frozen=True, slots=True)
class Edge:
    """Where a term begins or ends: a month, or a day of it; its year if one is written."""

    month: int
    day: int | None = None
    year: int | None = None

    @property
    def exists(self) -> bool:
        """Is there such a day? 29 February is there when no year says otherwise."""
        if not 1 <= self.month <= 12:
            return False
        return self.day is None or 1 <= self.day <= monthrange(self.year or 2024, self.month)[1]


@dataclass(frozen=True, slots=True)
class Token:
    """A sign of the shape.

    E is a date, O a month, N a number, Y a year, «<» до, «s» с, «-» по, «,» и, «k» конца, «?» anything else.
    """

    sign: str
    edge: Edge | None = None
    number: int = 0


def tokens_of(said: str) -> tuple[Token, ...]:
    """Of a folded text. A number goes to its month and a year to what it follows; words that say nothing are gone."""
    tokens: list[Token] = []
    for token in _plain(said):
        before = tokens[-1] if tokens else Token("")
        if token.sign == "O" and token.edge and before.sign == "N":
            tokens[-1] = Token("E", replace(token.edge, day=before.number))
        elif token.sign == "Y" and before.edge and before.edge.year is None:
            tokens[-1] = replace(before, edge=replace(before.edge, year=token.number))
        elif token.sign == "," and (not tokens or before.sign == ","):
            continue
        else:
            tokens.append(token)
    while tokens and tokens[-1].sign == ",":
        tokens.pop()
    return tuple(tokens)


def _plain(said: str) -> Iterator[Token]:
    for found in _TOKEN.finditer(said):
        kind, word = found.lastgroup, found[0]
        match kind:
            case None:
                continue
            case "date":
                yield Token("E", _numeric(word))
            case "month":
                yield Token("O", Edge(_MONTHS[word[:3]]))
            case "year" | "number":
                yield Token(_SIGNS[kind], number=int(re.sub(r"\D", "", word)))
            case _:
                yield Token(_SIGNS[kind])


def _numeric(word: str) -> Edge:
    day, month, *year = (int(part) for part in word.split("."))
    return Edge(month, day, 2000 + year[0] % 100 if year else None)
