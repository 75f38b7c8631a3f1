"""A list of jobs done by two processes, one from each end.

This process begins with the first job and a copy of it with the last; where they meet the work is done, so that each does
what it has time for and nobody has to guess what a job costs. The copy only helps: where there can be none or it dies, this
process does the jobs itself, and the answers are the same.
"""

from __future__ import annotations

import os
import pickle
import select
import signal
import sys
from typing import TYPE_CHECKING, Any, NoReturn, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Job = TypeVar("Job")
Answer = TypeVar("Answer")
_LENGTH = 4
"""Bytes before an answer that say how long it is."""
_AT_ONCE = 1 << 16
"""Bytes to read at once: what a pipe holds."""


def shared(work: Callable[[Job], Answer], jobs: Sequence[Job]) -> list[Answer]:
    """`work` of each of `jobs`, in their order, as `map` has it. What it answers must be a matter of the job alone, and can be pickled.

    Raises what `work` raises. No other thread may run here: the copy would have none of them, but all the locks that they hold.
    """
    if not _can_copy():
        return list(map(work, jobs))
    receiving, sending = os.pipe()
    try:
        copy = os.fork()
    except OSError:  # as many processes as are allowed
        os.close(receiving)
        os.close(sending)
        return list(map(work, jobs))
    if copy == 0:
        os.close(receiving)  # so that the copy is told when nobody reads any more: this process may be ended from outside
        _from_the_end(work, jobs, sending)
    os.close(sending)
    received = _Received(receiving)
    try:
        try:
            done = _from_the_beginning(work, jobs, received)
        finally:
            os.kill(copy, signal.SIGKILL)
        return done + received.last(len(jobs) - len(done))  # the system clears the copy away meanwhile
    finally:
        os.waitpid(copy, 0)
        os.close(receiving)


def _can_copy() -> bool:
    """Whether this process can be copied, and another processor is there for the copy. Apple's libraries break in a copy."""
    return sys.platform == "linux" and len(os.sched_getaffinity(0)) > 1


def _from_the_beginning(work: Callable[[Job], Answer], jobs: Sequence[Job], received: _Received) -> list[Answer]:
    """The first jobs, done until the copy has sent the answers of all others."""
    done: list[Answer] = []
    while (left := len(jobs) - len(done) - received.count()) > 0:
        if left > 1 or not received.one_more():  # the copy is at the last one that is left
            done.append(work(jobs[len(done)]))
    return done


def _from_the_end(work: Callable[[Job], Answer], jobs: Sequence[Job], sending: int) -> NoReturn:
    """What the copy does until it is ended: the last job, the one before it, and so on, each answer sent as soon as it is found."""
    try:
        for job in reversed(jobs):
            answer = pickle.dumps(work(job))
            rest = memoryview(len(answer).to_bytes(_LENGTH, "big") + answer)
            while rest:
                rest = rest[os.write(sending, rest) :]
    finally:
        os._exit(0)  # without a word: an error of a job is met again by the process that was copied, and told there


class _Received:
    """What the copy has sent: the answers from the last job on."""

    def __init__(self, source: int) -> None:
        self._answers: list[bytes] = []
        self._source, self._bytes = source, bytearray()

    def count(self) -> int:
        """How many answers have come."""
        while select.select([self._source], [], [], 0)[0] and self._read():
            pass
        return len(self._answers)

    def one_more(self) -> bool:
        """Wait for the next answer; whether it came, and more with it perhaps."""
        before = len(self._answers)
        while len(self._answers) == before:
            if not self._read():
                return False
        return True

    def last(self, count: int) -> list[Any]:
        """The answers of the last `count` jobs, in the order of the jobs."""
        return [pickle.loads(answer) for answer in reversed(self._answers[:count])]  # noqa: S301  from a copy of this very process

    def _read(self) -> bool:
        """Read what is there, waiting for it; whether the copy goes on."""
        part = os.read(self._source, _AT_ONCE)
        self._bytes += part
        while len(self._bytes) >= _LENGTH and len(self._bytes) >= (end := _LENGTH + int.from_bytes(self._bytes[:_LENGTH], "big")):
            self._answers.append(bytes(self._bytes[_LENGTH:end]))
            del self._bytes[:end]
        return bool(part)
