//! `dump manifest`: the manifest of every part as XML, with resource names where the table has them.

use super::open;
use crate::exit::{CliError, Exit, note};
use crate::input::Input;
use crate::out;

/// Names of the manifest in APKs and in modules of App Bundles.
const NAMES: [&str; 2] = ["AndroidManifest.xml", "manifest/AndroidManifest.xml"];

pub(super) fn run(input: &Input) -> Result<Exit, CliError> {
    let bytes = input.read()?;
    let container = open(input, &bytes)?;
    let several = container.parts().len() > 1;
    let mut found = false;
    for part in container.parts() {
        let Some(entry) = NAMES.iter().find_map(|name| part.find(name)) else {
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
        let document = match manifest_parse::parse_xml(&read.bytes) {
            Ok(document) => document,
            Err(error) => {
                note(&format!("{}: {place}: {error}", input.name()));
                continue;
            }
        };
        found = true;
        for anomaly in document.anomalies() {
            note(&format!(
                "{}: {place}: at {:#x}: {}",
                input.name(),
                anomaly.offset,
                anomaly.detail
            ));
        }
        let table_bytes = part
            .find("resources.arsc")
            .and_then(|entry| part.read(entry).ok());
        let table = table_bytes
            .as_ref()
            .and_then(|read| manifest_parse::parse_resources(&read.bytes).ok());
        if several {
            out::print_line(&format!("<!-- {place} -->"))?;
        }
        let xml = manifest_parse::to_xml(&document, table.as_ref());
        out::print_line(xml.trim_end())?;
    }
    if found {
        Ok(Exit::Done)
    } else {
        Err(CliError::Input(format!(
            "{}: no readable manifest",
            input.name()
        )))
    }
}
