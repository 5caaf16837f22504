"""Which documents come in from the file system, where their results go, and how these are written.

Three promises are kept here. Never two inputs onto one output: the plan is checked before anything is written. Never an
output over an input: neither may lie inside the other. Never half a file: what stands under a final name is whole.

A result is a pair, the body and its sidecar. Both are written in full under temporary names and then renamed, *the body
first and the sidecar last*. So the sidecar is the seal: where a sidecar stands, the body that it describes stands too,
and a run that is cut short anywhere leaves either the pair of the run before, or a body that its sidecar's
`output.sha256` does not (yet) match, and which the next run writes again.
"""

from __future__ import annotations

from cleaner.files.errors import PlanError, WriteError, explain_os_error
from cleaner.files.listing import (
    Listing,
    check_apart,
    check_outputs,
    expand,
    find,
    is_pattern,
    listed,
    name_key,
    require_present,
    require_stdin,
    standard_input,
)
from cleaner.files.source import (
    CHANGED,
    DOCUMENT_SUFFIXES,
    FAILURES,
    HTML_SUFFIXES,
    SIDECAR_SUFFIX,
    STDIN,
    TEXT_SUFFIXES,
    Source,
    body_name,
    kind_of,
    output_paths,
    output_stem,
    sidecar_of,
    version,
)
from cleaner.files.writing import lock, write_files

__all__ = [
    "CHANGED",
    "DOCUMENT_SUFFIXES",
    "FAILURES",
    "HTML_SUFFIXES",
    "SIDECAR_SUFFIX",
    "STDIN",
    "TEXT_SUFFIXES",
    "Listing",
    "PlanError",
    "Source",
    "WriteError",
    "body_name",
    "check_apart",
    "check_outputs",
    "expand",
    "explain_os_error",
    "find",
    "is_pattern",
    "kind_of",
    "listed",
    "lock",
    "name_key",
    "output_paths",
    "output_stem",
    "require_present",
    "require_stdin",
    "sidecar_of",
    "standard_input",
    "version",
    "write_files",
]
