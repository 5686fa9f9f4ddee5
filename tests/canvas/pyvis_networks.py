"""Small pyvis networks for `editable(net)`, each with what is right; what was drawn of them once was not."""

from pyvis.network import Network

CASES = {}


def case(name, directed=False, **places):
    net = CASES[name] = Network(directed=directed)
    for node, (x, y) in places.items():
        net.add_node(node, x=x, y=y)
    return net


# Right: three lines and three words apart.
net = case("parallel", True, a=(-150, 0), b=(150, 0))
net.add_edge("a", "b", label="werk", color="red")
net.add_edge("a", "b", label="familie", color="blue")
net.add_edge("b", "a", label="terug", color="green")

# Right: two loops.
net = case("loops", True, A=(0, 0))
net.add_edge("A", "A", color="red")
net.add_edge("A", "A", color="blue")

# Right: "0" and "1" beside the nodes.
net = case("number_labels")
net.add_node(0, x=-100, y=0)
net.add_node(1, x=100, y=0)
net.add_edge(0, 1)

# Right: two nodes and a line (or refused by name).
net = case("one_and_text_one")
net.add_node(1, label="een (getal)", x=-100, y=0)
net.add_node("1", label="een (tekst)", x=100, y=0)
net.add_edge(1, "1")

# Tap node n1 and give it another name: n1 is renamed, and not the edge with id 1 (n3 - n4).
net = case("edge_ids_like_node_ids")
for i in (1, 2, 3, 4):
    net.add_node(i, label=f"n{i}", x=120 * i - 300, y=0)
net.edges.extend(
    [{"id": 1, "from": 3, "to": 4, "label": "band 3-4"}, {"id": 2, "from": 1, "to": 2, "label": "band 1-2"}]
)

# Right: a place of the layout, or refused by name.
net = case("no_number", a=(-150, 0))
net.add_node("q", x=float("nan"), y=0)
net.add_edge("a", "q")

# Drag b down. Right: a straight line.
net = case("smooth_true", a=(-150, 0), b=(150, 0))
net.add_edge("a", "b")
net.set_options('{"edges": {"smooth": true}}')

# Right: refused by name, as a node's own shape="image" is.
net = case("image_in_options", a=(-150, 0), b=(150, 0))
net.set_options('{"nodes": {"shape": "image", "image": "http://192.0.2.1/a.png"}}')

# Right (each): refused by name, or done.
net = case("own_labels")
for i, shape in enumerate(["box", "ellipse", "circle", "database"]):
    net.add_node(shape, shape=shape, x=130 * i - 200, y=-60)
net.add_node("f", font={"size": 40, "color": "green"}, x=-200, y=60)
net.add_node("h", hidden=True, x=0, y=60)
net.add_node("twee", label="regel 1\nregel 2", x=200, y=60)

# editable(net) raises a CanvasError that names options.configure.
REFUSED = ['{"configure": true}', '{"configure": "physics"}', '{"configure": ["physics"]}']
