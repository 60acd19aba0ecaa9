//! What the options of `scan` mean: checked, with defaults filled in. Refuses combinations that cannot
//! work before any app is read.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use report::Lang;

use crate::args::{ColorWhen, Common, Format, ProgressArg, ScanArgs, Severity};
use crate::exit::CliError;
use crate::input::{self, Input};
use crate::language;

/// Settings of one `scan`.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is an option of its own on the command line"
)]
#[derive(Debug)]
pub(crate) struct ScanConfig {
    pub(crate) inputs: Vec<Input>,
    pub(crate) format: Format,
    pub(crate) output: Output,
    pub(crate) lang: Lang,
    pub(crate) colour: bool,
    pub(crate) width: usize,
    pub(crate) rulesets: Vec<PathBuf>,
    pub(crate) mapping: Option<PathBuf>,
    /// Whether values are followed to their recipients.
    pub(crate) flows: bool,
    /// Folder of summaries kept from app to app.
    pub(crate) summary_cache: Option<PathBuf>,
    /// Folder of DEX files dumped from memory.
    pub(crate) added_dex: Option<PathBuf>,
    pub(crate) policies: Vec<PathBuf>,
    pub(crate) sdk_lists: Vec<PathBuf>,
    pub(crate) operators: Vec<String>,
    pub(crate) as_of: Option<String>,
    pub(crate) categories: Vec<String>,
    pub(crate) jobs: usize,
    pub(crate) progress: ProgressArg,
    pub(crate) quiet: bool,
    pub(crate) require_complete: bool,
    pub(crate) fail_on: Option<Severity>,
    pub(crate) verbose: bool,
    pub(crate) judge: crate::judging::JudgeArgs,
}

/// Where reports go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Output {
    Stdout,
    File(PathBuf),
    /// One file per app.
    Folder(PathBuf),
}

impl ScanConfig {
    /// Checks the options and finds the inputs.
    pub(crate) fn new(scan: &ScanArgs, common: &Common) -> Result<Self, CliError> {
        if scan.paths.is_empty() && scan.list.is_empty() {
            return Err(CliError::Usage(
                "no input: name an app file, a folder, -@FILE or - (see privlens scan --help)"
                    .to_owned(),
            ));
        }
        if let Some(date) = &scan.as_of
            && !is_date(date)
        {
            return Err(CliError::Usage(format!(
                "--as-of {date}: not a date of the form YYYY-MM-DD"
            )));
        }
        if scan.jobs == Some(0) {
            return Err(CliError::Usage("--jobs 0: at least 1".to_owned()));
        }
        let (inputs, inputs_are_many) = input::collect(&scan.paths, &scan.list)?;
        let output = output(scan.output.as_deref(), inputs_are_many)?;
        if scan.format == Format::Json
            && inputs_are_many
            && inputs.len() != 1
            && !matches!(output, Output::Folder(_))
        {
            return Err(CliError::Usage(format!(
                "--format json holds one app and there are {}: use --format jsonl, or -o with a folder",
                inputs.len()
            )));
        }
        let to_terminal = output == Output::Stdout;
        Ok(Self {
            format: scan.format,
            lang: language::language(common.lang),
            colour: match common.color {
                ColorWhen::Auto => to_terminal && language::colour(ColorWhen::Auto),
                when => language::colour(when),
            },
            width: language::width(),
            rulesets: common.ruleset.clone(),
            mapping: scan.mapping.clone(),
            added_dex: scan.dex.clone(),
            policies: scan.policy.clone(),
            sdk_lists: scan.sdk_list.clone(),
            operators: scan.operator.clone(),
            as_of: scan.as_of.clone(),
            categories: sorted(&scan.category),
            jobs: scan.jobs.unwrap_or_else(|| {
                std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
            }),
            progress: scan.progress,
            quiet: common.quiet,
            flows: !scan.no_flows,
            summary_cache: scan.summary_cache.clone(),
            require_complete: scan.require_complete,
            fail_on: scan.fail_on,
            verbose: scan.verbose,
            judge: scan.judge.clone(),
            inputs,
            output,
        })
    }

    /// One setting a line, as `--print-config` shows them.
    pub(crate) fn describe(&self) -> String {
        let paths = |paths: &[PathBuf]| {
            let list: Vec<String> = paths
                .iter()
                .map(|path| path.display().to_string())
                .collect();
            format!("{list:?}")
        };
        let inputs: Vec<String> = self.inputs.iter().map(Input::name).collect();
        let lines = [
            ("inputs", format!("{inputs:?}")),
            ("format", format!("{:?}", word(&self.format))),
            (
                "output",
                match &self.output {
                    Output::Stdout => "\"-\"".to_owned(),
                    Output::File(path) | Output::Folder(path) => {
                        format!("{:?}", path.display().to_string())
                    }
                },
            ),
            (
                "lang",
                match self.lang {
                    Lang::Zh => "\"zh\"",
                    Lang::En => "\"en\"",
                }
                .to_owned(),
            ),
            ("color", self.colour.to_string()),
            ("width", self.width.to_string()),
            ("ruleset", paths(&self.rulesets)),
            (
                "mapping",
                paths(&self.mapping.iter().cloned().collect::<Vec<_>>()),
            ),
            ("policy", paths(&self.policies)),
            ("sdk-list", paths(&self.sdk_lists)),
            ("operator", format!("{:?}", self.operators)),
            (
                "as-of",
                format!("{:?}", self.as_of.as_deref().unwrap_or_default()),
            ),
            ("category", format!("{:?}", self.categories)),
            ("jurisdiction", format!("{:?}", self.judge.jurisdiction)),
            ("affiliate", format!("{:?}", self.judge.affiliate)),
            (
                "first-party-domain",
                format!("{:?}", self.judge.first_party_domain),
            ),
            ("declaration", paths(&self.judge.declaration)),
            ("drafts", self.judge.drafts.to_string()),
            ("jobs", self.jobs.to_string()),
            ("progress", format!("{:?}", word(&self.progress))),
            ("quiet", self.quiet.to_string()),
            ("flows", self.flows.to_string()),
            (
                "summary-cache",
                self.summary_cache.as_ref().map_or_else(
                    || "none".to_owned(),
                    |path| format!("{:?}", path.display().to_string()),
                ),
            ),
            ("require-complete", self.require_complete.to_string()),
            (
                "fail-on",
                format!("{:?}", self.fail_on.as_ref().map_or_else(String::new, word)),
            ),
            ("verbose", self.verbose.to_string()),
        ];
        lines
            .into_iter()
            .fold(String::new(), |mut text, (name, value)| {
                // Writing to a string cannot fail.
                let _ = writeln!(text, "{name} = {value}");
                text
            })
    }
}

/// The word an option value was typed with.
fn word(value: &impl clap::ValueEnum) -> String {
    value
        .to_possible_value()
        .map_or_else(String::new, |value| value.get_name().to_owned())
}

fn output(path: Option<&Path>, inputs_are_many: bool) -> Result<Output, CliError> {
    let Some(path) = path else {
        return Ok(Output::Stdout);
    };
    if path.as_os_str() == "-" {
        return Ok(Output::Stdout);
    }
    let ends_as_folder = path.to_string_lossy().ends_with(['/', '\\']);
    if path.is_dir() {
        return Ok(Output::Folder(path.to_owned()));
    }
    if ends_as_folder {
        if !inputs_are_many && path.exists() {
            return Err(CliError::Usage(format!("{}: not a folder", path.display())));
        }
        std::fs::create_dir_all(path).map_err(|error| {
            CliError::Usage(format!("{}: cannot be created: {error}", path.display()))
        })?;
        return Ok(Output::Folder(path.to_owned()));
    }
    Ok(Output::File(path.to_owned()))
}

fn sorted(ids: &[String]) -> Vec<String> {
    let mut ids = ids.to_vec();
    ids.sort_unstable();
    ids.dedup();
    ids
}

/// `YYYY-MM-DD` with a month of the year and a day of the month.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split('-').collect();
    let [year, month, day] = parts.as_slice() else {
        return false;
    };
    let number = |part: &str, digits: usize| -> Option<u32> {
        let good = part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit());
        good.then(|| part.parse().ok()).flatten()
    };
    let (Some(year), Some(month), Some(day)) = (number(year, 4), number(month, 2), number(day, 2))
    else {
        return false;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => 0,
    };
    (1..=days).contains(&day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_checked() {
        assert!(is_date("2026-11-21"));
        assert!(is_date("2024-02-29"));
        for bad in [
            "2026-02-29",
            "2026-13-01",
            "2026-1-1",
            "26-01-01",
            "2026-00-10",
            "2026-01-00",
            "today",
            "２０２６-01-01",
        ] {
            assert!(!is_date(bad), "{bad}");
        }
    }
}
