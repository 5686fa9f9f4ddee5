"""Starts an installed `netwerk` as a user would and waits until its workbook is served; then ends it by Ctrl-C."""

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

program = Path(sys.argv[1], "bin", "netwerk")
home = tempfile.mkdtemp()
settings = {**os.environ, "NETWERK_HOME": home}
started = time.monotonic()
running = subprocess.Popen([program, "--no-browser"], env=settings, stdout=subprocess.PIPE, text=True)
try:
    address = running.stdout.readline().strip()
    base, token = address.split("/?token=")
    headers = {"Authorization": f"token {token}"}

    def ask(path):
        with urllib.request.urlopen(urllib.request.Request(f"{base}/{path}", headers=headers), timeout=10) as answer:
            return answer.read()

    while True:
        assert running.poll() is None, "netwerk ended by itself"
        assert time.monotonic() - started < 90, "netwerk was not ready within 90 s"
        try:
            extensions = json.loads(ask("lab/api/extensions"))
            break
        except (urllib.error.URLError, ValueError, OSError):
            time.sleep(0.2)
    print(f"served after {time.monotonic() - started:.1f} s")
    books = {item["name"] for item in json.loads(ask("api/contents"))["content"]}
    assert {"00_start.ipynb", "01_netwerk_in_kaart.ipynb"} <= books, books
    assert any(one["name"] == "netwerk-widgets" and one["enabled"] for one in extensions), extensions
finally:
    running.send_signal(signal.SIGINT)
    code = running.wait(30)
assert code == 0, f"Ctrl-C gave exit code {code}"
print("the wheel starts and ends cleanly")
