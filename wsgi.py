"""The application for a WSGI server, such as gunicorn. Settings come from the environment: see `service.settings`."""

from service.app import create_app
from service.logs import configure_logs
from service.settings import read_settings

settings = read_settings()
configure_logs(settings.log_level)
app = create_app(settings)
