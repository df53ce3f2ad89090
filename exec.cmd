@rem Windows has no exec, which the scripts of package.json use so that signals reach the program and not the shell.
@%*
