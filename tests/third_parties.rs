//! Owners of renamed code and wrapped apps end to end, on apps made here; refuses third-party files, but for the small
//! slice of the SDK lab, whose apps are looked at where they were built.
#![expect(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

#[expect(dead_code, reason = "the assembler offers more than these tests use")]
#[path = "../crates/program-model/tests/model/assembler.rs"]
mod assembler;
#[path = "third_parties/lab.rs"]
mod lab;
#[path = "third_parties/owners.rs"]
mod owners;
#[path = "third_parties/shells.rs"]
mod shells;
#[expect(dead_code, reason = "the builder offers more than these tests use")]
#[path = "../crates/dex-parse/tests/dex/support.rs"]
mod support;
#[expect(dead_code, reason = "the writer offers more than these tests use")]
#[path = "robustness/zips.rs"]
mod zips;

use std::fmt::Write as _;
use std::sync::LazyLock;

use app_facts::AppFacts;
use ruleset::Knowledge;

/// The catalogues that are part of the program.
static KNOWLEDGE: LazyLock<Knowledge> =
    LazyLock::new(|| Knowledge::from_image(knowledge_image::IMAGE).unwrap());

/// A text manifest with an application class, activities and the permission for device numbers.
fn manifest(application: &str, activities: &[&str]) -> Vec<u8> {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <manifest xmlns:android=\"http://schemas.android.com/apk/res/android\" package=\"cn.shop\">\
         <uses-sdk android:minSdkVersion=\"21\" android:targetSdkVersion=\"34\"/>\
         <uses-permission android:name=\"android.permission.READ_PHONE_STATE\"/>\
         <application android:name=\"{application}\" android:label=\"商店𠮷\">"
    );
    for activity in activities {
        let _ = write!(
            out,
            "<activity android:name=\"{activity}\" android:exported=\"true\"><intent-filter>\
             <action android:name=\"android.intent.action.MAIN\"/>\
             <category android:name=\"android.intent.category.LAUNCHER\"/></intent-filter></activity>"
        );
    }
    out.push_str("</application></manifest>");
    out.into_bytes()
}

/// Facts of one app with the built-in catalogues and profiles.
fn facts(apk: &[u8]) -> AppFacts {
    let options = pipeline::Options::default();
    pipeline::analyze("shop.apk", apk, &KNOWLEDGE, &options).unwrap()
}
