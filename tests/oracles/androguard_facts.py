"""Prints what androguard reads of every DEX file of an app, as JSON; compares nothing."""

import hashlib
import json
import sys
import zipfile

from loguru import logger

logger.remove()

from androguard.core.dex import DEX  # noqa: E402 (its import prints unless logging is off)


def facts(name, data):
    dex = DEX(data)
    header = dex.get_header_item()
    methods = dex.get_encoded_methods()
    codes = [code for code in (method.get_code() for method in methods) if code is not None]
    row = {
        "name": name,
        "sha256": hashlib.sha256(data).hexdigest(),
        "strings": header.string_ids_size,
        "types": header.type_ids_size,
        "protos": header.proto_ids_size,
        "fields": header.field_ids_size,
        "methods": header.method_ids_size,
        "classes": len(dex.get_classes()),
        "declared methods": len(methods),
        "methods with code": len(codes),
        "code units": sum(code.insns_size for code in codes),
        "instructions": sum(1 for code in codes for _ in code.get_bc().get_instructions()),
        "class list": [str(item.get_name()) for item in dex.get_classes()],
    }
    return row


def main(path):
    rows = []
    with zipfile.ZipFile(path) as app:
        for name in sorted(set(app.namelist())):
            if name.endswith(".dex"):
                rows.append(facts(name, app.read(name)))
    json.dump(rows, sys.stdout)


main(sys.argv[1])
