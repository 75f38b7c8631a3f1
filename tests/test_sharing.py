"""Two processes give the answers of one, whatever becomes of the second."""

from __future__ import annotations

import os
import select
import signal
from typing import TYPE_CHECKING

import pytest

import aratame
from aratame import sharing

if TYPE_CHECKING:
    from collections.abc import Callable

JOBS = list(range(40))
HERE = os.getpid()


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The copies that are made of this process, on a machine with two processors."""
    made: list[int] = []
    fork = os.fork

    def counted() -> int:
        copy = fork()
        if copy:
            made.append(copy)
        return copy

    monkeypatch.setattr(os, "fork", counted)
    monkeypatch.setattr(sharing, "_can_copy", lambda: True)
    return made


def who(job: int) -> tuple[int, int]:
    """A job and the process that did it."""
    return job, os.getpid()


def meeting() -> Callable[[int], tuple[int, int]]:
    """`who`, but neither process goes on from its first job before the other has begun with its own."""
    ours, theirs = os.pipe(), os.pipe()

    def work(job: int) -> tuple[int, int]:
        if job == JOBS[0] and os.getpid() == HERE:
            os.write(ours[1], b"!")
            os.read(theirs[0], 1)
        elif job == JOBS[-1]:
            os.write(theirs[1], b"!")
            os.read(ours[0], 1)
        return who(job)

    return work


def test_the_first_jobs_are_done_here_and_the_last_ones_in_a_copy(copies: list[int]) -> None:
    done = sharing.shared(meeting(), JOBS)
    assert [job for job, _ in done] == JOBS
    processes = [process for _, process in done]
    met = processes.index(copies[0])
    assert 0 < met < len(JOBS)
    assert processes == [HERE] * met + copies * (len(JOBS) - met)


def test_the_copy_is_gone_at_the_end(copies: list[int]) -> None:
    sharing.shared(who, JOBS)
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


@pytest.mark.parametrize("jobs", [[], [7], [7, 8]])
@pytest.mark.usefixtures("copies")
def test_few_jobs(jobs: list[int]) -> None:
    assert sharing.shared(str, jobs) == [str(job) for job in jobs]


@pytest.mark.usefixtures("copies")
def test_answers_larger_than_a_pipe_holds() -> None:
    assert sharing.shared(long, JOBS) == [long(job) for job in JOBS]


def long(job: int) -> str:
    return str(job) * 200_000


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
def test_where_the_copy_dies_all_is_done_here(copies: list[int], end: signal.Signals) -> None:
    def work(job: int) -> tuple[int, int]:
        if os.getpid() != HERE:
            os.kill(os.getpid(), end)
        return who(job)

    assert sharing.shared(work, JOBS) == [(job, HERE) for job in JOBS]
    assert len(copies) == 1


def test_the_copy_ends_where_this_process_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its answers are more than a pipe holds: with nobody to read them it must not wait."""
    monkeypatch.setattr(sharing, "_can_copy", lambda: True)
    alive, held = os.pipe()  # held open by both processes as long as they live
    if (parent := os.fork()) == 0:

        def work(job: int) -> str:
            if os.getpid() == mine:
                os.kill(mine, signal.SIGKILL)
            signal.alarm(20)  # should it wait after all, then not for ever
            return long(job)

        mine = os.getpid()
        try:
            sharing.shared(work, JOBS)
        finally:
            os._exit(1)
    os.close(held)
    assert os.WTERMSIG(os.waitpid(parent, 0)[1]) == signal.SIGKILL
    ended = bool(select.select([alive], [], [], 10)[0])
    os.close(alive)
    assert ended


@pytest.mark.parametrize("bad", [0, 20, 39])
def test_what_a_job_raises_is_raised_here(copies: list[int], bad: int) -> None:
    def work(job: int) -> tuple[int, int]:
        if job == bad:
            raise ValueError(job)
        return who(job)

    with pytest.raises(ValueError, match=str(bad)):
        sharing.shared(work, JOBS)
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


def test_where_no_more_processes_are_allowed_all_is_done_here(copies: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert {process for _, process in sharing.shared(who, JOBS)} == {HERE}
    assert not copies


def test_one_processor_does_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert {process for _, process in sharing.shared(who, JOBS)} == {HERE}


def versions(articles: int) -> tuple[str, str]:
    """Two versions of a by-law, in which every article was amended."""
    before = "".join(
        f"第{n}条　委員{n}人は、市長の定める日から{n + 20}日以内に届け出るよう努めなければならない。\n" for n in range(1, articles + 1)
    )
    return before, before.replace("市長の", "教育長の").replace("よう努めなければならない", "ものとする").replace("日以内", "日までの間")


def test_a_document_is_answered_alike_by_two_processes(copies: list[int]) -> None:
    before, after = versions(100)
    alone = aratame.diff(before, after)
    assert not copies, "a library call makes no copy unasked"
    assert aratame.diff(before, after, two_processes=True) == alone
    assert len(copies) == 1


def test_few_changes_are_found_by_one_process(copies: list[int]) -> None:
    aratame.diff(*versions(10), two_processes=True)
    assert not copies
