"""Reading in child processes that may hang, burst or crash without harm.

A hostile or damaged file costs only itself: its child is stopped at its time
or memory limit and replaced, and the file becomes a :class:`ReadError` with a
code. The parent holds no parser.
"""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import os
import sys
import threading
import types
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as FutureTimeoutError
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import PurePath
from types import TracebackType
from typing import Any, Generic, TypeVar

from pebble import ProcessExpired, ProcessPool

from papersearch.errors import ReadError

T = TypeVar("T")
MIB = 1 << 20


@dataclass(frozen=True, slots=True)
class Limits:
    """What one file may cost: seconds of wall time, bytes of memory, bytes of file."""

    seconds: float = 300.0
    memory: int = 3072 * MIB
    file_bytes: int = 512 * MIB


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


# A fresh interpreter for the children: forking a parent that runs threads
# (onnxruntime, FAISS) may dead-lock. The fork server pays the imports once.
_METHOD = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
_CONTEXT: Any = multiprocessing.get_context(_METHOD)
_main_swapped = threading.Lock()


class _Child(_CONTEXT.Process):  # type: ignore[misc]
    """A child that never runs the caller's own script.

    multiprocessing imports the parent's ``__main__`` anew in each child: a script
    without ``if __name__ == "__main__"`` would run again there, and one that was
    typed or piped in cannot be found at all. A reading child needs none of it.
    """

    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 - multiprocessing's own name
        with _main_swapped:
            main = sys.modules["__main__"]
            sys.modules["__main__"] = types.ModuleType("__main__")
            try:
                return _CONTEXT.Process._Popen(process_obj)
            finally:
                sys.modules["__main__"] = main


class Guard(Generic[T]):
    """A pool of reading processes.

    Args:
        function: A module-level function of one path (and keyword *options*) that
            returns a picklable value; it runs in a child.
        limits: What one file may cost.
        workers: Number of children; by default one a core.
        preload: The module that children have in memory before their first file; by default the
            function's.
        options: Passed to *function* as keywords.
    """

    def __init__(
        self,
        function: Callable[..., T],
        limits: Limits | None = None,
        workers: int | None = None,
        preload: str | None = None,
        **options: Any,
    ) -> None:
        self.function = function
        self.preload = preload or function.__module__
        self.limits = limits or Limits()
        self.workers = workers or usable_cores()
        self.options = options
        context: Any = type(_CONTEXT)()
        context.Process = _Child
        if _METHOD == "forkserver":
            context.set_forkserver_preload([self.preload])
            _start_quiet_server()
        self._context = context
        self._pool = self._new_pool()

    def _new_pool(self) -> ProcessPool:
        return ProcessPool(
            max_workers=self.workers,
            max_tasks=200,
            initializer=_start_child,
            initargs=(self.limits.memory, self.preload),
            context=self._context,
        )

    def __enter__(self) -> Guard[T]:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if kind is None:
            self._pool.close()
        else:
            self._pool.stop()
        self._pool.join()

    def map(self, paths: Iterable[str]) -> Iterator[tuple[str, T | ReadError]]:
        """Yield each path with its result or its error, in the order given.

        Only a window of files is under way at once, so that neither results
        nor waiting work pile up in memory.
        """
        waiting: deque[tuple[str, Any]] = deque()
        window = self.workers * 8
        for path in paths:
            waiting.append((path, self._schedule(path)))
            if len(waiting) >= window:
                yield self._next(waiting)
        while waiting:
            yield self._next(waiting)

    def run(self, path: str) -> T | ReadError:
        """Return the result of one path, or its error."""
        return self._result(path, self._schedule(path))

    def _schedule(self, path: str) -> Any:
        try:
            return self._submit(path)
        except RuntimeError:  # pebble's word for a pool that broke
            self._renew()
            return self._submit(path)

    def _renew(self) -> None:
        """Put a new pool in place of one that broke.

        Pebble gives its whole pool up where a child dies between two files while no
        other is at work: of the harm that the file before did to it, say.
        """
        if not self._pool.active:
            self._pool.stop()
            self._pool.join()
            self._pool = self._new_pool()

    def _submit(self, path: str) -> Any:
        return self._pool.schedule(
            _read_in_child, args=[self.function, path, self.options], timeout=self.limits.seconds
        )

    def _next(self, waiting: deque[tuple[str, Any]]) -> tuple[str, T | ReadError]:
        path, future = waiting.popleft()
        return path, self._result(path, future)

    def _result(self, path: str, future: Any, tries: int = 3) -> T | ReadError:
        name = PurePath(path).name
        try:
            result: T | ReadError = future.result()
        except (TimeoutError, FutureTimeoutError):
            seconds = f"{self.limits.seconds:g}"
            return ReadError("timed_out", f"{name} was not read within {seconds} seconds.")
        except ProcessExpired as expired:
            if expired.exitcode == -9:  # nobody but the system's memory killer sends it
                return ReadError(
                    "out_of_memory", f"{name} needs more memory than the limit allows."
                )
            return ReadError("damaged", f"{name} made its reader crash.")
        except BrokenProcessPool:
            if tries == 1:
                return ReadError("damaged", f"{name} made its reader crash.")
            return self._result(path, self._schedule(path), tries - 1)
        return result


def _read_in_child(function: Callable[..., T], path: str, options: dict[str, Any]) -> T | ReadError:
    """Return the function's value or its error, so that no odd exception must cross a pipe."""
    name = PurePath(path).name
    try:
        return function(path, **options)
    except ReadError as error:
        return error
    except MemoryError:
        return ReadError("out_of_memory", f"{name} needs more memory than the limit allows.")
    except RecursionError:
        return ReadError("damaged", f"{name} is nested endlessly.")
    except Exception as error:  # a reader's own defect must cost one file only, and be told
        return ReadError("damaged", f"{name} could not be read ({type(error).__name__}: {error}).")


def _start_quiet_server() -> None:
    """Start the fork server with its error output shut.

    A child that is started while the pool is already closing dies with a
    traceback of its own, which would reach the user's terminal.
    """
    from multiprocessing import forkserver

    kept = os.dup(2)
    null = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(null, 2)
        forkserver.ensure_running()
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(null)


def _start_child(memory: int, preload: str) -> None:
    """Make this child ready for its first file (a forked one is already) and bound it."""
    importlib.import_module(preload)
    _limit_child(memory)


def _limit_child(memory: int) -> None:
    """Bound this child's memory, keep its noise off the terminal, leave ctrl-C to the parent."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with contextlib.suppress(OSError):
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)
        os.dup2(null, 2)
        os.close(null)
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(name, "1")
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there
        return
    held = 0
    with contextlib.suppress(OSError, ValueError), open("/proc/self/statm") as file:  # noqa: PTH123
        held = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (held + memory, held + memory))
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
