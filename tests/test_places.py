"""The places where the gate runs: docs/ci.md as a new user follows it, the pre-commit hook, the GitHub action, GitLab."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

from claimcheck.config import read_desk
from claimcheck.reports import FORMATS, rule_pages

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
OURS = "PORT HALE — Three people were killed when a ferry sank off Port Hale on Monday, the coast guard said.\n"


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    return tmp_path_factory.mktemp("cache")


@pytest.fixture
def shell(tmp_path, cache):
    """Runs a command in an empty folder, with this claimcheck and a stand-in for pip in the path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    write_program(programs / "claimcheck", f'exec "{sys.executable}" -m claimcheck "$@"')
    write_program(programs / "pip", f'echo "pip $*" >> "{tmp_path}/installed"')
    write_program(programs / "python", f'echo "python $*" >> "{tmp_path}/installed"')
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("CLAIMCHECK_", "GIT_"))}
    environment |= {"PATH": f"{programs}{os.pathsep}{os.environ['PATH']}", "CLAIMCHECK_CACHE_DIR": str(cache), "PYTHONUTF8": "1"}
    environment |= {"PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    (tmp_path / "desk").mkdir()

    def run(command, **more):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path / "desk",
            env=environment | more,
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=300,
            check=False,
        )
        return done.returncode, done.stdout + done.stderr

    run.folder = tmp_path / "desk"
    return run


def write_program(path, line):
    path.write_text(f"#!/bin/bash\n{line}\n", encoding="utf-8")
    path.chmod(0o755)


def blocks(language):
    return re.findall(rf"```{language}\n(.*?)```", GUIDE, re.DOTALL)


def test_a_new_user_gets_from_install_to_green_in_under_ten_commands(shell):
    commands = [line.removeprefix("$ ") for line in blocks("console")[0].splitlines()]
    assert len(commands) < 10
    assert commands[0] == "pip install ~/claimcheck"
    codes = []
    for command in commands:
        code, out = shell(command)
        codes.append(code)
        wanted = re.search(r"# exit code (\d)", command)
        assert code == (int(wanted[1]) if wanted else 0), out
    assert codes.count(1) == 1
    assert "1 suppressed" in out


def test_the_guide_sends_nobody_to_an_address_that_is_not_ours():
    """Hosts that are named are reserved for examples (RFC 2606), as long as there is no public repository."""
    assert rule_pages.RULES_URL is None
    assert set(re.findall(r"https?://([^/\s)`\"]+)", GUIDE)) <= {"git.example.org"}
    assert "OWNER" not in GUIDE


def test_the_configurations_of_the_guide_are_right(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    for text in blocks("toml"):
        (tmp_path / "claimcheck.toml").write_text(text, encoding="utf-8")
        assert read_desk("claimcheck.toml").path == "claimcheck.toml"
        assert tomllib.loads(text)


def test_the_workflows_of_the_guide_name_what_there_is(shell):
    hook, action, gitlab = (yaml.safe_load(text) for text in blocks("yaml"))
    ids = {each["id"] for each in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))}
    assert hook["repos"][0]["hooks"][0]["id"] in ids
    inputs = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"]
    assert set(action["jobs"]["facts"]["steps"][1]["with"]) <= set(inputs)
    assert set(re.findall(r"-o (\w+)=", gitlab["facts"]["script"][1])) == {"junit", "text"}


@pytest.mark.skipif("junit" not in FORMATS, reason="there is no junit format")
def test_the_gitlab_job_writes_its_report_and_fails(shell):
    job = yaml.safe_load(blocks("yaml")[2])["facts"]
    write_story(shell.folder)
    code, out = shell("; ".join(["set -e", *job["script"]]), CI_PROJECT_DIR=str(shell.folder))
    assert code == 1, out
    assert (shell.folder / job["artifacts"]["reports"]["junit"]).read_text(encoding="utf-8").startswith("<?xml")


def write_story(folder, *, other="Five"):
    story = folder / "stories" / "ferry"
    story.mkdir(parents=True, exist_ok=True)
    (story / "ours.md").write_text(OURS, encoding="utf-8")
    (story / "wire.txt").write_text(OURS.replace("Three", other), encoding="utf-8")


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git")
def test_the_hook_runs_in_pre_commit_itself(shell):
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    hook = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))[0]
    assert (hook["language"], hook["pass_filenames"]) == ("python", False)
    # "system" runs what is in the path: "python" would install the package and PyTorch from the network
    local = {"repos": [{"repo": "local", "hooks": [hook | {"language": "system"}]}]}
    (shell.folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(local), encoding="utf-8")
    write_story(shell.folder)
    pre_commit = f'"{sys.executable}" -m pre_commit run'
    who = "git -c user.name=desk -c user.email=desk@example.org"
    code, out = shell(f"git init -q . && git add -A && {pre_commit}")
    assert code == 1
    assert "- exit code: 1" in out
    assert "CC101" in out
    write_story(shell.folder, other="Three")
    code, out = shell(f"git add -A && {pre_commit} && {who} commit -q -m story")
    assert (code, "Passed" in out) == (0, True), out
    (shell.folder / "tool.py").write_text("x = 1\n", encoding="utf-8")
    code, out = shell(f"git add -A && {pre_commit}")
    assert (code, "Skipped" in out) == (0, True), out


def steps_of_the_action():
    return {
        step["name"]: step
        for step in yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["runs"]["steps"]
        if "run" in step
    }


def test_nothing_of_the_workflow_is_pasted_into_a_shell():
    """An input may hold anything: it reaches the shell through the environment alone."""
    for step in steps_of_the_action().values():
        assert "${{" not in step["run"]
        assert step["shell"] == "bash"


def test_the_action_installs_itself(shell):
    step = steps_of_the_action()["Install claimcheck"]
    code, out = shell(step["run"], ACTION_PATH="/a path/x")
    assert code == 0, out
    installed = (shell.folder.parent / "installed").read_text(encoding="utf-8")
    assert installed == "python -m pip install --quiet --disable-pip-version-check /a path/x\n"


@pytest.mark.skipif(not {"github", "markdown", "sarif"} <= set(FORMATS), reason="there are no github, markdown and sarif formats")
@pytest.mark.parametrize(
    ("other", "arguments", "code"), [("Five", "", 1), ("Three", "", 0), ("Five", "--exit-zero\n--fail-on=shift", 0), ("\0", "", 2)]
)
def test_the_action_checks_and_tells_its_exit_code(shell, other, arguments, code):
    write_story(shell.folder, other=other)
    (shell.folder / "summary").write_text("", encoding="utf-8")
    told = {"GITHUB_OUTPUT": "output", "GITHUB_STEP_SUMMARY": "summary", "PATHS": "stories\n", "ARGUMENTS": arguments}
    got, out = shell(steps_of_the_action()["Check the stories"]["run"], SARIF="out.sarif", **told)
    assert got == code, out
    assert (shell.folder / "output").read_text(encoding="utf-8") == f"exit-code={code}\n"
    assert (shell.folder / "summary").read_text(encoding="utf-8").strip()
    assert (shell.folder / "out.sarif").exists()
    assert ("::error" in out) == (other != "Three")
