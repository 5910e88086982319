"""The review schedule: as a file for calendars, and as a picture. The dates themselves are answers, printed as any."""

from agreements.reviews.calendar import calendar
from agreements.reviews.edition import Edition, first_edition, next_edition
from agreements.reviews.timeline import timeline

__all__ = ["Edition", "calendar", "first_edition", "next_edition", "timeline"]
