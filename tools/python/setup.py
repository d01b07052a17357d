"""Makes the wheel say what it is: for every Python 3, but for one kind of machine, because it
carries the C library. All else is in pyproject.toml."""
from setuptools import setup
from wheel.bdist_wheel import bdist_wheel


class PlatformWheel(bdist_wheel):
    """A wheel without compiled Python modules, with a library."""

    def finalize_options(self) -> None:
        """Its contents go where those of a machine go."""
        super().finalize_options()
        self.root_is_pure = False

    def get_tag(self) -> tuple[str, str, str]:
        """Any interpreter, any ABI, this platform."""
        return "py3", "none", super().get_tag()[2]


setup(cmdclass={"bdist_wheel": PlatformWheel})
