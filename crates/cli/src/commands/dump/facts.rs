//! `dump facts`: the facts that rules and reports are made from.

use pipeline::Analyzer;

use crate::args::Common;
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::{analysis, knowledge, out};

pub(super) fn run(input: &Input, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let facts = analysis::analyze(input, &Analyzer::new(&knowledge))?;
    let text = serde_json::to_string_pretty(&facts)
        .map_err(|error| CliError::Input(format!("{}: {error}", input.name())))?;
    out::print_line(&text)?;
    Ok(Exit::Done)
}
