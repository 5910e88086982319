"""The Flask application, put together."""

from flask import Flask
from flask_babel import Babel
from jinja2 import ChoiceLoader, FileSystemLoader, PackageLoader, PrefixLoader

from agreements import resources
from agreements.values import date_in_words, number_in_words
from service.about import about
from service.errors import init_errors
from service.health import init_health
from service.in_hand import called, may
from service.language import moment_in_words, said
from service.logs import log_requests
from service.mail import can_send, init_mail
from service.open_points import open_points
from service.page_files import init_page_files
from service.papers import papers
from service.past.views import past
from service.private_links import links, resume
from service.rights import Right
from service.security import init_security
from service.settings import Settings
from service.start import start
from service.storage import retention, unsaved
from service.storage.engine import init_database, migrate
from service.whole_draft import whole_draft
from service.wizard.addresses import address, address_of_answer, keep_from, list_address
from service.wizard.views import wizard


def create_app(settings: Settings) -> Flask:
    """Make the application, and its database where there is none yet. Raises SettingsError."""
    app = Flask(__name__, static_folder=None)
    log_requests(app)
    init_security(app, settings)
    init_errors(app)
    init_page_files(app)
    init_health(app, settings.folder)
    init_mail(app, settings)
    _init_templates(app, settings)
    for blueprint in (start, about, resume, links, wizard, papers, open_points, past, whole_draft):
        app.register_blueprint(blueprint)
    init_database(app, settings.database)
    migrate(app)
    return app


def _init_templates(app: Flask, settings: Settings) -> None:
    components = PrefixLoader({"govuk_frontend_jinja": PackageLoader("govuk_frontend_jinja")})
    app.jinja_loader = ChoiceLoader([FileSystemLoader(resources.templates()), components])
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(
        address=address,
        address_of_answer=address_of_answer,
        called=called,
        can_send=can_send,
        contact=settings.contact,
        kept_months=retention.KEPT_MONTHS,
        notice_days=retention.NOTICE.days,
        unsaved_days=unsaved.KEPT.days,
        keep_from=keep_from,
        list_address=list_address,
        may_change=lambda: may(Right.EDIT),
    )
    app.jinja_env.filters.update(said=said, day=date_in_words, moment=moment_in_words, number_in_words=number_in_words)
    Babel(app, default_locale="en", default_translation_directories=str(resources.templates() / "translations"))
