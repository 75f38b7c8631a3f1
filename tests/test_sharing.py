"""Two processes give the answers of one, whatever becomes of the second."""

from __future__ import annotations

import fcntl
import os
import resource
import select
import signal
from typing import TYPE_CHECKING, TypeVar

import pytest

import aratame
from aratame import ahead, changes, sharing
from aratame.aligning import lines

if TYPE_CHECKING:
    from collections.abc import Callable

    from aratame.model import Diff
    from aratame.sharing import Line

Answer = TypeVar("Answer")
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


def shared(work: Callable[[int], Answer], jobs: list[int], *, joining: bool = True) -> list[Answer]:
    """`work` of each of `jobs` by two processes."""

    def help_(line: Line) -> None:
        for job in reversed(line.hear()):
            line.tell(work(job))

    with sharing.copied(help_) as copy:
        if copy is None:
            return list(map(work, jobs))
        copy.tell(jobs)
        return copy.share(work, jobs, heard, joining=joining)


def heard(answer: Answer) -> Answer:
    """What the copy told, as it told it."""
    return answer


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
    jobs, processes = zip(*shared(meeting(), JOBS), strict=True)
    assert list(jobs) == JOBS
    met = processes.index(copies[0])
    assert 0 < met < len(JOBS)
    assert processes == (HERE,) * met + (copies[0],) * (len(JOBS) - met)


def test_who_does_not_join_leaves_all_to_the_copy(copies: list[int]) -> None:
    assert shared(who, JOBS, joining=False) == [(job, copies[0]) for job in JOBS]


def test_a_copy_is_told_while_it_works_ahead(copies: list[int]) -> None:
    def ahead_until_told(line: Line) -> None:
        guessed = 0
        while not line.told():
            guessed += 1
        for job in reversed(line.hear()):
            line.tell((job, os.getpid()))

    with sharing.copied(ahead_until_told) as copy:
        assert copy is not None
        copy.tell(JOBS)
        assert copy.share(who, JOBS, tuple, joining=False) == [(job, copies[0]) for job in JOBS]


def test_the_copy_is_gone_at_the_end(copies: list[int]) -> None:
    shared(who, JOBS)
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


@pytest.mark.parametrize("jobs", [[], [7], [7, 8]])
@pytest.mark.usefixtures("copies")
def test_few_jobs(jobs: list[int]) -> None:
    assert shared(str, jobs) == [str(job) for job in jobs]


@pytest.mark.usefixtures("copies")
def test_answers_larger_than_a_pipe_holds() -> None:
    assert shared(long, JOBS) == [long(job) for job in JOBS]


def long(job: int) -> str:
    return str(job) * 200_000


@pytest.mark.parametrize("end", [signal.SIGKILL, signal.SIGTERM])
@pytest.mark.parametrize("joining", [True, False])
def test_where_the_copy_dies_all_is_done_here(copies: list[int], end: signal.Signals, joining: bool) -> None:  # noqa: FBT001
    def work(job: int) -> tuple[int, int]:
        if os.getpid() != HERE:
            os.kill(os.getpid(), end)
        return who(job)

    assert shared(work, JOBS, joining=joining) == [(job, HERE) for job in JOBS]
    assert len(copies) == 1


def test_where_the_copy_leaves_before_it_is_told_all_is_done_here(copies: list[int]) -> None:
    with sharing.copied(lambda _: None) as copy:
        assert copy is not None
        os.waitid(os.P_PID, copies[0], os.WEXITED | os.WNOWAIT)
        copy.tell("x" * 1_000_000)
        assert copy.share(who, JOBS, tuple) == [(job, HERE) for job in JOBS]


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
            shared(work, JOBS)
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
        shared(work, JOBS)
    with pytest.raises(ProcessLookupError):
        os.kill(copies[0], 0)


def test_where_no_more_processes_are_allowed_all_is_done_here(copies: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError

    monkeypatch.setattr(os, "fork", refused)
    assert {process for _, process in shared(who, JOBS)} == {HERE}
    assert not copies


def test_one_processor_does_all_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert {process for _, process in shared(who, JOBS)} == {HERE}


def test_answers_that_came_together_are_all_taken(copies: list[int]) -> None:
    """The copy has told all before this process looks for the first time, and is not gone."""
    told, tells = os.pipe()

    def stays(line: Line) -> None:
        for job in reversed(line.hear()):
            line.tell(who(job))
        os.write(tells, b".")
        line.hear()

    def work(job: int) -> tuple[int, int]:
        if job == 0:
            os.read(told, 1)
        return who(job)

    with sharing.copied(stays) as copy:
        assert copy is not None
        copy.tell(JOBS)
        assert copy.share(work, JOBS, tuple) == [(0, HERE), *[(job, copies[0]) for job in JOBS[1:]]]
    os.close(told)
    os.close(tells)


def test_lines_of_a_process_with_many_open_files(copies: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = os.pipe

    def far() -> tuple[int, int]:
        near = pipe()
        ends = tuple(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 1_024) for end in near)
        for end in near:
            os.close(end)
        return ends[0], ends[1]

    monkeypatch.setattr(os, "pipe", far)
    limits = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (2_048, limits[1]))
    try:
        assert [job for job, _ in shared(who, JOBS)] == JOBS
    finally:
        resource.setrlimit(resource.RLIMIT_NOFILE, limits)
    assert len(copies) == 1


def test_where_children_are_cleared_away_unasked_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0, 1})
    before = signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    try:
        assert {process for _, process in shared(who, JOBS)} == {HERE}
    finally:
        signal.signal(signal.SIGCHLD, before)


def versions(articles: int) -> tuple[str, str]:
    """Two versions of a by-law, in which every article was amended, and of whose last articles one was moved and one split."""
    before = "".join(
        f"（届出第{n}号）\n第{n}条　委員{n}人は、市長の定める日から{n + 20}日以内に、前条の規定により届け出るよう努めなければならない。"
        f"ただし、第{n + 3}条に定める場合は、この限りでない。\n"
        for n in range(1, articles + 1)
    )
    after = before.replace("市長の", "教育長の").replace("よう努めなければならない", "ものとする").replace("日以内", "日までの間")
    first, rest = after.split("\n", 2)[:2], after.split("\n", 2)[2]
    return before, rest.replace("ただし、第9条", "２　ただし、第9条") + "\n".join(first) + "\n"


def both(articles: int, monkeypatch: pytest.MonkeyPatch, *, joins: bool) -> tuple[Diff, Diff]:
    """What one process and two say of two versions. Where this one joins, each knows nothing of what the other does."""
    monkeypatch.setattr(ahead, "_LONG", 0)
    monkeypatch.setattr(ahead, "_MUCH", 0)
    monkeypatch.setattr(changes, "_WORTH_JOINING", 0 if joins else 1_000_000)
    before, after = versions(articles)
    return aratame.diff(before, after), aratame.diff(before, after, two_processes=True)


@pytest.mark.parametrize("joins", [True, False])
@pytest.mark.parametrize("articles", [1, 2, 40])
def test_a_document_is_answered_alike_by_two_processes(
    copies: list[int],
    monkeypatch: pytest.MonkeyPatch,
    articles: int,
    joins: bool,  # noqa: FBT001
) -> None:
    one, two = both(articles, monkeypatch, joins=joins)
    assert two == one
    assert len(copies) == 1, "a library call makes no copy unasked"


@pytest.mark.parametrize("joins", [True, False])
def test_a_copy_that_fails_changes_nothing(copies: list[int], monkeypatch: pytest.MonkeyPatch, joins: bool) -> None:  # noqa: FBT001
    def fails(*_: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(lines, "likeliest", fails)
    one, two = both(20, monkeypatch, joins=joins)
    assert two == one
    assert len(copies) == 1


def test_a_wrong_guess_is_not_used(copies: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "likeliest", lambda _, others: others[0])
    one, two = both(8, monkeypatch, joins=False)
    assert two == one
    assert len(copies) == 1


def test_a_much_amended_document_is_answered_by_two_processes(copies: list[int]) -> None:
    before, after = versions(400)
    assert aratame.diff(before, after, two_processes=True) == aratame.diff(before, after)
    assert len(copies) == 1


@pytest.mark.parametrize("answer", [versions(10), (versions(400)[0],) * 2])
def test_little_text_and_equal_texts_take_one_process(copies: list[int], answer: tuple[str, str]) -> None:
    aratame.diff(*answer, two_processes=True)
    assert not copies


def test_where_little_differs_the_copy_leaves(copies: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object) -> None:
        signal.raise_signal(signal.SIGABRT)

    monkeypatch.setattr(ahead, "_guessed", fails)
    before, _ = versions(400)
    after = before.replace("委員7人", "委員9人")
    with ahead.helped(aratame.Document("", before), aratame.Document("", after), aratame.Config()) as copy:
        assert copy is not None
        ended = os.waitid(os.P_PID, copies[0], os.WEXITED | os.WNOWAIT)
    assert ended is not None
    assert ended.si_status == 0
