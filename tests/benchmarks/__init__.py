"""What must be reached, measured on demand; README.md here says how."""
