"""What Meson makes: where the library is that this package was built or installed with."""

LIBRARY: str
