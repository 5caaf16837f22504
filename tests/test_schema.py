"""Sidecars of other versions: older ones are read as today's, newer ones are refused."""

import json
from collections.abc import Mapping
from functools import partial
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import cleaner
from cleaner import schema, sidecar
from cleaner.model import CleanerError


def named(record: dict[str, Any]) -> dict[str, Any]:
    """From an invented version -1: the title was called a headline."""
    record["title"] = record.pop("headline")
    return record


def listed(record: dict[str, Any]) -> dict[str, Any]:
    """From an invented version 0: there was one author."""
    author = record.pop("author")
    return {**record, "authors": [author] if author else []}


UPGRADES: Mapping[int, schema.Upgrade] = {-1: named, 0: listed, **schema.UPGRADES}
NOW = cleaner.clean("The river rose by two metres, the mayor said, and the old bridge was closed.").to_dict()


def older(version: int) -> dict[str, Any]:
    """Today's record as an older version had it, or an invented one would have it."""
    record = {**NOW, "schema_version": version}
    del record["line_languages"]
    if version > 0:
        return record
    record["author"] = ", ".join(record.pop("authors"))
    if version < 0:
        record["headline"] = record.pop("title")
    return record


@pytest.mark.parametrize("version", [-1, 0, 1])
def test_an_older_version_is_read_as_today_s(version, monkeypatch):
    monkeypatch.setattr(schema, "upgrade", partial(schema.upgrade, upgrades=UPGRADES))
    found = sidecar.loads(json.dumps(older(version)))
    assert found == NOW
    assert Draft202012Validator(schema.load()).is_valid(found)


def test_a_sidecar_of_version_1_is_one_by_its_own_schema_only():
    record = older(1)
    assert Draft202012Validator(schema.load(1)).is_valid(record)
    assert not Draft202012Validator(schema.load(1)).is_valid(NOW)
    assert not Draft202012Validator(schema.load()).is_valid(record)
    assert sidecar.loads(json.dumps(record)) == NOW


def test_upgrading_leaves_the_record_that_it_is_given():
    record = older(-1)
    before = dict(record)
    schema.upgrade(record, upgrades=UPGRADES)
    assert record == before


@pytest.mark.parametrize(
    ("version", "why"),
    [
        (schema.VERSION + 1, "this version reads -1 to 2; update cleaner"),
        (-2, "this version reads -1 to 2; clean the document again"),
    ],
)
def test_other_versions_are_refused(version, why):
    with pytest.raises(CleanerError, match=why):
        schema.upgrade({**NOW, "schema_version": version}, upgrades=UPGRADES)


def test_every_version_that_can_be_read_has_its_schema_and_its_upgrade():
    assert [*schema.UPGRADES] == [*range(min(schema.UPGRADES, default=schema.VERSION), schema.VERSION)]
    for version in (*schema.UPGRADES, schema.VERSION):
        found = schema.load(version)
        Draft202012Validator.check_schema(found)
        assert found["properties"]["schema_version"]["const"] == version


def test_the_documentation_can_say_of_every_field_what_it_is_and_where_it_is_from():
    fields = schema.load()["properties"].items()
    assert [name for name, node in fields if not node["description"].endswith(".")] == []
    assert [name for name, node in fields if not node["x-source"].endswith(".")] == []
