//! Clause numbers by date; refuses to print a number as checked that nobody compared.

use ruleset::schema::{Clause, Judging, Pair};

/// A clause as it is cited on a date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cited {
    /// Id with the number of that date, such as `cn.csl:43`.
    pub id: String,
    /// Number as people cite it.
    pub cite: Pair,
    /// What it is about, in own words.
    pub label: Pair,
    /// The number was compared with the official text or a copy of it.
    pub checked: bool,
}

/// The clause with the number it has on a date.
pub fn cite(judging: &Judging<'_>, id: &str, as_of: &str) -> Option<Cited> {
    let at = judging
        .clauses
        .binary_search_by(|clause| clause.id.as_str().cmp(id))
        .ok()?;
    judging.clauses.get(at).map(|clause| cited(clause, as_of))
}

/// True when a clause has this id on some date.
pub fn names_clause(clause: &Clause, id: &str) -> bool {
    clause.id == id
        || clause
            .versions
            .iter()
            .any(|version| format!("{}:{}", clause.instrument, version.number) == id)
}

fn cited(clause: &Clause, as_of: &str) -> Cited {
    // Dates in this form sort as text.
    let version = clause.versions.iter().find(|version| {
        version.from.as_deref().is_none_or(|from| from <= as_of)
            && version.to.as_deref().is_none_or(|to| as_of <= to)
    });
    match version {
        Some(version) => Cited {
            id: format!("{}:{}", clause.instrument, version.number),
            cite: version.cite.clone(),
            label: clause.label.clone(),
            checked: version.checked,
        },
        None => Cited {
            id: clause.id.clone(),
            cite: clause.cite.clone(),
            label: clause.label.clone(),
            checked: clause.checked,
        },
    }
}
