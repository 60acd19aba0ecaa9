//! Reads the tab-separated tables of `crates/xtask/data`; `#` starts a comment line.

use anyhow::{Result, bail};

/// The rows of a table with exactly `N` columns.
pub(crate) fn rows<const N: usize>(name: &str, text: &str) -> Result<Vec<[String; N]>> {
    let mut rows = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() || line.starts_with('#') {
            continue;
        }
        let cells: Vec<String> = line
            .split('\t')
            .map(|cell| cell.trim().to_owned())
            .collect();
        let count = cells.len();
        match <[String; N]>::try_from(cells) {
            Ok(row) => rows.push(row),
            Err(_) => bail!("{name} line {}: {count} columns instead of {N}", number + 1),
        }
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::rows;

    #[test]
    fn comments_and_blank_lines_are_skipped() {
        let table = rows::<2>("t", "# a\tb\n\n信息\t𠮷\n").unwrap();
        assert_eq!(table, vec![["信息".to_owned(), "𠮷".to_owned()]]);
    }

    #[test]
    fn a_missing_column_is_an_error_with_its_line() {
        let error = rows::<2>("t", "a\tb\nc\n").unwrap_err();
        assert_eq!(error.to_string(), "t line 2: 1 columns instead of 2");
    }
}
