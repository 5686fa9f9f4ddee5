"""Any pyvis network, editable, two ways."""
