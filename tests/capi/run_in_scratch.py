"""Runs a test program in an empty folder of its own.

    run_in_scratch.py FOLDER PROGRAM
"""
import pathlib
import shutil
import subprocess
import sys

folder, program = pathlib.Path(sys.argv[1]), sys.argv[2]
shutil.rmtree(folder, ignore_errors=True)
folder.mkdir(parents=True)
status = subprocess.run([program, folder], check=False, timeout=600).returncode
shutil.rmtree(folder)
sys.exit(0 if status == 0 else 1)
