"""What the parts of adding many at once need to speak: an application, and nothing else of it."""

import pytest
from flask import Flask
from flask_babel import Babel


@pytest.fixture
def speaking():
    app = Flask(__name__)
    Babel(app, default_locale="en")
    with app.test_request_context():
        yield
