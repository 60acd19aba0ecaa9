//! `privlens calls`: chains of calls to a kind of information, a permission or a method, or out of a method. Refuses to
//! add anything to the chains of the report.

use app_facts::{Access, AppFacts, CallChain, Level};
use pipeline::{Analyzer, CallQuery, Options};
use report::names::readable;

use crate::args::{CallsArgs, Common, TableFormat};
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::{analysis, knowledge, language, out};

/// What was asked for.
enum Asked<'a> {
    Data(&'a str),
    Permission(&'a str),
    Owner(&'a str),
    Methods,
}

pub(crate) fn run(args: &CallsArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let (name, is_to) = match (&args.to, &args.from) {
        (Some(to), None) => (to.trim(), true),
        (None, Some(from)) => (from.trim(), false),
        _ => {
            return Err(CliError::Usage(
                "calls: give either --to or --from".to_owned(),
            ));
        }
    };
    let all = knowledge.catalogues();
    let asked = if is_to && all.kinds.iter().any(|kind| kind.id.as_str() == name) {
        Asked::Data(name)
    } else if is_to
        && let Some(permission) = all.permissions.iter().find(|permission| {
            permission.name.as_str() == name || permission.name.rsplit('.').next() == Some(name)
        })
    {
        Asked::Permission(permission.name.as_str())
    } else if name == "app" || all.sdks.iter().any(|sdk| sdk.id.as_str() == name) {
        Asked::Owner(name)
    } else {
        Asked::Methods
    };
    let options = Options {
        query: matches!(asked, Asked::Methods).then(|| {
            if is_to {
                CallQuery::To(name.to_owned())
            } else {
                CallQuery::From(name.to_owned())
            }
        }),
        flows: false,
        ..Options::default()
    };
    let input = Input::new(&args.app.app);
    let facts = analysis::analyze_with(&input, &Analyzer::new(&knowledge), &options)?;
    let chains = match asked {
        Asked::Data(data) => of_accesses(&facts, |_, access| access.data == data),
        Asked::Permission(name) => {
            let fact = facts.permissions.iter().find(|fact| fact.name == name);
            of_accesses(&facts, |n, _| {
                fact.is_some_and(|fact| fact.accesses.contains(&n))
            })
        }
        Asked::Owner(id) => of_accesses(&facts, |_, access| {
            if is_to {
                access.owner.short() == id
            } else {
                access.chain.iter().any(|frame| frame.owner == id)
            }
        }),
        Asked::Methods => facts.calls.clone(),
    };
    let text = match args.format {
        TableFormat::Json => {
            serde_json::to_string_pretty(&chains)
                .map_err(|error| CliError::Input(format!("calls: {error}")))?
                + "\n"
        }
        TableFormat::Text => text(&chains, language::language(common.lang) == report::Lang::Zh),
    };
    out::print(&text)?;
    Ok(Exit::Done)
}

/// Chains of the reachable accesses that fit.
fn of_accesses(facts: &AppFacts, fits: impl Fn(usize, &Access) -> bool) -> Vec<CallChain> {
    facts
        .accesses
        .iter()
        .enumerate()
        .filter(|(n, access)| access.level == Level::Reachable && fits(*n, access))
        .map(|(_, access)| CallChain {
            what: format!("{} {}", access.data, access.api),
            phase: access.phase,
            chain: access.chain.clone(),
        })
        .collect()
}

fn text(chains: &[CallChain], zh: bool) -> String {
    let mut out = String::new();
    if chains.is_empty() {
        out.push_str(if zh {
            "没有从入口可达的调用链\n"
        } else {
            "no chain leads there from an entry point\n"
        });
    }
    for (n, chain) in chains.iter().enumerate() {
        let phase = chain.phase.map_or("-", report::phase_word);
        out.push_str(&format_line(n + 1, &chain.what, phase));
        for frame in &chain.chain {
            out.push_str("    ");
            out.push_str(frame.entry.as_deref().unwrap_or(&frame.edge));
            out.push_str("  ");
            out.push_str(&readable(&frame.method));
            if let Some(line) = frame.line {
                out.push(':');
                out.push_str(&line.to_string());
            }
            out.push_str("  [");
            out.push_str(&frame.owner);
            out.push_str("]\n");
        }
    }
    out
}

fn format_line(n: usize, what: &str, phase: &str) -> String {
    format!("{n}. {what}  ({phase})\n")
}
