//! Scores the report of a sample against its `truth.yaml` (format in samples/README.md); never writes a truth file.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::Deserialize;

use crate::report::{self, Access, Report};
use crate::score::Score;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Truth {
    format: String,
    app: String,
    accesses: Vec<Expected>,
    must_not: Vec<MustNot>,
    permissions: Vec<Verdict>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    data: String,
    api: Option<String>,
    method: String,
    level: String,
    owner: String,
    entry: Option<String>,
    count: usize,
    note: String,
    known_miss: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MustNot {
    data: String,
    method: String,
    why: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Verdict {
    name: String,
    status: String,
}

/// Runs the program on the sample in `folder` and compares.
pub(crate) fn score(folder: &Path) -> Score {
    let text = std::fs::read_to_string(folder.join("truth.yaml")).unwrap();
    let truth: Truth = match serde_saphyr::from_str(&text) {
        Ok(truth) => truth,
        Err(error) => panic!("{}: {error}", folder.display()),
    };
    assert_eq!(truth.format, "privlens/truth/1", "{}", folder.display());
    assert!(folder.ends_with(&truth.app), "{}", truth.app);
    let app = ["apk", "apks"]
        .map(|ending| folder.join(&truth.app).with_extension(ending))
        .into_iter()
        .find(|path| path.is_file())
        .unwrap_or_else(|| panic!("{}: no APK", folder.display()));
    let mapping = folder.join("mapping.txt");
    let report = report::of(&app, mapping.is_file().then_some(mapping.as_path()));
    compare(&truth, &report)
}

fn compare(truth: &Truth, report: &Report) -> Score {
    let mut score = Score {
        subject: truth.app.clone(),
        ..Score::default()
    };
    accesses(truth, report, &mut score);
    must_not(truth, report, &mut score);
    permissions(truth, report, &mut score);
    score
}

fn accesses(truth: &Truth, report: &Report, score: &mut Score) {
    for expected in &truth.accesses {
        let name = format!(
            "{} by {} in {}",
            expected.data,
            expected.api.as_deref().unwrap_or("any API"),
            expected.method
        );
        assert!(
            ["reachable", "present", "string"].contains(&expected.level.as_str()),
            "{name}: level {}",
            expected.level
        );
        let here: Vec<&Access> = report
            .accesses
            .iter()
            .filter(|access| access.data == expected.data && access.site.is_in(&expected.method))
            .collect();
        let same: Vec<&Access> = here
            .iter()
            .copied()
            .filter(|access| expected.api.as_ref().is_none_or(|api| *api == access.api))
            .collect();
        if expected.known_miss.is_some() {
            // A lower level is no find: the name alone may well be seen where the read is not.
            if same.iter().any(|access| access.level == expected.level) {
                score.differences.push(format!(
                    "found although a known miss, take known_miss out of the truth: {name}"
                ));
            } else {
                score.known_misses += 1;
            }
            continue;
        }
        score.expected += 1;
        let faults = faults(expected, &here, &same);
        if faults.is_empty() {
            score.found += 1;
        }
        for fault in faults {
            score.differences.push(format!("{fault}: {name}"));
        }
    }
}

fn faults(expected: &Expected, here: &[&Access], same: &[&Access]) -> Vec<String> {
    if same.is_empty() {
        let others: BTreeSet<String> = here
            .iter()
            .map(|access| format!("{} ({})", access.api, access.level))
            .collect();
        return vec![if others.is_empty() {
            "missed".to_owned()
        } else {
            format!("missed, there is {}", join(&others))
        }];
    }
    let mut faults = Vec::new();
    let levels: BTreeSet<String> = same.iter().map(|access| access.level.clone()).collect();
    if !levels.contains(&expected.level) {
        faults.push(format!(
            "level {} instead of {}",
            join(&levels),
            expected.level
        ));
    }
    let owners: BTreeSet<String> = same.iter().map(|access| access.owner_text()).collect();
    if !owners.contains(&expected.owner) {
        faults.push(format!(
            "owner {} instead of {}",
            join(&owners),
            expected.owner
        ));
    }
    let places: BTreeSet<(&str, u32)> = same
        .iter()
        .map(|access| (access.site.dex.as_str(), access.site.offset))
        .collect();
    if places.len() < expected.count {
        faults.push(format!(
            "{} places instead of {}",
            places.len(),
            expected.count
        ));
    }
    if expected.note.split_whitespace().any(is_narrow) && same.iter().all(|a| a.scope != "narrow") {
        faults.push("scope full instead of narrow".to_owned());
    }
    // `entry` names one of possibly several entry points, so only its absence can be compared.
    if expected.entry.is_some()
        && expected.level == "reachable"
        && same
            .iter()
            .all(|access| access.level == "reachable" && access.chain.is_empty())
    {
        faults.push("no call chain".to_owned());
    }
    for access in same {
        let last = access.chain.last().map(|step| step.method.as_str());
        if last.is_some_and(|method| method != access.site.method) {
            faults.push("the call chain ends in another method".to_owned());
        }
    }
    faults
}

fn must_not(truth: &Truth, report: &Report, score: &mut Score) {
    for forbidden in &truth.must_not {
        score.forbidden += 1;
        let narrow = forbidden.why.split_whitespace().any(is_narrow);
        let wrong: BTreeSet<String> = report
            .accesses
            .iter()
            .filter(|access| access.data == forbidden.data)
            .filter(|access| forbidden.method == "*" || access.site.is_in(&forbidden.method))
            .filter(|access| !(narrow && access.scope == "narrow"))
            .map(|access| format!("{} ({})", access.api, access.level))
            .collect();
        if !wrong.is_empty() {
            score.wrong += 1;
            score.differences.push(format!(
                "wrongly reported, {}: {} in {}",
                join(&wrong),
                forbidden.data,
                forbidden.method
            ));
        }
    }
}

fn permissions(truth: &Truth, report: &Report, score: &mut Score) {
    let statuses: BTreeMap<&str, &str> = report
        .permissions
        .iter()
        .map(|permission| (permission.name.as_str(), permission.status.as_str()))
        .collect();
    assert_eq!(
        statuses.len(),
        report.permissions.len(),
        "{}: a permission stands twice",
        truth.app
    );
    for verdict in &truth.permissions {
        score.permissions += 1;
        let status = statuses
            .get(verdict.name.as_str())
            .copied()
            .unwrap_or("absent");
        if status == verdict.status {
            score.permissions_right += 1;
        } else {
            score.differences.push(format!(
                "permission {} instead of {}: {}",
                status, verdict.status, verdict.name
            ));
        }
    }
}

fn is_narrow(word: &str) -> bool {
    word.trim_matches(|c: char| !c.is_alphanumeric()) == "narrow"
}

fn join(words: &BTreeSet<String>) -> String {
    words.iter().cloned().collect::<Vec<_>>().join(", ")
}
