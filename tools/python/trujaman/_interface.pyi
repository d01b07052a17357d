"""What make_interface.py makes: beyond what mypy can see."""
from typing import Any

ffi: Any
