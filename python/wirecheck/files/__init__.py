"""Articles from folders and files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from ..articles import Article, Articles, Skipped, each, finish
from ..progress import reading
from .records import FileError, csv_rows, json_rows, jsonl_rows, parquet_file, text_of

TEXT = ".txt"
MARKDOWN = ".md"
PAGE = (".html", ".htm")
ROWS = {".json": json_rows, ".jsonl": jsonl_rows, ".csv": csv_rows, ".parquet": parquet_file}
READ = (TEXT, MARKDOWN, *PAGE, ".docx", *ROWS)


def read_path(path: Path, columns: Mapping[str, str] | None) -> Articles:
    """The articles of a file, or of every file below a folder."""
    if path.is_dir():
        return _folder(path, columns)
    if not path.exists():
        raise ValueError(f"there is no file or folder {str(path)!r}; a text goes to wirecheck.extract(text)")
    return finish(articles_of(path, path.name, columns))


def article_files(folder: Path) -> list[Path]:
    """The files below a folder that are read, in their order; none that is hidden."""
    return [
        p
        for p in sorted(folder.rglob("*"))
        if p.suffix.lower() in READ and p.is_file() and not any(part.startswith(".") for part in p.relative_to(folder).parts)
    ]


def refuse_twins(articles: Iterable[tuple[str | None, str]]) -> None:
    """Refuses an id that articles of two files have, each given as its id and its file."""
    first: dict[str, str] = {}
    for name, file in articles:
        if name is not None and first.setdefault(name, file) != file:
            raise ValueError(
                f"an article of {first[name]} and one of {file} have the same id {name!r}; ids must be unique, and each file be named once"
            )


def _folder(folder: Path, columns: Mapping[str, str] | None) -> Articles:
    articles: list[Article] = []
    holders: list[str] = []
    skipped: list[Skipped] = []
    paths = article_files(folder)
    with reading(None, len(paths), "files") as tell:
        for number, path in enumerate(paths, 1):
            name = path.relative_to(folder).as_posix()
            try:
                articles.extend(list(articles_of(path, name, columns)))
                holders += [name] * (len(articles) - len(holders))
            except ValueError as wrong:
                skipped.append({"article": name, "what": "file", "reason": str(wrong), "count": 1})
            tell(number)
    if not articles and not skipped:
        raise ValueError(f"the folder {str(folder)!r} holds no articles; files end in {' '.join(READ)}")
    refuse_twins((article.id, name) for article, name in zip(articles, holders, strict=True))
    found = finish(articles, skipped)
    found.files = {str(article.id): name for article, name in zip(found, holders, strict=True)}
    return found


def articles_of(path: Path, name: str, columns: Mapping[str, str] | None) -> Iterator[Article]:
    """The articles of a file, one after the other; any fault is a ValueError that names it."""
    suffix = path.suffix.lower()
    if suffix == TEXT:
        yield Article(text_of(path), name)
    elif suffix == MARKDOWN:
        yield _of_markdown(path, name, columns)
    elif suffix in PAGE or suffix == ".docx":
        yield _rendered(path, name)
    elif suffix in ROWS:
        try:
            yield from each(ROWS[suffix](path), columns)
        except FileError:
            raise
        except OSError as wrong:  # also of a page of Parquet that is broken
            raise ValueError(f"{path}: {wrong.strerror or wrong}") from wrong
        except ValueError as wrong:
            raise ValueError(f"{path}: {wrong}") from wrong
    else:
        raise ValueError(f"{path}: files end in {' '.join(READ)}; rename it to .txt if it is text")


def _of_markdown(path: Path, name: str, columns: Mapping[str, str] | None) -> Article:
    from .front_matter import article

    text = text_of(path)
    try:
        return article(text, name, columns)
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong


def _rendered(path: Path, name: str) -> Article:
    """The article of a page or of a document."""
    from .documents import document
    from .webpages import page

    try:
        return (page if path.suffix.lower() in PAGE else document)(path.read_bytes(), name)
    except OSError as wrong:
        raise ValueError(f"{path}: {wrong.strerror or wrong}") from wrong
    except ValueError as wrong:
        raise ValueError(f"{path}: {wrong}") from wrong
