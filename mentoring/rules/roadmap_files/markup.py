"""A cell as lines of plain text: what pages and editors leave in it is taken out."""

from html.parser import HTMLParser

from mentoring.rules.text import clean_text

BULLET, DEEP_BULLET = "•", "◦"

# The marks of lists in the fonts Symbol and Wingdings: no letters, so that cleaning would lose them.
_SYMBOLS = str.maketrans(dict.fromkeys("\uf0b7\uf0a7\uf0d8\uf0fc\uf02d", "•"))
_BLOCKS = frozenset(
    {"p", "div", "br", "li", "ul", "ol", "tr", "td", "th", "table", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt"}
)
_LONGEST_TAG = 1_000
_LISTS = frozenset({"ul", "ol"})
_UNSEEN = frozenset({"script", "style"})


def lines(cell: str) -> tuple[str, ...]:
    """The lines that have anything in them, a list's with a bullet; the caller bounds the cell's length."""
    text = cell.translate(_SYMBOLS).replace("**", "")
    if "<" in text or "&" in text:
        text = _text_of(text)
    return tuple(line for line in clean_text(text).split("\n") if line)


def plain_lines(cell: str) -> tuple[str, ...]:
    """The same of a cell that is no list, whatever it was written with."""
    bare = (each.lstrip(f"{BULLET}{DEEP_BULLET} ") for each in lines(cell))
    return tuple(each for each in bare if each)


def line(cell: str) -> str:
    return " ".join(plain_lines(cell))


def _text_of(markup: str) -> str:
    parser = _Words()
    parser.feed(_with_whole_tags(markup))
    parser.close()
    return "".join(parser.words)


def _with_whole_tags(markup: str) -> str:
    """Without comments; a «<» that opens no tag becomes text, else the parser looks for its end again and again."""
    before, *after = markup.split("<")
    return before + "".join(map(_opened, after))


def _opened(part: str) -> str:
    """What follows a «<», with it if it belongs to a tag."""
    tag, closing, rest = part.partition(">")
    if not closing or len(tag) > _LONGEST_TAG or tag.count('"') % 2 or tag.count("'") % 2:
        return f"&lt;{part}"
    return rest if tag.startswith(("!", "?")) else f"<{part}"


class _Words(HTMLParser):
    """What a browser would show."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.words: list[str] = []
        self._hidden = ""
        self._depth = 0
        self._bullet = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        if tag in _UNSEEN:
            self._hidden = tag
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag in _LISTS:
            self._depth += 1
        if tag == "li":
            self._bullet = f"{DEEP_BULLET if self._depth > 1 else BULLET} "

    def handle_endtag(self, tag: str) -> None:
        if tag == self._hidden:
            self._hidden = ""
        if tag in _BLOCKS:
            self.words.append("\n")
        if tag in _LISTS:
            self._depth -= 1

    def handle_data(self, data: str) -> None:
        if self._hidden:
            return
        if self._bullet and data.strip():
            self.words.append(self._bullet)
            self._bullet = ""
        self.words.append(data)
