"""Step 6: writes length and hash of the reader's files into the catalogue. usage: pin.py CATALOGUE READER DELTA NOTICE"""
import base64
import hashlib
import json
import re
import sys


def pin(catalogue, file, content):
    """The catalogue's text with this length and hash in the entry of one of the reader's files, that of the given path."""
    sizes = rf'("path": "{re.escape(file)}",\s+"name": "[^"]+",\s+"bytes": )\d+(,\s+"sha256": ")[^"]*'
    pinned, count = re.subn(sizes, rf"\g<1>{len(content)}\g<2>{hashlib.sha256(content).hexdigest()}", catalogue)
    if count != 1:
        raise ValueError(f"the catalogue has {count} entries of {file}")
    return pinned


def main(path, reader, delta, notice):
    with open(path, encoding="utf-8") as file:
        catalogue = file.read()
    with open(reader, "rb") as model, open(delta, "rb") as packed, open(notice, "rb") as words:
        catalogue = pin(catalogue, "reader.delta", model.read())
        catalogue = pin(catalogue, "reader.notice.md", words.read())
        integrity = base64.b64encode(hashlib.sha512(packed.read()).digest()).decode()
    before = next(model["integrity"] for model in json.loads(catalogue) if model["name"] == "reader")
    with open(path, "w", encoding="utf-8") as file:
        file.write(catalogue.replace(before, f"sha512-{integrity}"))


if __name__ == "__main__":
    main(*sys.argv[1:])
