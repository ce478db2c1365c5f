"""How hard a text is to read, by formulas that were made for its language.

English: the grade of Flesch and Kincaid, the years at school that a text asks for. Spanish:
the perspicuity of Szigriszt Pazos, from 0 to 100 and beyond, read by the scale INFLESZ
(Barrio Cantalejo, 2008): from 55 normal, which a teenager reads, from 65 fairly easy, from 80
very easy. Both count syllables a word and words a sentence, so both jump where there are few.
"""

from __future__ import annotations

import textstat

HARDEST_GRADE = 9.0
FAIRLY_EASY, NORMAL = 65.0, 55.0
FEWEST_WORDS = 8
"""A text with fewer is no sentence that a formula is made for."""


def words_in(text: str) -> int:
    """Return how many words a text has."""
    return len(text.split())


def too_hard(text: str, language: str, least_ease: float) -> str | None:
    """Return how hard a text is where that is too hard; ``None`` where it is not.

    Args:
        text: what a person reads.
        language: 'en' or 'es'.
        least_ease: how easy Spanish must be at least, by the scale above.
    """
    textstat.set_lang(language)
    if language == "en":
        grade = textstat.flesch_kincaid_grade(text)
        return None if grade <= HARDEST_GRADE else f"grade {grade:.1f}: {text}"
    ease = textstat.szigriszt_pazos(text)
    return None if ease >= least_ease else f"ease {ease:.0f}: {text}"
