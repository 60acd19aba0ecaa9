//! `dump resources`: packages, languages and texts of the resource tables.

use std::fmt::Write as _;

use report::text::safe_text;

use super::open;
use crate::exit::{CliError, Exit, note};
use crate::input::Input;
use crate::out;

pub(super) fn run(input: &Input) -> Result<Exit, CliError> {
    let bytes = input.read()?;
    let container = open(input, &bytes)?;
    let mut found = false;
    for part in container.parts() {
        let Some(entry) = part.find("resources.arsc") else {
            continue;
        };
        let place = part.location(entry);
        let read = match part.read(entry) {
            Ok(read) => read,
            Err(error) => {
                note(&format!("{}: {error}", input.name()));
                continue;
            }
        };
        let table = match manifest_parse::parse_resources(&read.bytes) {
            Ok(table) => table,
            Err(error) => {
                note(&format!("{}: {place}: {error}", input.name()));
                continue;
            }
        };
        found = true;
        for anomaly in table.anomalies() {
            note(&format!(
                "{}: {place}: at {:#x}: {}",
                input.name(),
                anomaly.offset,
                anomaly.detail
            ));
        }
        let mut text = format!("table {place}\n");
        // Writing to a string cannot fail.
        for (id, name) in table.packages() {
            let _ = writeln!(text, "package {id:#04x} {}", safe_text(name));
        }
        out::print(&text)?;
        let mut strings = table.strings(|_| true);
        for string in &mut strings {
            let config = string.config.to_string();
            let config = if config.is_empty() {
                String::new()
            } else {
                format!(" [{config}]")
            };
            out::print_line(&format!(
                "{:#010x} {}{config} = {}",
                string.id,
                safe_text(&string.name),
                safe_text(&string.text)
            ))?;
        }
        if strings.is_cut() {
            note(&format!(
                "{}: {place}: too many texts; the rest is left out",
                input.name()
            ));
        }
    }
    if found {
        Ok(Exit::Done)
    } else {
        Err(CliError::Input(format!(
            "{}: no readable resource table",
            input.name()
        )))
    }
}
