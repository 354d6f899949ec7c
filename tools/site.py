"""Builds the documentation as a site in `target/site/html`: guides, notebooks, rules, the reference of the package.

usage: python tools/site.py

The pages are those of the repository, laid together under `target/site/pages` with their links turned to where they stand there. A page that
stands in no section, a link to a page that is not there and a public name without a reference end the build.
"""

from __future__ import annotations

import inspect
import re
import shutil
import subprocess
import sys
from pathlib import Path
from posixpath import relpath

import nbformat
from nbconvert import MarkdownExporter

import wirecheck as wc

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / "target/site"
PAGES = WORK / "pages"

#: The sections with the pages that are named for them, in reading order. What docs/ holds besides is a guide.
SECTIONS = {
    "Home": ["docs/index.md"],
    "Tutorials": [],
    "Guides": ["docs/recipes.md", "docs/testing.md", "examples/newsroom/README.md", "docs/pictures.md"],
    "Understanding": [
        "docs/verdicts.md",
        "docs/tolls.md",
        "docs/questions.md",
        "docs/measuring.md",
        "docs/speed.md",
        "docs/hardening.md",
        "docs/limits.md",
    ],
    "Rules": ["docs/checks.md"],
    "Reference": ["docs/tables.md"],
    "Project": [
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "SECURITY.md",
        "CODE_OF_CONDUCT.md",
        "docs/data.md",
        "docs/publishing.md",
        "CHANGELOG.md",
    ],
}

#: The pages of the reference, and the public names that each tells of.
REFERENCE = {
    "Reading and checking": ["extract", "check", "read_articles", "samples", "compare_quotes", "Lexicon"],
    "Larger than memory": ["limits", "scan_articles", "read_claims", "StoredClaims", "StoredReport"],
    "Ledger": ["Ledger"],
    "Validation": ["agreement"],
    "Articles": ["Article", "Articles"],
    "Claims and tables": ["Claims", "Table"],
    "Report": ["Report", "checklist.Checklist"],
    "Showing": ["show", "Shown", "diff_quotes"],
    "Long work": ["progress.Interrupted"],
}

LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\]]*\])*)\]\(([^)\s#:]+)(#[^)\s]*)?\)")
FENCE = re.compile(r"(^```.*?^```$)", re.DOTALL | re.MULTILINE)

#: Outputs stand in an element of their own, which the style sheet knows; a picture without a text of its own is named for what it is.
NOTEBOOK = """
{%- extends 'markdown/index.md.j2' -%}
{% block execute_result %}
<div class="output">
{{ super() }}
</div>
{% endblock execute_result %}
{% block data_html %}
{{ output.data['text/html'] | trim }}
{% endblock data_html %}
{% block data_png %}
<img alt="The picture that the cell above draws" src="{{ output.metadata.filenames['image/png'] }}">
{% endblock data_png %}
{% block data_text %}
<pre>{{ output.data['text/plain'] | escape_html }}</pre>
{% endblock data_text %}
"""


def place(source: str) -> str:
    """Where a page of the repository stands on the site."""
    page = source.removeprefix("docs/").removesuffix(".ipynb").removesuffix(".md")
    return (page if source.startswith("docs/") else page.lower()) + ".md"


def sections() -> dict[str, list[str]]:
    """Every page of the site by section, as paths in the repository."""
    found = {name: list(pages) for name, pages in SECTIONS.items()}
    named = {page for pages in SECTIONS.values() for page in pages}
    found["Tutorials"] += _files("notebooks", "*.ipynb")
    found["Guides"] += [page for page in _files("docs", "*.md") if page not in named]
    found["Rules"] += _files("docs/rules", "*.md")
    astray = set(_files("docs", "**/*.md")) - {page for pages in found.values() for page in pages}
    if astray:
        raise SystemExit(f"no section of tools/site.py holds {', '.join(sorted(astray))}")
    return found


def _files(folder: str, pattern: str) -> list[str]:
    return sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / folder).glob(pattern))


def turned(text: str, source: str, known: set[str]) -> str:
    """A page with its links turned: to pages and pictures of the site; what stands in the repository alone keeps its words only."""

    def turn(link: re.Match[str]) -> str:
        picture, words, target, anchor = link.groups()
        path = Path(relpath((ROOT / source).parent / target, ROOT)).as_posix()
        if not (ROOT / path).exists():
            raise SystemExit(f"{source} links to {target}, which is not there")
        if path not in known and not picture:
            return words
        there = path.removeprefix("docs/") if picture else place(path)
        return f"{picture}[{words}]({relpath(there, Path(place(source)).parent)}{anchor or ''})"

    parts = FENCE.split(text)
    return "".join(part if part.startswith("```") else LINK.sub(turn, part) for part in parts)


def notebook(source: str, known: set[str]) -> str:
    """A notebook as a page, with the outputs that are saved in it; pictures are written beside the page."""
    book = nbformat.read(ROOT / source, as_version=4)
    for cell in book.cells:
        if cell.cell_type == "markdown":
            cell.source = turned(cell.source, source, known)
    stem = Path(source).stem
    exporter = MarkdownExporter(raw_template=NOTEBOOK, filters={"escape_html": _escaped})
    text, resources = exporter.from_notebook_node(book, resources={"output_files_dir": f"{stem}_files", "unique_key": stem})
    for name, data in resources["outputs"].items():
        path = PAGES / "notebooks" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return str(text)


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def reference() -> dict[str, str]:
    """The pages of the reference, which mkdocstrings fills from docstrings and stubs."""
    told = {name for names in REFERENCE.values() for name in names}
    missing = {name for name in wc.__all__ if not name.startswith("__")} - told
    if missing:
        raise SystemExit(f"no page of the reference tells of {', '.join(sorted(missing))}: name them in tools/site.py")
    pages = {}
    for title, names in REFERENCE.items():
        blocks = "\n\n".join(_block(name) for name in names)
        pages[f"api/{title.lower().replace(' ', '-')}.md"] = f"# {title}\n\n{blocks}\n"
    return pages


def _block(name: str) -> str:
    """What mkdocstrings is asked for; a function that shares its name with a module would be taken for the module, and is told here."""
    if not (ROOT / "python/wirecheck" / name).is_dir():
        return f"::: wirecheck.{name}"
    function = getattr(wc, name)
    return f"## `{name}`\n\n```python\n{name}{inspect.signature(function)}\n```\n\n{inspect.getdoc(function)}"


def nav(pages: dict[str, list[str]]) -> str:
    """The table of contents in the words of the configuration."""
    lines = []
    for section, sources in pages.items():
        places = [place(source) for source in sources] + (list(reference()) if section == "Reference" else [])
        if section == "Home":
            lines.append(f'  {{ "{section}" = "{places[0]}" }},')
        else:
            entries = ", ".join(f'{{ "{_title(page)}" = "{page}" }}' for page in places)
            lines.append(f'  {{ "{section}" = [{entries}] }},')
    return "nav = [\n" + "\n".join(lines) + "\n]\n"


def _title(page: str) -> str:
    heading = re.search(r"^# (.+)$", (PAGES / page).read_text(encoding="utf-8"), re.MULTILINE)
    if heading is None:
        raise SystemExit(f"{page} has no heading")
    return heading.group(1).replace("`", "").replace('"', "'")


def lay(pages: dict[str, list[str]]) -> None:
    """Writes every page, the pictures and the configuration."""
    shutil.rmtree(WORK, ignore_errors=True)
    PAGES.mkdir(parents=True)
    for folder in ("images", "assets"):
        shutil.copytree(ROOT / "docs" / folder, PAGES / folder)
    known = {source for sources in pages.values() for source in sources}
    made = reference()
    for source in known:
        is_notebook = source.endswith(".ipynb")
        made[place(source)] = (
            notebook(source, known) if is_notebook else turned((ROOT / source).read_text("utf-8"), source, known)
        )
    for page, text in made.items():
        (PAGES / page).parent.mkdir(parents=True, exist_ok=True)
        (PAGES / page).write_text(text, encoding="utf-8")
    config = (ROOT / "zensical.toml").read_text(encoding="utf-8")
    head, mark, rest = config.partition("# nav: ")
    (WORK / "zensical.toml").write_text(head + nav(pages) + mark + rest, encoding="utf-8")


def main() -> int:
    lay(sections())
    command = [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", "zensical.toml"]
    status = subprocess.run(command, cwd=WORK, check=False).returncode
    if status == 0:
        print(f"the site: {WORK / 'html/index.html'}; python -m http.server -d {WORK / 'html'} serves it, with its search")
    return status


if __name__ == "__main__":
    raise SystemExit(main())
