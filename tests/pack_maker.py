"""A small sound pack as a mapping of files, for tests that break one thing in it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/></svg>\n'

MANIFEST = """\
format = 1
id = "small"
version = "1.0.0"
title = "Small"
module = "Module 1"
language = "en"
sources = ["Made for a test."]
screens = ["01-first", "02-second"]
activities = ["sort"]
"""

FIRST = """\
+++
id = "first"
title = "The first screen"
kicker = "To begin"
picture = "first.svg"
picture_alt = "A line"
quote = "One line"

[[reveals]]
title = "Open me"
text = "There is more."
icon = "heart"
+++
A paragraph with a **key term**
over two lines.

- one
- **two** and a half
"""

SECOND = """\
+++
id = "second"
title = "The second screen"

[[parts]]
words = "One piece,"
text = "and what it means."
icon = "star"

[chart]
activity = "sort"
examples = ["apple"]
box_title = "Sort"
box_text = "Press here."
+++
"""

ACTIVITY = """\
id = "sort"
title = "Sort"
prompt = "Which of these can be eaten?"
introduction = "Put each where it belongs."
mode = "assessment"
mastery_score = 0.5
deal = 3

[[categories]]
id = "food"
title = "It is food"
short_title = "food"
icon = "check"

[[categories]]
id = "not-food"
title = "It is not food"
short_title = "not food"
icon = "not"

[[items]]
id = "apple"
title = "Apple"
category = "food"
screen = "first"
reasons = { food = "It grows to be eaten.", not-food = "It is also a toy." }

[[items]]
id = "stone"
title = "Stone"
category = "not-food"
reasons = { food = "Some look like bread.", not-food = "Teeth break on it." }

[[items]]
id = "air"
title = "Air"
category = "none"
discuss = true
reasons = { food = "We take it in.", not-food = "Nobody chews it." }
"""


def small_pack() -> dict[str, bytes]:
    """Return the files of a sound pack, by their paths inside it."""
    texts = {
        "pack.toml": MANIFEST,
        "screens/01-first.md": FIRST,
        "screens/02-second.md": SECOND,
        "activities/sort.toml": ACTIVITY,
        "pictures/first.svg": SVG,
    }
    return {file: text.encode() for file, text in texts.items()}


def write_pack(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write the files of a pack into a folder and return it."""
    for file, data in files.items():
        path = folder / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def changed(file: str, old: str, new: str) -> dict[str, bytes]:
    """Return the sound pack with some words of one file changed.

    Raises:
        ValueError: the words are not there, so that the test would prove nothing.
    """
    files = small_pack()
    if old.encode() not in files[file]:
        message = f"{old!r} is not in {file}"
        raise ValueError(message)
    files[file] = files[file].replace(old.encode(), new.encode(), 1)
    return files
