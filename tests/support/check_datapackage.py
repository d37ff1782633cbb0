"""check_datapackage.py DIR [SCHEMAS]: whether a data package is what its
descriptor says: sizes, hashes, headers, types, constraints, keys, references.
With SCHEMAS, a folder of the published profiles, the descriptor must be valid
by these too. Prints what is wrong; exit status 1 when anything is, 77 when
there is no jsonschema to ask the profiles with."""

import csv
import hashlib
import io
import json
import os
import re
import sys

faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words))


def fits(field, cell):
    """Whether a cell that is not missing is of its field's type."""
    kind, limits = field["type"], field.get("constraints", {})
    if kind in ("integer", "number"):
        form = r"-?\d+" if kind == "integer" else r"-?\d+(\.\d+)?(e[-+]\d+)?"
        if not re.fullmatch(form, cell):
            return False
        number = float(cell)
        if number < limits.get("minimum", number):
            return False
        if number > limits.get("maximum", number):
            return False
    if kind == "boolean":
        return cell in field["trueValues"] + field["falseValues"]
    if kind == "datetime":
        return re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", cell)
    if "pattern" in limits and not re.fullmatch(limits["pattern"], cell):
        return False
    return cell in limits.get("enum", [cell])


def read(folder, resource):
    """The rows of a resource, checked; what is missing is None."""
    schema, name = resource["schema"], resource["name"]
    with open(os.path.join(folder, resource["path"]), "rb") as file:
        data = file.read()
    if len(data) != resource["bytes"]:
        fault(name, "has other bytes")
    if "sha256:" + hashlib.sha256(data).hexdigest() != resource["hash"]:
        fault(name, "has another hash")
    lines = csv.reader(io.StringIO(data.decode("utf-8"), newline=""))
    header, rows = next(lines), []
    fields = schema["fields"]
    if header != [field["name"] for field in fields]:
        fault(name, "has other columns:", header)
    for line in lines:
        row = {}
        for field, cell in zip(fields, line, strict=True):
            missing = field.get("missingValues", schema["missingValues"])
            row[field["name"]] = None if cell in missing else cell
            if cell in missing:
                if field.get("constraints", {}).get("required"):
                    fault(name, field["name"], "is missing")
            elif not fits(field, cell):
                fault(name, field["name"], "cannot be", repr(cell))
        rows.append(row)
    for field in fields:
        if not field["description"]:
            fault(name, field["name"], "is not described")
        if field.get("categories") != field.get("constraints", {}).get("enum"):
            fault(name, field["name"], "has other categories")
    return rows


def check_keys(resource, tables):
    schema, name = resource["schema"], resource["name"]
    key = schema.get("primaryKey", [])
    values = [tuple(row[column] for column in key) for row in tables[name]]
    if key and len(set(values)) != len(values):
        fault(name, "has a key twice")
    for foreign in schema.get("foreignKeys", []):
        (column,) = foreign["fields"]
        (there,) = foreign["reference"]["fields"]
        other = tables[foreign["reference"]["resource"]]
        known = {row[there] for row in other} | {None}
        lost = {row[column] for row in tables[name]} - known
        if lost:
            fault(name, column, "refers to nothing:", lost)


def check_profiles(package, schemas):
    import jsonschema

    def validate(thing, profile):
        path = os.path.join(schemas, "frictionless-%s-2.0.json" % profile)
        with open(path, encoding="utf-8") as file:
            validator = jsonschema.Draft7Validator(json.load(file))
        for error in validator.iter_errors(thing):
            fault(profile, list(error.absolute_path), error.message[:200])

    validate(package, "datapackage")
    for resource in package["resources"]:
        validate(resource, "dataresource")
        validate(resource["schema"], "tableschema")


def main(folder, schemas=None):
    with open(os.path.join(folder, "datapackage.json"), encoding="utf-8") as f:
        package = json.load(f)
    resources = package["resources"]
    tables = {each["name"]: read(folder, each) for each in resources}
    for resource in resources:
        check_keys(resource, tables)
    if schemas:
        try:
            check_profiles(package, schemas)
        except ImportError:
            print("no jsonschema")
            return 77
    print("\n".join(faults))
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
