//! Tests of `ruleset` on small catalogues written here, and of the image that is part of the program.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test stops at the first surprise"
)]

mod checks;
mod dataflow;
mod explain;
mod formats;
mod image;
mod overlay;

use ruleset::{Knowledge, Problem, RulesetError, source};

type Files = Vec<(String, Vec<u8>)>;

const TYPES: &str = "Ljava/lang/Object;\tc\t-\t-\t1\tj\nLf/Base;\tc\tLjava/lang/Object;\t-\t1\tj\nLf/Tel;\tc\tLf/Base;\t-\t1\tj\n";
const MEMBERS: &str = "Lf/Base;\tm\tbase\t()V\t1\tj\nLf/Tel;\tm\tgetId\t(I)Ljava/lang/String;\t1\tj\nLf/Tel;\tm\tloose\t/2\t1\tn\nLf/Tel;\tg\tF\tI\t1\tj\nLf/Tel;\tg\tG\t?\t1\tj\n";
const KINDS: &str = "format: privlens/taxonomy/1
kinds:
- {id: device.id, group: device, zh: 设备标识, en: device id, sensitive: contextual, note: {zh: 说明𠮷, en: remark}}
";
const GROUPS: &str = "format: privlens/access-points/1
groups:
- {id: tel.id, data: [device.id], title: {zh: 读取标识, en: reads the id}, source: made up, points: [{method: 'Lf/Tel;->getId(I)Ljava/lang/String;'}]}
";
const PERMISSIONS: &str = "format: privlens/permissions/1
permissions:
- {name: p.a.PHONE, levels: [{api: '1-', protection: dangerous}], zh: 电话, en: phone}
- {name: p.b.NET, levels: [{api: '1-', protection: normal}]}
";
const SDK: &str = "format: privlens/sdk/2
id: some.sdk
name: {zh: 某开发包, en: Some SDK}
vendor: {zh: 某公司𠮷, en: Vendor}
category: push
kind: sdk
packages: [com.some.sdk]
sources: [{fact: packages, seen: made up, date: 2026-01-02}]
";

/// A small sound catalogue.
fn base() -> Files {
    [
        (
            "release.yaml",
            "format: privlens/release/1\nversion: '1'\ndate: '2026-01-01'\n",
        ),
        ("framework/types.tsv", TYPES),
        ("framework/members.tsv", MEMBERS),
        (
            "framework/constants.tsv",
            "Lf/Tel;\tK\tLjava/lang/String;\t值𠮷\n",
        ),
        ("framework/seen-references.tsv", "Lseen/X;->a()V\tz\n"),
        ("taxonomy/kinds.yaml", KINDS),
        ("apis/phone.yaml", GROUPS),
        ("permissions/permissions.yaml", PERMISSIONS),
        (
            "permissions/api-needs.tsv",
            "Lf/Tel;->getId(I)Ljava/lang/String;\t1-\tp.a.PHONE\tno\tx\n",
        ),
        ("sdks/some/sdk.yaml", SDK),
    ]
    .iter()
    .map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec()))
    .collect()
}

/// The base with one file given another text.
fn with(path: &str, text: &str) -> Files {
    let mut files = base();
    files.retain(|(known, _)| known != path);
    files.push((path.to_owned(), text.as_bytes().to_vec()));
    files
}

fn problems(error: RulesetError) -> Vec<Problem> {
    match error {
        RulesetError::Source(problems) => problems,
        other => panic!("{other}"),
    }
}

/// Faults of reading.
fn read_faults(files: &Files) -> Vec<Problem> {
    problems(source::read(files).unwrap_err())
}

/// Faults of checking, after reading without fault.
fn check_faults(files: &Files) -> Vec<Problem> {
    problems(Knowledge::from_source(&source::read(files).unwrap()).unwrap_err())
}

fn knowledge(files: &Files) -> Knowledge {
    Knowledge::from_source(&source::read(files).unwrap()).unwrap()
}

#[test]
fn the_base_is_sound() {
    let all = knowledge(&base());
    assert_eq!((all.version(), all.release_date()), ("1", "2026-01-01"));
    assert_eq!(all.kinds().count(), 1);
    assert_eq!(
        all.framework().constant("Lf/Tel;", "K"),
        Some(("Ljava/lang/String;", "值𠮷"))
    );
}
