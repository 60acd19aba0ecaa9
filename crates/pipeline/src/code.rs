//! Reads the DEX files of all parts; refuses to lose one silently.

use apk_unpack::{Container, DexEntry, DexLoad, Part, PartRole};
use app_facts::{Gap, TamperingMark};
use dex_parse::{DexContainer, DexFile};
use program_model::DexInput;
use rayon::prelude::*;

use crate::marks::{gap, snake, tampering};

/// Inflated bytes of one DEX entry.
pub(crate) struct DexBytes {
    pub(crate) bytes: Vec<u8>,
    pub(crate) name: String,
    pub(crate) apk: String,
    pub(crate) is_loaded: bool,
}

/// What reading the entries gave.
#[derive(Default)]
pub(crate) struct Read {
    pub(crate) dex: Vec<DexBytes>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) tampering: Vec<TamperingMark>,
    pub(crate) lost: u32,
}

/// Inflates every DEX entry, in parallel; those that Android loads come first.
pub(crate) fn read(container: &Container<'_>, file_name: &str) -> Read {
    let mut list: Vec<(&Part<'_>, DexEntry<'_>)> = container
        .parts()
        .iter()
        .flat_map(|part| {
            part.dex_entries()
                .into_iter()
                .map(move |entry| (part, entry))
        })
        .collect();
    // Stable: within each class the order of parts and their load order stay.
    list.sort_by_key(|(part, dex)| {
        (
            part.role() == PartRole::Nested,
            !matches!(dex.load, DexLoad::Loaded(_)),
        )
    });
    let results: Vec<_> = list
        .par_iter()
        .map(|(part, dex)| part.read(dex.entry))
        .collect();
    let mut out = Read::default();
    for ((part, dex), result) in list.iter().zip(results) {
        let apk = if part.name().is_empty() {
            file_name.to_owned()
        } else {
            part.name().to_owned()
        };
        match result {
            Ok(read) => {
                out.tampering.extend(tampering(&read.tampering));
                out.dex.push(DexBytes {
                    bytes: read.bytes.into_owned(),
                    name: dex.entry.name.clone(),
                    apk,
                    is_loaded: matches!(dex.load, DexLoad::Loaded(_)),
                });
            }
            Err(error) => {
                out.lost += 1;
                out.gaps.push(gap(
                    "apk-unpack",
                    "a DEX file",
                    &part.location(dex.entry),
                    error,
                    "the code in it was not analysed",
                ));
            }
        }
    }
    out
}

/// The DEX files of the entries, parsed.
pub(crate) struct Parsed<'d> {
    containers: Vec<(DexContainer<'d>, &'d DexBytes)>,
    pub(crate) gaps: Vec<Gap>,
    pub(crate) tampering: Vec<TamperingMark>,
    pub(crate) lost: u32,
}

/// Parses the headers of every DEX file.
pub(crate) fn parse(dex: &[DexBytes]) -> Parsed<'_> {
    let mut out = Parsed {
        containers: Vec::new(),
        gaps: Vec::new(),
        tampering: Vec::new(),
        lost: 0,
    };
    let results: Vec<_> = dex
        .par_iter()
        .map(|part| dex_parse::parse(&part.bytes))
        .collect();
    for (part, result) in dex.iter().zip(results) {
        let place = format!("{}!/{}", part.apk, part.name);
        match result {
            Ok(container) => {
                let marks = container
                    .anomalies()
                    .iter()
                    .chain(container.files().iter().flat_map(DexFile::anomalies));
                out.tampering.extend(marks.map(|mark| TamperingMark {
                    kind: format!("dex.{}", snake(&format!("{:?}", mark.kind))),
                    place: place.clone(),
                    detail: mark.to_string(),
                }));
                if !part.is_loaded {
                    out.gaps.push(gap(
                        "pipeline",
                        "whether and when a DEX file runs",
                        &place,
                        "Android does not load it by itself; its classes count after those that it does",
                        "accesses in it can be shown as present, and as reachable only by name",
                    ));
                }
                out.containers.push((container, part));
            }
            Err(error) => {
                out.lost += 1;
                out.gaps.push(gap(
                    "dex-parse",
                    "a DEX file",
                    &place,
                    error,
                    "the code in it was not analysed",
                ));
            }
        }
    }
    out
}

impl<'d> Parsed<'d> {
    /// Inputs of the program, in load order.
    pub(crate) fn inputs(&self) -> Vec<DexInput<'d>> {
        let mut out = Vec::new();
        for (container, part) in &self.containers {
            let several = container.files().len() > 1;
            for (n, file) in container.files().iter().enumerate() {
                let name = if several {
                    format!("{}#{n}", part.name)
                } else {
                    part.name.clone()
                };
                out.push(DexInput {
                    file: file.clone(),
                    name,
                    apk: part.apk.clone(),
                });
            }
        }
        out
    }
}
