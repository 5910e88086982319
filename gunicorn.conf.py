"""How gunicorn serves the wizard: run `gunicorn` in this folder. Options on its command line win over these."""

from gunicorn.config import Config
from gunicorn.glogging import Logger

from service.serving import GRACE_SECONDS, THREADS


class OurLogs(Logger):  # type: ignore[misc]  # gunicorn has no types
    """What gunicorn says goes the way of all our logs. It writes no log of requests: they would hold private links."""

    def setup(self, cfg: Config) -> None:
        """Hand everything on to the logs of the application."""
        super().setup(cfg)
        self.error_log.handlers.clear()
        self.error_log.propagate = True

    def access(self, *_request: object) -> None:
        """Write nothing: the application writes a line for each request."""


wsgi_app = "wsgi:app"
bind = "127.0.0.1:8000"
preload_app = True  # settings that cannot be used are said once, and the tables are made before there are workers

# One worker: limits on how often are counted in it, and only there. Papers are made in processes of their own.
workers = 1
worker_class = "gthread"
threads = THREADS

timeout = 30  # for a worker that gives no sign of life; a request may take longer
graceful_timeout = GRACE_SECONDS
logger_class = OurLogs
control_socket_disable = True
