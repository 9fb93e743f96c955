"""Apertium, as the product runs it: its pipeline of programs, each flushing a text at the NUL that ends it."""
import os
import re
import subprocess

MODES = "/usr/share/apertium/modes"
COMMANDS = re.compile(r"[\[\]{}<>^$\\@~*#+/\s\x00-\x1f\x7f]+")  # the stream format's own characters, and white space
CHUNK = 5000  # texts of one run


def translate(texts, direction="spa-eng"):
    """The texts in the other language, in their order; unknown words are left as they are, without a mark.

    Raises RuntimeError where Apertium returns something else than one translation of each text.
    """
    command = _pipeline(direction)
    translated = []
    for start in range(0, len(texts), CHUNK):
        translated += _run(command, texts[start:start + CHUNK])
    return translated


def translate_passages(passages, *directions):
    """Fills in `machine` of the passages, by one translation after the other of all their sentences at once."""
    flat = [sentence for passage in passages for sentence in passage.sentences]
    for direction in directions:
        flat = translate(flat, direction)
    position = 0
    for passage in passages:
        passage.machine = flat[position:position + len(passage.sentences)]
        position += len(passage.sentences)


def translate_questions(questions, *directions):
    """Fills in `machine` of the questions."""
    flat = [question.text for question in questions]
    for direction in directions:
        flat = translate(flat, direction)
    for question, text in zip(questions, flat):
        question.machine = text


def _pipeline(direction):
    """The mode's command. A mode has two placeholders: -n (do not mark unknown words) and an empty one."""
    with open(f"{MODES}/{direction}.mode", encoding="utf-8") as file:
        stages = [stage.strip() for stage in file.read().split("|")]
    flushing = [re.sub(r"^\S+", r"\g<0> -z", stage).replace("$1", "-n").replace("$2", "") for stage in stages]
    return " | ".join(flushing)


def _run(command, texts):
    # Brackets pass through unchanged; without some at the end, Apertium holds back the last word.
    marks = [f"[][{number}]" for number in range(len(texts))]
    stream = "".join(COMMANDS.sub(" ", text).strip() + mark + "\0" for text, mark in zip(texts, marks))
    environment = {"LC_ALL": "C.UTF-8", "PATH": os.environ["PATH"]}  # Apertium rejects non-ASCII characters in the C locale
    run = subprocess.run(["/bin/sh", "-c", command], input=stream.encode(), capture_output=True, check=True, env=environment)
    parts = run.stdout.decode().split("\0")[:len(texts)]  # the programs end a text more when their input ends
    for text, mark, part in zip(texts, marks, parts):
        if not part.endswith(mark):
            raise RuntimeError(f"Apertium failed at «{text}»")
    if len(parts) < len(texts):
        raise RuntimeError(f"Apertium gave {len(parts)} translations of {len(texts)} texts")
    return [part.removesuffix(mark) for part, mark in zip(parts, marks)]
