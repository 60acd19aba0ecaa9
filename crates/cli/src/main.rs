//! The command line of privlens: reads files, calls the analysis, prints. Refuses to analyse anything
//! itself and to read the environment anywhere but here.

mod analysis;
mod args;
mod commands;
mod config;
mod exit;
mod group_names;
mod input;
mod judging;
mod knowledge;
mod language;
mod out;
mod progress;
mod summary_cache;

use std::process::ExitCode;

/// Analysis makes and drops millions of small tables, which the allocator of the platform is slow at.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    exit::report_panics_in_one_line();
    let result = args::parse(std::env::args_os()).and_then(|cli| commands::run(&cli));
    let exit = match result {
        Ok(exit) => exit,
        Err(error) => {
            error.print();
            error.exit()
        }
    };
    exit.into()
}
