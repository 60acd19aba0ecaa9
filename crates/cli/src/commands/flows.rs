//! `privlens flows`: where personal information goes, step by step. Refuses to add anything to the report's flows.

use app_facts::{AppFacts, Flow};
use pipeline::Analyzer;
use report::json::JsonOptions;
use report::text::{TextOptions, render_flows};

use crate::args::{Common, FlowsArgs, TableFormat};
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::{analysis, knowledge, language, out};

pub(crate) fn run(args: &FlowsArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let facts = analysis::analyze(&Input::new(&args.app.app), &Analyzer::new(&knowledge))?;
    let run = knowledge::run_info(&knowledge, None, &[]);
    let wanted = |flow: &Flow| {
        (args.data.is_empty() || flow.data.iter().any(|kind| args.data.contains(kind)))
            && (args.sink.is_empty() || args.sink.contains(&flow.sink.kind))
    };
    let text = match args.format {
        TableFormat::Text => {
            let options = TextOptions {
                lang: language::language(common.lang),
                colour: language::colour(common.color),
                width: language::width(),
                verbose: true,
                mapping: None,
            };
            let labels = knowledge::labels(&knowledge);
            let text = render_flows(&facts, &run, &labels, &options, wanted);
            text.trim_start_matches('\n').to_owned()
        }
        TableFormat::Json => {
            let only = AppFacts {
                flows: facts
                    .flows
                    .iter()
                    .filter(|flow| wanted(flow))
                    .cloned()
                    .collect(),
                ..facts
            };
            flows_json(&report::json::render_with(
                &only,
                &run,
                &JsonOptions::default(),
            ))?
        }
    };
    out::print(&text)?;
    Ok(Exit::Done)
}

/// The `flows` array of the report, so that both commands print the same fields.
fn flows_json(report: &str) -> Result<String, CliError> {
    let fail = |error: serde_json::Error| CliError::Input(format!("report: {error}"));
    let report: serde_json::Value = serde_json::from_str(report).map_err(fail)?;
    let list = report.get("flows").unwrap_or(&serde_json::Value::Null);
    serde_json::to_string_pretty(list)
        .map(|text| text + "\n")
        .map_err(fail)
}
