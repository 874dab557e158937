"""The structure of the code: which way imports run, what may know what, how large things get."""

from __future__ import annotations

import ast
import graphlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

# A folder may import any to its right, at any distance; those of one step don't import each other.
STEPS = {
    "validation": [
        "commands",
        "reports packing",
        "sharing",
        "rules",
        "model",
        "files quantities",
        "language",
        "findings vocabulary",
    ],
    "dashboard": [
        "command",
        "exporting",
        "serving",
        "app",
        "pages",
        "sections downloads",
        "charts web",
        "design",
        "state",
    ],
}
CHARTS = ("dashboard.charts",)
MODEL = ("validation.vocabulary", "validation.language", "validation.quantities", "validation.model")
LOOKS = ("dashboard.design.theme", "dashboard.design.signs")
READ_TABLES = tuple(f"validation.model.{name}" for name in ("register", "making", "coverage", "changes"))
LOOSE = 4  # modules beside the folders of a package
LONGEST = 50  # lines of a function


def modules(root: Path) -> dict[str, Path]:
    """The modules of both packages by their dotted names."""
    found = [file for package in STEPS for file in (root / package).rglob("*.py")]
    return {".".join(file.relative_to(root).with_suffix("").parts).removesuffix(".__init__"): file for file in found}


def imports(file: Path) -> set[str]:
    """The dotted names that a module imports, at its top or inside its functions."""
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    names = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    for node in nodes:
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: a relative import"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def within(name: str, packages: tuple[str, ...]) -> bool:
    return any(name == package or name.startswith(package + ".") for package in packages)


def step(name: str) -> tuple[int, str]:
    """How far to the right a module stands, and its folder; the entry of a package stands left of all."""
    package, _, rest = name.partition(".")
    folder = rest.partition(".")[0]
    places = [(i, one) for i, several in enumerate(STEPS[package]) for one in several.split() if one == folder]
    return places[0] if places else (-1, folder)


@pytest.mark.parametrize("package", STEPS)
def test_imports_run_to_the_right(root: Path, package: str) -> None:
    ours = {name: file for name, file in modules(root).items() if within(name, (package,))}
    wrong = []
    for name, file in ours.items():
        at, folder = step(name)
        for imported in (it for it in imports(file) if it.startswith(f"{package}.")):
            to, other = step(imported)
            if other != folder and to <= at:
                wrong.append(f"{name} imports {imported}")
    assert wrong == []


@pytest.mark.parametrize(
    ("importing", "forbidden"),
    [
        (("validation",), ("dashboard", "dash", "flask", "plotly")),
        (CHARTS, ("dash", "flask", "plotly", "pandas", "csv", "io", "os", "pathlib")),
        (("dashboard.design.theme", "dashboard.design.signs"), ("dash", "flask", "plotly")),
        (("validation.quantities", "validation.language", "validation.vocabulary"), ("pandas", "pandera")),
        (("dashboard.state",), ("dash", "plotly")),
    ],
)
def test_what_must_not_be_known(root: Path, importing: tuple[str, ...], forbidden: tuple[str, ...]) -> None:
    looked_at = {name: imports(file) for name, file in modules(root).items() if within(name, importing)}
    assert looked_at
    wrong = {name: {it for it in imported if within(it, forbidden)} for name, imported in looked_at.items()}
    assert {name: found for name, found in wrong.items() if found} == {}


def test_charts_know_the_model_and_how_things_look(root: Path) -> None:
    ours = {name: imports(file) for name, file in modules(root).items() if within(name, CHARTS)}
    allowed = (*CHARTS, *MODEL, *LOOKS)
    wrong = {
        name: {it for it in found if within(it, tuple(STEPS)) and not within(it, allowed)}
        for name, found in ours.items()
    }
    assert {name: found for name, found in wrong.items() if found} == {}


def test_few_modules_of_the_model_read_files(root: Path) -> None:
    model = {name: imports(file) for name, file in modules(root).items() if within(name, ("validation.model",))}
    reading = [name for name, found in model.items() if any(within(it, ("validation.files",)) for it in found)]
    assert sorted(set(reading) - set(READ_TABLES)) == []


def test_modules_import_in_no_circle(root: Path) -> None:
    known = modules(root)
    graph = {name: {target(it, known) for it in imports(file)} - {""} for name, file in known.items()}
    assert list(graphlib.TopologicalSorter(graph).static_order())


def target(imported: str, known: dict[str, Path]) -> str:
    """The module that `from a.b import c` reads: a.b.c where that is one, else a.b."""
    return next((name for name in (imported, imported.rpartition(".")[0]) if name in known), "")


def test_files_are_read_in_validation_alone(root: Path) -> None:
    readers = re.compile(r"\.read_(csv|table|excel|json)\b|\bcsv\.(reader|DictReader)\b")
    assert [name for name, text in texts(root, "dashboard") if readers.search(text)] == []


def test_no_table_is_a_list_of_dicts_in_the_dashboard(root: Path) -> None:
    dicts = re.compile(r"to_dict\(.records.\)|\.set_index\(")
    assert [name for name, text in texts(root, "dashboard") if dicts.search(text)] == []


def texts(root: Path, package: str) -> Iterator[tuple[str, str]]:
    for name, file in modules(root).items():
        if within(name, (package,)):
            yield name, file.read_text(encoding="utf-8")


@pytest.mark.parametrize("package", STEPS)
def test_few_modules_lie_beside_the_folders(root: Path, package: str) -> None:
    loose = [file.name for file in (root / package).glob("*.py") if not file.name.startswith("__")]
    assert len(loose) <= LOOSE, loose


def test_every_folder_says_what_lives_there(root: Path) -> None:
    folders = {file.parent for file in modules(root).values()}
    silent = [
        folder for folder in folders if not ast.get_docstring(ast.parse((folder / "__init__.py").read_text("utf-8")))
    ]
    assert silent == []


def test_no_function_is_long(root: Path) -> None:
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    long = [
        f"{name}.{node.name}: {node.end_lineno - node.lineno + 1} lines"
        for package in STEPS
        for name, text in texts(root, package)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, kinds) and node.end_lineno and node.end_lineno - node.lineno >= LONGEST
    ]
    assert long == []


def test_a_number_is_known_without_pandas(root: Path) -> None:
    code = "import sys; from validation import Observation; sys.exit('pandas' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=root).returncode == 0


def test_what_others_may_use_is_handed_on(root: Path) -> None:
    import validation

    assert set(validation.__all__) == {"Observation", "check", "load"}
    loaded = validation.load(root / "datasets", None)
    assert isinstance(next(iter(loaded.observations)), validation.Observation)
    assert validation.check(loaded).valid
    with pytest.raises(AttributeError, match="nothing"):
        _ = validation.nothing
