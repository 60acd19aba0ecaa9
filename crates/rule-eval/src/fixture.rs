//! Tests of rules from facts files: a hit must fire, a near miss must stay silent, and each condition that is broken
//! must be noticed. Refuses facts files with keys that no fact has.

use std::collections::BTreeMap;

use app_facts::{AppFacts, Confidence, Judgement, Verdict};
use rayon::prelude::*;
use ruleset::schema::Catalogues;
use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::{EvalOptions, Judge, Previous};

/// Version of the form of test files.
const FORMAT: &str = "privlens/rule-test/1";
/// Deepest nesting of a value in a facts file.
const MAX_DEPTH: u32 = 24;

/// Why a test file cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {what}")]
pub struct FixtureError {
    /// File.
    pub file: String,
    /// What is wrong.
    pub what: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct TestFile {
    format: String,
    cases: Vec<RawCase>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawCase {
    name: String,
    /// Number of the hit case, counted from 1, whose facts are taken.
    #[serde(default)]
    from: Option<usize>,
    #[serde(default)]
    facts: Option<Value>,
    #[serde(default)]
    options: Option<RawOptions>,
    /// Values by path, such as `accesses.0.phase`.
    #[serde(default)]
    set: BTreeMap<String, Value>,
    /// Paths taken away.
    #[serde(default)]
    remove: Vec<String>,
    #[serde(default)]
    expect: Option<Expect>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawOptions {
    #[serde(default)]
    jurisdictions: Option<Vec<String>>,
    #[serde(default)]
    categories: Vec<String>,
    #[serde(default)]
    operator: Option<String>,
    #[serde(default)]
    affiliates: Vec<String>,
    #[serde(default)]
    first_party_domains: Vec<String>,
    #[serde(default)]
    store_name: Option<String>,
    #[serde(default)]
    previous: Option<RawPrevious>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawPrevious {
    #[serde(default)]
    data: Vec<String>,
    #[serde(default)]
    sdks: Vec<String>,
    #[serde(default)]
    permissions: Vec<String>,
}

/// What a case must give.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
struct Expect {
    #[serde(default)]
    result: Option<Verdict>,
    #[serde(default)]
    findings: Option<usize>,
    #[serde(default)]
    data: Option<Vec<String>>,
    #[serde(default)]
    owner: Option<String>,
    #[serde(default)]
    confidence: Option<Confidence>,
}

/// One case, ready to run.
#[derive(Debug)]
pub struct TestCase {
    /// Rule.
    pub rule: String,
    /// `hit` or `miss`.
    pub is_hit: bool,
    /// Name.
    pub name: String,
    /// File that holds it.
    pub file: String,
    facts: AppFacts,
    options: EvalOptions,
    expect: Expect,
}

/// What a run of tests gave.
#[derive(Debug, Default)]
pub struct TestRun {
    /// Cases run.
    pub cases: usize,
    /// Rules with tests.
    pub rules: usize,
    /// Rules without a hit or without a miss.
    pub untested: Vec<String>,
    /// Cases that did not give what they must.
    pub failures: Vec<String>,
    /// Broken conditions tried.
    pub mutants: usize,
    /// Broken conditions that no test noticed.
    pub survivors: Vec<String>,
}

/// Reads the cases of a folder of rules: paths and bytes of `…/<rule>/tests/hit.yaml` and `miss.yaml`.
pub fn read(
    files: &[(String, Vec<u8>)],
    catalogues: &Catalogues<'static>,
) -> (Vec<TestCase>, Vec<FixtureError>) {
    let mut cases = Vec::new();
    let mut errors = Vec::new();
    let mut hits: BTreeMap<String, Vec<(Value, RawOptions)>> = BTreeMap::new();
    let mut sorted: Vec<_> = files
        .iter()
        .filter(|(path, _)| path.contains("/tests/") && path.ends_with(".yaml"))
        .collect();
    // `hit.yaml` sorts before `miss.yaml`, so a miss finds its hit.
    sorted.sort();
    for (path, bytes) in sorted {
        let Some(rule) = rule_of(path, catalogues) else {
            errors.push(error(path, "no rule has this folder"));
            continue;
        };
        let is_hit = path.ends_with("hit.yaml");
        let text = String::from_utf8_lossy(bytes);
        let file: TestFile = match serde_saphyr::from_str(&text) {
            Ok(file) => file,
            Err(fault) => {
                errors.push(error(path, &fault.to_string()));
                continue;
            }
        };
        if file.format != FORMAT {
            errors.push(error(path, &format!("expected format {FORMAT}")));
        }
        for raw in file.cases {
            let base = raw
                .from
                .and_then(|n| hits.get(&rule)?.get(n.checked_sub(1)?))
                .cloned();
            if raw.from.is_some() && base.is_none() {
                errors.push(error(
                    path,
                    &format!("{}: there is no such hit case", raw.name),
                ));
                continue;
            }
            let (mut facts, options) = base.unwrap_or_else(|| (json!({}), RawOptions::default()));
            if let Some(given) = &raw.facts {
                merge(&mut facts, given, 0);
            }
            let mut fault = None;
            for place in &raw.remove {
                if !remove(&mut facts, place) {
                    fault = Some(format!("{}: nothing to remove at {place}", raw.name));
                }
            }
            for (place, value) in &raw.set {
                if !set(&mut facts, place, value) {
                    fault = Some(format!("{}: cannot set {place}", raw.name));
                }
            }
            if let Some(fault) = fault {
                errors.push(error(path, &fault));
                continue;
            }
            let options = raw.options.unwrap_or(options);
            if is_hit {
                hits.entry(rule.clone())
                    .or_default()
                    .push((facts.clone(), options.clone()));
            }
            match build(facts) {
                Ok(facts) => cases.push(TestCase {
                    options: make_options(&rule, &options, catalogues),
                    rule: rule.clone(),
                    is_hit,
                    name: raw.name,
                    file: path.clone(),
                    facts,
                    expect: raw.expect.unwrap_or_default(),
                }),
                Err(fault) => errors.push(error(path, &format!("{}: {fault}", raw.name))),
            }
        }
    }
    (cases, errors)
}

/// Runs all cases, and with `mutate` all of them again for each broken condition.
pub fn run(cases: &[TestCase], catalogues: &Catalogues<'static>, mutate: bool) -> TestRun {
    let mut out = TestRun {
        cases: cases.len(),
        ..TestRun::default()
    };
    let mut by_rule: BTreeMap<&str, Vec<&TestCase>> = BTreeMap::new();
    for case in cases {
        by_rule.entry(&case.rule).or_default().push(case);
    }
    out.rules = by_rule.len();
    for rule in &catalogues.judging.rules {
        let list = by_rule.get(rule.id.as_str()).map_or(&[][..], Vec::as_slice);
        if !list.iter().any(|case| case.is_hit) || list.iter().all(|case| case.is_hit) {
            out.untested.push(rule.id.clone());
        }
    }
    let results: Vec<(Vec<String>, usize, Vec<String>)> = by_rule
        .par_iter()
        .map(|(rule, list)| one_rule(rule, list, catalogues, mutate))
        .collect();
    for (failures, mutants, survivors) in results {
        out.failures.extend(failures);
        out.mutants += mutants;
        out.survivors.extend(survivors);
    }
    out
}

fn one_rule(
    rule: &str,
    list: &[&TestCase],
    catalogues: &Catalogues<'static>,
    mutate: bool,
) -> (Vec<String>, usize, Vec<String>) {
    let Some(first) = list.first() else {
        return (Vec::new(), 0, Vec::new());
    };
    let judge = Judge::with(catalogues, &first.options);
    let failures: Vec<String> = list
        .iter()
        .filter_map(|case| {
            let judgement = judge.with_options(&case.options).judge(&case.facts);
            fault(case, &judgement).map(|fault| format!("{}: {}: {fault}", case.file, case.name))
        })
        .collect();
    let mut survivors = Vec::new();
    let mut mutants = 0;
    if mutate && failures.is_empty() {
        for (_, n, names) in judge.sites() {
            for site in 0..n {
                for answer in [true, false] {
                    mutants += 1;
                    let mutant = judge.mutant(rule, site, answer);
                    let noticed = list.iter().any(|case| {
                        let judgement = mutant.with_options(&case.options).judge(&case.facts);
                        fault(case, &judgement).is_some()
                    });
                    if !noticed {
                        let name = names.get(site).map_or("", String::as_str);
                        survivors.push(format!("{rule} {name} always {answer}"));
                    }
                }
            }
        }
    }
    (failures, mutants, survivors)
}

/// What is wrong with the answer; `None` when it is as expected.
fn fault(case: &TestCase, judgement: &Judgement) -> Option<String> {
    let check = judgement
        .checks
        .iter()
        .find(|check| check.rule == case.rule)?;
    let expect = &case.expect;
    let wanted_findings = expect.findings.or(match (case.is_hit, expect.result) {
        (true, _) => None,
        (false, Some(result)) if result <= Verdict::Capability => None,
        (false, _) => Some(0),
    });
    if let Some(n) = wanted_findings
        && judgement.findings.len() != n
    {
        return Some(format!(
            "expected {n} findings, got {}",
            judgement.findings.len()
        ));
    }
    if case.is_hit && judgement.findings.is_empty() {
        return Some(format!(
            "nothing fired; the check says {}",
            check.result.as_str()
        ));
    }
    let wanted = expect.result.unwrap_or(if case.is_hit {
        check.result
    } else {
        Verdict::NotFound
    });
    if check.result != wanted {
        return Some(format!(
            "expected {}, got {}{}",
            wanted.as_str(),
            check.result.as_str(),
            check
                .why
                .as_ref()
                .map_or_else(String::new, |why| format!(" ({})", why.en))
        ));
    }
    let first = judgement.findings.first();
    if let (Some(data), Some(first)) = (&expect.data, first)
        && first.data != *data
    {
        return Some(format!("expected data {data:?}, got {:?}", first.data));
    }
    if let (Some(owner), Some(first)) = (&expect.owner, first) {
        let found = first.owner.as_ref().map_or("none", app_facts::Owner::short);
        if found != owner {
            return Some(format!("expected owner {owner}, got {found}"));
        }
    }
    if let (Some(confidence), Some(first)) = (expect.confidence, first)
        && first.confidence != confidence
    {
        return Some(format!(
            "expected confidence {}, got {}",
            confidence.as_str(),
            first.confidence.as_str()
        ));
    }
    judgement
        .findings
        .iter()
        .flat_map(|finding| [&finding.message.zh, &finding.message.en])
        .find(|text| text.contains('{'))
        .map(|text| format!("a placeholder is not filled in: {text}"))
}

fn make_options(rule: &str, raw: &RawOptions, catalogues: &Catalogues<'static>) -> EvalOptions {
    let jurisdictions = raw.jurisdictions.clone().or_else(|| {
        let found = catalogues.judging.rules.iter().find(|row| row.id == rule);
        found.map(|row| row.jurisdictions.clone())
    });
    EvalOptions {
        jurisdictions: jurisdictions.unwrap_or_default(),
        as_of: catalogues.release.date.to_string(),
        categories: raw.categories.clone(),
        operator: raw.operator.clone(),
        affiliates: raw.affiliates.clone(),
        first_party_domains: raw.first_party_domains.clone(),
        drafts: true,
        previous: raw.previous.as_ref().map(|previous| Previous {
            data: previous.data.clone(),
            sdks: previous.sdks.clone(),
            permissions: previous.permissions.clone(),
        }),
        store_name: raw.store_name.clone(),
        only: vec![rule.to_owned()],
    }
}

/// The rule whose folder holds the file.
fn rule_of(path: &str, catalogues: &Catalogues<'static>) -> Option<String> {
    let (folder, _) = path.rsplit_once("/tests/")?;
    let name = folder.rsplit('/').next()?;
    catalogues
        .judging
        .rules
        .iter()
        .find(|rule| name.starts_with(&format!("{}-", rule.id)))
        .map(|rule| rule.id.clone())
}

fn error(file: &str, what: &str) -> FixtureError {
    FixtureError {
        file: file.to_owned(),
        what: what.to_owned(),
    }
}

/// Facts from what a test file gives, with everything else as in a small app that was seen whole.
fn build(given: Value) -> Result<AppFacts, String> {
    let mut facts = json!({
        "format": app_facts::FACTS_FORMAT,
        "app": {
            "package": "com.example.app", "version_name": "1.0", "version_code": 1,
            "label": {"default": "Example", "zh_cn": null}, "min_sdk": 21, "target_sdk": 33,
            "files": [], "signers": [], "tampering": []
        },
        "permissions": [], "accesses": [], "sdks": [],
        "manifest": {
            "read": true, "allow_backup": false, "backup_rules": false, "cleartext": false,
            "network_security_config": false, "debuggable": false, "shared_user_id": null,
            "queries_all": false, "query_packages": 0
        },
        "coverage": {
            "visibility": "full", "dex_files": 1, "classes": 10, "methods": 100, "methods_with_code": 100,
            "methods_without_body": 0, "methods_reachable": 50, "native_libs": 0, "unresolved_reflection": 0,
            "instructions": 1000, "call_edges": 100, "data_flow": "complete", "complete": true
        },
        "disclosure": {
            "documents": [], "statements": [], "declared_data": [], "declared_sdks": [], "denied_data": [],
            "undeclared_data": [], "undeclared_sdks": [], "declared_not_seen": []
        },
        "gaps": []
    });
    let mut given = given;
    expand(&mut given);
    merge(&mut facts, &given, 0);
    let value: AppFacts =
        serde_json::from_value(facts.clone()).map_err(|error| error.to_string())?;
    let back = serde_json::to_value(&value).map_err(|error| error.to_string())?;
    match lost(&facts, &back, "") {
        Some(place) => Err(format!("no fact has the key {place}")),
        None => Ok(value),
    }
}

/// Fills in what rows of facts files leave out, and turns short forms into long ones.
fn expand(given: &mut Value) {
    let Value::Object(root) = given else { return };
    for (name, template) in templates() {
        let (outer, inner) = name.split_once('.').unwrap_or((name, ""));
        let list = if inner.is_empty() {
            root.get_mut(outer)
        } else {
            root.get_mut(outer).and_then(|value| value.get_mut(inner))
        };
        let Some(Value::Array(rows)) = list else {
            continue;
        };
        for (n, row) in rows.iter_mut().enumerate() {
            short_forms(row);
            let mut full = template.clone();
            merge(&mut full, row, 0);
            if name == "disclosure.statements"
                && full.get("id").is_none_or(|id| id == "")
                && let Value::Object(map) = &mut full
            {
                map.insert("id".to_owned(), json!(format!("s{}", n + 1)));
            }
            *row = full;
        }
    }
}

/// `owner: app`, `owner: sdk:getui-push`, `entry: application.onCreate`.
fn short_forms(row: &mut Value) {
    let Value::Object(row) = row else { return };
    for name in ["owner", "initiator"] {
        if let Some(Value::String(text)) = row.get(name) {
            let owner = match text.split_once(':') {
                Some((kind, sdk)) => json!({"kind": kind, "sdk": sdk}),
                None => json!({"kind": text, "sdk": null}),
            };
            row.insert(name.to_owned(), owner);
        }
    }
    if let Some(owner) = row.get("owner").cloned()
        && row.contains_key("level")
        && !row.contains_key("initiator")
    {
        row.insert("initiator".to_owned(), owner);
    }
    if let Some(entry) = row.remove("entry") {
        row.insert(
            "chain".to_owned(),
            json!([{"method": "La/Entry;->run()V", "owner": "app", "edge": "entry", "entry": entry, "offset": 0, "line": null}]),
        );
    }
}

fn templates() -> Vec<(&'static str, Value)> {
    let site = json!({"method": "La/A;->f()V", "offset": 0, "line": null, "dex": "classes.dex", "file": "base.apk"});
    let app = json!({"kind": "app", "sdk": null});
    vec![
        (
            "accesses",
            json!({
                "data": "", "api": "La/B;->get()V", "site": site, "owner": app, "initiator": app, "level": "reachable",
                "phase": "unknown", "via": "direct", "obtainable": null, "scope": "full", "background_weight": false,
                "chain": [], "cuts": [], "model": "", "key": ""
            }),
        ),
        (
            "behaviours",
            json!({
                "id": "", "api": "La/B;->do()V", "site": site, "owner": app, "initiator": app, "level": "reachable",
                "phase": "unknown", "values": [], "beside": [], "chain": [], "key": ""
            }),
        ),
        (
            "flows",
            json!({
                "data": [], "source": {"api": "", "site": {"method": "La/A;->f()V", "offset": 0}},
                "sink": {"api": "", "kind": "network", "site": {"method": "La/S;->send()V", "offset": 0}, "host": null, "scheme": null, "recipient": null},
                "confidence": "confirmed", "transforms": [], "cuts": [], "key": "",
                "path": []
            }),
        ),
        (
            "hosts",
            json!({"host": "", "role": "unknown", "sdk": null, "country": null, "country_basis": null, "schemes": [], "seen": "flow"}),
        ),
        (
            "permission_requests",
            json!({"permissions": [], "site": site, "owner": app, "phase": "unknown", "chain": [], "rationale": null, "on_denied": "unknown", "exit_scope": "", "spacing": "none"}),
        ),
        (
            "permissions",
            json!({"name": "", "protection": "dangerous", "declared": true, "max_sdk": null, "flags": [], "status": "used", "accesses": [], "uses": [], "owners": [], "why": null}),
        ),
        (
            "sdks",
            json!({"id": "", "name_zh": "", "name_en": "", "vendor_zh": "", "vendor_en": "", "country": "CN", "category": "other", "is_library": false, "evidence": [{"kind": "package", "value": "x", "count": 1}], "reachable": true, "data": []}),
        ),
        (
            "components",
            json!({"kind": "activity", "class": "La/C;", "owner": app, "exported": false, "enabled": true, "launcher": false, "permission": null, "process": null, "actions": [], "categories": [], "meta": [], "authorities": []}),
        ),
        (
            "resources",
            json!({"kind": "text", "topics": [], "value": "", "place": "string/x", "checked": null, "page_topics": [], "first_screen": false, "shown": "unknown"}),
        ),
        (
            "disclosure.documents",
            json!({"role": "policy", "name": "policy.txt", "sha256": "", "language": "zh", "date": "2026-01-01", "version": null, "why": null, "format": "text", "characters": 5000, "names": []}),
        ),
        (
            "disclosure.statements",
            json!({"id": "", "doc": 0, "place": "1", "quote": "", "type": "collect", "data": [], "sdk": null, "company": null, "match": "exact", "topics": [], "permissions": [], "conditional": false}),
        ),
        (
            "disclosure.undeclared_data",
            json!({"data": "", "answer": "absent", "accesses": [], "owners": [], "statements": [], "searched": []}),
        ),
        (
            "disclosure.undeclared_sdks",
            json!({"sdk": "", "answer": "absent", "named_instead": [], "statements": [], "data": [], "same_group": false, "searched": []}),
        ),
        (
            "disclosure.declared_sdks",
            json!({"sdk": null, "name": "", "company": null, "match": "exact", "data": [], "statements": []}),
        ),
        (
            "disclosure.declared_data",
            json!({"data": "", "match": "exact", "statements": []}),
        ),
        (
            "disclosure.denied_data",
            json!({"data": "", "action": "collect", "conditional": false, "statements": [], "accesses": []}),
        ),
    ]
}

/// Lays `top` over `base`; lists and plain values replace.
fn merge(base: &mut Value, top: &Value, depth: u32) {
    match (base, top) {
        (Value::Object(base), Value::Object(top)) if depth < MAX_DEPTH => {
            for (key, value) in top {
                merge(
                    base.entry(key.clone()).or_insert(Value::Null),
                    value,
                    depth + 1,
                );
            }
        }
        (base, top) => *base = top.clone(),
    }
}

/// The first key that is in `given` and not in `back`.
fn lost(given: &Value, back: &Value, place: &str) -> Option<String> {
    match (given, back) {
        (Value::Object(given), Value::Object(back)) => given.iter().find_map(|(key, value)| {
            let place = format!("{place}.{key}");
            match back.get(key) {
                None => Some(place),
                Some(back) => lost(value, back, &place),
            }
        }),
        (Value::Array(given), Value::Array(back)) => given
            .iter()
            .zip(back)
            .enumerate()
            .find_map(|(n, (given, back))| lost(given, back, &format!("{place}.{n}"))),
        _ => None,
    }
}

fn set(root: &mut Value, place: &str, value: &Value) -> bool {
    let mut at = root;
    for part in place.split('.') {
        at = match at {
            Value::Array(list) => {
                let Ok(n) = part.parse::<usize>() else {
                    return false;
                };
                if n == list.len() {
                    list.push(Value::Null);
                }
                match list.get_mut(n) {
                    Some(next) => next,
                    None => return false,
                }
            }
            Value::Object(map) => map.entry(part.to_owned()).or_insert(Value::Null),
            Value::Null => {
                *at = if part.parse::<usize>().is_ok() {
                    Value::Array(vec![Value::Null])
                } else {
                    Value::Object(Map::from_iter([(part.to_owned(), Value::Null)]))
                };
                let next = match at {
                    Value::Array(list) => list.first_mut(),
                    Value::Object(map) => map.get_mut(part),
                    _ => None,
                };
                match next {
                    Some(next) => next,
                    None => return false,
                }
            }
            _ => return false,
        };
    }
    *at = value.clone();
    true
}

fn remove(root: &mut Value, place: &str) -> bool {
    let Some((parent, last)) = place.rsplit_once('.') else {
        return match root {
            Value::Object(map) => map.remove(place).is_some(),
            _ => false,
        };
    };
    let pointer = format!("/{}", parent.replace('.', "/"));
    match root.pointer_mut(&pointer) {
        Some(Value::Object(map)) => map.remove(last).is_some(),
        Some(Value::Array(list)) => match last.parse::<usize>() {
            Ok(n) if n < list.len() => {
                list.remove(n);
                true
            }
            _ => false,
        },
        _ => false,
    }
}
