"""What can be wrong with a pack: sentences in English that values fill, as data.

The command line prints them; the screen translates the template first (``kiosk.ui.pack_words``).
Each goes on after the file and the place: 'screens/one.md, line 3: is not SVG'.
"""

from __future__ import annotations

from enum import StrEnum


class Thing(StrEnum):
    """What a name stands for."""

    ACTIVITY = "activity"
    CATEGORY = "category"
    ID = "id"
    ITEM = "item"
    LANGUAGE = "language"
    SCREEN = "screen"


class Outside(StrEnum):
    """What Markdown can do and a screen cannot."""

    BLOCKQUOTE = "a quotation; use 'quote' in the front matter"
    CODE = "code"
    CODE_BLOCK = "text pushed in by four spaces, which is a block of code"
    EM = "*emphasis*; mark a key term as **key term**"
    FENCE = "a block of code"
    HEADING = "a heading; the title stands in the front matter"
    HR = "a rule across the page"
    HTML = "HTML"
    IMAGE = "an image; name it as 'picture' in the front matter"
    LINK = "a link"
    ORDERED_LIST = "a numbered list; use '-' bullets"
    OTHER = "what no screen can show"
    S = "struck-out text"
    TABLE = "a table"


class Wrong(StrEnum):
    """A kind of fault. ``{wanted}``, ``{thing}`` and ``{outside}`` are words too."""

    # Files.
    NO_FILE = "there is no such file"
    NOT_PLAIN = "is not a plain file"
    NOT_READ = "cannot be read ({detail})"
    TOO_LARGE = "is larger than {n} KiB"
    NOT_UTF8 = "is not UTF-8; save the file as UTF-8"
    CONTROL = "holds a control character ({code})"

    # Tables and values.
    NOT_TOML = "is not TOML: {detail}"
    FULL_STOPS = "has more than {n} full stops"
    DEEP = "is nested too deeply"
    DIGITS = "holds a number with too many digits"
    FORMAT = "must be {n}; another format cannot be read by this kiosk"
    NOT_A_TABLE = "must be a table"
    UNKNOWN_KEY = "unknown key"
    MISSING = "missing"
    MUST_BE = "must be {wanted}"
    FRONT_MATTER = "must be '{fence}', which begins the front matter"
    FRONT_MATTER_END = "the front matter has no second '{fence}' to end it"

    # Names.
    TWICE = "{thing} '{name}' is also number {n}"
    ID_TWICE = "'{name}' is also the id of {file}"
    NOT_THERE = "there is no {thing} '{name}'"
    FOR_DECOYS = "'{name}' is kept for decoys"

    # Screens and activities.
    NO_ALT = "missing; say what the picture shows"
    NO_PICTURE = "there is no picture that it could describe"
    EMPTY_SCREEN = "has nothing to read"
    LONG_SCREEN = "has {n} words; a screen has at most {most}"
    DEAL = "must be at most {n}, the number of items"
    NO_REASON = "missing; every category has a reason"
    OUTSIDE = "holds {outside}"
    BULLETS_INSIDE = "holds bullets inside a bullet"
    BULLET_SIGN = "begins a bullet with '{sign}'; use '-'"
    BULLET_PARAGRAPHS = "is a bullet's second paragraph"

    # Languages.
    OWN_LANGUAGE = "'{name}' is the language of the pack itself"
    BODY_DIFFERS = "has a text below the front matter where the pack has none, or none"
    LANGUAGE_LACKS = "missing; the pack itself has it"
    LANGUAGE_ADDS = "the pack itself has none"
    COUNT_DIFFERS = "must be {n} [[{name}]], as in the pack itself"
    NO_SUCH_CATEGORY = "there is no such category"
    ADDS_NAME = "the pack itself has no '{name}'"
    LACKS_NAME = "'{name}' is missing"

    # Pictures.
    NOT_XML = "is not XML ({detail})"
    NOT_SVG = "is not SVG"
    DOCTYPE = "holds a DOCTYPE or entities"
    ENCODING = "is declared as {name}; save it as UTF-8"
    INSTRUCTION = "holds a processing instruction ({name})"
    LARGE_PICTURE = "is nested deeper than {depth} or has over {parts} parts"
    NO_AREA = "has neither a viewBox with a width and a height, nor these two themselves"
    FORBIDDEN = "holds <{name}>"
    SCRIPT = "holds a script ({name})"
    REMOTE = "refers to something outside the picture ({name})"
    REMOTE_URL = "refers to something outside the picture (url in {name})"
    WIDE = "is larger than {n} in one direction ({name})"
    USES_USES = "uses a part that itself uses another"

    # What comes from outside.
    NEITHER = "is neither a folder nor a zip"
    NOT_ZIP = "is not a zip, or a damaged one ({detail})"
    MANY_FILES = "has too much in it: a pack has at most {n} files"
    ONE_TOO_MANY = "is one too many: a pack has at most {n} files"
    TOO_MUCH = "is too much: a pack has at most {n} MiB"
    LARGE_ZIP = "is larger than {n} MiB"
    BROKEN = "is damaged, or not what its zip says of it ({detail})"
    LENGTH = "is not as long as its zip says"
    A_LINK = "is a link"
    ENCRYPTED = "is encrypted; save the zip without a password"
    UNKNOWN_METHOD = "is packed in a way that is not known here; save it as an ordinary zip"
    GROWS = "would grow beyond measure when it is unpacked"
    PATH_TWICE = "is there twice"
    SAME_NAME = "is the same name as {name}"
    PATH_CONTROL = "has a control character in its name"
    BACKSLASH = "has a backslash in its name"
    COLON = "has a colon in its name: it would name a drive, or a part of a file"
    LONG_NAME = "has a name of more than {n} characters"
    AT_ROOT = "begins at the root of the disk"
    TOO_DEEP = "lies deeper than {n} folders"
    LEADS_OUT = "leads out of the pack (..)"
    NO_NAME = "has a part without a name"
    NAME_END = "has a name that ends with a space or a full stop"
    DEVICE = "has the name of a device ({name})"
    KIND = "is of a kind that has no place in a pack; it holds {kinds} alone"
    CHANGED = "its files were changed since it was taken"
