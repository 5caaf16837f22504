"""`cleaner rules`: what there is, and what each rule finds."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import click

from cleaner.commands import OK, echo_json
from cleaner.config import suggest

if TYPE_CHECKING:
    from cleaner.rules import Rule


@click.command(short_help="List the rules, or show one.")
@click.argument("rule", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
def command(rule: str | None, as_json: bool) -> int:
    """List every rule, or show the one called ID with what it finds, what it leaves alone, and why.

    A rule's weight is the log-odds (natural logarithm) that its finding adds to its label.
    """
    from cleaner.rules import rules

    known = rules()
    if rule is not None and rule not in known:
        raise click.UsageError(f"There is no rule {rule!r}; {suggest(rule, known)}")
    if as_json:
        shown = [_as_json(one) for one in known.values()] if rule is None else _as_json(known[rule])
        echo_json(shown)
        return OK

    from cleaner import show

    if rule is None:
        show.rules(known.values())
    else:
        show.rule(known[rule])
    return OK


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "family": rule.family,
        "label": rule.label,
        "weight": rule.weight,
        "origin": rule.origin,
        "description": inspect.getdoc(rule.find) or "",
    }
