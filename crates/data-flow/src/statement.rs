//! Columns in the text of a database statement: which a parameter is for, which are asked for. Refuses statements with
//! quoted texts and columns that are computed.

/// Columns of one statement that are told apart.
const MAX_COLUMNS: usize = 64;

/// A name of a column without what may stand around it: quotes, the name of its table.
fn column(text: &str) -> Option<&str> {
    let text = text.trim();
    let last = text.rsplit('.').next()?;
    let name = last.trim_matches(['"', '`', '[', ']']);
    let is_name = !name.is_empty()
        && name
            .chars()
            .all(|c| c.is_alphanumeric() || matches!(c, '_' | '$'));
    is_name.then_some(name)
}

/// Where a word stands, whatever its case, with something that is no letter at both ends.
fn word(text: &str, wanted: &str) -> Option<(usize, usize)> {
    let lower = text.to_ascii_lowercase();
    let mut from = 0;
    while let Some(at) = lower.get(from..)?.find(wanted) {
        let begin = from + at;
        let end = begin + wanted.len();
        let is_free = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != '_');
        if is_free(lower.get(..begin)?.chars().next_back())
            && is_free(lower.get(end..)?.chars().next())
        {
            return Some((begin, end));
        }
        from = end;
    }
    None
}

/// What stands in the first parentheses; `None` where others stand inside them.
fn in_parentheses(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once('(')?;
    let (inside, _) = rest.split_once(')')?;
    (!inside.contains('(')).then_some(inside)
}

/// Name of the column that the parameter with this number, from 1 on, is for.
pub(crate) fn bound_column(statement: &str, number: i64) -> Option<String> {
    let number = usize::try_from(number).ok()?.checked_sub(1)?;
    if statement.contains('\'') || number >= MAX_COLUMNS {
        return None;
    }
    if let Some((begin, end)) = word(statement, "values") {
        let names: Vec<&str> = in_parentheses(statement.get(..begin)?)?
            .split(',')
            .collect();
        let at = in_parentheses(statement.get(end..)?)?
            .split(',')
            .enumerate()
            .filter(|(_, value)| value.contains('?'))
            .nth(number);
        let (at, value) = at?;
        if value.trim() != "?" {
            return None;
        }
        return column(names.get(at)?).map(str::to_owned);
    }
    word(statement, "update")?;
    let before = statement.split('?').nth(number)?;
    if statement.split('?').count() <= number + 1 {
        return None;
    }
    let name = before.trim_end().strip_suffix('=')?.trim_end();
    column(name.rsplit([' ', ',', '\n', '\t']).next()?).map(str::to_owned)
}

/// Names of the columns that a statement asks for; none for one that is computed.
pub(crate) fn columns(statement: &str) -> Option<Vec<Option<String>>> {
    let (begin, end) = word(statement, "select")?;
    if !statement.get(..begin)?.trim().is_empty() || statement.contains(['\'', '*']) {
        return None;
    }
    let rest = statement.get(end..)?;
    let (upto, _) = word(rest, "from")?;
    let mut list = rest.get(..upto)?;
    if let Some((0, end)) = word(list.trim_start(), "distinct") {
        list = list.trim_start().get(end..)?;
    }
    if list.contains('(') {
        return None;
    }
    let name = |text: &str| {
        let text = match word(text, "as") {
            Some((begin, _)) => text.get(..begin)?,
            None => text,
        };
        column(text).map(str::to_owned)
    };
    Some(list.split(',').take(MAX_COLUMNS).map(name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parameters_are_for_columns() {
        let insert = "INSERT OR REPLACE INTO fact (device, `主题𠮷`, n) VALUES (?, 1, ?)";
        assert_eq!(bound_column(insert, 1), Some("device".to_owned()));
        assert_eq!(bound_column(insert, 2), Some("n".to_owned()));
        assert_eq!(bound_column(insert, 3), None);
        assert_eq!(bound_column(insert, 0), None);
        let update = "update t set a = ?, t.b=? where c=?";
        assert_eq!(bound_column(update, 2), Some("b".to_owned()));
        assert_eq!(bound_column(update, 3), Some("c".to_owned()));
        assert_eq!(bound_column(update, 4), None);
        assert_eq!(bound_column("insert into t values (?)", 1), None);
        assert_eq!(bound_column("insert into t(a) values (lower(?))", 1), None);
        assert_eq!(bound_column("insert into t(a, b) values ('?', ?)", 1), None);
    }

    #[test]
    fn statements_ask_for_columns() {
        let names = |text: &str| columns(text);
        let some = |text: &str| Some(text.to_owned());
        assert_eq!(
            names("SELECT theme, f.\"名𠮷\" AS n FROM fact f"),
            Some(vec![some("theme"), some("名𠮷")])
        );
        assert_eq!(names("select distinct a from t"), Some(vec![some("a")]));
        assert_eq!(
            names("select a || b, c from t"),
            Some(vec![None, some("c")])
        );
        assert_eq!(names("select * from t"), None);
        assert_eq!(names("select max(a) from t"), None);
        assert_eq!(names("insert into t select a from u"), None);
    }
}
