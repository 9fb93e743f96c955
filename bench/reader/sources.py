"""Finds the data sets' files in the folders that the steps are given."""
import gzip
import pathlib


def find(name, folders):
    """The file of that name, packed or not, in the first folder that has it.

    Raises FileNotFoundError where none has it.
    """
    for folder in folders:
        for candidate in (pathlib.Path(folder, name), pathlib.Path(folder, name + ".gz")):
            if candidate.is_file():
                return candidate
    raise FileNotFoundError(f"{name} is in none of these folders: {', '.join(map(str, folders))}; bench/reader/README.md says where to get it")


def open_text(path):
    """The file's text, unpacked where it is gzip; a byte order mark is passed over."""
    opener = gzip.open if path.suffix == ".gz" else open
    return opener(path, "rt", encoding="utf-8-sig")
