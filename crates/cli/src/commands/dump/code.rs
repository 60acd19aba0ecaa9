//! `dump code`: the instructions of a method with offsets, lines, and marked accesses.

use std::fmt::Write as _;

use app_facts::{Access, AppFacts};
use dex_parse::{
    CodeItem, DexError, DexFile, EncodedMethod, Payload, RegisterNames, print as print_instruction,
};
use pipeline::Analyzer;
use report::names::{readable, stack_form};
use report::text::safe_text;

use super::{CodeFile, code_files};
use crate::args::{CodeArgs, Common};
use crate::exit::{CliError, Exit, note};
use crate::input::Input;
use crate::{analysis, knowledge, out};

/// Candidates listed when several methods fit.
const MOST_CANDIDATES: usize = 60;

pub(super) fn run(args: &CodeArgs, common: &Common) -> Result<Exit, CliError> {
    let input = Input::new(&args.app.app);
    let bytes = input.read()?;
    let files = code_files(&input, &bytes)?;
    let query = args.method.trim();
    let found = search(&input, &files, query);
    let chosen: Vec<&Found> = match best(&found, query) {
        Some(chosen) => chosen,
        None if found.is_empty() => {
            return Err(CliError::Usage(format!(
                "dump code: no method of {} fits {query}",
                input.name()
            )));
        }
        None => {
            list(&found)?;
            return Ok(Exit::Done);
        }
    };
    let facts = match knowledge::load(&common.ruleset).and_then(|knowledge| {
        analysis::accesses_of_bytes(&input, &bytes, &Analyzer::new(&knowledge))
    }) {
        Ok(facts) => Some(facts),
        Err(error) => {
            note(&format!("no accesses are marked: {error}"));
            None
        }
    };
    for (number, method) in chosen.into_iter().enumerate() {
        if number > 0 {
            out::print("\n")?;
        }
        show(&files, method, facts.as_ref())?;
    }
    Ok(Exit::Done)
}

/// A method that fits.
struct Found {
    file: usize,
    dex: usize,
    method: EncodedMethod,
    signature: String,
}

fn search(input: &Input, files: &[CodeFile], query: &str) -> Vec<Found> {
    let mut found = Vec::new();
    for (number, file) in files.iter().enumerate() {
        let container = match dex_parse::parse(&file.bytes) {
            Ok(container) => container,
            Err(error) => {
                note(&format!("{}: {}: {error}", input.name(), file.place));
                continue;
            }
        };
        let mut budget = container.work_budget();
        for (position, dex) in container.files().iter().enumerate() {
            let result = search_file(dex, query, &mut budget, |method, signature| {
                found.push(Found {
                    file: number,
                    dex: position,
                    method,
                    signature,
                });
            });
            if let Err(error) = result {
                note(&format!("{}: {}: {error}", input.name(), file.place));
            }
        }
    }
    found
}

fn search_file(
    dex: &DexFile<'_>,
    query: &str,
    budget: &mut dex_parse::WorkBudget,
    mut fits: impl FnMut(EncodedMethod, String),
) -> Result<(), DexError> {
    for (_, class) in dex.class_defs() {
        let Ok(class) = class else {
            continue;
        };
        let Ok(Some(data)) = dex.class_data(&class) else {
            continue;
        };
        budget.charge_class_data(&data)?;
        for method in data.methods().flatten() {
            let Ok(signature) = dex.method_signature(method.method) else {
                continue;
            };
            budget.charge_bytes(signature.len())?;
            if signature.contains(query) || stack_form(&signature).contains(query) {
                fits(method, signature);
            }
        }
    }
    Ok(())
}

/// The methods to show: the exact descriptor, the only overload of a Java name, or the only one that
/// fits at all. A class may be in several DEX files; all its copies are shown.
fn best<'f>(found: &'f [Found], query: &str) -> Option<Vec<&'f Found>> {
    let all_the_same = |methods: Vec<&'f Found>| {
        let first = methods.first()?;
        methods
            .iter()
            .all(|method| method.signature == first.signature)
            .then_some(methods)
    };
    let exact: Vec<&Found> = found
        .iter()
        .filter(|method| method.signature == query)
        .collect();
    let named: Vec<&Found> = found
        .iter()
        .filter(|method| stack_form(&method.signature) == query)
        .collect();
    all_the_same(exact)
        .or_else(|| all_the_same(named))
        .or_else(|| all_the_same(found.iter().collect()))
}

fn list(found: &[Found]) -> Result<(), CliError> {
    let mut signatures: Vec<&str> = found
        .iter()
        .map(|method| method.signature.as_str())
        .collect();
    signatures.sort_unstable();
    signatures.dedup();
    let mut text = format!("{} methods fit:\n", signatures.len());
    for signature in signatures.iter().take(MOST_CANDIDATES) {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "  {}", safe_text(signature));
    }
    if signatures.len() > MOST_CANDIDATES {
        let _ = writeln!(text, "  … {} more", signatures.len() - MOST_CANDIDATES);
    }
    out::print(&text)
}

fn show(files: &[CodeFile], found: &Found, facts: Option<&AppFacts>) -> Result<(), CliError> {
    let Some(file) = files.get(found.file) else {
        return Ok(());
    };
    let fail = |error: DexError| CliError::Input(format!("{}: {error}", file.place));
    let container = dex_parse::parse(&file.bytes).map_err(fail)?;
    let Some(dex) = container.files().get(found.dex) else {
        return Ok(());
    };
    let mut text = format!(
        "{}\n# {}\n# {}\n",
        safe_text(&found.signature),
        safe_text(&readable(&found.signature)),
        file.place
    );
    let Some(code) = dex.code(found.method.code_off).map_err(fail)? else {
        text.push_str("# no code: abstract or native\n");
        return out::print(&text);
    };
    // Writing to a string cannot fail.
    let _ = writeln!(
        text,
        "# {} registers, {} of them parameters, {} code units",
        code.registers_size,
        code.ins_size,
        code.insns_units()
    );
    let accesses: Vec<&Access> = facts
        .into_iter()
        .flat_map(|facts| &facts.accesses)
        .filter(|access| access.site.method == found.signature && access.site.dex == file.entry)
        .collect();
    instructions(&mut text, dex, &code, &accesses);
    for block in code.tries() {
        match block {
            Ok(block) => {
                let _ = writeln!(
                    text,
                    "# try {:04x} to {:04x}",
                    block.start_addr,
                    block.start_addr.saturating_add(u32::from(block.insn_count))
                );
            }
            Err(error) => {
                let _ = writeln!(text, "# try block ! {error}");
            }
        }
    }
    out::print(&text)
}

fn instructions(text: &mut String, dex: &DexFile<'_>, code: &CodeItem<'_>, accesses: &[&Access]) {
    let mut lines = dex.debug_lines(code.debug_info_off).flatten().peekable();
    let registers = RegisterNames::from(code);
    for raw in code.raw_instructions() {
        let raw = match raw {
            Ok(raw) => raw,
            Err(error) => {
                let _ = writeln!(text, "! {error}");
                break;
            }
        };
        while let Some(entry) = lines.next_if(|entry| entry.addr <= raw.offset) {
            let _ = writeln!(text, "                .line {}", entry.line);
        }
        if let Some(payload) = raw.payload() {
            let what = match payload {
                Payload::PackedSwitch { .. } => "packed-switch-payload",
                Payload::SparseSwitch { .. } => "sparse-switch-payload",
                Payload::FillArrayData { .. } => "fill-array-data-payload",
            };
            let _ = writeln!(text, "{:06x}  {what}, {} units", raw.offset, raw.n_units());
            continue;
        }
        let instruction = raw.decode();
        let _ = write!(
            text,
            "{:06x}  {}",
            raw.offset,
            safe_text(&print_instruction(dex, &instruction, registers).to_string())
        );
        if let Some(target) = instruction.branch_target() {
            let _ = write!(text, "  # to {target:06x}");
        }
        for access in accesses
            .iter()
            .filter(|access| access.site.offset == raw.offset)
        {
            let _ = write!(text, "  # <== reads {} ({})", access.data, access.model);
        }
        text.push('\n');
    }
}
