"""Pictures of a paper: a mark goes through the template in the place of each, and they are put in when it is filled.

So a tag stands for plain text to the very end, and nothing of a picture is within the reach of a template.
"""

from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx.oxml.ns import qn
from docx.shared import Length, Mm, Twips

from mentoring.papers import named
from mentoring.papers.templates.fields import Field, Picture
from mentoring.papers.templates.paragraphs import TC, T

_FIRST = 0xE100  # marks that are no letters of any language and that no value has
_MOST = 1_000


@dataclass(slots=True)
class Pictures:
    """Of one paper, in the order of its values."""

    _drawn: list[tuple[Field, bytes]] = field(default_factory=list)

    def mark(self, of: Field, picture: Picture) -> str:
        """What stands for it meanwhile."""
        if len(self._drawn) == _MOST:
            raise ValueError("more pictures than a paper takes")
        self._drawn.append((of, named.made(picture.function, picture.arguments)))
        return chr(_FIRST + len(self._drawn) - 1)

    def put_into(self, paper: Any) -> None:
        """Each in the run of its mark, as wide as its field says and no wider than its cell."""
        for text in list(paper.element.body.iter(T)) if self._drawn else []:
            at = _number((text.text or "").strip())
            if at not in range(len(self._drawn)):
                continue
            of, content = self._drawn[at]
            width = min(Mm(of.width), _cell(text) or Mm(of.width))
            inline = paper.part.new_pic_inline(BytesIO(content), width=width)
            inline.docPr.set("descr", of.what)
            text.text = ""
            text.getparent().add_drawing(inline)


def _number(text: str) -> int:
    return ord(text) - _FIRST if len(text) == 1 else -1


def _cell(text: Any) -> Length | None:
    """How wide the table's cell around it says that it is."""
    cell = next(text.iterancestors(TC), None)
    width = cell.find(f"{qn('w:tcPr')}/{qn('w:tcW')}") if cell is not None else None
    said = width.get(qn("w:w"), "") if width is not None and width.get(qn("w:type")) == "dxa" else ""
    return Twips(int(said)) if said.isdecimal() else None
