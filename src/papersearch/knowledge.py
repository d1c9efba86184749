"""Knowledge is data: TOML files in the package, overlaid by the user's own file.

A component's file lies in its own folder. The user's ``papersearch.toml`` may
hold a table of the same name as a component's file (``[exemptions]``,
``[scales]``, ``[purposes]`` …): its entries are added to the package's,
and replace entries of the same key.
"""

from __future__ import annotations

import os
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from papersearch.errors import UsageError

USER_FILE = "papersearch.toml"


@cache
def load(package: str, name: str) -> dict[str, Any]:
    """Return the data of ``name.toml`` in *package*, with the user's additions.

    Args:
        package: Dotted name of the package that holds the file.
        name: The file's name without ``.toml``; also the user's table.
    """
    # By path, so that the package itself (and spaCy with it) is not imported for its data.
    root, *below = package.split(".")
    text = files(root).joinpath(*below, f"{name}.toml").read_text(encoding="utf-8")
    return _merge(tomllib.loads(text), user_settings().get(name, {}))


@cache
def user_settings() -> dict[str, Any]:
    """Return the user's ``papersearch.toml``: ``$PAPERSEARCH_CONFIG``, or in the working folder.

    Raises:
        UsageError: The file is not valid TOML.
    """
    path = Path(os.environ.get("PAPERSEARCH_CONFIG", USER_FILE))
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} is not valid TOML: {error}", "Mend the file.") from error


def _merge(base: dict[str, Any], extra: dict[str, Any]) -> dict[str, Any]:
    out = dict(base)
    for key, value in extra.items():
        old = out.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            out[key] = _merge(old, value)
        elif isinstance(old, list) and isinstance(value, list):
            out[key] = [*old, *value]
        else:
            out[key] = value
    return out
