"""As much of JSON Schema as our published schema uses."""

import json
import re
from functools import cache
from pathlib import Path

SCHEMA = Path(__file__).parents[1] / "resources" / "exchange-1.schema.json"
TYPES = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": float,  # we write no other
    "null": type(None),
}
WORDS = {
    "$schema", "$id", "$defs", "$ref", "title", "description", "type", "enum", "const", "anyOf",
    "allOf", "required", "properties", "additionalProperties", "propertyNames", "minProperties",
    "items", "minItems", "pattern", "minLength", "maxLength", "minimum", "maximum",
}  # fmt: skip


@cache
def schema() -> dict:
    """The published schema."""
    return json.loads(SCHEMA.read_text(encoding="utf-8"))


def problems(value, rule=None, where="") -> list[str]:
    """Where a value breaks the schema."""
    rule = schema() if rule is None else rule
    assert rule.keys() <= WORDS, rule.keys() - WORDS
    if "$ref" in rule:
        name = rule["$ref"].removeprefix("#/$defs/")
        rest = {key: inner for key, inner in rule.items() if key != "$ref"}
        return problems(value, schema()["$defs"][name], where) + problems(value, rest, where)
    found = [where] if _is_wrong(value, rule) else []
    for inner in rule.get("allOf", ()):
        found += problems(value, inner, where)
    if "anyOf" in rule and all(problems(value, inner, where) for inner in rule["anyOf"]):
        found.append(where)
    if isinstance(value, dict):
        found += _of_table(value, rule, where)
    if isinstance(value, list):
        for number, one in enumerate(value):
            found += problems(one, rule.get("items", {}), f"{where}[{number}]")
    return found


def _of_table(value, rule, where):
    found = [f"{where}.{key}" for key in rule.get("required", ()) if key not in value]
    named = rule.get("properties", {})
    for key, one in value.items():
        found += problems(key, rule.get("propertyNames", {}), f"{where}.{key}")
        inner = named.get(key, rule.get("additionalProperties", {}))
        found += problems(one, inner, f"{where}.{key}")
    return found


def _is_wrong(value, rule):
    kinds = rule.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if kinds and type(value) not in {TYPES[kind] for kind in kinds}:
        return True
    if "const" in rule and value != rule["const"]:
        return True
    if "enum" in rule and value not in rule["enum"]:
        return True
    if isinstance(value, str):
        length = len(value)
        return (
            length < rule.get("minLength", 0)
            or length > rule.get("maxLength", length)
            or not re.search(rule.get("pattern", ""), value, re.ASCII)
        )
    if type(value) in {int, float}:
        return not rule.get("minimum", value) <= value <= rule.get("maximum", value)
    least = {dict: "minProperties", list: "minItems"}.get(type(value))
    return least is not None and len(value) < rule.get(least, 0)
