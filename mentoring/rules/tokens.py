"""Invitations: tokens for links, codes for people's fingers, and the digest that the database keeps."""

import re
import secrets
import unicodedata
from hashlib import sha256

# Neither member of a pair that looks alike: 0 O D Q, 1 I L, 2 Z, 5 S, 6 G, 8 B, U V.
ALPHABET = "ACEFHJKMNPRTWXY3479"
CODE_LENGTH = 10

_HALF = CODE_LENGTH // 2
_PREFIX = "nastavnik:invite:"
# What a Russian keyboard gives for the same key cap, and the letters that look like our digits.
_TWINS = str.maketrans("АСЕНКМРТХУЗЧ", "ACEHKMPTXY34")
_DASHES = "-‐‑‒–—−_."
_LINK = re.compile(r"(?:t\.me/\w+\?|telegram\.me/\w+\?|tg://resolve\?\S*&)start=([\w-]+)", re.ASCII)
_WRITTEN_AS_ONE = re.compile(r"[0-9A-Za-z]{5}[-‐‑–][0-9A-Za-z]{5}", re.ASCII)
_LOOK = re.compile(rf"[0-9A-Z]{{{CODE_LENGTH - 1},{CODE_LENGTH + 1}}}", re.ASCII)


def new_link_token() -> str:
    """128 random bits, 22 characters that a Telegram start link may carry."""
    return secrets.token_urlsafe(16)


def new_code() -> str:
    """Ten characters, 42 random bits: enough because guesses are counted and codes expire."""
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def shown_code(code: str) -> str:
    """«XXXXX-XXXXX»."""
    return f"{code[:_HALF]}-{code[_HALF:]}"


def read_code(text: str) -> str | None:
    """The code as it was made, whatever case, gaps and keyboard it was typed with; None if it is no code."""
    plain = _plain(text)
    return plain if len(plain) == CODE_LENGTH and set(plain) <= set(ALPHABET) else None


def looks_like_code(text: str) -> bool:
    """Was a code meant, perhaps with a slip? Then «код не подошёл» is the answer, not «не понимаю»."""
    plain = _plain(text)
    if read_code(text) is not None or _WRITTEN_AS_ONE.fullmatch(text.strip()):
        return True
    return bool(_LOOK.fullmatch(plain)) and any(mark.isdigit() for mark in plain) and not plain.isdigit()


def pasted_token(text: str) -> str | None:
    """The token of an invitation's link that was copied into the chat instead of being opened."""
    found = _LINK.search(text)
    return found[1] if found else None


def digest(token_or_code: str) -> str:
    """What is stored instead of the secret. A code gives one digest however it was typed."""
    value = read_code(token_or_code) or token_or_code.strip()
    return sha256(f"{_PREFIX}{value}".encode()).hexdigest()


def _plain(text: str) -> str:
    upper = unicodedata.normalize("NFKC", text).upper()
    kept = (mark for mark in upper if not mark.isspace() and mark not in _DASHES)
    return "".join(kept).translate(_TWINS).strip("«»\"'")
