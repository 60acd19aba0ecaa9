//! `privlens dump`: each stage as it is, before any judgement. Refuses to hide damaged parts: they are
//! named on standard error.

mod code;
mod dex;
mod entries;
mod facts;
mod manifest;
mod resources;
mod signers;
mod strings;

use apk_unpack::{Container, Limits};

use crate::args::{Common, Dump};
use crate::exit::{CliError, Exit, note};
use crate::input::Input;

pub(crate) fn run(what: &Dump, common: &Common) -> Result<Exit, CliError> {
    match what {
        Dump::Entries(args) => entries::run(&Input::new(&args.app)),
        Dump::Manifest(args) => manifest::run(&Input::new(&args.app)),
        Dump::Resources(args) => resources::run(&Input::new(&args.app)),
        Dump::Dex(args) => dex::run(args),
        Dump::Code(args) => code::run(args, common),
        Dump::Facts(args) => facts::run(&Input::new(&args.app), common),
        Dump::Signers(args) => signers::run(&Input::new(&args.app)),
        Dump::Strings(args) => strings::run(&Input::new(&args.app)),
    }
}

/// Opens app bytes; the error names the file.
pub(super) fn open<'a>(input: &Input, bytes: &'a [u8]) -> Result<Container<'a>, CliError> {
    apk_unpack::open(bytes, &Limits::default())
        .map_err(|error| CliError::Input(format!("{}: {error}", input.name())))
}

/// One DEX file of an app.
pub(super) struct CodeFile {
    /// Part and entry.
    pub(super) place: String,
    /// Entry name, as sites of accesses name it.
    pub(super) entry: String,
    /// Inflated bytes.
    pub(super) bytes: Vec<u8>,
}

/// Every DEX file of every part; one that cannot be read is named on standard error, and an app
/// without any is an error.
pub(super) fn code_files(input: &Input, bytes: &[u8]) -> Result<Vec<CodeFile>, CliError> {
    let container = open(input, bytes)?;
    let mut files = Vec::new();
    for part in container.parts() {
        for dex in part.dex_entries() {
            match part.read(dex.entry) {
                Ok(read) => files.push(CodeFile {
                    place: part.location(dex.entry),
                    entry: dex.entry.name.clone(),
                    bytes: read.bytes.into_owned(),
                }),
                Err(error) => note(&format!("{}: {error}", input.name())),
            }
        }
    }
    if files.is_empty() {
        return Err(CliError::Input(format!(
            "{}: no readable DEX file",
            input.name()
        )));
    }
    Ok(files)
}
