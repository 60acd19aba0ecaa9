//! One module per subcommand.

mod calls;
mod completions;
mod dump;
mod explain;
mod flows;
mod lists;
mod man;
mod match_stack;
mod permissions;
mod policy;
mod rules;
mod scan;
mod sdk_profile;
mod sdks;

use crate::args::{Cli, Command};
use crate::exit::{CliError, Exit};

/// Runs the command that was typed.
pub(crate) fn run(cli: &Cli) -> Result<Exit, CliError> {
    let common = &cli.common;
    match &cli.command {
        Command::Scan(args) => scan::run(args, common),
        Command::Dump(what) => dump::run(what, common),
        Command::Permissions(args) => permissions::run(args, common),
        Command::Flows(args) => flows::run(args, common),
        Command::Calls(args) => calls::run(args, common),
        Command::Policy(args) => policy::run(args, common),
        Command::Rules(what) => rules::run(what, common),
        Command::Rule { id } => rules::one(id, common),
        Command::Lists(args) => lists::run(args, common),
        Command::Sdks(args) => sdks::run(args, common),
        Command::Sdk(args) => sdks::explain(args, common),
        Command::SdkProfile(command) => sdk_profile::run(command),
        Command::Explain(args) => explain::run(args, common),
        Command::Match(args) => match_stack::run(args, common),
        Command::Completions(args) => completions::run(args),
        Command::Man => man::run(),
    }
}
