"""Marks a question as not settled, as a person does on its page."""

REASON = "The council has not met."


def marked(name, state="not_agreed", because=REASON):
    """The fields that mark a question."""
    return {f"state:{name}": state, f"because:{name}": because}


def mark(browser, name="area", page="sections/vision", **how):
    """Mark a question on its page."""
    return browser.open(page).submit(**marked(name, **how))
