"""When a training room is open: from eight to five, Monday to Friday, by the clock on its wall."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_OPENS = timedelta(hours=8)
_OPEN_SECONDS = 9 * 3600
_WEEKEND = 5


class WorkingHours:
    """The open hours of the latest working days up to a moment."""

    def __init__(self, until: datetime, days: int, utc_offset_minutes: int) -> None:
        """Find the days.

        Args:
            until: where they end, aware; that day counts as far as it has come.
            days: how many working days, at least one.
            utc_offset_minutes: how far the clock on the wall is ahead of UTC.
        """
        local = until.astimezone(timezone(timedelta(minutes=utc_offset_minutes)))
        midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
        today = min((local - midnight - _OPENS).total_seconds(), _OPEN_SECONDS)
        self._days: list[datetime] = []
        while len(self._days) < days:
            open_today = midnight.date() != local.date() or today > 0
            if midnight.weekday() < _WEEKEND and open_today:
                self._days.append(midnight)
            midnight -= timedelta(days=1)
        self._days.reverse()
        last = today if self._days[-1].date() == local.date() else _OPEN_SECONDS
        self._seconds = (days - 1) * _OPEN_SECONDS + last

    def moment(self, share: float) -> datetime:
        """Return the time at which this share of the hours, from 0 to 1, was over."""
        day, seconds = divmod(share * self._seconds, _OPEN_SECONDS)
        day = min(int(day), len(self._days) - 1)
        return self._days[day] + _OPENS + timedelta(milliseconds=int(seconds * 1000))
