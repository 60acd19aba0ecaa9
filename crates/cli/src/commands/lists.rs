//! `privlens lists`: the two lists that operators must show, made from the app and compared with what is declared.
//! Refuses to fill in a purpose that no document states.

use pipeline::Analyzer;
use report::text::{TextOptions, render_lists};

use crate::args::{Common, ListsArgs, TableFormat};
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::judging::{self, Judging};
use crate::{analysis, knowledge, language, out};

pub(crate) fn run(args: &ListsArgs, common: &Common) -> Result<Exit, CliError> {
    let knowledge = knowledge::load(&common.ruleset)?;
    let options = judging::options(
        &knowledge,
        &args.judge,
        &args.operator,
        &args.category,
        None,
    )?;
    let judging = Judging::new(&knowledge, &args.judge, &options)?;
    let documents = super::scan::documents_of(&args.policy, &args.sdk_list, &args.operator)?;
    let analyzer = Analyzer::new(&knowledge).with_policy(documents);
    let mut facts = analysis::analyze(&Input::new(&args.app.app), &analyzer)?;
    judging.apply(&mut facts);
    let run = knowledge::run_info(&knowledge, None, &options.categories);
    let text = match args.format {
        TableFormat::Text => {
            let options = TextOptions {
                lang: language::language(common.lang),
                colour: language::colour(common.color),
                width: language::width(),
                verbose: true,
                mapping: None,
            };
            render_lists(&facts, &run, &knowledge::labels(&knowledge), &options)
                .trim_start_matches('\n')
                .to_owned()
        }
        TableFormat::Json => {
            let lists = serde_json::json!({
                "collected": facts.judgement.collected,
                "shared": facts.judgement.shared,
            });
            serde_json::to_string_pretty(&lists)
                .map(|text| text + "\n")
                .map_err(|error| CliError::Input(format!("lists: {error}")))?
        }
    };
    out::print(&text)?;
    Ok(Exit::Done)
}
