"""Processes that clean: each pulls a few documents, and gives their results back one by one.

A worker answers in the order in which it was asked, so when one dies it is known which document it was at: the first
that is not answered. That one is tried once more, since somebody else may have killed the worker, and then it has
failed; the others go to the worker's successor. A document that takes too long is not tried again.

Results come in the order of the documents. How far a slow one may let the others run ahead is bounded, in documents and
in bytes, and so is memory.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing import connection
from queue import SimpleQueue
from types import FrameType
from typing import TYPE_CHECKING, Any

from cleaner.batch.work import Job, Result, Unit, failed
from cleaner.model import CleanerError

if TYPE_CHECKING:
    from cleaner.batch.stores import Store

DEPTH = 4  # documents that a worker has at once: it never waits for the next one, and a slow one holds up few
AHEAD = 64  # documents a worker that are under way or done and not yet taken
AHEAD_BYTES = 64 << 20  # of documents under way or not yet taken, whatever their number
_STARTS = 3  # workers in a row that die before they have begun


@dataclass(slots=True, eq=False)
class Item:
    """A document on its way through a run, or the end of a file (without a unit).

    `store` takes its result, `position` is how far the inputs were read when it came. `result` is there when it is
    known. `weight` are the bytes that it counts for in a pool until it has left it, and `tried` tells that a worker
    died of it, or beside it.
    """

    unit: Unit | None
    store: Store | None = None
    position: int = 0
    result: Result | None = None
    weight: int = 0
    tried: bool = False


def alone(job: Job, items: Iterable[Item], timeout: float) -> Generator[Item]:
    """Clean documents in this process.

    One that takes longer than `timeout` seconds is given up when Python next comes to look, which what hangs within a
    library does not allow; that needs a pool.
    """
    for item in items:
        if item.unit is not None and item.result is None:
            try:
                with _alarm(timeout):
                    item.result = job.do(item.unit)
            except _TimeUpError:
                item.result = failed(item.unit, _too_slow(timeout))
        yield item


class _TimeUpError(BaseException):
    """A document took too long; no `except Exception` on the way may take it for its own."""


@contextmanager
def _alarm(seconds: float) -> Iterator[None]:
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(number: int, frame: FrameType | None) -> None:
        raise _TimeUpError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


class Pool:
    """Worker processes, started when the first document comes.

    `timeout` is the time that a document may take, in seconds; `memory` what a worker may take beside what it needs to
    run at all, in bytes (where the system can limit it; None for no limit).
    """

    def __init__(self, job: Job, jobs: int, timeout: float, memory: int | None) -> None:
        self._job, self._jobs, self._timeout, self._memory = job, jobs, timeout, memory
        self._workers: list[_Worker] = []
        self._waiting: deque[Item] = deque()
        self._weight = 0
        self._stillborn = 0

    def map(self, items: Iterable[Item]) -> Generator[Item]:
        """Clean documents; they come back with their results, in order."""
        coming = iter(items)
        exhausted = False
        try:
            while True:
                while not exhausted and self._has_room():
                    item = next(coming, None)
                    if item is None:
                        exhausted = True
                    else:
                        self._take(item)
                done = False
                while self._waiting and (self._waiting[0].result is not None or self._waiting[0].unit is None):
                    done = True
                    self._weight -= self._waiting[0].weight
                    yield self._waiting.popleft()
                if exhausted and not self._waiting:
                    return
                if not done:
                    self._collect()
        finally:
            self.close()

    def _has_room(self) -> bool:
        if len(self._waiting) >= AHEAD * self._jobs or self._weight > AHEAD_BYTES:
            return False
        return len(self._workers) < self._jobs or any(len(worker.given) < DEPTH for worker in self._workers)

    def _take(self, item: Item) -> None:
        self._waiting.append(item)
        if item.unit is None or item.result is not None:
            return
        item.weight = item.unit.weight
        self._weight += item.weight
        idle = min(self._workers, key=lambda worker: len(worker.given), default=None)
        if (idle is None or idle.given) and len(self._workers) < self._jobs:
            idle = self._start()
        assert idle is not None
        idle.give(item)

    def _start(self) -> _Worker:
        worker = _Worker(self._job, self._memory)
        self._workers.append(worker)
        return worker

    def _collect(self) -> None:
        """Wait until a worker says something, dies, or is late."""
        now = time.monotonic()
        deadlines = [worker.since + self._timeout for worker in self._workers if worker.since is not None]
        wait = max(0.0, min(deadlines) - now) if deadlines else None
        ready = connection.wait([worker.line for worker in self._workers], wait)
        for worker in [worker for worker in self._workers if worker.line in ready]:
            try:
                result = worker.hear()
            except (EOFError, OSError):
                self._replace(worker, None)
                continue
            if result is None:
                self._stillborn = 0
            else:
                worker.answered().result = result
        now = time.monotonic()
        for worker in list(self._workers):
            if worker.since is not None and now - worker.since >= self._timeout and not worker.line.poll():
                worker.process.kill()
                self._replace(worker, _too_slow(self._timeout))

    def _replace(self, worker: _Worker, why: str | None) -> None:
        """Put a new worker in place of one that died or was killed (then `why` says it); its documents go on."""
        self._workers.remove(worker)
        worker.stop(0)
        if worker.since is None and not worker.ready:
            self._stillborn += 1
            if self._stillborn >= _STARTS:
                raise CleanerError(
                    f"Worker processes die before they begin (exit code {worker.process.exitcode}); run with less "
                    f"--jobs or more --max-memory."
                )
        elif worker.given:
            culprit = worker.given[0]
            assert culprit.unit is not None
            if why is None and not culprit.tried:
                culprit.tried = True
            else:
                worker.given.popleft().result = failed(culprit.unit, why or _died(worker.process.exitcode))
        if worker.given:
            successor = self._start()
            for item in worker.given:
                successor.give(item)

    def close(self) -> None:
        """Let the workers finish what they are at, if that is soon, and end."""
        for worker in self._workers:
            worker.line.close()  # which tells them
        for worker in self._workers:
            worker.stop(2)
        self._workers.clear()


class _Worker:
    """A process and the line to it; `given` are the documents that it has not answered, in order.

    `since` is when it began with the first of them, None while it has none or is not ready.
    """

    def __init__(self, job: Job, memory: int | None) -> None:
        # Spawned, since a fork copies locks and threads in whatever state they are.
        context = multiprocessing.get_context("spawn")
        self.line, far = context.Pipe()
        self.process = context.Process(target=_serve, args=(far, job, memory), daemon=True)
        self.process.start()
        far.close()
        self.given: deque[Item] = deque()
        self.since: float | None = None
        self.ready = False

    def give(self, item: Item) -> None:
        self.given.append(item)
        if self.ready and self.since is None:
            self.since = time.monotonic()
        with suppress(OSError):  # a worker that has died is found out where its answer is asked for
            self.line.send(item.unit)

    def hear(self) -> Result | None:
        """Receive a result, or None: that it is ready."""
        said: Result | None = self.line.recv()
        if said is None:
            self.ready = True
            self.since = time.monotonic() if self.given else None
        return said

    def answered(self) -> Item:
        item = self.given.popleft()
        self.since = time.monotonic() if self.given else None
        return item

    def stop(self, patience: float) -> None:
        self.line.close()
        self.process.join(patience)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


def _serve(line: Any, job: Job, memory: int | None) -> None:
    """Live as a worker until the line is cut."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    inbox: SimpleQueue[Unit | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(line, inbox), daemon=True).start()
    job.warm_up()
    if memory is not None:
        _limit_memory(memory)
    with suppress(OSError):  # the parent has gone
        line.send(None)
        while (unit := inbox.get()) is not None:
            line.send(job.do(unit))


def _receive(line: Any, inbox: SimpleQueue[Unit | None]) -> None:
    """Take documents off the line as they come, so that the parent never waits for a worker that is at work."""
    with suppress(EOFError, OSError):
        while True:
            inbox.put(line.recv())
    while not inbox.empty():  # nobody wants to know any more
        inbox.get()
    inbox.put(None)


def _limit_memory(more: int) -> None:
    """Let this process have so many bytes more than it has now, where the system has such a limit."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 (no path to speak of)
            now = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (now + more, resource.getrlimit(resource.RLIMIT_AS)[1]))


def _too_slow(seconds: float) -> str:
    return f"Cleaning it took longer than {seconds:g} seconds, so it was given up; raise --timeout to let it take more."


def _died(code: int | None) -> str:
    if code is not None and code < 0:
        name = signal.Signals(-code).name if -code in {s.value for s in signal.Signals} else f"signal {-code}"
        how = f"was killed by {name}"
    else:
        how = f"ended with code {code}"
    return (
        f"The process that cleaned it {how}, twice (a crash, or out of memory); try it alone, or with a lower "
        f"--max-memory, which tells more."
    )
