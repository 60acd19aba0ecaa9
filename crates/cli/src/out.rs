//! Standard output; refuses to fail when its reader goes away.

use std::io::{self, Write};

use crate::exit::CliError;

/// Writes text to standard output.
pub(crate) fn print(text: &str) -> Result<(), CliError> {
    write_to(&mut io::stdout().lock(), text)
}

/// Writes text and a line break to standard output.
pub(crate) fn print_line(text: &str) -> Result<(), CliError> {
    let mut stdout = io::stdout().lock();
    write_to(&mut stdout, text)?;
    write_to(&mut stdout, "\n")
}

fn write_to(writer: &mut impl Write, text: &str) -> Result<(), CliError> {
    writer
        .write_all(text.as_bytes())
        .and_then(|()| writer.flush())
        .map_err(|error| match error.kind() {
            io::ErrorKind::BrokenPipe => CliError::ClosedPipe,
            _ => CliError::Input(format!("standard output: {error}")),
        })
}
