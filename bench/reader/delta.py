"""Step 5: what makes the reader's file out of MiniLM's. usage: delta.py MINILM READER DELTA

gzip of: the number of segments (int32), of each the offset in the original, or -1, and its length (int64 each), all little-endian; then the
bytes of one segment after the other. A segment with an offset is that part of the original plus these bytes, modulo 256; one without is
these bytes. What did not change is zeros, of which nothing is left once they are packed, and what changed little packs better than the bytes
themselves.
"""
import gzip
import struct
import sys

import numpy as np
import onnx


def tensor_ranges(path):
    """The file's bytes, and start and end of each initialiser's bytes in them, by name and in order."""
    with open(path, "rb") as file:
        content = file.read()
    ranges, position = {}, 0
    for tensor in onnx.load_from_string(content).graph.initializer:
        serialized = tensor.SerializeToString()
        position = content.index(serialized, position)
        ranges[tensor.name] = (position, position + len(serialized))
        position += len(serialized)
    return content, ranges


def segments(original, changed, old_ranges, new_ranges):
    """(offset, length) pairs that make up the changed file: tensors, and what lies between them, stand against each other."""
    shared = [name for name in new_ranges if name in old_ranges]
    old_cuts = [0, *(cut for name in shared for cut in old_ranges[name]), len(original)]
    new_cuts = [0, *(cut for name in shared for cut in new_ranges[name]), len(changed)]
    found = []
    for index in range(len(new_cuts) - 1):
        old_length, new_length = (cuts[index + 1] - cuts[index] for cuts in (old_cuts, new_cuts))
        aligned = min(old_length, new_length)
        pieces = [(old_cuts[index], aligned), (-1, new_length - aligned)]
        for offset, length in pieces:
            continues = found and offset >= 0 and found[-1][0] >= 0 and sum(found[-1]) == offset
            if continues:
                found[-1] = (found[-1][0], found[-1][1] + length)
            elif length:
                found.append((offset, length))
    return found


def pack(original, changed, parts):
    """The delta's bytes."""
    header = struct.pack("<i", len(parts)) + b"".join(struct.pack("<qq", offset, length) for offset, length in parts)
    old, new, body, position = np.frombuffer(original, np.uint8), np.frombuffer(changed, np.uint8), [], 0
    for offset, length in parts:
        piece = new[position:position + length]
        body.append((piece - old[offset:offset + length] if offset >= 0 else piece).tobytes())
        position += length
    return gzip.compress(header + b"".join(body), compresslevel=9, mtime=0)


def apply(original, delta):
    """The changed file, as the product puts it together."""
    content, old = gzip.decompress(delta), np.frombuffer(original, np.uint8)
    count, = struct.unpack_from("<i", content)
    parts = [struct.unpack_from("<qq", content, 4 + 16 * index) for index in range(count)]
    position, result = 4 + 16 * count, []
    for offset, length in parts:
        piece = np.frombuffer(content, np.uint8, length, position)
        result.append((piece + old[offset:offset + length] if offset >= 0 else piece).tobytes())
        position += length
    return b"".join(result)


def main(minilm, reader, target):
    original, old_ranges = tensor_ranges(minilm)
    changed, new_ranges = tensor_ranges(reader)
    delta = pack(original, changed, segments(original, changed, old_ranges, new_ranges))
    if apply(original, delta) != changed:
        raise RuntimeError("the delta does not give the reader's file")
    with open(target, "wb") as file:
        file.write(delta)
    print(f"{len(delta):,} bytes for {len(changed):,}")


if __name__ == "__main__":
    main(*sys.argv[1:])
