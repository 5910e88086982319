"""What stands around the agreement on a page: the templates of `templates/pages` and `templates/print`."""

from functools import cache

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from agreements import resources


def furnish(template: str, **values: object) -> str:
    """A template filled in. Values are escaped unless the template says that they are markup already."""
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resources.templates()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
