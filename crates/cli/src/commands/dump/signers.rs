//! `dump signers`: the certificates that the signatures name, and whether content digests agree.

use std::fmt::Write as _;

use super::open;
use crate::exit::{CliError, Exit};
use crate::input::Input;
use crate::out;

pub(super) fn run(input: &Input) -> Result<Exit, CliError> {
    let bytes = input.read()?;
    let container = open(input, &bytes)?;
    let mut text = String::new();
    for part in container.parts() {
        let name = if part.name().is_empty() {
            input.file_name()
        } else {
            part.name().to_owned()
        };
        // Writing to a string cannot fail.
        let _ = writeln!(text, "part {name}");
        let signing = part.signing();
        if signing.signers.is_empty() {
            let _ = writeln!(text, "  no signer named");
        }
        for signer in &signing.signers {
            let certificate = &signer.certificate;
            let _ = writeln!(text, "  {} {}", signer.scheme.id(), certificate.subject);
            if let Some(file) = &signer.file {
                let _ = writeln!(text, "    file    {file}");
            }
            let _ = writeln!(text, "    issuer  {}", certificate.issuer);
            let _ = writeln!(text, "    serial  {}", certificate.serial);
            let _ = writeln!(
                text,
                "    valid   {} to {}",
                certificate.not_before, certificate.not_after
            );
            let _ = writeln!(text, "    sha256  {}", certificate.sha256);
            let _ = writeln!(text, "    sha1    {}", certificate.sha1);
            let _ = writeln!(text, "    md5     {}", certificate.md5);
            let key = &certificate.public_key;
            let _ = writeln!(
                text,
                "    key     {} {} bits, sha256 {}",
                key.algorithm, key.bits, key.sha256
            );
            if signer.min_sdk.is_some() || signer.max_sdk.is_some() {
                let level =
                    |level: Option<u32>| level.map_or_else(|| "…".to_owned(), |l| l.to_string());
                let _ = writeln!(
                    text,
                    "    levels  {} to {}",
                    level(signer.min_sdk),
                    level(signer.max_sdk)
                );
            }
            for old in &signer.lineage {
                let _ = writeln!(text, "    lineage {} {}", old.sha256, old.subject);
            }
        }
        for block in &signing.blocks {
            let _ = writeln!(
                text,
                "  block {:#010x} {} at {:#x}, {} bytes",
                block.id,
                block.label.unwrap_or("unknown"),
                block.offset,
                block.len
            );
        }
        for digest in part.verify_content_digest() {
            let _ = writeln!(
                text,
                "  content digest {} algorithm {:#06x}: {:?}",
                digest.scheme.id(),
                digest.algorithm,
                digest.outcome
            );
        }
        for mark in &signing.tampering {
            let _ = writeln!(text, "  deviation {}: {}", mark.kind, mark.detail);
        }
        for problem in &signing.problems {
            let _ = writeln!(text, "  not seen {}: {}", problem.kind, problem.detail);
        }
    }
    out::print(&text)?;
    Ok(Exit::Done)
}
