"""A process that cleans, from both ends of the line that leads to it.

Messages cost more than what they carry: each wakes a process that must find the processor free. So several documents go
in one, and so do the results of what took little time together. What the worker is at, and since when, stands in memory
that both share, where it costs nothing to say. So it is known of every document, although not each is spoken of.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

from cleaner.model import CleanerError

if TYPE_CHECKING:
    from collections.abc import MutableSequence
    from multiprocessing.context import ForkServerContext, SpawnContext

    from cleaner.batch.stores import Store
    from cleaner.batch.work import Job, Result, Unit

FEW = 4  # documents that a worker has at once: it never waits for the next one, and a slow one holds up few
MANY = 32  # the same of documents that take little time
ANSWER = 0.05  # seconds of work, after which the worker gives back what is done
_LARGE = 1 << 18  # bytes of a message, which waits for no more

# In the memory that both share: how many documents the worker has begun, and when it began the last one (monotonic
# seconds; 0 when it has nothing to do).
_BEGUN, _SINCE = range(2)


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


class Worker:
    """A process and the line to it.

    `given` are the documents that it has not answered, in order; `depth` is how many it may have. It is `ready` when it
    has loaded what it needs.
    """

    def __init__(self, job: Job, memory: int | None) -> None:
        context = _context()
        self.line, far = context.Pipe()
        self._board: MutableSequence[float] = context.RawArray("d", 2)
        self.process = context.Process(target=_serve, args=(far, self._board, job, memory), daemon=True)
        self.process.start()
        far.close()
        self.given: deque[Item] = deque()
        self.depth = FEW
        self.ready = False
        self._unsent: list[Unit] = []
        self._unsent_bytes = 0
        self._answered = 0

    def give(self, item: Item) -> None:
        """Put a document into its hands, if not on its way yet: see `send`."""
        assert item.unit is not None
        self.given.append(item)
        self._unsent.append(item.unit)
        self._unsent_bytes += item.weight
        if len(self.given) == 1 or 2 * len(self._unsent) >= self.depth or self._unsent_bytes >= _LARGE:
            self.send()

    def send(self) -> None:
        """Send what it was given, unless it could not take it yet: until it is ready, sending might have to wait."""
        if self._unsent and self.ready:
            with suppress(OSError):  # a worker that has died is found out where its answer is asked for
                self.line.send_bytes(pickle.dumps(self._unsent, pickle.HIGHEST_PROTOCOL))
            self._unsent = []
            self._unsent_bytes = 0

    def hear(self) -> None:
        """Take what it says: results of documents, or first of all that it is ready.

        Raises EOFError or OSError when it has died, CleanerError when it says that it cannot begin.
        """
        answers: list[bytes] | str = pickle.loads(self.line.recv_bytes())
        if isinstance(answers, str):
            raise CleanerError(
                f"Worker processes cannot begin ({answers}); look at the memory and at the disk of temporary files "
                f"(TMPDIR), or run with less --jobs."
            )
        for answer in answers:
            result: Result = pickle.loads(answer)
            self.given.popleft().result = result
        self._answered += len(answers)
        if self.ready:
            self.depth = min(max(FEW, 2 * len(answers)), MANY)  # what it does until it answers, and as much again
        self.ready = True

    @property
    def since(self) -> float | None:
        """When it began the document that it is at, by the monotonic clock; None when it is at none."""
        return (self._board[_SINCE] or None) if self._board[_BEGUN] > self._answered else None

    def culprit(self) -> Item:
        """Take away the document that it is at, or would be at next. It must have been given one."""
        at = max(0, int(self._board[_BEGUN]) - self._answered - 1)
        found = self.given[at]
        del self.given[at]
        return found

    def stop(self, patience: float) -> None:
        """End it when it has done what it is at, and after so many seconds in any case."""
        self.line.close()
        self.process.join(patience)
        if self.process.exitcode is None:
            self.process.kill()
            self.process.join()


def _context() -> SpawnContext | ForkServerContext:
    """Give the way in which workers are started.

    They are forked from a process that has loaded what all of them need and does nothing else: a fork of this one would
    copy locks and threads in whatever state they are. Where the system has no such process they are spawned.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["cleaner.batch.warm"])
    _begin_server()
    return context


def _begin_server() -> None:
    """Start the process that workers are forked from so that it never hears Ctrl-C, not even while it loads."""
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # which the server starts as well, and which lets signals in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})  # which it inherits
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(line: Any, board: MutableSequence[float], job: Job, memory: int | None) -> None:
    """Live as a worker until the line is cut."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent
    inbox: SimpleQueue[Unit | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(line, inbox), daemon=True).start()
    try:
        job.warm_up()
    except (MemoryError, OSError) as error:  # of a library's temporary files, for instance
        line.send_bytes(pickle.dumps(f"{type(error).__name__}: {error}"))
        return
    if memory is not None:
        _limit_memory(memory)
    answers: list[bytes] = []
    with suppress(OSError):  # the parent has gone
        told = _answer(line, answers)
        while (unit := inbox.get()) is not None:
            board[_SINCE] = time.monotonic()
            board[_BEGUN] += 1
            answers.append(pickle.dumps(job.do(unit), pickle.HIGHEST_PROTOCOL))
            if inbox.empty() or time.monotonic() - told >= ANSWER or len(answers[-1]) >= _LARGE:
                told = _answer(line, answers)
                answers.clear()
                board[_SINCE] = 0


def _answer(line: Any, answers: list[bytes]) -> float:
    """Send results, or none to say that all is ready; say when."""
    line.send_bytes(pickle.dumps(answers, pickle.HIGHEST_PROTOCOL))
    return time.monotonic()


def _receive(line: Any, inbox: SimpleQueue[Unit | None]) -> None:
    """Take documents off the line as they come, so that the parent never waits for a worker that is at work."""
    try:
        with suppress(EOFError, OSError):
            while True:
                for unit in pickle.loads(line.recv_bytes()):
                    inbox.put(unit)
        while not inbox.empty():  # nobody wants to know any more
            inbox.get()
    finally:
        inbox.put(None)


def _limit_memory(more: int) -> None:
    """Let this process have so many bytes more than it has now, where the system has such a limit."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 (no path to speak of)
            now = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        resource.setrlimit(resource.RLIMIT_AS, (now + more, resource.getrlimit(resource.RLIMIT_AS)[1]))
