"""What is worked out once, when it is first asked for: a property, a method's answer, a regular expression.

`functools.cached_property` takes a lock before Python 3.12, which made it cost three times as much as it does now
(python/cpython#87634). A page is asked for two hundred such properties, so older Pythons get one without.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, TypeVarTuple, cast

Owner = TypeVar("Owner")
Asked = TypeVarTuple("Asked")
Answer = TypeVar("Answer")

if sys.version_info >= (3, 12):
    from functools import cached_property as cached_property
else:
    from typing import Generic, overload

    Value = TypeVar("Value")

    class cached_property(Generic[Value]):  # noqa: N801  # its name in the standard library
        """What a method says of an object, kept in the object's `__dict__`."""

        def __init__(self, method: Callable[[Any], Value]) -> None:
            self._method = method
            self.__doc__ = method.__doc__

        def __set_name__(self, owner: type, name: str) -> None:
            self._name = name

        @overload
        def __get__(self, instance: None, owner: type) -> cached_property[Value]: ...
        @overload
        def __get__(self, instance: object, owner: type) -> Value: ...
        def __get__(self, instance: object | None, owner: type) -> cached_property[Value] | Value:
            if instance is None:
                return self
            value = instance.__dict__[self._name] = self._method(instance)
            return value


def kept(method: Callable[[Owner, *Asked], Answer]) -> Callable[[Owner, *Asked], Answer]:
    """Keep what a method says of an object for some arguments in the object's `__dict__`.

    Why not `functools.cache`: it would hold each page, and all that is known of it, after the page is done.
    """
    name = f"_kept_{method.__name__}"

    @wraps(method)
    def answer(owner: Owner, /, *asked: *Asked) -> Answer:
        answers: dict[tuple[*Asked], Answer] = owner.__dict__.setdefault(name, {})
        if asked not in answers:
            answers[asked] = method(owner, *asked)
        return answers[asked]

    return answer


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    """Give a pattern that is compiled when it is first used; what a page does not ask for costs nothing at the start.

    >>> compiled(r"(?P<hour>[0-9]+):[0-9]+").search("at 7:15")["hour"]
    '7'
    """
    return cast("re.Pattern[str]", _Pattern(text, flags))


class _Pattern:
    """Stands in for a compiled pattern: what it is asked for it takes from that, and keeps."""

    def __init__(self, text: str, flags: int) -> None:
        self._text, self._flags = text, flags

    def __getattr__(self, name: str) -> Any:
        found = self.__dict__[name] = getattr(re.compile(self._text, self._flags), name)
        return found
