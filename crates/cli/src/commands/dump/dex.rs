//! `dump dex`: headers, table sizes, deviations, and on request the classes with their methods.

use std::fmt::Write as _;

use dex_parse::{DexError, DexFile, WorkBudget};
use report::names::java_class;
use report::text::safe_text;

use super::code_files;
use crate::args::DexArgs;
use crate::exit::{CliError, Exit, note};
use crate::input::Input;
use crate::out;

/// Flags of classes and methods by bit, as the format documents them.
/// <https://source.android.com/docs/core/runtime/dex-format#access-flags>
const FLAGS: [(u32, &str); 12] = [
    (0x1, "public"),
    (0x2, "private"),
    (0x4, "protected"),
    (0x8, "static"),
    (0x10, "final"),
    (0x100, "native"),
    (0x200, "interface"),
    (0x400, "abstract"),
    (0x1000, "synthetic"),
    (0x2000, "annotation"),
    (0x4000, "enum"),
    (0x10000, "constructor"),
];

pub(super) fn run(args: &DexArgs) -> Result<Exit, CliError> {
    let input = Input::new(&args.app.app);
    let bytes = input.read()?;
    let mut readable = false;
    for file in code_files(&input, &bytes)? {
        let container = match dex_parse::parse(&file.bytes) {
            Ok(container) => container,
            Err(error) => {
                note(&format!("{}: {}: {error}", input.name(), file.place));
                continue;
            }
        };
        readable = true;
        for anomaly in container.anomalies() {
            out::print_line(&format!(
                "{}: deviation {:?} at {:#x}",
                file.place, anomaly.kind, anomaly.offset
            ))?;
        }
        let mut budget = container.work_budget();
        for dex in container.files() {
            header(&file.place, dex)?;
            if args.classes && classes(dex, &mut budget).is_err() {
                note(&format!(
                    "{}: {}: classes share too much data; the rest is left out",
                    input.name(),
                    file.place
                ));
            }
        }
    }
    Ok(if readable { Exit::Done } else { Exit::Input })
}

fn header(place: &str, dex: &DexFile<'_>) -> Result<(), CliError> {
    out::print_line(&format!(
        "{place}: version {:03}, header at {:#x}, {} strings, {} types, {} prototypes, {} fields, {} methods, {} classes",
        dex.version(),
        dex.header_offset(),
        dex.n_strings(),
        dex.n_types(),
        dex.n_protos(),
        dex.n_fields(),
        dex.n_methods(),
        dex.n_class_defs()
    ))?;
    for anomaly in dex.anomalies() {
        out::print_line(&format!(
            "  deviation {:?} at {:#x}",
            anomaly.kind, anomaly.offset
        ))?;
    }
    Ok(())
}

/// Stops with an error when the budget of the file is used up or standard output is closed.
fn classes(dex: &DexFile<'_>, budget: &mut WorkBudget) -> Result<(), Stop> {
    for (index, class) in dex.class_defs() {
        let mut text = String::new();
        let class = match class {
            Ok(class) => class,
            Err(error) => {
                print(&format!("  class row {} ! {error}\n", index.0))?;
                continue;
            }
        };
        let descriptor = name(dex.type_name(class.class));
        // Writing to a string cannot fail.
        let _ = write!(
            text,
            "  {} {descriptor} {}",
            java_class(&descriptor),
            flags(class.access_flags)
        );
        if let Some(superclass) = class.superclass {
            let _ = write!(
                text,
                "extends {} ",
                java_class(&name(dex.type_name(superclass)))
            );
        }
        for interface in class.interfaces {
            let _ = write!(
                text,
                "implements {} ",
                java_class(&name(dex.type_name(interface)))
            );
        }
        let mut text = text.trim_end().to_owned();
        text.push('\n');
        match dex.class_data(&class) {
            Ok(Some(data)) => {
                budget.charge_class_data(&data)?;
                for method in data.methods() {
                    budget.charge(1)?;
                    let _ = match method {
                        Ok(method) => writeln!(
                            text,
                            "    {} {}code {:#x}",
                            name(dex.method_signature(method.method)),
                            flags(method.access_flags),
                            method.code_off
                        ),
                        Err(error) => writeln!(text, "    ! {error}"),
                    };
                }
            }
            Ok(None) => {}
            Err(error) => {
                let _ = writeln!(text, "    ! {error}");
            }
        }
        print(&text)?;
    }
    Ok(())
}

struct Stop;

impl From<DexError> for Stop {
    fn from(_: DexError) -> Self {
        Self
    }
}

fn print(text: &str) -> Result<(), Stop> {
    out::print(text).map_err(|_| Stop)
}

fn name(name: Result<String, DexError>) -> String {
    name.map_or_else(|error| format!("! {error}"), |name| safe_text(&name))
}

fn flags(bits: u32) -> String {
    let mut text = String::new();
    for (_, word) in FLAGS.iter().filter(|(bit, _)| bits & bit != 0) {
        text.push_str(word);
        text.push(' ');
    }
    text
}
