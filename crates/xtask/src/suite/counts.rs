//! Counts of right and wrong answers and the ratios made of them. Knows nothing of apps.

use std::collections::BTreeMap;
use std::fmt::Write as _;

/// Right and wrong answers of one category.
#[derive(Clone, Copy, Default, PartialEq, Eq, Debug)]
pub(crate) struct Counts {
    /// Expected and reported.
    pub(crate) found: u32,
    /// Expected and not reported.
    pub(crate) missed: u32,
    /// Reported and not there.
    pub(crate) wrong: u32,
    /// Not there and not reported.
    pub(crate) quiet: u32,
}

impl Counts {
    /// Adds other counts to these.
    pub(crate) fn add(&mut self, other: Self) {
        self.found += other.found;
        self.missed += other.missed;
        self.wrong += other.wrong;
        self.quiet += other.quiet;
    }

    /// Counts one question: whether something is there, and whether it was reported.
    pub(crate) fn count(&mut self, expected: bool, reported: bool) {
        match (expected, reported) {
            (true, true) => self.found += 1,
            (true, false) => self.missed += 1,
            (false, true) => self.wrong += 1,
            (false, false) => self.quiet += 1,
        }
    }

    /// Part of the reports that are right.
    pub(crate) fn precision(self) -> Option<f64> {
        ratio(self.found, self.found + self.wrong)
    }

    /// Part of what is there that was reported.
    pub(crate) fn recall(self) -> Option<f64> {
        ratio(self.found, self.found + self.missed)
    }

    /// Harmonic mean of precision and recall.
    pub(crate) fn f1(self) -> Option<f64> {
        ratio(2 * self.found, 2 * self.found + self.wrong + self.missed)
    }

    /// Part of what is not there that was not reported.
    pub(crate) fn specificity(self) -> Option<f64> {
        ratio(self.quiet, self.quiet + self.wrong)
    }
}

fn ratio(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// A Markdown table with one row for each category and one for the sum; `what` names the first column.
pub(crate) fn table(what: &str, rows: &BTreeMap<String, Counts>) -> String {
    let mut text = format!(
        "| {what} | found | missed | wrong | quiet | precision | recall | F1 | specificity |\n\
         |---|---:|---:|---:|---:|---:|---:|---:|---:|\n"
    );
    let mut all = Counts::default();
    for (name, counts) in rows {
        all.add(*counts);
        row(&mut text, name, *counts);
    }
    row(&mut text, "all", all);
    text
}

fn row(text: &mut String, name: &str, counts: Counts) {
    let shown = |value: Option<f64>| value.map_or("–".to_owned(), |value| format!("{value:.3}"));
    let _ = writeln!(
        text,
        "| {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
        counts.found,
        counts.missed,
        counts.wrong,
        counts.quiet,
        shown(counts.precision()),
        shown(counts.recall()),
        shown(counts.f1()),
        shown(counts.specificity()),
    );
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn ratios_are_those_of_the_definitions() {
        let counts = Counts {
            found: 6,
            missed: 2,
            wrong: 2,
            quiet: 8,
        };
        let near = |value: Option<f64>, wanted: f64| (value.unwrap() - wanted).abs() < 1e-9;
        assert!(near(counts.precision(), 0.75));
        assert!(near(counts.recall(), 0.75));
        assert!(near(counts.f1(), 0.75));
        assert!(near(counts.specificity(), 0.8));
    }

    #[test]
    fn nothing_counted_has_no_ratio() {
        assert_eq!(Counts::default().precision(), None);
        assert_eq!(Counts::default().specificity(), None);
    }
}
