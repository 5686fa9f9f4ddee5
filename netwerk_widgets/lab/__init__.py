"""The ``netwerk`` command: it starts JupyterLab on a workbook, on this computer only.

Modules:
    command   what the user types, and in which words it answers
    doorway   a page that shows within a second, while JupyterLab is still being loaded
    server    JupyterLab with everything off that a workbook does not need
    handlers  the few addresses that the server adds: the state of the page, the vault, the way in
    kernels   which kernel the server starts, and how
    kernel    where the workbooks run; it takes its vault from the server that started it
"""
