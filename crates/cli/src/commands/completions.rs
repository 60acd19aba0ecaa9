//! `privlens completions`: a completion script for a shell.

use crate::args::{self, CompletionsArgs};
use crate::exit::{CliError, Exit};
use crate::out;

pub(crate) fn run(args: &CompletionsArgs) -> Result<Exit, CliError> {
    let mut script = Vec::new();
    clap_complete::generate(args.shell, &mut args::definition(), "privlens", &mut script);
    out::print(&String::from_utf8_lossy(&script))?;
    Ok(Exit::Done)
}
