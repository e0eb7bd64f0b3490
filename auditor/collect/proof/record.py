"""A proof written into the text of a mandate: a few signs are added, every other one stays as it is.

The places come from the nodes of the YAML; the result is read again, and refused unless it says
what the old text said and the proof, nothing else.
"""

from copy import deepcopy
from typing import Any

import yaml

from auditor.errors import MandateError
from auditor.model.mandate import Proof


def recorded(text: str, at: int, proof: Proof) -> str:
    """The mandate's text with a proof of its account number `at`; a proof of that method is renewed.

    Raises:
        MandateError: the text is written in a way in which this cannot be done safely.
    """
    try:
        account = _at(_at(yaml.compose(text, Loader=yaml.SafeLoader), "accounts"), at)
        made = _with(text, account, proof)
        sound = _plain(made) == _expected(_plain(text), at, proof)
    except (yaml.YAMLError, LookupError, TypeError, AttributeError, ValueError):
        sound, made = False, ""
    if not sound:
        raise MandateError(
            "%(file)s: the proof cannot be written there safely; add this to the account yourself: "
            "proofs: [{method: %(method)s, on: %(day)s}]",
            file="mandate.yml",
            method=proof.method,
            day=proof.on,
        )
    return made


def _with(text: str, account: yaml.MappingNode, proof: Proof) -> str:
    entry = f"{{method: {proof.method}, on: {proof.on.isoformat()}}}"
    proofs = _find(account, "proofs")
    if proofs is None:
        return _added(text, account, f"proofs: [{entry}]")
    if not isinstance(proofs, yaml.SequenceNode):  # written, and left empty
        key = next(key for key, _ in account.value if key.value == "proofs")
        end = text.index(":", key.end_mark.index) + 1
        rest = proofs.end_mark.index if proofs.value else end
        return f"{text[:end]} [{entry}]{text[max(end, rest) :]}"
    known = next((each for each in proofs.value if _says(each, proof.method)), None)
    if known is not None:
        day = _find(known, "on")
        assert day is not None  # noqa: S101 (the mandate was read: each proof has its day)
        return _replaced(text, day, proof.on.isoformat())
    return _listed(text, proofs, entry)


def _added(text: str, account: yaml.MappingNode, pair: str) -> str:
    """A pair more: before the closing brace, or in a line below the id."""
    if account.flow_style:
        last = account.value[-1][1].end_mark.index
        return f"{text[:last]}, {pair}{text[last:]}"
    key, value = next(each for each in account.value if each[0].value == "id")
    return _below(text, value.end_mark.index, f"{' ' * key.start_mark.column}{pair}")


def _listed(text: str, proofs: yaml.SequenceNode, entry: str) -> str:
    """An entry more, the newest first."""
    if proofs.flow_style:
        start = proofs.start_mark.index + 1
        return f"{text[:start]}{entry}{', ' if proofs.value else ''}{text[start:]}"
    line = text.rfind("\n", 0, proofs.start_mark.index) + 1
    return f"{text[:line]}{' ' * proofs.start_mark.column}- {entry}{_newline(text)}{text[line:]}"


def _replaced(text: str, scalar: yaml.Node, value: str) -> str:
    return text[: scalar.start_mark.index] + value + text[scalar.end_mark.index :]


def _below(text: str, index: int, line: str) -> str:
    """A line more, below the one that a place stands in."""
    end = text.find("\n", index)
    if end < 0:
        return f"{text}{_newline(text)}{line}{_newline(text)}"
    return f"{text[: end + 1]}{line}{_newline(text)}{text[end + 1 :]}"


def _newline(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n"


def _says(entry: yaml.Node, method: str) -> bool:
    found = _find(entry, "method")
    return found is not None and found.value == method


def _find(node: yaml.Node | None, key: str) -> yaml.Node | None:
    """The value under a key; YAML 1.1 reads the key ``on`` as yes, its text is ``on`` all the same."""
    pairs = node.value if isinstance(node, yaml.MappingNode) else []
    return next((value for name, value in pairs if name.value == key), None)


def _at(node: yaml.Node | None, place: str | int) -> Any:
    if isinstance(place, str):
        return _find(node, place)
    return node.value[place] if isinstance(node, yaml.SequenceNode) else None


def _plain(text: str) -> Any:
    return yaml.safe_load(text)


def _expected(data: Any, at: int, proof: Proof) -> Any:
    """The data of the old text, and the proof."""
    wanted = deepcopy(data)
    account = wanted["accounts"][at]
    entry = {"method": str(proof.method), True: proof.on}
    proofs = list(account.get("proofs") or ())
    place = next((i for i, each in enumerate(proofs) if each["method"] == entry["method"]), None)
    if place is None:
        account["proofs"] = [entry, *proofs]
    else:
        proofs[place] = entry
        account["proofs"] = proofs
    return wanted
