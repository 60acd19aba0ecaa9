//! Rows by class, kept as text until asked for. Refuses to hold what its parser does not accept.

use serde::{Deserialize, Serialize};

use crate::Text;

/// Rows of one table by class.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ClassTable<'a> {
    /// Classes in order.
    #[serde(borrow)]
    pub classes: Vec<ClassRows<'a>>,
}

/// The rows of one class.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ClassRows<'a> {
    /// Descriptor.
    #[serde(borrow)]
    pub class: Text<'a>,
    /// One row a line: the cells behind the class, separated by tabs, sorted.
    pub rows: Text<'a>,
}

/// One row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row<'a> {
    /// Class descriptor.
    pub class: &'a str,
    /// Name of the method; `*` for any.
    pub name: &'a str,
    /// Which overloads.
    pub shape: Shape<'a>,
    /// The cells behind the method, separated by tabs.
    pub cells: &'a str,
}

/// Which overloads of a name are meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Shape<'a> {
    /// This prototype.
    Exact(&'a str),
    /// This number of declared parameters.
    Arity(usize),
    /// All.
    Any,
}

impl<'a> ClassTable<'a> {
    /// The rows of this class itself, in order; nothing of its supertypes.
    pub fn class<'t>(&'t self, class: &str) -> impl Iterator<Item = Row<'t>> + use<'t, 'a> {
        self.find(class).into_iter().flat_map(ClassRows::rows)
    }

    /// The rows of this class itself that fit a call best, as [`ClassRows::method`] tells. Empty when none fits.
    pub fn method<'t>(&'t self, class: &str, name: &str, proto: &str) -> Vec<Row<'t>> {
        self.find(class)
            .map_or_else(Vec::new, |rows| rows.method(name, proto))
    }

    /// The rows of this class for any method (`*`).
    pub fn any_method<'t>(&'t self, class: &str) -> impl Iterator<Item = Row<'t>> + use<'t, 'a> {
        self.find(class).into_iter().flat_map(ClassRows::any_method)
    }

    fn find(&self, class: &str) -> Option<&ClassRows<'a>> {
        self.classes
            .binary_search_by(|known| known.class.as_str().cmp(class))
            .ok()
            .and_then(|at| self.classes.get(at))
    }

    /// All rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.classes.iter().flat_map(ClassRows::rows)
    }

    /// True when no class has rows.
    pub fn is_empty(&self) -> bool {
        self.classes.is_empty()
    }

    /// Builds a table from rows of class and the other cells, in any order.
    pub(crate) fn from_rows(mut rows: Vec<(String, String)>) -> ClassTable<'static> {
        rows.sort();
        let mut classes: Vec<(String, String)> = Vec::new();
        for (class, cells) in rows {
            match classes.last_mut().filter(|last| last.0 == class) {
                Some((_, text)) => {
                    text.push('\n');
                    text.push_str(&cells);
                }
                None => classes.push((class, cells)),
            }
        }
        ClassTable {
            classes: classes
                .into_iter()
                .map(|(class, rows)| ClassRows {
                    class: Text::from(class),
                    rows: Text::from(rows),
                })
                .collect(),
        }
    }

    /// Lays the rows of another table over this one: a class with rows above loses, of the methods named there, the
    /// rows below.
    pub(crate) fn lay_over(&mut self, above: &ClassTable<'_>) {
        if above.is_empty() {
            return;
        }
        let mut rows: Vec<(String, String)> = above
            .rows()
            .map(|row| (row.class.to_owned(), row.cells_with_method()))
            .collect();
        for row in self.rows() {
            let taken = above
                .class(row.class)
                .any(|other| other.method_cell() == row.method_cell());
            if !taken {
                rows.push((row.class.to_owned(), row.cells_with_method()));
            }
        }
        *self = Self::from_rows(rows);
    }
}

impl<'a> ClassRows<'a> {
    /// The rows that fit a call best: an exact prototype before a number of parameters before the bare name. Rows for
    /// any method (`*`) do not count. Empty when none fits.
    pub fn method<'t>(&'t self, name: &str, proto: &str) -> Vec<Row<'t>> {
        let named: Vec<Row<'t>> = self.named(name).collect();
        if named.is_empty() {
            return named;
        }
        let framework_like = is_framework(&self.class);
        let fits = |row: &&Row<'t>, rank: u8| match row.shape {
            Shape::Exact(own) => rank == 0 && same_proto(own, proto, framework_like),
            Shape::Arity(n) => rank == 1 && crate::check::n_params(proto) == Some(n),
            Shape::Any => rank == 2,
        };
        for rank in 0..3 {
            let found: Vec<Row<'t>> = named
                .iter()
                .filter(|row| fits(row, rank))
                .copied()
                .collect();
            if !found.is_empty() {
                return found;
            }
        }
        Vec::new()
    }

    /// The rows for any method (`*`).
    pub fn any_method<'t>(&'t self) -> impl Iterator<Item = Row<'t>> + use<'t, 'a> {
        // Rows are sorted, and names that come before the star are rare.
        let any = self
            .rows
            .as_str()
            .as_bytes()
            .first()
            .is_some_and(|first| *first <= b'*');
        any.then(|| self.named("*")).into_iter().flatten()
    }

    /// The rows for a name; only their lines are taken apart.
    fn named<'t, 'n>(&'t self, name: &'n str) -> impl Iterator<Item = Row<'t>> + use<'t, 'n, 'a> {
        // Rows are sorted: those of a name, and of names that begin with it, lie together.
        let rows = self.rows.as_str();
        let from = first_line_not_below(rows, name);
        rows.get(from..)
            .unwrap_or_default()
            .lines()
            .take_while(move |line| line.starts_with(name))
            .filter(move |line| {
                line.strip_prefix(name).is_some_and(|rest| {
                    matches!(rest.as_bytes().first(), None | Some(b'\t' | b'(' | b'/'))
                })
            })
            .map(move |line| self.row(line))
            .filter(move |row| row.name == name)
    }

    fn rows(&self) -> impl Iterator<Item = Row<'_>> {
        self.rows.lines().map(|line| self.row(line))
    }

    fn row<'t>(&'t self, line: &'t str) -> Row<'t> {
        let (method, cells) = line.split_once('\t').unwrap_or((line, ""));
        let (name, shape) = method_cell(method).unwrap_or((method, Shape::Any));
        Row {
            class: self.class.as_str(),
            name,
            shape,
            cells,
        }
    }
}

impl Row<'_> {
    /// The method as the table writes it.
    pub fn method_cell(&self) -> String {
        match self.shape {
            Shape::Exact(proto) => format!("{}{proto}", self.name),
            Shape::Arity(n) => format!("{}/{n}", self.name),
            Shape::Any => self.name.to_owned(),
        }
    }

    fn cells_with_method(&self) -> String {
        format!("{}\t{}", self.method_cell(), self.cells)
    }
}

/// Where the first line of sorted lines begins that is not less than a text.
fn first_line_not_below(lines: &str, text: &str) -> usize {
    let bytes = lines.as_bytes();
    let (mut low, mut high) = (0, bytes.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let begin = bytes
            .get(low..middle)
            .and_then(|part| part.iter().rposition(|byte| *byte == b'\n'))
            .map_or(low, |at| low + at + 1);
        let end = bytes
            .get(middle..)
            .and_then(|part| part.iter().position(|byte| *byte == b'\n'))
            .map_or(bytes.len(), |at| middle + at);
        if bytes.get(begin..end).unwrap_or_default() < text.as_bytes() {
            low = (end + 1).min(bytes.len());
        } else {
            high = begin;
        }
    }
    low
}

/// Classes whose members R8 cannot rename: return types count.
fn is_framework(class: &str) -> bool {
    ["Landroid/", "Ljava/", "Ljavax/", "Ldalvik/", "Lorg/json/"]
        .iter()
        .any(|head| class.starts_with(head))
}

fn same_proto(own: &str, other: &str, with_return: bool) -> bool {
    if with_return {
        return own == other;
    }
    own.split_once(')').map(|parts| parts.0) == other.split_once(')').map(|parts| parts.0)
}

/// Splits a method cell into name and shape.
pub(crate) fn method_cell(text: &str) -> Result<(&str, Shape<'_>), &'static str> {
    if text == "*" {
        return Ok(("*", Shape::Any));
    }
    if let Some(at) = text.find('(') {
        let (name, proto) = text.split_at_checked(at).unwrap_or((text, ""));
        if crate::check::n_params(proto).is_none() {
            return Err("prototype does not parse");
        }
        return named(name).map(|name| (name, Shape::Exact(proto)));
    }
    match text.split_once('/') {
        Some((name, n)) => {
            let n = n.parse().map_err(|_| "number of parameters is no number")?;
            named(name).map(|name| (name, Shape::Arity(n)))
        }
        None => named(text).map(|name| (name, Shape::Any)),
    }
}

fn named(name: &str) -> Result<&str, &'static str> {
    let special = matches!(name, "<init>" | "<clinit>");
    let plain =
        !name.is_empty() && !name.contains(['<', '>', ';', ':', ' ', '*', '(', '[', '/', '.']);
    if special || plain {
        Ok(name)
    } else {
        Err("not a method name")
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn sorted_lines_are_found() {
        let lines = "alpha\t1\nget\t2\nget(I)V\t3\ngetAll\t4\n𠮷\t5";
        for (text, at) in [
            ("", 0),
            ("alpha", 0),
            ("b", 8),
            ("get", 8),
            ("getA", 24),
            ("h", 33),
            ("𠮷", 33),
        ] {
            assert_eq!(super::first_line_not_below(lines, text), at, "{text}");
        }
        assert_eq!(super::first_line_not_below(lines, "𠮷𠮷"), lines.len());
        assert_eq!(super::first_line_not_below("", "a"), 0);
    }

    use super::*;

    fn table() -> ClassTable<'static> {
        let row = |class: &str, cells: &str| (class.to_owned(), cells.to_owned());
        ClassTable::from_rows(vec![
            row("Lcom/x/A;", "put(II)V\tnone"),
            row("Lcom/x/A;", "put/2\targ0 -> this"),
            row("Lcom/x/A;", "put\targ1 -> this"),
            row("Lcom/x/A;", "*\tnone"),
            row("Landroid/A;", "get(I)V\tthis -> ret"),
        ])
    }

    #[test]
    fn the_most_exact_row_wins() {
        let table = table();
        let cells = |name: &str, proto: &str| -> Vec<String> {
            table
                .method("Lcom/x/A;", name, proto)
                .iter()
                .map(|row| row.cells.to_owned())
                .collect()
        };
        assert_eq!(cells("put", "(II)V"), ["none"]);
        assert_eq!(cells("put", "(II)La/b;"), ["none"]);
        assert_eq!(cells("put", "(IJ)V"), ["arg0 -> this"]);
        assert_eq!(cells("put", "()V"), ["arg1 -> this"]);
        assert!(cells("get", "()V").is_empty());
        assert_eq!(table.any_method("Lcom/x/A;").count(), 1);
        assert!(table.method("Landroid/A;", "get", "(I)I").is_empty());
        assert_eq!(table.method("Landroid/A;", "get", "(I)V").len(), 1);
    }

    #[test]
    fn rows_above_take_the_place_of_rows_below() {
        let mut below = table();
        below.lay_over(&ClassTable::from_rows(vec![(
            "Lcom/x/A;".to_owned(),
            "put\tthis -> ret".to_owned(),
        )]));
        assert_eq!(below.rows().count(), 5);
        assert_eq!(
            below.method("Lcom/x/A;", "put", "()V")[0].cells,
            "this -> ret"
        );
        assert_eq!(below.method("Lcom/x/A;", "put", "(II)V")[0].cells, "none");
    }

    #[test]
    fn method_cells() {
        assert_eq!(method_cell("a/2"), Ok(("a", Shape::Arity(2))));
        assert_eq!(method_cell("<init>"), Ok(("<init>", Shape::Any)));
        for text in ["", "a b", "a(", "a(I)", "a/x", "Lx;->a", "<x>", "a*"] {
            assert!(method_cell(text).is_err(), "{text}");
        }
    }
}
