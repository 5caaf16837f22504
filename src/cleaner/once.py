"""A property that is worked out once, when it is first asked for.

`functools.cached_property` takes a lock before Python 3.12, which made it cost three times as much as it does now
(python/cpython#87634). A page is asked for two hundred such properties, so older Pythons get one without.
"""

from __future__ import annotations

import sys

if sys.version_info >= (3, 12):
    from functools import cached_property as cached_property
else:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar, overload

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
