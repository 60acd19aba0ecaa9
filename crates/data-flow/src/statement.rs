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

/// The texts of the columns that a statement asks for, as far as they are told apart.
fn asked_for(statement: &str) -> Option<Vec<&str>> {
    let (begin, end) = word(statement, "select")?;
    if !statement.get(..begin)?.trim().is_empty() {
        return None;
    }
    let mut list = statement.get(end..)?.trim_start();
    if let Some((0, end)) = word(list, "distinct") {
        list = list.get(end..)?;
    }
    let mut out = Vec::new();
    let (mut depth, mut from) = (0usize, 0);
    let mut is_in_word = false;
    for (at, c) in list.char_indices() {
        let begins_word = !is_in_word && c.is_alphanumeric();
        is_in_word = c.is_alphanumeric() || c == '_';
        match c {
            '\'' => return None,
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            ',' if depth == 0 => {
                out.push(list.get(from..at)?);
                from = at + 1;
                if out.len() >= MAX_COLUMNS {
                    return Some(out);
                }
            }
            'f' | 'F' if depth == 0 && begins_word => {
                let is_end = matches!(
                    word(list.get(at..at + 5).unwrap_or_default(), "from"),
                    Some((0, _))
                );
                if is_end {
                    out.push(list.get(from..at)?);
                    return Some(out);
                }
            }
            _ => {}
        }
    }
    None
}

/// The columns to which a statement gives new names: each new name with the column, none where it is computed from
/// several.
pub(crate) fn renamed(statement: &str) -> Vec<(String, Option<String>)> {
    let list = asked_for(statement).unwrap_or_default();
    list.into_iter().filter_map(new_name).collect()
}

/// The new name that one asked column gets, and the column.
fn new_name(text: &str) -> Option<(String, Option<String>)> {
    let (before, last) = text.trim().rsplit_once(char::is_whitespace)?;
    let name = column(last)?.to_owned();
    let before = before.trim();
    let old = match before.rsplit_once(char::is_whitespace) {
        Some((old, word)) if word.eq_ignore_ascii_case("as") => old.trim(),
        _ => return Some((name, Some(column(before)?.to_owned()))),
    };
    if let Some(old) = column(old) {
        return Some((name, Some(old.to_owned())));
    }
    // A function of one column is what it holds; one of none, a count, holds nothing of the row.
    let mut names = old
        .split_inclusive(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$' | '.'))
        .filter(|part| !part.ends_with('('))
        .map(|part| {
            part.trim_end_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '$'))
        })
        .filter(|part| part.starts_with(|c: char| c.is_alphabetic() || c == '_'));
    let first = names.next()?;
    let is_one = names.next().is_none();
    Some((name, column(first).filter(|_| is_one).map(str::to_owned)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_give_columns_new_names() {
        let names = |text: &str| {
            let list = renamed(text).into_iter();
            let list = list.map(|(new, old)| format!("{new}={}", old.unwrap_or_default()));
            list.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(names("SELECT tel AS x, t.lang y, z FROM t"), "x=tel y=lang");
        assert_eq!(
            names("select distinct a as `名𠮷` from t where b='c'"),
            "名𠮷=a"
        );
        assert_eq!(names("select *, max(a) as m, count(*) as n from t"), "m=a");
        assert_eq!(
            names("select a || b as c, fromage as f from t"),
            "c= f=fromage"
        );
        assert_eq!(
            names("select (select a from u) as c, b as d from t"),
            "c= d=b"
        );
        assert_eq!(names("select 'a' as c, b as d from t"), "");
        assert_eq!(names("insert into t select a as b from u"), "");
        assert_eq!(names("select a as b"), "");
    }

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
