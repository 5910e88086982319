"""The application for a WSGI server, such as gunicorn. Settings come from the environment: see `service.settings`."""

import sys

from service.app import create_app
from service.logs import configure_logs
from service.settings import SettingsError, read_settings

try:
    settings = read_settings()
    configure_logs(settings.log_level)
    app = create_app(settings)
except SettingsError as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(3)  # where gunicorn ends; at other numbers it would start the worker again and again
