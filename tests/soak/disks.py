"""A disk of a few megabytes, which a test can fill; files that take nothing; a program bound by the rights of files."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

MB = 2**20


class Disk:
    """Mounted on a folder; `fill` takes what is left, `free` gives it back."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._ballast = folder / "ballast"

    @property
    def left(self) -> int:
        at = os.statvfs(self.folder)
        return at.f_bavail * at.f_frsize

    def fill(self, *, but: int = 0) -> None:
        """`but` so many bytes; nothing when whoever writes there has taken the rest by now."""
        with self._ballast.open("ab") as ballast:
            if (rest := self.left - but) > 0:
                os.posix_fallocate(ballast.fileno(), ballast.tell(), rest)

    def free(self) -> None:
        self._ballast.unlink()


@contextmanager
def small_disk(folder: Path, megabytes: int) -> Iterator[Disk]:
    """Raises PermissionError where this user may not mount."""
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={megabytes}m,mode=0700", "tmpfs", str(folder)]
    done = subprocess.run(mount, check=False, capture_output=True, text=True)
    if done.returncode:
        raise PermissionError(done.stderr)
    try:
        yield Disk(folder)
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def read_only(pid: int) -> Iterator[None]:
    """No file takes another byte of this process, the open ones neither: as where the kernel has given up a disk.

    A mount whose files are open cannot be made so, and rights are looked at when a file is opened.
    """
    soft, hard = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.prlimit(pid, resource.RLIMIT_FSIZE, (soft, hard))


def as_mere_owner() -> list[str]:
    """What launches a program so that the rights of files bind it as any user: root's own programs pass them by."""
    if os.geteuid():
        return []
    given_up = "-dac_override,-dac_read_search,-fowner"
    return ["setpriv", f"--bounding-set={given_up}", f"--inh-caps={given_up}"]
