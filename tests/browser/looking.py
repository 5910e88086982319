"""Looking at pages: what axe finds, and whether a narrow screen has to be moved sideways."""

from axe_playwright_python.sync_playwright import Axe

WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 320, "height": 800}


class Looking:
    """Looks at each page wide and narrow, and keeps what it finds."""

    def __init__(self):
        self.found = []
        self.pages = 0

    def at(self, page):
        """Look at a page as it is now."""
        self.pages += 1
        page.set_viewport_size(WIDE)
        for violation in Axe().run(page).response["violations"]:
            where = [node["target"] for node in violation["nodes"]]
            self.found.append((page.title(), violation["id"], where))
        self.whether_it_fits(page)

    def whether_it_fits(self, page):
        """Look whether a page has to be moved sideways on a narrow screen."""
        page.set_viewport_size(NARROW)
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > NARROW["width"]:
            self.found.append((page.title(), "is wider than a narrow screen", width))
        page.set_viewport_size(WIDE)
