"""Encrypted files in the age format, by the key of BACKUP_KEY_FILE: `age --decrypt` opens them without this bot."""

import os
import stat
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import IO, Protocol

import pyrage

from bot.settings import Settings

HEADER = b"age-encryption.org/v1\n"
SUFFIX = ".age"
_SECRET = "AGE-SECRET-KEY-"  # noqa: S105  how a line with one begins
_PIECE = 1 << 16


class Refused(Exception):
    """The key or the sealed file is no good; the message says why, and never what is in them."""


class Key(Protocol):
    """One X25519 identity; its public half seals, itself it opens."""

    def to_public(self) -> object: ...


def keys(settings: Settings) -> Sequence[Key]:
    """The keys of the file: the first one seals, each of them opens (so a new key may be put above an old one).

    Nothing when no file is named. Raises Refused for a file that lies with the copies, or that others may read.
    """
    path = settings.backup_key_file
    if path is None:
        return ()
    _stay_apart(path, settings.data_dir)
    try:
        if stat.S_IMODE(path.stat().st_mode) & 0o077:
            raise Refused(f"the key {path.name} may be read by others: chmod 600 it")
        lines = [line.strip() for line in path.read_text(encoding="ascii").splitlines()]
        found: list[Key] = [pyrage.x25519.Identity.from_str(line) for line in lines if line.startswith(_SECRET)]
    except (OSError, UnicodeError) as error:
        raise Refused(f"the key {path.name} cannot be read: {type(error).__name__}") from None
    except pyrage.IdentityError:
        raise Refused(f"{path.name} is no key: python -m bot backup-key FILE makes one") from None
    if not found:
        raise Refused(f"{path.name} is no key: python -m bot backup-key FILE makes one")
    return found


def make_key(settings: Settings, path: Path) -> None:
    """A new file that nobody else may read; none is overwritten."""
    _stay_apart(path, settings.data_dir)
    key = pyrage.x25519.Identity.generate()
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        raise Refused(f"{path.name} exists already: a lost key loses the copies, so none is overwritten") from None
    except OSError as error:
        raise Refused(f"{path.name} cannot be written: {type(error).__name__}") from None
    with os.fdopen(descriptor, "w", encoding="ascii") as file:
        file.write(f"# public key: {key.to_public()}\n{key}\n")
        file.flush()
        os.fsync(file.fileno())


def is_sealed(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(HEADER)) == HEADER


def seal(source: Path, target: Path, of: Sequence[Key]) -> None:
    """Into an empty file that stands there; read back and compared, for a copy that cannot be opened is none."""
    with source.open("rb") as plain, target.open("r+b") as sealed:
        noted = _Noted(plain)
        pyrage.encrypt_io(noted, sealed, [of[0].to_public()])
        sealed.flush()
        os.fsync(sealed.fileno())
    with target.open("rb") as sealed:
        sink = _Digest()
        pyrage.decrypt_io(sealed, sink, list(of))
    if sink.of.digest() != noted.of.digest():
        raise Refused(f"{target.name} was written wrong: is the disk sound?")


def unseal(source: Path, target: Path, of: Sequence[Key]) -> None:
    """Into an empty file that stands there. Raises Refused, with a reason, for a wrong key and for a damaged file."""
    if not of:
        raise Refused(f"{source.name} is encrypted: name its key in BACKUP_KEY_FILE")
    try:
        with source.open("rb") as sealed, target.open("r+b") as plain:
            pyrage.decrypt_io(sealed, plain, list(of))
    except pyrage.DecryptError as error:
        # The library has one exception for both; a file cut short inside of its head is the rarer case.
        wrong = "No matching keys" in str(error)
        reason = "is encrypted with another key than BACKUP_KEY_FILE" if wrong else "is damaged"
        raise Refused(f"{source.name} {reason}") from None
    except OSError as error:
        if error.errno is not None:
            raise Refused(f"{source.name} cannot be opened here: {type(error).__name__}") from None
        raise Refused(f"{source.name} is damaged: what was encrypted is not what stands there") from None


def _stay_apart(key: Path, data_dir: Path) -> None:
    """Who takes the folder with the copies must not take their key with it."""
    if key.resolve().is_relative_to(data_dir.resolve()):
        raise Refused(f"the key {key.name} lies inside of DATA_DIR, with what it protects: keep it elsewhere")


class _Noted:
    """Bytes on their way in. Read piece by piece in Python: the library would hold everybody else up otherwise."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.of = sha256()

    def read(self, size: int = _PIECE) -> bytes:
        piece = self._file.read(size)
        self.of.update(piece)
        return piece


class _Digest:
    def __init__(self) -> None:
        self.of = sha256()

    def write(self, piece: bytes) -> int:
        self.of.update(piece)
        return len(piece)

    def flush(self) -> None: ...
