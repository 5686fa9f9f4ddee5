"""The files of one user: on the shelf, and on the desk."""
