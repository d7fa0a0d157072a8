"""A table that was pasted into the chat as text: tabs or upright lines between its cells."""

import re
from collections.abc import Sequence
from itertools import dropwhile

from mentoring.rules.roadmap_files.model import Grid

_SEPARATORS = ("\t", "|")
_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*")  # |---|---|
_NUMBER = re.compile(r"\s*\d{1,3}[.)]?\s*")
_LEAST_LINES = 2
_LEAST_CELLS = 2


def grid_of_text(text: str) -> Grid | None:
    """The rows of the table, after the lines above it as rows of one cell; None when it is no table.

    A line of the text need not be a row: a cell with line breaks goes on in the next lines. A row is as wide as the
    widest line. What stands below the table after an empty line is left out.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for separator in _SEPARATORS:
        cut = [_cells(line, separator) for line in lines if separator == "\t" or not _is_rule(line)]
        rows = [cells for cells in cut if len(cells) >= _LEAST_CELLS]
        if len(rows) >= _LEAST_LINES:
            return _assembled(cut, max(map(len, rows)))
    return None


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None


def _cells(line: str, separator: str) -> list[str]:
    """A line that begins with «|» has it as a frame, at its end too."""
    framed = separator == "|" and line.lstrip().startswith("|")
    if framed:
        line = line.strip()[1:].removesuffix("|")
    return line.split(separator)


def _assembled(cut: Sequence[list[str]], width: int) -> Grid:
    first = next(at for at, cells in enumerate(cut) if len(cells) >= _LEAST_CELLS)
    last = max(at for at, cells in enumerate(cut) if len(cells) >= _LEAST_CELLS)
    titles = [cells for cells in cut[:first] if cells[0].strip()]
    rows: list[list[list[str]]] = []
    for cells in [*cut[first : last + 1], *_rest_of_last_cell(cut[last + 1 :])]:
        if rows and _goes_on(rows[-1], cells, width):
            rows[-1][-1].append(cells[0])
            rows[-1] += [[cell] for cell in cells[1:]]
        else:
            rows.append([[cell] for cell in cells])
    return (*map(tuple, titles), *(tuple(_joined(cell) for cell in row) for row in rows))


def _rest_of_last_cell(after: Sequence[list[str]]) -> list[list[str]]:
    """Up to the first empty line; empty lines right after the table say nothing."""
    if after and not after[0][0].strip():
        return []
    kept = []
    for cells in after:
        if not cells[0].strip():
            break
        kept.append(cells)
    return kept


def _goes_on(row: Sequence[list[str]], cells: Sequence[str], width: int) -> bool:
    """Does this line continue the row's last cell? A number of its own in the first cell begins a row."""
    if len(cells) == 1:
        return True
    return len(row) + len(cells) - 1 <= width and len(row) < width and _NUMBER.fullmatch(cells[0]) is None


def _joined(lines: Sequence[str]) -> str:
    """A cell as one text; a spreadsheet puts one with breaks into quotes."""
    filled = list(dropwhile(lambda line: not line.strip(), lines))
    cell = "\n".join(filled).strip()
    if "\n" in cell and cell.startswith('"') and cell.endswith('"'):
        return cell[1:-1].replace('""', '"').strip()
    return cell
