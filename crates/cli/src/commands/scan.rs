//! `privlens scan`: analyses apps and writes one report each. Refuses to let one bad app stop a batch.

mod batch;
mod write;

use pipeline::Analyzer;
use report::mapping::Mapping;

use crate::args::{Common, ScanArgs};
use crate::config::ScanConfig;
use crate::exit::{CliError, Exit, note};
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
    let run = knowledge::run_info(&knowledge, config.as_of.as_deref(), &config.categories);
    let labels = knowledge::labels(&knowledge);
    let mut writer = write::Writer::new(&config, &run, &labels, mapping.as_ref())?;
    let exit = batch::run(&config, &Analyzer::new(&knowledge), &mut writer)?;
    writer.finish()?;
    Ok(exit)
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
