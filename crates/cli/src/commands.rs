//! One module per subcommand.

mod completions;
mod dump;
mod explain;
mod man;
mod match_stack;
mod permissions;
mod scan;

use crate::args::{Cli, Command};
use crate::exit::{CliError, Exit};

/// Runs the command that was typed.
pub(crate) fn run(cli: &Cli) -> Result<Exit, CliError> {
    let common = &cli.common;
    match &cli.command {
        Command::Scan(args) => scan::run(args, common),
        Command::Dump(what) => dump::run(what, common),
        Command::Permissions(args) => permissions::run(args, common),
        Command::Explain(args) => explain::run(args, common),
        Command::Match(args) => match_stack::run(args, common),
        Command::Completions(args) => completions::run(args),
        Command::Man => man::run(),
    }
}
