//! `privlens man`: the manual page of the program and of every subcommand, in roff.

use crate::args;
use crate::exit::{CliError, Exit};
use crate::out;

pub(crate) fn run() -> Result<Exit, CliError> {
    let mut definition = args::definition();
    definition.build();
    let mut page = Vec::new();
    let fail = |error: std::io::Error| CliError::Input(format!("manual page: {error}"));
    clap_mangen::Man::new(definition.clone())
        .render(&mut page)
        .map_err(fail)?;
    for subcommand in definition
        .get_subcommands()
        .filter(|subcommand| subcommand.get_name() != "help")
    {
        clap_mangen::Man::new(subcommand.clone())
            .render(&mut page)
            .map_err(fail)?;
    }
    out::print(&String::from_utf8_lossy(&page))?;
    Ok(Exit::Done)
}
