"""What is found in a template that somebody has sent: plain values that travel from the worker to the chat."""

from dataclasses import dataclass
from enum import StrEnum

from storage.vocabulary.documents import DocumentKind

MOST_PROBLEMS = 20  # they travel as a row of the inbox
LARGEST = 2**20  # bytes of a template, packed: it is kept in the database


class Trouble(StrEnum):
    """What is wrong with a tag; each has its own sentence in the chat."""

    UNKNOWN = "unknown"  # no such field here
    BROKEN = "broken"  # two braces and between them what is no tag
    BRACE = "brace"  # a brace that belongs to no tag
    ACROSS = "across"  # begun in one paragraph, ended in another
    FORBIDDEN = "forbidden"  # a command that templates do not have
    LINES_AS_TEXT = "lines_as_text"
    TEXT_AS_LINES = "text_as_lines"
    YES_AS_TEXT = "yes_as_text"
    NOT_OPENED = "not_opened"
    NOT_CLOSED = "not_closed"
    PLACE = "place"  # {%tr … %} outside of a table, not alone in its row; a block that ends elsewhere
    PICTURE = "picture"  # it stands beside words, in a head, a foot or a text box
    OUTSIDE = "outside"  # in a footnote, a hidden field, the text of a picture
    BUILD = "build"  # every tag is right, and the document does not come together


@dataclass(frozen=True, slots=True)
class TagProblem:
    """`tag` as it stands, `paragraph` around it, `nearest` the right name that is most like it."""

    trouble: Trouble
    tag: str = ""
    paragraph: str = ""
    nearest: str = ""


@dataclass(frozen=True, slots=True)
class TemplateFound:
    """A document with tags. `content` is what may be kept, in base64; empty when there are problems.

    `unused` are fields that the paper would lack: not wrong, but told.
    """

    kind: DocumentKind
    content: str = ""
    problems: tuple[TagProblem, ...] = ()
    more: int = 0
    unused: tuple[str, ...] = ()
