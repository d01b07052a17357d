"""A LibreOffice of the test's own: fresh profile, the extension installed, driven through UNO."""
import os
import pathlib
import shutil
import subprocess
import sys
import time
import uuid

# The office is found as a user's would be; UNO is a module of the Python that Debian brings.
SYSTEM_PYTHON = "/usr/bin/python3"
# The office's Python finds its modules beside the first "python3" in the path: that must be its own.
SYSTEM_PATH = "/usr/bin:/bin"
PATIENCE = 180  # seconds; ends what hangs, measures nothing


def with_uno():
    """Goes on in the office's Python, which has UNO. Exits with 77 ("skipped") where something is
    not installed."""
    if not shutil.which("soffice") or not shutil.which("unopkg"):
        sys.exit(skipped("LibreOffice is not installed"))
    try:
        import _cffi_backend  # noqa: F401
        import uno  # noqa: F401
    except ImportError:
        here = os.path.realpath(sys.executable)
        if not os.path.exists(SYSTEM_PYTHON) or os.path.realpath(SYSTEM_PYTHON) == here:
            sys.exit(skipped("python3-uno or python3-cffi is not installed"))
        os.execv(SYSTEM_PYTHON, [SYSTEM_PYTHON, "-B", *sys.argv])


def skipped(why):
    """Says why, and gives Meson's exit status for a skipped test."""
    print(f"skipped: {why}; see tools/setup.sh --tests", file=sys.stderr)
    return 77


def until(what, condition):
    """Waits until condition() gives something true, and gives that back."""
    deadline = time.monotonic() + PATIENCE
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > deadline:
            raise TimeoutError(f"waited in vain for {what}")
        time.sleep(0.05)


class Office:
    """One office with its profile in a folder, and its documents."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        # unopkg refuses to change root's own extensions: then they go into the shared ones, which
        # are led into the folder as well.
        self.scope = ["--shared"] if os.geteuid() == 0 else []
        shared = (self.folder / "shared").as_uri()
        self.places = [
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            f"-env:UNO_SHARED_PACKAGES={shared}", f"-env:UNO_SHARED_PACKAGES_CACHE={shared}",
        ]
        self.environment = {
            k: v for k, v in os.environ.items()
            if not k.startswith(("LC_", "LANG", "TRUJAMAN", "PYTHON"))
        } | {"LC_ALL": "C.UTF-8", "HOME": str(self.folder), "PATH": SYSTEM_PATH}
        self.process = None
        self.context = None

    def unopkg(self, command, *arguments):
        """Runs unopkg; what it writes."""
        run = subprocess.run(
            ["unopkg", command, *self.scope, *self.places, *map(str, arguments)],
            env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        return run.stdout

    def start(self, *arguments, **environment):
        """Starts it and connects; on the display that the environment names, else without any."""
        import uno

        name = "trujaman" + uuid.uuid4().hex
        headless = [] if "DISPLAY" in environment else ["--headless"]
        self.log = open(self.folder / "office.log", "wb")
        self.process = subprocess.Popen(
            ["soffice", *headless, "--norestore", "--nodefault", "--nologo",
             *self.places, f"--accept=pipe,name={name};urp", *arguments],
            env=self.environment | environment, stdout=self.log, stderr=self.log,
            start_new_session=True)
        # The office must not outlive the test, even when that is killed: the guard waits for the
        # end of its input.
        self.guard = subprocess.Popen(
            ["sh", "-c", f"cat; kill -s KILL -- -{self.process.pid}"], stdin=subprocess.PIPE,
            start_new_session=True)
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext(
            "com.sun.star.bridge.UnoUrlResolver", local)

        def connected():
            assert self.process.poll() is None, "the office ended: " + self.output()
            try:
                return resolver.resolve(f"uno:pipe,name={name};urp;StarOffice.ComponentContext")
            except uno.getClass("com.sun.star.connection.NoConnectException"):
                return None

        self.context = until("the office", connected)
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def service(self, name):
        """A service of the office."""
        return self.context.ServiceManager.createInstanceWithContext(name, self.context)

    def open(self, path):
        """A document in a window, as a user opens it."""
        return self.desktop.loadComponentFromURL(pathlib.Path(path).as_uri(), "_blank", 0, ())

    def output(self):
        """What it wrote to its standard output and error."""
        return (self.folder / "office.log").read_text(encoding="utf-8", errors="replace")

    def stop(self):
        """Ends it, whatever state it is in."""
        if self.process is not None:
            self.guard.communicate()
            self.process.wait()
            self.log.close()
