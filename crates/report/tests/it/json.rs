//! The JSON report of hand-made facts: contract fields, ids, stored text.

use crate::common;
use app_facts::AppFacts;
use report::json::{JsonOptions, render, render_with};
use report::mapping::Mapping;
use serde_json::Value;

fn value(facts: &AppFacts) -> Value {
    serde_json::from_str(&render(facts, &common::run_info())).unwrap()
}

#[test]
fn weather_as_stored() {
    common::snapshot(
        "weather.json",
        &render(&common::weather(), &common::run_info()),
    );
}

#[test]
fn every_top_level_field_of_the_contract_is_there() {
    let report = value(&AppFacts::default());
    let fields: Vec<&str> = report
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    for field in [
        "schema",
        "tool",
        "ruleset",
        "app",
        "permissions",
        "permission_requests",
        "accesses",
        "flows",
        "hosts",
        "sdks",
        "disclosure",
        "findings",
        "checks",
        "matrix",
        "coverage",
        "gaps",
    ] {
        assert!(fields.contains(&field), "{field}");
    }
    assert_eq!(report["schema"], "privlens-report/1");
    assert_eq!(report["coverage"]["data_flow"], "skipped");
    assert!(report["coverage"]["packed"].is_null());
    assert!(report["app"]["submission"].is_null());
    for field in [
        "documents",
        "statements",
        "declared_data",
        "declared_sdks",
        "denied_data",
        "undeclared_data",
        "undeclared_sdks",
        "declared_not_seen",
    ] {
        assert_eq!(report["disclosure"][field], serde_json::json!([]));
    }
}

#[test]
fn permissions_refer_to_accesses_by_id() {
    let report = value(&common::weather());
    let phone = report["permissions"]
        .as_array()
        .unwrap()
        .iter()
        .find(|permission| permission["name"] == "android.permission.READ_PHONE_STATE")
        .unwrap();
    assert_eq!(phone["accesses"], serde_json::json!(["a1", "a2"]));
    assert_eq!(report["accesses"][0]["id"], "a1");
    assert_eq!(report["accesses"][0]["obtainable"], "api<=28");
    assert_eq!(report["accesses"][0]["phase"], "before_consent");
    assert_eq!(report["accesses"][1]["phase"], Value::Null);
    assert_eq!(report["accesses"][2]["obtainable"], "unknown");
    assert_eq!(report["app"]["label"]["zh-CN"], "天气𠮷");
    assert_eq!(report["sdks"][0]["confidence"], "confirmed");
    assert_eq!(report["sdks"][1]["confidence"], "possible");
}

#[test]
fn one_line_holds_the_same_report() {
    let options = JsonOptions {
        one_line: true,
        mapping: None,
    };
    let line = render_with(&common::weather(), &common::run_info(), &options);
    assert_eq!(line.matches('\n').count(), 1);
    assert!(line.ends_with('\n'));
    let parsed: Value = serde_json::from_str(&line).unwrap();
    assert_eq!(parsed, value(&common::weather()));
}

#[test]
fn a_mapping_adds_original_names() {
    let mapping = Mapping::parse(
        b"com.igexin.push.core.CoreReader -> com.igexin.push.core.a:\n    40:40:void readDevice(android.content.Context):77:77 -> b\n",
    );
    let options = JsonOptions {
        one_line: true,
        mapping: Some(&mapping),
    };
    let text = render_with(&common::weather(), &common::run_info(), &options);
    let parsed: Value = serde_json::from_str(&text).unwrap();
    let access = &parsed["accesses"][0];
    assert_eq!(
        access["site"]["mapped"],
        "com.igexin.push.core.CoreReader.readDevice"
    );
    assert_eq!(
        access["chain"][5]["mapped"],
        "com.igexin.push.core.CoreReader.readDevice"
    );
    assert!(access["chain"][0].get("mapped").is_none());
    assert_eq!(
        access["site"]["method"],
        "Lcom/igexin/push/core/a;->b(Landroid/content/Context;)V"
    );
}
