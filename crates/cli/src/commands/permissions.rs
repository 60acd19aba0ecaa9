//! `privlens permissions`: what is declared and what uses it.

use pipeline::Analyzer;
use report::json::JsonOptions;
use report::text::{TextOptions, render_permissions};

use crate::args::{Common, PermissionsArgs, TableFormat};
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::{analysis, knowledge, language, out};

pub(crate) fn run(args: &PermissionsArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let facts =
        analysis::analyze_without_flows(&Input::new(&args.app.app), &Analyzer::new(&knowledge))?;
    let run = knowledge::run_info(&knowledge, None, &[]);
    let text = match args.format {
        TableFormat::Text => {
            let options = TextOptions {
                lang: language::language(common.lang),
                colour: language::colour(common.color),
                width: language::width(),
                verbose: true,
                mapping: None,
            };
            let text = render_permissions(&facts, &run, &knowledge::labels(&knowledge), &options);
            text.trim_start_matches('\n').to_owned()
        }
        TableFormat::Json => permissions_json(&report::json::render_with(
            &facts,
            &run,
            &JsonOptions::default(),
        ))?,
    };
    out::print(&text)?;
    Ok(Exit::Done)
}

/// The `permissions` array of the report, so that both commands print the same fields.
fn permissions_json(report: &str) -> Result<String, CliError> {
    let fail = |error: serde_json::Error| CliError::Input(format!("report: {error}"));
    let report: serde_json::Value = serde_json::from_str(report).map_err(fail)?;
    let list = report
        .get("permissions")
        .unwrap_or(&serde_json::Value::Null);
    serde_json::to_string_pretty(list)
        .map(|text| text + "\n")
        .map_err(fail)
}
