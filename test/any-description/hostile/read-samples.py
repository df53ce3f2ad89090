"""Reads Python programs, given as a list in JSON, without running them.

Prints for each the kinds of its statements, and the method, the arguments and the keywords of its one request. A value
that is more than a literal is an error.
"""

import ast
import json
import sys


def value_of(node):
    """The value of a literal; the bytes of a text are the text."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "encode":
        return ast.literal_eval(node.func.value)
    return ast.literal_eval(node)


def read(source):
    tree = ast.parse(source)
    request = next(node.value for node in tree.body if isinstance(node, ast.Assign))
    return {
        "statements": [ast.unparse(node) for node in tree.body if not isinstance(node, ast.Assign)],
        "called": ast.unparse(request.func),
        "args": [value_of(argument) for argument in request.args],
        "keywords": {keyword.arg: value_of(keyword.value) for keyword in request.keywords},
    }


print(json.dumps([read(source) for source in json.load(sys.stdin)]))
