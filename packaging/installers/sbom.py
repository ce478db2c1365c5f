"""The bill of materials, as CycloneDX 1.6 wants it in JSON.

Written here and not by the generators there are: those list what is installed
beside the bundle, and this is to list what is in it.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Sequence
from datetime import UTC, datetime

from installers.components import SEE_TEXT, Component

_OURS = "GPL-3.0-or-later"


def bill(version: str, components: Sequence[Component], made: datetime) -> str:
    """Return the bill for one bundle, the same for the same arguments.

    Args:
        version: of the kiosk.
        components: all that is in the bundle, but the kiosk itself.
        made: when the sources were last changed, in UTC.
    """
    listed = [_entry(component) for component in components]
    serial = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps([version, listed, made.isoformat()]))
    whole = {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{serial}",
        "version": 1,
        "metadata": {
            "timestamp": made.astimezone(UTC).isoformat(timespec="seconds"),
            "component": {
                "type": "application",
                "bom-ref": "mentor-kiosk",
                "name": "mentor-kiosk",
                "version": version,
                "licenses": [{"license": {"id": _OURS}}],
            },
        },
        "components": listed,
        "dependencies": [
            {"ref": "mentor-kiosk", "dependsOn": [entry["bom-ref"] for entry in listed]}
        ],
    }
    return json.dumps(whole, indent=2, ensure_ascii=False) + "\n"


def _entry(component: Component) -> dict[str, object]:
    licence = component.licence
    said = {"license": {"name": licence}} if licence == SEE_TEXT else {"expression": licence}
    return {
        "type": "library",
        "bom-ref": component.purl,
        "name": component.name,
        "version": component.version,
        "licenses": [said],
        "purl": component.purl,
    }
