"""The review schedule: as a file for calendars, and as a picture. The dates themselves are answers, printed as any."""

from agreements.reviews.calendar import calendar
from agreements.reviews.timeline import timeline

__all__ = ["calendar", "timeline"]
