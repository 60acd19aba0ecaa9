//! Runs the analysis in process over many cases and gathers what went wrong; refuses to stop at the first.

use std::fmt::Write as _;
use std::io::Write as _;
use std::panic::Location;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock};
use std::time::{Duration, Instant};

use app_facts::AppFacts;
use pipeline::{AnalyzeError, Analyzer, Options};
use report::RunInfo;
use ruleset::Knowledge;

/// One case takes milliseconds; a busy machine is no reason to fail, a loop without end is.
const SLOW: Duration = Duration::from_secs(10);
/// After this a case counts as endless, and the process ends so that its name is seen.
const ENDLESS: Duration = Duration::from_mins(2);
/// Failures shown in full.
const MAX_SHOWN: usize = 12;

/// The catalogues, loaded once.
pub(crate) fn knowledge() -> &'static Knowledge {
    static KNOWLEDGE: OnceLock<Knowledge> = OnceLock::new();
    KNOWLEDGE.get_or_init(|| Knowledge::from_image(knowledge_image::IMAGE).unwrap())
}

/// The analyser, arranged once.
pub(crate) fn analyzer() -> &'static Analyzer<'static> {
    static ANALYZER: OnceLock<Analyzer<'static>> = OnceLock::new();
    ANALYZER.get_or_init(|| Analyzer::new(knowledge()))
}

/// Facts of an app that must give some.
pub(crate) fn facts(bytes: &[u8]) -> AppFacts {
    analyzer()
        .analyze("app.apk", bytes, &Options::default())
        .unwrap()
}

/// The JSON report without any fact of this run.
pub(crate) fn json(facts: &AppFacts) -> String {
    report::json::render(facts, &RunInfo::default())
}

/// The case that runs at the moment.
struct Watched {
    n: usize,
    begin: Instant,
    bytes: Vec<u8>,
}

/// Cases of one format.
pub(crate) struct Cases {
    format: &'static str,
    n: usize,
    with_report: usize,
    with_access: usize,
    failures: Vec<String>,
    watched: Arc<Mutex<Option<Watched>>>,
}

impl Cases {
    pub(crate) fn new(format: &'static str) -> Self {
        remember_panics();
        let watched: Arc<Mutex<Option<Watched>>> = Arc::default();
        let seen = Arc::clone(&watched);
        std::thread::spawn(move || {
            loop {
                std::thread::sleep(Duration::from_secs(1));
                if let Some(case) = &*seen.lock().unwrap()
                    && case.begin.elapsed() > ENDLESS
                {
                    let path = keep(format, case.n, &case.bytes).display().to_string();
                    // The macros write where nobody looks once the process is gone.
                    let _ = writeln!(
                        std::io::stderr(),
                        "{format}: no end after {ENDLESS:?}: {path}"
                    );
                    std::process::abort();
                }
            }
        });
        Self {
            format,
            n: 0,
            with_report: 0,
            with_access: 0,
            failures: Vec::new(),
            watched,
        }
    }

    /// Runs `check` on the bytes of one case; its message is a failure.
    pub(crate) fn run(&mut self, bytes: &[u8], check: impl FnOnce(&[u8]) -> Result<(), String>) {
        let name = format!("{} {}", self.format, self.n);
        let begin = Instant::now();
        *self.watched.lock().unwrap() = Some(Watched {
            n: self.n,
            begin,
            bytes: bytes.to_vec(),
        });
        let result = check(bytes);
        *self.watched.lock().unwrap() = None;
        let time = begin.elapsed();
        let problem = match result {
            Err(problem) => Some(problem),
            Ok(()) if time > SLOW => Some(format!("took {time:?}")),
            Ok(()) => None,
        };
        if let Some(problem) = problem {
            let path = keep(self.format, self.n, bytes);
            self.failures
                .push(format!("{name}: {problem}\n    input: {}", path.display()));
        }
        self.n += 1;
    }

    /// Analyses one app. An error must be one of the input, a report must be valid and in proportion.
    pub(crate) fn analyze(&mut self, name: &str, bytes: &[u8]) {
        let (mut with_report, mut with_access) = (0, 0);
        self.run(bytes, |bytes| {
            match analyzer().analyze(name, bytes, &Options::default()) {
                Ok(facts) => {
                    with_report = 1;
                    with_access = usize::from(!facts.accesses.is_empty());
                    check_facts(&facts, bytes.len())
                }
                Err(AnalyzeError::Unpack(error)) => check_message(&error.to_string()),
                Err(error) => Err(format!("{error} ({})", last_panic())),
            }
        });
        self.with_report += with_report;
        self.with_access += with_access;
    }

    /// Fails when a case failed, or when damage never got past the first check of the engine.
    pub(crate) fn finish(self, least_reports: usize) {
        let Self {
            format,
            n,
            with_report,
            with_access,
            ..
        } = self;
        println!("{format}: {n} cases, {with_report} reports, {with_access} with accesses");
        let mut text = String::new();
        for failure in self.failures.iter().take(MAX_SHOWN) {
            let _ = writeln!(text, "  {failure}");
        }
        let bad = self.failures.len();
        assert!(bad == 0, "{format}: {bad} of {n} cases\n{text}");
        assert!(
            with_report >= least_reports,
            "{format}: {with_report} of {n} cases gave a report; the damage is too coarse"
        );
    }
}

/// What holds for every report, whatever the input: results grow no faster than the file.
pub(crate) fn check_facts(facts: &AppFacts, len: usize) -> Result<(), String> {
    let coverage = &facts.coverage;
    let len = u64::try_from(len).unwrap();
    // `dex_parse::limits` gives each input a budget of work units; an instruction takes at least one.
    let most = len
        .saturating_mul(dex_parse::limits::WORK_UNITS_PER_BYTE)
        .max(dex_parse::limits::MIN_WORK_UNITS)
        .saturating_mul(2);
    if coverage.instructions > most {
        return Err(format!(
            "{} instructions from {len} bytes",
            coverage.instructions
        ));
    }
    let text = json(facts);
    if u64::try_from(text.len()).unwrap() > (4 << 20) + 400 * len {
        return Err(format!("{} bytes of report from {len}", text.len()));
    }
    let value: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("not JSON: {error}"))?;
    if value.get("schema").and_then(|schema| schema.as_str()) != Some("privlens-report/1") {
        return Err("the report has no schema".to_owned());
    }
    let is_whole = coverage.complete && coverage.dex_files == 0;
    if is_whole {
        return Err("complete without any DEX file".to_owned());
    }
    for gap in &facts.gaps {
        if gap.stage.is_empty() || gap.what.is_empty() || gap.why.is_empty() {
            return Err(format!("a gap without reason: {gap:?}"));
        }
    }
    for access in &facts.accesses {
        if access.key.is_empty() || access.data.is_empty() || access.site.method.is_empty() {
            return Err(format!("an access without key, kind or place: {access:?}"));
        }
    }
    Ok(())
}

/// An error is one short line without control characters.
fn check_message(message: &str) -> Result<(), String> {
    let is_clear = !message.is_empty()
        && message.len() < 600
        && !message.chars().any(char::is_control)
        && !message.contains("internal");
    if is_clear {
        Ok(())
    } else {
        Err(format!("unclear message {message:?}"))
    }
}

fn keep(format: &str, n: usize, bytes: &[u8]) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("robustness");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{}-{n}.bin", format.replace(' ', "-")));
    std::fs::write(&path, bytes).unwrap();
    path
}

static LAST_PANIC: Mutex<String> = Mutex::new(String::new());

/// Where the last panic was: the analysis catches panics, and its message has no place.
fn last_panic() -> String {
    LAST_PANIC.lock().unwrap().clone()
}

fn remember_panics() {
    static ONCE: OnceLock<()> = OnceLock::new();
    ONCE.get_or_init(|| {
        let previous = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let place = info.location().map(Location::to_string);
            *LAST_PANIC.lock().unwrap() = place.unwrap_or_default();
            previous(info);
        }));
    });
}
