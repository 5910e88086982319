"""The twelve steps of the wizard (domain, section 1)."""

from agreements.language import _

ABOUT_US = _("About us")
WHY_TOGETHER = _("Why together")
VISION_AND_VALUE = _("Vision and value")
WHO_DOES_WHAT = _("Who does what")
TARGETS = _("Targets")
OFFERS_AND_NEEDS = _("Offers and needs")
DECIDING_AND_TALKING = _("Deciding and talking")
MONEY = _("Money")
PEOPLE_SAFETY_DATA = _("People, safety, data")
WHEN_IT_GOES_WRONG = _("When it goes wrong")
REVIEWS_CHANGE_ENDING = _("Reviews, change, ending")
CHECK_AND_SIGN = _("Check and sign")
