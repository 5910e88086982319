"""The twelve steps of the wizard, as far as they have sections (domain, section 1)."""

from agreements.language import _

ABOUT_US = _("About us")
WHY_TOGETHER = _("Why together")
VISION_AND_VALUE = _("Vision and value")
WHO_DOES_WHAT = _("Who does what")
TARGETS = _("Targets")
TALKING = _("Talking to each other")
WHEN_IT_GOES_WRONG = _("When we disagree")
REVIEWS_CHANGE_ENDING = _("Reviews, change, ending")
CHECK_AND_SIGN = _("Check and sign")
