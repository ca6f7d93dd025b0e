"""A disk that fails where a test says, and knows what a power cut would leave of what was written to it."""

import os
from errno import EIO

from engine.game.disk import Disk

IMAGES = ("least", "most", "names", "half", "zeros")


class PowerCutError(BaseException):
    """The machine is off: no handler of the program sees this as an error of the disk."""


class BadDisk(Disk):
    """The real disk below `folder`, without waiting for it.

    `dies_at` is the number of the step before which the power goes. `fails` gets the name of a step and its
    number among those of that name, and returns the errno it fails with, if any. `bite` is the most that one
    write takes.
    """

    def __init__(self, folder, *, dies_at=None, fails=lambda _name, _nth: None, bite=None):
        self.folder, self.dies_at, self.fails, self.bite = folder, dies_at, fails, bite
        self.steps = 0
        self.counts = {}
        self.handles = {}
        self.safe = self.files()
        self.named = set(self.safe)

    def files(self):
        return {path: path.read_bytes() for path in self.folder.iterdir() if path.suffix != ".lock"}

    def step(self, name):
        if self.steps == self.dies_at:
            raise PowerCutError
        self.steps += 1
        self.counts[name] = self.counts.get(name, 0) + 1
        number = self.fails(name, self.counts[name])
        if number:
            raise OSError(number, os.strerror(number))

    def open_new(self, path):
        self.step("open_new")
        handle = super().open_new(path)
        self.handles[handle] = path
        self.safe[path] = b""
        return handle

    def open_old(self, path):
        self.step("open_old")
        handle = super().open_old(path)
        self.handles[handle] = path
        return handle

    def read(self, path, start, limit):
        self.step("read")
        return super().read(path, start, limit)

    def write(self, handle, data):
        self.step("write")
        return super().write(handle, data[: self.bite])

    def sync(self, handle):
        self.step("sync")
        path = self.handles[handle]
        self.safe[path] = path.read_bytes()

    def truncate(self, handle, size):
        self.step("truncate")
        super().truncate(handle, size)

    def close(self, handle):
        self.step("close")
        del self.handles[handle]
        super().close(handle)

    def remove(self, path):
        self.step("remove")
        super().remove(path)

    def sync_folder(self, path):
        self.step("sync_folder")
        self.named = {name for name in self.files() if name.parent == path}

    def process_ends(self):
        """Close what the process had open, and let another process use the disk, which is sound again."""
        for handle in self.handles:
            os.close(handle)
        self.handles.clear()
        self.dies_at = None
        self.fails = lambda _name, _nth: None

    def power_cut(self, image):
        """Leave on the real disk what this one promised, and of the rest what `image` says."""
        self.process_ends()
        now = self.files()
        for path in now:
            path.unlink()
        for path in set(now) | self.named:
            content = self.left_of(path, now.get(path), image)
            if content is not None:
                path.write_bytes(content)

    def left_of(self, path, now, image):
        safe = self.safe[path]
        if image == "most":
            return now
        if image == "least" or now is None:
            return safe if path in self.named else None
        if image == "names" or not now.startswith(safe):
            return safe
        rest = now[len(safe) :]
        return safe + (rest[: len(rest) // 2] if image == "half" else bytes(len(rest)))


def fail_at(name, nth, number=EIO, *, last=None):
    """Fail steps `nth` to `last` of that name (to `nth` alone by default)."""
    return lambda step, count: number if step == name and nth <= count <= (last or nth) else None
