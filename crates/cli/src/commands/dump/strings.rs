//! `dump strings`: the string table of every DEX file, one a line with its row number.

use std::fmt::Write as _;

use dex_parse::StringIdx;
use report::text::safe_text;

use super::code_files;
use crate::exit::{CliError, Exit, note};
use crate::input::Input;
use crate::out;

/// Text gathered before it is printed, in bytes.
const CHUNK: usize = 1 << 20;

pub(super) fn run(input: &Input) -> Result<Exit, CliError> {
    let bytes = input.read()?;
    let mut readable = false;
    for file in code_files(input, &bytes)? {
        let container = match dex_parse::parse(&file.bytes) {
            Ok(container) => container,
            Err(error) => {
                note(&format!("{}: {}: {error}", input.name(), file.place));
                continue;
            }
        };
        readable = true;
        let mut budget = container.work_budget();
        for (number, dex) in container.files().iter().enumerate() {
            let mut text = format!("{} #{number}\n", file.place);
            for row in 0..dex.n_strings() {
                // Writing to a string cannot fail.
                let _ = match dex.string(StringIdx(row)) {
                    Ok(string) => {
                        if budget.charge_bytes(string.len()).is_err() {
                            note(&format!(
                                "{}: {}: rows share too much text; the rest is left out",
                                input.name(),
                                file.place
                            ));
                            break;
                        }
                        writeln!(text, "{row} {}", safe_text(&string))
                    }
                    Err(error) => writeln!(text, "{row} ! {error}"),
                };
                if text.len() >= CHUNK {
                    out::print(&text)?;
                    text.clear();
                }
            }
            out::print(&text)?;
        }
    }
    Ok(if readable { Exit::Done } else { Exit::Input })
}
