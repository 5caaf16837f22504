"""Findings in the forms that people, editors and code hosts read.

`text` is `path:line: label rule: evidence`; `json` is one object; `sarif` is SARIF 2.1.0 (OASIS), which code hosts show
beside the lines; `github` are the annotations of GitHub's workflow commands.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Literal
from urllib.parse import quote

if TYPE_CHECKING:
    from cleaner.guard.residue import Finding

Form = Literal["text", "json", "sarif", "github"]

_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


@dataclass(frozen=True, slots=True)
class Report:
    """What was found in one file; `error` says why nothing could be, where that is so."""

    name: str
    findings: Sequence[Finding] = ()
    error: str | None = None


def text(report: Report) -> Iterable[str]:
    """Write a row a finding: `path:line: label rule: evidence`."""
    for one in report.findings:
        yield f"{report.name}:{one.line}: {one.label} {one.rule}: {_printable(one.evidence)}"


def patch(report: Report, unified: bytes) -> bytes:
    """Write a unified diff with a reason above it for each line that goes; `patch` and `git apply` pass over these."""
    reasons = "".join(f"# {row}\n" for row in text(report)) if unified else ""
    return reasons.encode("utf-8", "backslashreplace") + unified


def github(report: Report) -> Iterable[str]:
    """Write a workflow command a finding, which GitHub shows at the line of a pull request."""
    for one in report.findings:
        place = f"file={_property(report.name)},line={one.line},endLine={one.last}"
        title = _property(f"cleaner: {one.label} ({one.rule})")
        yield f"::warning {place},title={title}::{_message(_printable(one.evidence))}"
    if report.error:
        yield f"::error file={_property(report.name)}::{_message(report.error)}"


def as_json(reports: Iterable[Report]) -> dict[str, Any]:
    """Give all findings and failures as JSON holds them; `documents` counts the files that were read."""
    reports = list(reports)
    return {
        "documents": sum(not report.error for report in reports),
        "findings": [{"path": report.name, **asdict(one)} for report in reports for one in report.findings],
        "failures": [{"path": report.name, "error": report.error} for report in reports if report.error],
    }


def sarif(reports: Iterable[Report], about: Mapping[str, str], version: str) -> dict[str, Any]:
    """Give all findings as a SARIF log; `about` says of each rule what it finds."""
    reports = list(reports)
    used = sorted({one.rule for report in reports for one in report.findings})
    driver = {
        "name": "cleaner",
        "version": version,
        "rules": [{"id": rule, "shortDescription": {"text": about.get(rule) or rule}} for rule in used],
    }
    failed = [
        {"level": "error", "message": {"text": report.error}, "locations": [{"physicalLocation": _artifact(report)}]}
        for report in reports
        if report.error
    ]
    invocation = {"executionSuccessful": not failed, "toolExecutionNotifications": failed}
    results = [_result(report, one, used) for report in reports for one in report.findings]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [{**run, "invocations": [invocation]}]}


def _result(report: Report, one: Finding, rules: Sequence[str]) -> dict[str, Any]:
    return {
        "ruleId": one.rule,
        "ruleIndex": rules.index(one.rule),
        "level": "warning",
        "message": {"text": f"{one.label}: {_printable(one.evidence)}"},
        "locations": [
            {"physicalLocation": {**_artifact(report), "region": {"startLine": one.line, "endLine": one.last}}}
        ],
        "partialFingerprints": {"line/v1": one.fingerprint},
        "properties": {"label": one.label, "score": one.score, "clear": one.clear},
    }


def _artifact(report: Report) -> dict[str, Any]:
    return {"artifactLocation": {"uri": quote(report.name)}}


def _printable(value: str) -> str:
    """Make evidence safe to print in one row: it is made of what the page says."""
    return _CONTROL.sub("\ufffd", value)


def _message(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _message(value).replace(":", "%3A").replace(",", "%2C")
