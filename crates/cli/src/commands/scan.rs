//! `privlens scan`: analyses apps and writes one report each. Refuses to let one bad app stop a batch.

mod batch;
mod write;

use pipeline::{PolicyDocument, PolicyOptions};
use report::mapping::Mapping;

use crate::args::{Common, ScanArgs};
use crate::config::ScanConfig;
use crate::exit::{CliError, Exit, note};
use crate::judging::{self, Judging};
use crate::{input, knowledge, out};

pub(crate) fn run(args: &ScanArgs, common: &Common) -> Result<Exit, CliError> {
    let config = ScanConfig::new(args, common)?;
    if args.print_config {
        out::print(&config.describe())?;
        return Ok(Exit::Done);
    }
    let knowledge = knowledge::load(&config.rulesets)?;
    let mapping = match &config.mapping {
        Some(path) => Some(read_mapping(path, config.quiet)?),
        None => None,
    };
    let options = judging::options(
        &knowledge,
        &config.judge,
        &config.operators,
        &config.categories,
        config.as_of.as_deref(),
    )?;
    let judging = Judging::new(&knowledge, &config.judge, &options)?;
    let mut run = knowledge::run_info(&knowledge, config.as_of.as_deref(), &options.categories);
    run.jurisdictions.clone_from(&options.jurisdictions);
    let labels = knowledge::labels(&knowledge);
    let mut writer = write::Writer::new(&config, &run, &labels, mapping.as_ref())?;
    let analyzer =
        knowledge::analyzer(&knowledge, &config.rulesets)?.with_policy(documents(&config)?);
    let exit = batch::run(&config, &analyzer, &judging, &mut writer)?;
    writer.finish()?;
    Ok(exit)
}

/// Policies and lists of SDKs that the options name.
fn documents(config: &ScanConfig) -> Result<PolicyOptions, CliError> {
    let mut operators = config.operators.clone();
    operators.extend(config.judge.affiliate.iter().cloned());
    documents_of(&config.policies, &config.sdk_lists, &operators)
}

/// The same for commands about one app.
pub(super) fn documents_of(
    policies: &[std::path::PathBuf],
    sdk_lists: &[std::path::PathBuf],
    operators: &[String],
) -> Result<PolicyOptions, CliError> {
    let mut documents = Vec::new();
    for (paths, is_sdk_list) in [(policies, false), (sdk_lists, true)] {
        for path in paths {
            documents.push(PolicyDocument {
                name: input::Input::new(path).file_name(),
                bytes: input::read_option_file(path)?,
                is_sdk_list,
            });
        }
    }
    Ok(PolicyOptions {
        documents,
        operators: operators.to_vec(),
    })
}

/// A mapping file; one that names no class is a wrong file.
pub(crate) fn read_mapping(path: &std::path::Path, quiet: bool) -> Result<Mapping, CliError> {
    let mapping = Mapping::parse(&input::read_option_file(path)?);
    if mapping.is_empty() {
        return Err(CliError::Usage(format!(
            "{}: not a ProGuard/R8 mapping file",
            path.display()
        )));
    }
    if mapping.ignored() > 0 && !quiet {
        note(&format!(
            "{}: {} lines are not understood and were skipped",
            path.display(),
            mapping.ignored()
        ));
    }
    Ok(mapping)
}
