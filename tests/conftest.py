"""How the tests are run: generated examples are the same in every run, and no clock decides on them."""

from hypothesis import settings

settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")

collect_ignore = ["conftest.py"]  # it has no examples, and the browser's tests have one of the same name
