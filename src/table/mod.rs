//! The tables: one file each, naming every column once with its doc.
//!
//! A table's Arrow type follows from the types of its row's fields ([`Cell`]), so that a row and its table cannot
//! drift apart. From the same lines come the builder ([`batches`]), the reader ([`read`]), the Python stubs and
//! the page `docs/tables.md`. Columns are fixed; more may be added at the end.

mod airwars;
mod articles;
mod casualties;
mod cell;
mod chains;
mod checklist;
mod column;
mod dates;
mod entities;
mod facts;
mod findings;
mod keys;
mod meetings;
mod names;
mod places;
mod questions;
mod quotes;
mod relations;
mod skipped;
mod sources;
mod tolls;
mod ucdp;
mod unread;

use std::sync::Arc;

use arrow_array::{ArrayRef, RecordBatch, RecordBatchOptions};
use arrow_schema::{Field, Schema, SchemaRef};

pub use cell::{Cell, ColumnType, Word};
pub use column::Fault;
#[cfg(feature = "python")]
pub(crate) use column::{each_flag, each_float, each_text};

use crate::check::record::{Finding, Relation};
use crate::claim::record::{ArticleRow, CasualtyClaim, DateClaim, MeetingClaim, NameClaim, QuoteClaim, Skipped, Unread};
use crate::error::{Error, Result};
use crate::report::record::{
    AirwarsIncident, Chain, ChecklistRow, EntityMerge, Fact, PlaceRow, Question, Source, Toll, UcdpEvent,
};

/// A column: its name, its type, whether it may be null, and what stands in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// Its type.
    pub r#type: ColumnType,
    /// Whether it may hold nulls.
    pub nullable: bool,
    /// What stands in it.
    pub doc: &'static str,
    /// Every value that it may hold, in a meaningful order; empty where it may hold any.
    pub values: Vec<&'static str>,
}

/// A table: its name, what a row of it is, and its columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// Its name, `casualties`.
    pub name: &'static str,
    /// What it is an attribute of, `claims` or `report`; `sheet` for those in the shape of another project.
    pub of: &'static str,
    /// What a row is.
    pub doc: &'static str,
    /// Its columns, in order.
    pub columns: Vec<Column>,
}

/// A struct whose values are the rows of a table.
pub trait Row: Sized {
    /// The table.
    fn form() -> Form;
    /// One column of these rows each.
    fn arrays(rows: &[Self]) -> Vec<ArrayRef>;
    /// The rows of a batch.
    fn read(batch: &RecordBatch) -> Result<Vec<Self>>;
    /// About how many bytes a row takes.
    fn weight(&self) -> usize;
}

/// Declares the table of a row struct: its name, its doc, and each column with its doc.
macro_rules! table {
    ($of:literal $name:literal $row:ty: $doc:literal { $($field:ident: $column_doc:literal),+ $(,)? }) => {
        impl $crate::table::Row for $row {
            fn form() -> $crate::table::Form {
                let name = |field: &'static str| field.strip_prefix("r#").unwrap_or(field);
                $crate::table::Form {
                    name: $name,
                    of: $of,
                    doc: $doc,
                    columns: vec![$($crate::table::column_of(name(stringify!($field)), $column_doc, |row: &$row| &row.$field)),+],
                }
            }

            fn arrays(rows: &[Self]) -> Vec<arrow_array::ArrayRef> {
                vec![$($crate::table::Cell::array(&mut rows.iter().map(|row| &row.$field))),+]
            }

            fn read(batch: &arrow_array::RecordBatch) -> $crate::error::Result<Vec<Self>> {
                let name = |field: &'static str| field.strip_prefix("r#").unwrap_or(field);
                $(let mut $field = $crate::table::cells(batch, $name, name(stringify!($field)))?.into_iter();)+
                Ok((0..batch.num_rows()).map_while(|_| Some(Self { $($field: $field.next()?),+ })).collect())
            }

            fn weight(&self) -> usize {
                0 $(+ $crate::table::Cell::weight(&self.$field))+
            }
        }
    };
}
pub(crate) use table;

/// Every table, in the order of the documentation.
#[must_use]
pub fn forms() -> Vec<Form> {
    vec![
        ArticleRow::form(),
        DateClaim::form(),
        NameClaim::form(),
        CasualtyClaim::form(),
        MeetingClaim::form(),
        QuoteClaim::form(),
        Unread::form(),
        Relation::form(),
        Finding::form(),
        Fact::form(),
        Toll::form(),
        Source::form(),
        Chain::form(),
        EntityMerge::form(),
        PlaceRow::form(),
        Question::form(),
        ChecklistRow::form(),
        Skipped::form(),
        UcdpEvent::form(),
        AirwarsIncident::form(),
    ]
}

/// The Arrow schema of a table.
#[must_use]
pub fn schema<R: Row>() -> SchemaRef {
    let fields: Vec<Field> = R::form().columns.into_iter().map(|c| Field::new(c.name, c.r#type.arrow(), c.nullable)).collect();
    Arc::new(Schema::new(fields))
}

/// A batch holds no more rows than this.
const ROWS: usize = 1 << 16;

/// A batch holds about this many bytes: the offsets of a utf8 column end at 2 GiB, and one text may have 64 MB.
const BYTES: usize = 1 << 29;

/// Rows as Arrow batches of one schema; at least one, be it empty.
pub fn batches<R: Row>(rows: &[R]) -> Result<Vec<RecordBatch>> {
    let schema = schema::<R>();
    let mut made = Vec::new();
    let mut rest = rows;
    loop {
        let (chunk, after) = rest.split_at(chunk(rest));
        let options = RecordBatchOptions::new().with_row_count(Some(chunk.len()));
        let batch = RecordBatch::try_new_with_options(Arc::clone(&schema), R::arrays(chunk), &options)
            .map_err(|e| Error::value(format!("the table `{}` cannot be built: {e}", R::form().name)))?;
        made.push(batch);
        if after.is_empty() {
            return Ok(made);
        }
        rest = after;
    }
}

/// How many of the first rows fit into one batch.
fn chunk<R: Row>(rows: &[R]) -> usize {
    let mut bytes = 0;
    for (n, row) in rows.iter().enumerate().take(ROWS) {
        bytes += row.weight();
        if n > 0 && bytes > BYTES {
            return n;
        }
    }
    rows.len().min(ROWS)
}

/// The rows of Arrow batches.
///
/// # Errors
/// If a required column is missing or a column holds another type: the sentence names the column and the table.
pub fn read<R: Row>(batches: &[RecordBatch]) -> Result<Vec<R>> {
    let mut rows = Vec::new();
    for batch in batches {
        rows.extend(R::read(batch)?);
    }
    Ok(rows)
}

/// A column whose type is that of the field that `_get` gives.
fn column_of<R, C: Cell>(name: &'static str, doc: &'static str, _get: fn(&R) -> &C) -> Column {
    Column { name, r#type: C::TYPE, nullable: C::NULLABLE, doc, values: C::words() }
}

/// The cells of a named column.
fn cells<C: Cell>(batch: &RecordBatch, table: &str, name: &str) -> Result<Vec<C>> {
    let Some(array) = batch.column_by_name(name) else {
        return (0..batch.num_rows()).map(|_| C::absent()).collect::<Option<_>>().ok_or_else(|| {
            let known: Vec<_> = batch.schema_ref().fields().iter().map(|f| f.name().clone()).collect();
            Error::missing(format!("the table `{table}` needs a column `{name}`; it has {}", known.join(", ")))
        });
    };
    C::read(array.as_ref()).map_err(|fault| Error::value(format!("column `{name}` of the table `{table}`: {fault}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::{Array, Int64Array, LargeStringArray, StringArray, StringViewArray};
    use arrow_schema::DataType;

    fn skipped(article: Option<&str>, count: i64) -> Skipped {
        Skipped { article: article.map(str::to_owned), what: "article".into(), reason: "not English".into(), count }
    }

    #[test]
    fn rows_come_back_as_they_went() {
        let rows = vec![skipped(Some("a"), 1), skipped(None, 2)];
        assert_eq!(read::<Skipped>(&batches(&rows).unwrap()).unwrap(), rows);
        assert_eq!(batches::<Skipped>(&[]).unwrap()[0].num_columns(), 4);
    }

    #[test]
    fn every_spelling_of_text_is_read() {
        let texts = ["a", "b"];
        let spelt: [ArrayRef; 3] = [
            Arc::new(StringArray::from_iter_values(texts)),
            Arc::new(LargeStringArray::from_iter_values(texts)),
            Arc::new(StringViewArray::from_iter_values(texts)),
        ];
        for what in spelt {
            let count: ArrayRef = Arc::new(Int64Array::from(vec![1, 2]));
            let batch = RecordBatch::try_from_iter([
                ("extra", count.clone()),
                ("what", what.clone()),
                ("reason", what),
                ("count", count),
            ]);
            let rows = read::<Skipped>(&[batch.unwrap()]).unwrap();
            assert_eq!((rows[1].what.as_str(), rows[0].article.as_deref(), rows[1].count), ("b", None, 2));
        }
    }

    #[test]
    fn what_does_not_fit_is_named() {
        let text: ArrayRef = Arc::new(StringArray::from_iter_values(["a"]));
        let missing = RecordBatch::try_from_iter([("what", text.clone()), ("count", text.clone())]).unwrap();
        assert_eq!(
            read::<Skipped>(&[missing]).unwrap_err().to_string(),
            "the table `skipped` needs a column `reason`; it has what, count"
        );
        let wrong = RecordBatch::try_from_iter([("what", text.clone()), ("reason", text.clone()), ("count", text)]).unwrap();
        assert_eq!(
            read::<Skipped>(&[wrong]).unwrap_err().to_string(),
            "column `count` of the table `skipped`: whole numbers are needed, and it holds Utf8"
        );
    }

    #[test]
    fn a_table_has_each_column_once_and_no_unsigned_one() {
        for form in forms() {
            let mut names: Vec<_> = form.columns.iter().map(|c| c.name).collect();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), form.columns.len(), "{}", form.name);
            assert!(form.columns.iter().all(|c| c.r#type.arrow() != DataType::UInt64 && !c.doc.is_empty()));
        }
    }

    #[test]
    fn a_closed_vocabulary_is_told_whole() {
        let columns = Finding::form().columns;
        let of = |name: &str| columns.iter().find(|c| c.name == name).map(|c| c.values.clone());
        assert_eq!(of("severity"), Some(vec!["error", "warning", "note"]));
        assert_eq!(of("message"), Some(vec![]));
    }

    #[test]
    fn heavy_rows_are_parted() {
        let rows = vec![skipped(None, 1); ROWS + 1];
        let made = batches(&rows).unwrap();
        assert_eq!(made.iter().map(RecordBatch::num_rows).collect::<Vec<_>>(), [ROWS, 1]);
        assert_eq!(made[1].column(3).len(), 1);
    }
}
