//! `dump entries`: archive entries of all parts, with offsets and deviations.

use std::fmt::Write as _;

use apk_unpack::{DexLoad, EntryOrigin};

use super::open;
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::out;

pub(super) fn run(input: &Input) -> Result<Exit, CliError> {
    let bytes = input.read()?;
    let container = open(input, &bytes)?;
    let mut text = String::new();
    // Writing to a string cannot fail.
    let _ = writeln!(text, "container {}", container.kind().id());
    for part in container.parts() {
        let name = if part.name().is_empty() {
            input.file_name()
        } else {
            part.name().to_owned()
        };
        let _ = writeln!(
            text,
            "\npart {name} ({:?}), {} entries",
            part.role(),
            part.entries().len()
        );
        let _ = writeln!(
            text,
            "{:>10}  {:>10}  {:>10}  {:>6}  name",
            "offset", "compressed", "size", "method"
        );
        let dex = part.dex_entries();
        for entry in part.entries() {
            let method = match entry.method {
                0 => "store".to_owned(),
                8 => "deflate".to_owned(),
                other => format!("{other:#06x}"),
            };
            let mut notes = Vec::new();
            if entry.is_duplicate {
                notes.push("duplicate name".to_owned());
            }
            if entry.origin != EntryOrigin::CentralDirectory {
                notes.push(format!("{:?}", entry.origin));
            }
            if let Some(dex) = dex.iter().find(|dex| dex.entry.index == entry.index) {
                notes.push(match dex.load {
                    DexLoad::Loaded(number) => format!("dex {number}"),
                    DexLoad::Shadowed => "dex, not loaded".to_owned(),
                    DexLoad::Embedded => "dex, loaded only by code".to_owned(),
                });
            }
            let notes = if notes.is_empty() {
                String::new()
            } else {
                format!("  [{}]", notes.join(", "))
            };
            let _ = writeln!(
                text,
                "{:>#10x}  {:>10}  {:>10}  {method:>6}  {}{notes}",
                entry.offset, entry.compressed_size, entry.declared_size, entry.name
            );
        }
        out::print(&text)?;
        text.clear();
    }
    for mark in container.tampering() {
        let place = mark.entry.as_deref().unwrap_or_default();
        let _ = writeln!(
            text,
            "deviation {} {place} at {:#x}: {}",
            mark.kind, mark.offset, mark.detail
        );
    }
    for problem in container.problems() {
        let place = problem.entry.as_deref().unwrap_or_default();
        let _ = writeln!(
            text,
            "not seen {} {place} at {:#x}: {}",
            problem.kind, problem.offset, problem.detail
        );
    }
    out::print(&text)?;
    Ok(Exit::Done)
}
