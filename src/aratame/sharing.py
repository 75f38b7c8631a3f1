"""Jobs done by two processes: this one, and a copy of it that was made before the jobs were known.

This process begins with the first job and the copy with the last; where they meet the work is done, so that each does what it
has time for and nobody has to guess what a job costs. The copy only helps: where there can be none or it dies, this process
does the jobs itself, and the answers are the same.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Job = TypeVar("Job")
Answer = TypeVar("Answer")
_LENGTH = 4
"""Bytes before a message that say how long it is."""
_AT_ONCE = 1 << 16
"""Bytes to read at once: what a pipe holds."""


class Gone(Exception):  # noqa: N818  no error: a process that is no longer needed has ended
    """Nobody is at the other end of a line."""


class Line:
    """One end of a line between two processes, on which either tells the other what can be pickled."""

    def __init__(self, source: int, target: int) -> None:
        self._source, self._target = source, target
        self._bytes = bytearray()
        """What was read behind the last message: the beginning of the next one, or many."""
        self._sent = select.poll()  # `select.select` takes no file beyond the first 1,024
        self._sent.register(source, select.POLLIN)

    def tell(self, message: Any) -> None:
        """Send a message, waiting until it is taken. Raises `Gone`."""
        told = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
        rest = memoryview(len(told).to_bytes(_LENGTH, "big") + told)
        try:
            while rest:
                rest = rest[os.write(self._target, rest) :]
        except BrokenPipeError:
            raise Gone from None

    def told(self) -> bool:
        """Whether something was sent, or nothing ever will be."""
        return bool(self._bytes or self._sent.poll(0))

    def hear(self) -> Any:
        """The next message, waited for. Raises `Gone`."""
        return pickle.loads(self.hear_pickled())  # noqa: S301  from this very process or its copy

    def hear_pickled(self) -> bytes:
        """The same for a message that is looked at later."""
        while len(self._bytes) < _LENGTH or len(self._bytes) < (end := _LENGTH + int.from_bytes(self._bytes[:_LENGTH], "big")):
            part = os.read(self._source, _AT_ONCE)
            if not part:
                raise Gone
            self._bytes += part
        message = bytes(self._bytes[_LENGTH:end])
        del self._bytes[:end]
        return message

    def close(self) -> None:
        """Leave the line."""
        os.close(self._source)
        os.close(self._target)


class Copy:
    """A copy of this process, as this one sees it."""

    def __init__(self, process: int, line: Line) -> None:
        self._process, self._line = process, line

    def end(self) -> None:
        """End the copy, which the system clears away while this process goes on."""
        os.kill(self._process, signal.SIGKILL)

    def tell(self, task: Any) -> None:
        """Tell the copy what it needs to know of the jobs, so that it begins."""
        with suppress(Gone):  # which is seen again where its answers are wanted
            self._line.tell(task)

    def share(
        self, work: Callable[[Job], Answer], jobs: Sequence[Job], heard: Callable[[Any], Answer], *, joining: bool = True
    ) -> list[Answer]:
        """`work` of each of `jobs`, in their order, as `map` has it.

        The copy tells what it found of the last one, of the one before it, and so on; `heard` makes the answer of what it told.
        This process does its share from the first one on where it is `joining`, else what a copy that dies has left. Raises what `work` raises.
        """
        done: list[Answer] = []
        answers: list[bytes] = []
        try:
            while (left := len(jobs) - len(done) - len(answers)) > 0:
                if not joining or left == 1 or self._line.told():  # the copy is at the last one that is left
                    answers.append(self._line.hear_pickled())
                else:
                    done.append(work(jobs[len(done)]))
            self.end()
        except Gone:
            done += map(work, jobs[len(done) : len(jobs) - len(answers)])
        return done + [heard(pickle.loads(answer)) for answer in reversed(answers)]  # noqa: S301  from the copy


@contextmanager
def copied(work: Callable[[Line], None]) -> Iterator[Copy | None]:
    """A copy of this process that does `work` while the block runs, and is ended behind it; None where there can be none.

    `work` is given a line to this process; with what it raises the copy ends, without a word. No other thread may run here: the copy would
    have none of them, but all the locks that they hold.
    """
    if not _can_copy():
        yield None
        return
    asking, answering = os.pipe(), os.pipe()
    try:
        process = os.fork()
    except OSError:  # as many processes as are allowed
        for end in (*asking, *answering):
            os.close(end)
        yield None
        return
    if process == 0:
        _work(work, asking, answering)
    os.close(asking[0])
    os.close(answering[1])
    line = Line(answering[0], asking[1])
    copy = Copy(process, line)
    try:
        yield copy
    finally:
        copy.end()
        os.waitpid(process, 0)
        line.close()


def _can_copy() -> bool:
    """Whether this process can be copied, and another processor is there for the copy. Apple's libraries break in a copy.

    Where a caller handles or ignores the end of children (`SIGCHLD`), a copy that ended may be cleared away before it is asked for.
    """
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1 and signal.getsignal(signal.SIGCHLD) is signal.SIG_DFL


def _work(work: Callable[[Line], None], asking: tuple[int, int], answering: tuple[int, int]) -> NoReturn:
    """What the copy does. It leaves the other process its own ends of the pipes, so as to see when that is ended from outside."""
    try:
        os.close(asking[1])
        os.close(answering[0])
        work(Line(asking[0], answering[1]))
    finally:
        os._exit(0)  # without a word: an error of a job is met again by the process that was copied, and told there
