"""Contrast by WCAG 2.2, and how far apart two colours are for each kind of eyes."""

from __future__ import annotations

from PySide6.QtGui import QColor

Rgb = tuple[float, float, float]
Matrix = tuple[Rgb, Rgb, Rgb]

# On linear RGB, for a whole lack of one kind of cones: Machado, Oliveira and Fernandes,
# "A Physiologically-based Model for Simulation of Color Vision Deficiency", 2009, severity 1.0.
SEEN_BY: dict[str, Matrix] = {
    "all eyes": ((1.0, 0.0, 0.0), (0.0, 1.0, 0.0), (0.0, 0.0, 1.0)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}
_XYZ: Matrix = (
    (0.4124, 0.3576, 0.1805),
    (0.2126, 0.7152, 0.0722),
    (0.0193, 0.1192, 0.9505),
)
_WHITE: Rgb = (0.9505, 1.0, 1.089)


def linear(color: QColor) -> Rgb:
    """Return a colour's red, green and blue as amounts of light, from 0 to 1."""

    def part(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    return part(color.redF()), part(color.greenF()), part(color.blueF())


def times(matrix: Matrix, color: Rgb) -> Rgb:
    """Return a colour in other primaries."""
    one, two, three = (sum(a * b for a, b in zip(row, color, strict=True)) for row in matrix)
    return one, two, three


def contrast(one: QColor, other: QColor) -> float:
    """Return the contrast ratio by WCAG 2.2, from 1 to 21."""
    light, dark = sorted((times(_XYZ, linear(c))[1] for c in (one, other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def lab(color: Rgb) -> Rgb:
    """Return CIE L*a*b* of a linear colour under D65."""

    def bend(value: float) -> float:
        return value ** (1 / 3) if value > 0.008856 else 7.787 * value + 16 / 116

    x, y, z = (bend(max(0.0, v) / w) for v, w in zip(times(_XYZ, color), _WHITE, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def difference(one: QColor, other: QColor, eyes: str) -> float:
    """Return the CIE 1976 colour difference as those eyes see it."""

    def seen(color: QColor) -> Rgb:
        red, green, blue = times(SEEN_BY[eyes], linear(color))
        # A screen cannot show less than no light or more than all of it.
        return lab((min(1.0, max(0.0, red)), min(1.0, max(0.0, green)), min(1.0, max(0.0, blue))))

    pairs = zip(seen(one), seen(other), strict=True)
    return float(sum((p - q) ** 2 for p, q in pairs) ** 0.5)
