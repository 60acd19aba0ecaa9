//! Independent programs read the same apps and must say the same: every reported access, every manifest, every
//! signer and every DEX table of the corpus is held against a tool that shares no code with privlens.
//!
//! `cargo test` reads the apps that `cargo xtask corpus` fetches; `cargo xtask oracles` reads all of them and keeps a
//! record in `tests/oracles/record`. A difference is either a row of `tests/oracles/known-differences.tsv`, with who is
//! right and why, or a failure; a row that no longer occurs is a failure too. Accesses have no such table: each one
//! must be confirmed. What an access means, and whether one is missing, is not judged here.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stderr,
    clippy::disallowed_methods,
    reason = "a test reads files and stops on what it does not expect"
)]

mod oracles {
    mod aapt;
    mod callbacks;
    mod chains;
    mod corpus;
    mod dexdump;
    mod evidence;
    mod framework;
    mod hierarchy;
    mod known;
    mod listing;
    mod ours;
    mod record;
    mod report;

    mod accesses;
    mod certificates;
    mod dex_tables;
    mod manifests;
}
