"""PINs: hashed with Argon2id, so that a stolen database does not give them away at once."""

from __future__ import annotations


class Argon2Pins:
    """Hashes and compares with argon2-cffi's own defaults (RFC 9106, low-memory profile)."""

    def hashed(self, pin: str) -> str:
        """Return the encoded hash of a PIN. Takes tens of milliseconds, on purpose."""
        # Imported here: only staff need it, and it would cost every start some milliseconds.
        from argon2 import PasswordHasher  # noqa: PLC0415 - when asked for

        return PasswordHasher().hash(pin)

    def hashed_code(self, code: str) -> str:
        """Return the encoded hash of a recovery code: cheaper, as nobody guesses 53 bits.

        It also takes six of them to be made at a time, and compared with one that is typed.
        """
        from argon2 import PasswordHasher  # noqa: PLC0415 - when asked for

        return PasswordHasher(time_cost=1, memory_cost=8_192, parallelism=1).hash(code)

    def matches(self, encoded: str, pin: str) -> bool:
        """Return whether a PIN is the one that was hashed; a damaged hash matches nothing."""
        from argon2 import PasswordHasher  # noqa: PLC0415 - when asked for
        from argon2.exceptions import Argon2Error, InvalidHashError  # noqa: PLC0415 - when asked for

        try:
            return PasswordHasher().verify(encoded, pin)
        except (Argon2Error, InvalidHashError):
            return False
