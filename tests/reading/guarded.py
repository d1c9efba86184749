"""Functions that misbehave in a child, for the guard's tests."""

import os
import signal
import sys
import threading
import time
from pathlib import Path

from papersearch.errors import ReadError


def misbehave(path: str, **_options: object) -> str:
    name = Path(path).name
    if name == "hang":
        time.sleep(60)
    if name == "burst":
        held = [bytearray(32 << 20) for _ in range(1000)]
        return str(len(held))
    if name == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    if name == "exit":
        os._exit(3)
    if name == "deep":
        return misbehave("deep")
    if name == "refuse":
        raise ReadError("encrypted", "refuse is encrypted.")
    if name == "bug":
        raise KeyError("boom")
    if name == "noise":
        os.write(1, b"\x1b]0;evil\x07")
        sys.stderr.write("noise")
    if name.startswith("late"):  # dies of it between this file and the next
        threading.Timer(0.1, os._exit, [3]).start()
    return name.upper()
