//! Runs the analysis over all inputs on several threads and hands the results on in input order.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, mpsc};

use app_facts::AppFacts;
use pipeline::Analyzer;
use rayon::iter::{ParallelBridge as _, ParallelIterator as _};

use super::write::Writer;
use crate::analysis;
use crate::config::ScanConfig;
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::judging::{self, Judging};
use crate::progress::Progress;
use crate::summary_cache::Folder;

/// Stack of a worker: a nested parallel step may run another app's steps on top of its own.
const WORKER_STACK: usize = 16 << 20;

/// What came of one input.
pub(super) type Outcome = Result<AppFacts, CliError>;

/// Analyses every input and writes each result; the worst exit code wins.
pub(super) fn run(
    config: &ScanConfig,
    analyzer: &Analyzer<'_>,
    judging: &Judging<'_>,
    writer: &mut Writer<'_>,
) -> Result<Exit, CliError> {
    let summaries = config
        .summary_cache
        .as_ref()
        .map(|folder| Arc::new(Folder::new(folder, config.quiet, config.verbose)));
    let options = pipeline::Options {
        summaries: summaries
            .clone()
            .map(|folder| -> Arc<dyn pipeline::SummaryStore> { folder }),
        added_dex: match &config.added_dex {
            Some(folder) => crate::input::dex_folder(folder)?,
            None => Vec::new(),
        },
        flows: config.flows,
        ..pipeline::Options::default()
    };
    let largest = config.inputs.iter().map(Input::size).max().unwrap_or(0);
    let progress = Progress::new(config.progress, config.quiet, config.inputs.len(), largest);
    let pool = rayon::ThreadPoolBuilder::new()
        .num_threads(config.jobs)
        .stack_size(WORKER_STACK)
        .build()
        .map_err(|error| CliError::Usage(format!("--jobs {}: {error}", config.jobs)))?;
    let stopped = AtomicBool::new(false);
    let (sender, receiver) = mpsc::channel();
    let result = std::thread::scope(|scope| {
        let (stopped, progress, pool) = (&stopped, &progress, &pool);
        scope.spawn(move || {
            pool.install(|| {
                config.inputs.iter().enumerate().par_bridge().for_each_with(
                    sender,
                    |sender, (index, input)| {
                        if stopped.load(Ordering::Relaxed) {
                            return;
                        }
                        progress.started(index, &input.name());
                        let outcome =
                            analysis::analyze_with(input, analyzer, &options).map(|mut facts| {
                                judging.apply(&mut facts);
                                facts
                            });
                        // The receiver is gone only when writing failed.
                        let _ = sender.send((index, outcome));
                    },
                );
            });
        });
        let result = write_in_order(config, &receiver, progress, writer);
        stopped.store(true, Ordering::Relaxed);
        result
    });
    progress.finish();
    if let Some(folder) = summaries {
        folder.finish();
    }
    result
}

fn write_in_order(
    config: &ScanConfig,
    results: &mpsc::Receiver<(usize, Outcome)>,
    progress: &Progress,
    writer: &mut Writer<'_>,
) -> Result<Exit, CliError> {
    let mut exit = Exit::Done;
    let mut waiting: BTreeMap<usize, Outcome> = BTreeMap::new();
    let mut next = 0;
    for (index, outcome) in results {
        waiting.insert(index, outcome);
        while let Some(outcome) = waiting.remove(&next) {
            if let Some(input) = config.inputs.get(next) {
                exit = exit.worst(one(config, input, next, &outcome, progress, writer)?);
            }
            next += 1;
        }
    }
    Ok(exit)
}

fn one(
    config: &ScanConfig,
    input: &Input,
    index: usize,
    outcome: &Outcome,
    progress: &Progress,
    writer: &mut Writer<'_>,
) -> Result<Exit, CliError> {
    let exit = match outcome {
        Ok(facts) => {
            progress.done(index, &input.name(), None);
            progress.suspend(|| writer.report(input, facts))?;
            if config.require_complete && !facts.coverage.complete {
                progress.suspend(|| {
                    crate::exit::note(&format!("{}: the analysis is incomplete", input.name()));
                });
                Exit::Incomplete
            } else if config
                .fail_on
                .is_some_and(|at| judging::fails(&facts.judgement.findings, at))
            {
                Exit::Findings
            } else {
                Exit::Done
            }
        }
        Err(error) => {
            progress.done(index, &input.name(), Some(&error.to_string()));
            progress.suspend(|| error.print());
            writer.failure(input, error);
            error.exit()
        }
    };
    Ok(exit)
}
