"""`cleaner rules`: what there is, and what each rule finds."""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cleaner.commands import FOUND, OK, config_option, count, echo_json
from cleaner.config.names import suggest

if TYPE_CHECKING:
    from cleaner.rules import Rule


@click.command(short_help="List the rules, or show one.")
@click.argument("rule", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="Write JSON.")
@click.option("--test", "try_own", is_flag=True, help="Try your own rules on their examples; exit 1 if one fails.")
@config_option(
    "For --test: the settings file with your rules. [default: the nearest cleaner.toml or pyproject.toml]"
)
def command(rule: str | None, as_json: bool, try_own: bool, config_file: Path | None) -> int:
    """List every rule, or show the one called ID with what it finds, what it leaves alone, and why.

    A rule's weight is the log-odds (natural logarithm) that its finding adds to its label.
    """
    from cleaner.rules import rules

    if try_own:
        if rule is not None or as_json:
            raise click.UsageError("--test tries all rules of your own; it takes neither ID nor --json.")
        return _try_own(config_file)
    if config_file:
        raise click.UsageError("--config names your own rules, which only --test tries; give --test, too.")

    known = rules()
    if rule is not None and (reason := _other_reason(rule)):
        click.echo(f"{rule}\n\n{reason}")
        return OK
    if rule is not None and rule not in known:
        raise click.UsageError(f"There is no rule {rule!r}; {suggest(rule, known, '`cleaner rules` lists them.')}")
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


def _other_reason(name: str) -> str | None:
    """What stands behind a reason in a sidecar that is no rule: the fitted measures, the second opinion, JSON-LD."""
    from cleaner import declared, peers, reasons

    return {reasons.RULE: reasons.__doc__, peers.RULE: peers.__doc__, declared.RULE: declared.__doc__}.get(name)


def _try_own(file: Path | None) -> int:
    """Try the rules of the configuration on their own examples, and say what is not as it should be."""
    from cleaner.commands import settings
    from cleaner.config import configfile, userrules

    own = settings.load(file or configfile.find(Path()))
    if not own.rules:
        raise click.UsageError("There are no rules of your own here; write [[rules]] tables into a cleaner.toml.")
    faults = [(rule.id, fault) for rule in own.rules for fault in userrules.failures(rule)]
    for name, fault in faults:
        click.echo(f"{name} {fault}")
    if not faults:
        examples = count(sum(len(rule.finds) + len(rule.leaves) for rule in own.rules), "example")
        click.echo(f"{count(len(own.rules), 'rule')} tried on {examples}: all is as it should be.")
    return FOUND if faults else OK


def _as_json(rule: Rule) -> dict[str, Any]:
    return {
        "id": rule.id,
        "family": rule.family,
        "label": rule.label,
        "weight": rule.weight,
        "description": inspect.getdoc(rule.find) or "",
    }
