//! `privlens policy`: what is read from policies and SDK lists, without an app. Refuses to compare with anything.

use app_facts::{AppFacts, DocumentRole};
use policy_read::{AppNames, Input, InputRole, Reader};
use report::json::render_documents as json;
use report::text::{TextOptions, render_documents as text};

use crate::args::{Common, PolicyArgs, TableFormat};
use crate::exit::{CliError, Exit};
use crate::{input, knowledge, language, out};

pub(crate) fn run(args: &PolicyArgs, common: &Common) -> Result<Exit, CliError> {
    if args.files.is_empty() && args.sdk_list.is_empty() {
        return Err(CliError::Usage(
            "no document: name a policy or --sdk-list FILE (see privlens policy --help)".to_owned(),
        ));
    }
    let knowledge = knowledge::load(&common.ruleset)?;
    let mut files = Vec::new();
    for (paths, role) in [
        (&args.files, InputRole::Policy),
        (&args.sdk_list, InputRole::SdkList),
    ] {
        for path in paths {
            let name = input::Input::new(path).file_name();
            files.push((name, input::read_option_file(path)?, role));
        }
    }
    let inputs: Vec<Input<'_>> = files
        .iter()
        .map(|(name, bytes, role)| Input {
            name,
            bytes,
            role: *role,
        })
        .collect();
    let disclosure = Reader::new(&knowledge).read(&inputs, &AppNames::default());
    let any = disclosure
        .documents
        .iter()
        .any(|document| document.role != DocumentRole::NotAPolicy);
    let facts = AppFacts {
        disclosure,
        ..AppFacts::default()
    };
    let run = knowledge::run_info(&knowledge, None, &[]);
    let written = match args.format {
        TableFormat::Json => json(&facts, &run),
        TableFormat::Text => {
            let options = TextOptions {
                lang: language::language(common.lang),
                colour: language::colour(common.color),
                width: language::width(),
                verbose: args.verbose,
                mapping: None,
            };
            text(&facts, &run, &knowledge::labels(&knowledge), &options)
        }
    };
    out::print(&written)?;
    // Nothing that could be read is the answer to the question asked, but no policy either.
    Ok(if any { Exit::Done } else { Exit::Incomplete })
}
