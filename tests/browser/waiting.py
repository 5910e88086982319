"""Waiting for something to become true on a page.

The browser's own way evaluates a text inside the page each time, which our pages allow nobody.
"""

PATIENCE = 10_000
STEP = 50
"""Milliseconds."""


def until(page, expression):
    """Wait until an expression is true on the page."""
    for _time in range(PATIENCE // STEP):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(STEP)
    raise AssertionError(f"never came true on {page.url}: {expression}")
