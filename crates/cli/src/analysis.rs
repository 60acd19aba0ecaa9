//! The only place that calls the analysis; refuses to let a fault of one app end a batch.

use app_facts::AppFacts;
use pipeline::{Analyzer, Options};

use crate::exit::CliError;
use crate::input::Input;

/// Reads and analyses one app.
pub(crate) fn analyze(input: &Input, analyzer: &Analyzer<'_>) -> Result<AppFacts, CliError> {
    analyze_with(input, analyzer, &Options::default())
}

/// As [`analyze`], for questions that no flow answers: many times faster.
pub(crate) fn analyze_without_flows(
    input: &Input,
    analyzer: &Analyzer<'_>,
) -> Result<AppFacts, CliError> {
    analyze_with(input, analyzer, &without_flows())
}

fn without_flows() -> Options {
    Options {
        flows: false,
        ..Options::default()
    }
}

/// As [`analyze`], with options.
pub(crate) fn analyze_with(
    input: &Input,
    analyzer: &Analyzer<'_>,
    options: &Options,
) -> Result<AppFacts, CliError> {
    analyzer
        .analyze(&input.file_name(), input.read()?, options)
        .map_err(|error| CliError::Input(format!("{}: {error}", input.name())))
}

/// Analyses the bytes of one app as far as its accesses. A panic below comes back as an error of this app, so that
/// the others of a batch still get their reports.
pub(crate) fn accesses_of_bytes(
    input: &Input,
    bytes: &[u8],
    analyzer: &Analyzer<'_>,
) -> Result<AppFacts, CliError> {
    analyzer
        .analyze(&input.file_name(), bytes, &without_flows())
        .map_err(|error| CliError::Input(format!("{}: {error}", input.name())))
}
