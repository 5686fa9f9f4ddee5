"""One deterministic layout for a network without positions; after that nothing moves by itself.

A plain force-directed layout (Fruchterman & Reingold 1991) from a sunflower start, in pure Python so that the
package needs no numpy. The same network gets the same places.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import TypeAlias

Point: TypeAlias = tuple[float, float]

APART = 90.0
"""How far apart two neighbours come to stand, about, in canvas units."""

_ROUNDS = 60
_PAIRS = 250_000
"""How many pairs may push each other in all rounds together; beyond that, fewer rounds (0 for thousands)."""
_HOLD = 0.6
"""How strongly all are drawn to the middle: else what hangs on nothing drifts so far off that no word can be read."""
_GOLDEN = math.pi * (3 - math.sqrt(5))


def lay_out(ids: Sequence[str | int], edges: Sequence[tuple[str | int, str | int]]) -> Mapping[str | int, Point]:
    """A place for every node.

    Args:
        ids: the nodes, in their own order.
        edges: pairs of ids; those that name no node are passed over.

    >>> lay_out(["a"], [])
    {'a': (0.0, 0.0)}
    """
    index = {identity: place for place, identity in enumerate(ids)}
    pairs = sorted(
        {
            (min(a, b), max(a, b))
            for s, t in edges
            if (a := index.get(s)) != (b := index.get(t)) and a is not None and b is not None
        }
    )
    points = _sunflower(len(ids), pairs)
    rounds = min(_ROUNDS, _PAIRS * 8 // max(1, len(ids) ** 2))
    for turn in range(rounds):
        _push(points, pairs, APART * (1 - turn / rounds))
    return {identity: (round(points[place][0], 1), round(points[place][1], 1)) for identity, place in index.items()}


def _sunflower(count: int, pairs: Sequence[tuple[int, int]]) -> list[list[float]]:
    """Even places on a disc, the best connected nodes nearest the middle."""
    degree = [0] * count
    for a, b in pairs:
        degree[a] += 1
        degree[b] += 1
    order = sorted(range(count), key=lambda node: (-degree[node], node))
    points = [[0.0, 0.0] for _ in range(count)]
    for rank, node in enumerate(order):
        radius, angle = APART * 0.62 * math.sqrt(rank), rank * _GOLDEN
        points[node] = [radius * math.cos(angle), radius * math.sin(angle)]
    return points


def _push(points: list[list[float]], pairs: Sequence[tuple[int, int]], most: float) -> None:
    """One round: all push each other off, ties and the middle pull, nobody moves farther than ``most``."""
    moves = [[0.0, 0.0] for _ in points]
    for a, (ax, ay) in enumerate(points):
        for b in range(a + 1, len(points)):
            dx, dy = ax - points[b][0], ay - points[b][1]
            square = max(dx * dx + dy * dy, 1.0)
            if square < (4 * APART) ** 2:
                _add(moves, a, b, dx * APART**2 / square, dy * APART**2 / square)
    for a, b in pairs:
        dx, dy = points[b][0] - points[a][0], points[b][1] - points[a][1]
        pull = math.hypot(dx, dy) / APART
        _add(moves, a, b, dx * pull, dy * pull)
    for point, (away, down) in zip(points, moves, strict=True):
        dx, dy = away - _HOLD * point[0], down - _HOLD * point[1]
        length = math.hypot(dx, dy) or 1.0
        point[0] += dx / length * min(length, most)
        point[1] += dy / length * min(length, most)


def _add(moves: list[list[float]], a: int, b: int, dx: float, dy: float) -> None:
    moves[a][0] += dx
    moves[a][1] += dy
    moves[b][0] -= dx
    moves[b][1] -= dy
