"""Words for what is wrong with a lesson pack."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from kiosk.content.problem import Problem

_WORDS = ("wanted", "thing", "outside")


def problem_words(problem: Problem) -> str:
    """Return one problem of a pack as a line, in the language of the screen."""
    values = {
        name: _translate(str(value)) if name in _WORDS else value
        for name, value in problem.values.items()
    }
    message = _translate(problem.wrong or problem.message).format(**values)
    where = ", ".join(filter(None, (problem.file, _place(problem))))
    return f"{where}: {message}" if where else message


def _place(problem: Problem) -> str:
    if problem.line is None:
        return problem.place
    return QCoreApplication.translate("PackProblem", "line {n}").format(n=problem.line)


def _translate(words: str) -> str:
    return QCoreApplication.translate("PackProblem", words)
