//! Well-formed apps made to cost much: the analysis ends, within bounds of memory and processor time, and
//! finds the read or says which limit was met. Growth with size is measured only when asked for (`--ignored`):
//! a clock is no judge on a busy machine.

use std::fmt::Write as _;
use std::time::Duration;

use crate::child::{self, Run};
use crate::hostile::{self, MAIN};
use crate::inputs::apk_with;

struct Case {
    name: &'static str,
    make: fn(usize) -> Vec<u8>,
    /// Size of the test.
    n: usize,
}

const CASES: [Case; 22] = [
    case("inheritance chain", hostile::inheritance_chain, 20_000),
    case("override chain", hostile::override_chain, 20_000),
    case("interfaces", hostile::interfaces, 5_000),
    case("shared interfaces", hostile::shared_interfaces, 5_000),
    case("call sites", hostile::call_sites, 50_000),
    case("long method", hostile::long_method, 60_000),
    case("large switch", hostile::large_switch, 20_000),
    case("branch nest", hostile::branch_nest, 10_000),
    case("concatenation", hostile::concatenation, 10_000),
    case("doubling", hostile::doubling, 64),
    case("wrapper ring", hostile::wrapper_ring, 5_000),
    case("phi loops", hostile::phi_loops, 150),
    case("layers", hostile::layers, 500),
    case("reads on a chain", hostile::reads_on_a_chain, 10_000),
    case("shared handlers", hostile::shared_handlers, 4_000),
    case("shared class data", hostile::shared_class_data, 20_000),
    case("reflection", hostile::reflection, 10_000),
    case("field chain", hostile::field_chain, 10_000),
    case("class that extends itself", hostile::class_ring, 1),
    case("ring of two classes", hostile::class_ring, 2),
    case("ring of classes", hostile::class_ring, 2_000),
    case("many doublings", hostile::doubling, 10_000),
];

const fn case(name: &'static str, make: fn(usize) -> Vec<u8>, n: usize) -> Case {
    Case { name, make, n }
}

fn app(case: &Case, n: usize) -> Vec<u8> {
    apk_with(&[(case.make)(n)], MAIN)
}

fn scan(bytes: &[u8], tag: &str) -> Run {
    child::scan_bytes(tag, "app.apk", bytes, &["--format", "json"])
}

#[test]
fn costly_apps_end_with_a_report() {
    let mut failures = String::new();
    for case in &CASES {
        let run = scan(&app(case, case.n), &format!("scale-{}", case.name));
        println!("{}: {:?}, {} bytes", case.name, run.time, run.stdout.len());
        if let Err(problem) = check(&run) {
            let _ = writeln!(failures, "{}: {problem}", case.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}

fn check(run: &Run) -> Result<(), String> {
    let report = run.report()?;
    // 64 MiB is what a reader still opens.
    if run.stdout.len() > 64 << 20 {
        return Err(format!("{} bytes of report", run.stdout.len()));
    }
    // Where a limit of the analysis is met, the report says so.
    if report["coverage"]["complete"] == false && report["gaps"][0]["why"].is_string() {
        return Ok(());
    }
    let is_read =
        |access: &serde_json::Value| access["data"] == "imei" && access["level"] == "reachable";
    let accesses = report["accesses"].as_array().cloned().unwrap_or_default();
    if !accesses.iter().any(is_read) {
        return Err("the read is not reported as reachable".to_owned());
    }
    Ok(())
}

/// Twice the size may cost at most 2.6 times as much (2 for linear, the rest for sorting, caches and noise).
/// Measured as the least of three runs, above half a second.
#[test]
#[ignore = "measures time: run by `cargo xtask stress`"]
fn cost_grows_about_linearly() {
    let mut failures = String::new();
    for case in &CASES {
        let least = |n: usize| {
            let bytes = app(case, n);
            (0..3)
                .map(|_| scan(&bytes, &format!("growth-{}", case.name)).time)
                .min()
                .unwrap()
        };
        let (half, whole) = (least(case.n / 2), least(case.n));
        let ratio = whole.as_secs_f64() / half.as_secs_f64();
        println!("{:<20} {half:>12?} {whole:>12?} {ratio:>5.2}", case.name);
        if whole > Duration::from_millis(500) && ratio > 2.6 {
            let _ = writeln!(failures, "{}: {half:?}, {whole:?}", case.name);
        }
    }
    assert!(failures.is_empty(), "{failures}");
}
