"""What a rule reads and a check finds, in words."""

from __future__ import annotations

from . import _core
from .nearest import hint
from .rows import CheckPage, RulePage, VerdictPage


def explained(name: str) -> str:
    """The page of one rule or check.

    Raises:
        ValueError: If there is none of that name; the sentence names the nearest.
    """
    rules = {rule["id"]: rule for rule in _core.rules()}
    verdicts = {rule["id"]: rule for rule in _core.verdicts()}
    checks = {check["id"]: check for check in _core.checks()}
    pages = [_rule(rules[name])] if name in rules else []
    if name in verdicts:
        pages.append(_verdict(verdicts[name]))
    if name in checks:
        pages.append(_check(checks[name]))
    if pages:
        return "\n\n".join(pages)
    near = hint(name, (*rules, *verdicts, *checks), "`wirecheck rules` lists them all")
    raise ValueError(f"there is no rule {name!r}; {near}")


def _rule(rule: RulePage) -> str:
    lines = [f"{rule['id']}: a rule that fills claims.{rule['table']}", "", rule["why"], ""]
    lines += [f"Reads ({' '.join(rule['columns'])}, on {rule['clock']}):"]
    for group in rule["reads"]:
        lines += [f"  {group['value']}", *(f"      {sentence}" for sentence in group["sentences"])]
    if rule["silent"]:
        lines += ["", "Leaves alone:", *(f"      {sentence}" for sentence in rule["silent"])]
    return "\n".join(lines)


def _verdict(rule: VerdictPage) -> str:
    return f"{rule['id']}: relations that say {rule['verdict']}\n\n{rule['why']}"


def _check(check: CheckPage) -> str:
    return "\n".join(
        [f"{check['id']}: a check of severity {check['severity']}", "", check["why"], "", check["story"].strip()]
    ).rstrip()
