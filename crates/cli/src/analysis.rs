//! The only place that calls the analysis; refuses to let a fault of one app end a batch.

use app_facts::AppFacts;
use pipeline::{Analyzer, Options};

use crate::exit::CliError;
use crate::input::Input;

/// Reads and analyses one app.
pub(crate) fn analyze(input: &Input, analyzer: &Analyzer<'_>) -> Result<AppFacts, CliError> {
    let bytes = input.read()?;
    analyze_bytes(input, &bytes, analyzer)
}

/// As [`analyze`], with options.
pub(crate) fn analyze_with(
    input: &Input,
    analyzer: &Analyzer<'_>,
    options: &Options,
) -> Result<AppFacts, CliError> {
    analyzer
        .analyze(&input.file_name(), &input.read()?, options)
        .map_err(|error| CliError::Input(format!("{}: {error}", input.name())))
}

/// Analyses the bytes of one app. A panic below comes back as an error of this app, so that the others
/// of a batch still get their reports.
pub(crate) fn analyze_bytes(
    input: &Input,
    bytes: &[u8],
    analyzer: &Analyzer<'_>,
) -> Result<AppFacts, CliError> {
    analyzer
        .analyze(&input.file_name(), bytes, &Options::default())
        .map_err(|error| CliError::Input(format!("{}: {error}", input.name())))
}
