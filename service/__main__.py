"""Serves the wizard on this machine: `python -m service`, or with `--port 8080`."""

import sys

import click

from service.app import create_app
from service.logs import configure_logs
from service.serving import Waitress
from service.settings import SettingsError, read_settings


@click.command()
@click.option("--port", envvar="PORT", default=8000, show_default=True, type=click.IntRange(1, 65535))
def serve(port: int) -> None:
    """Serve the partnership agreement builder at a local address."""
    try:
        settings = read_settings()
        configure_logs(settings.log_level)
        server = Waitress(create_app(settings), port)
    except SettingsError as error:
        sys.exit(str(error))
    except OSError as error:
        sys.exit(f"Port {port} cannot be used: {error.strerror}. Choose another, such as: make run PORT=8080")
    click.echo(f"The wizard is at http://127.0.0.1:{port}  (stop it with Ctrl+C)")
    server.run()


if __name__ == "__main__":
    serve()
