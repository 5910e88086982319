"""The review schedule: as a file for calendars. The dates themselves are answers, printed like any other."""

from agreements.reviews.calendar import calendar

__all__ = ["calendar"]
