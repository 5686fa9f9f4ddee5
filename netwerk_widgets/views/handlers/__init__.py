"""What answers a page's questions; each is used by several views."""
