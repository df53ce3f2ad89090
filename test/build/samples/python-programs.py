"""Runs Python programs as the interpreter would, without loading their modules each time.

The arguments name the modules to load. Each line of standard input is a job in JSON: the program's path, its arguments,
the working directory, and the files that take what it prints. It runs in a copy of this process that ends with it, and
its exit code is printed as a line.
"""

import importlib
import json
import os
import runpy
import sys
import traceback


def redirect(descriptor, path, flags):
    opened = os.open(path, flags, 0o600)
    os.dup2(opened, descriptor)
    os.close(opened)


def run(job):
    """Runs the program of a job, and gives its exit code."""
    os.chdir(job["directory"])
    redirect(0, os.devnull, os.O_RDONLY)
    redirect(1, job["stdout"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    redirect(2, job["stderr"], os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    # In place: a module that is loaded already may hold the list.
    sys.argv[:] = [job["program"], *job["args"]]
    try:
        runpy.run_path(job["program"], run_name="__main__")
        return 0
    except SystemExit as end:
        if isinstance(end.code, str):
            print(end.code, file=sys.stderr)
        return end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException:
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


modules = sys.argv[1:]
for module in modules:
    importlib.import_module(module)
for line in sys.stdin:
    child = os.fork()
    if child == 0:
        os._exit(run(json.loads(line)))
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
