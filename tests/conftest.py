"""What is true of every test: it tries the same each time, wherever it runs.

hypothesis draws the same examples on every machine and keeps no record of those
that failed before; ``scripts/nightly`` sets ``HYPOTHESIS_PROFILE=nightly``, which
draws others every night.
"""

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, database=None, deadline=None)
settings.register_profile("nightly", database=None, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
