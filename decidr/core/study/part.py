"""The common base of everything a study is made of."""

from typing import Any

import msgspec


class Part(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A frozen piece of a study.

    ``kept`` holds fields that a newer decidr wrote and this one does not know; they travel with the piece
    and are written back.
    """

    kept: dict[str, Any] = {}
