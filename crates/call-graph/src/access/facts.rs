//! Turns candidates into facts: names, owners, chains, keys.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use app_facts::{Access, ChainFrame, Level, LevelSet, Owner, OwnerKind, Site, Via};
use program_model::DefId;
use rustc_hash::FxHashMap;
use sha2::{Digest, Sha256};

use super::candidate::Candidate;
use crate::analysis::Shared;
use crate::graph::EdgeKind;
use crate::obtainable;
use crate::owners::{OwnerId, owner_fact};
use crate::phase::{Edge, Stage, Walked};

/// Frames kept at each end of a chain. Chains of real apps are shorter than both together; those of a hostile app could
/// make the report grow with the square of its size.
const CHAIN_END: usize = 48;
/// Frames of one report after which chains keep only [`SHORT_END`] frames at each end.
const MAX_FRAMES: usize = 60_000;
/// Frames kept at each end once a report holds many.
const SHORT_END: usize = 6;

/// Makes the facts, sorted by key, then site; with the catalogue group of each.
pub(crate) fn make(
    shared: &Shared<'_, '_>,
    candidates: impl Iterator<Item = (Candidate, String)>,
) -> (Vec<Access>, Vec<u32>) {
    let mut maker = Maker {
        shared,
        lines: FxHashMap::default(),
        names: FxHashMap::default(),
        levels: FxHashMap::default(),
        frames: 0,
    };
    let mut ordinals: BTreeMap<(String, String, String, String), u32> = BTreeMap::new();
    let mut out: Vec<(Access, u32)> = Vec::new();
    for (candidate, data) in candidates {
        let mut access = maker.access(&candidate, data);
        let entry = access
            .chain
            .first()
            .and_then(|frame| frame.entry.clone())
            .unwrap_or_default();
        let names = (
            access.data.clone(),
            access.api.clone(),
            access.owner.short().to_owned(),
            entry,
        );
        let ordinal = ordinals.entry(names.clone()).or_insert(0);
        access.key = key(&names, *ordinal);
        *ordinal += 1;
        out.push((access, candidate.point.group));
    }
    out.sort_by(|(a, _), (b, _)| (&a.key, &a.site).cmp(&(&b.key, &b.site)));
    out.into_iter().unzip()
}

pub(crate) fn key(
    (data, api, owner, entry): &(String, String, String, String),
    ordinal: u32,
) -> String {
    let mut hash = Sha256::new();
    for part in [data, api, owner, entry] {
        hash.update(part.as_bytes());
        hash.update([0]);
    }
    hash.update(ordinal.to_le_bytes());
    let mut out = String::with_capacity(16);
    for byte in hash.finalize().iter().take(8) {
        let _ = write!(out, "{byte:02x}");
    }
    out
}

struct Maker<'f, 'x, 'a> {
    shared: &'f Shared<'x, 'a>,
    lines: FxHashMap<(DefId, u32), Option<u32>>,
    names: FxHashMap<DefId, String>,
    levels: FxHashMap<u32, LevelSet>,
    /// Frames made so far.
    frames: usize,
}

impl Maker<'_, '_, '_> {
    fn line(&mut self, def: DefId, offset: u32) -> Option<u32> {
        let program = self.shared.program;
        *self
            .lines
            .entry((def, offset))
            .or_insert_with(|| program.line(def, offset))
    }

    fn name(&mut self, def: DefId) -> String {
        let program = self.shared.program;
        self.names
            .entry(def)
            .or_insert_with(|| program.def_name(def))
            .clone()
    }

    /// The DEX file is one that Android does not load by itself.
    fn is_embedded(&self, def: DefId) -> bool {
        let embedded = &self.shared.app.outside.embedded_dex;
        if embedded.is_empty() {
            return false;
        }
        let input = self.shared.program.dex(self.shared.program.dex_of(def));
        // A file that holds several is named with their numbers.
        let name = input.name.split('#').next().unwrap_or(&input.name);
        embedded.contains(&(input.apk.clone(), name.to_owned()))
    }

    fn access(&mut self, candidate: &Candidate, data: String) -> Access {
        let shared = self.shared;
        let (program, index) = (shared.program, shared.index);
        let def = candidate.def;
        let input = program.dex(program.dex_of(def));
        let owner = owner_fact(shared.owner_of(def), index);
        let (chain, chain_len) = if candidate.level == Level::Reachable {
            self.chain(&shared.chains, def, candidate.offset)
        } else {
            (Vec::new(), 0)
        };
        let chain_shortest = if candidate.level == Level::Reachable
            && shared.shortest.len_to(def, candidate.offset)
                < shared.chains.len_to(def, candidate.offset)
        {
            self.chain(&shared.shortest, def, candidate.offset).0
        } else {
            Vec::new()
        };
        let phase = (candidate.level == Level::Reachable)
            .then(|| {
                let mut gates = shared.gates.borrow_mut();
                gates.stage_at(def, candidate.offset, &shared.chains)
            })
            .flatten()
            .map(Stage::phase);
        let initiator = self.initiator(candidate, &owner);
        let group = index.group(candidate.point);
        let point = index.point(candidate.point);
        let group_levels = *self.levels.entry(candidate.point.group).or_insert_with(|| {
            obtainable::group_levels(shared.app, index, candidate.point.group as usize)
        });
        let exists = LevelSet::range(point.since.unwrap_or(1), point.until.unwrap_or(u32::MAX));
        Access {
            data,
            api: candidate.api.clone(),
            site: Site {
                method: self.name(def),
                offset: candidate.offset,
                line: self.line(def, candidate.offset),
                dex: input.name.clone(),
                file: input.apk.clone(),
            },
            owner,
            initiator,
            level: candidate.level,
            phase,
            via: if candidate.via == Via::Direct && self.is_embedded(def) {
                Via::Dynamic
            } else {
                candidate.via
            },
            obtainable: (candidate.level != Level::String).then(|| group_levels.and(exists)),
            scope: candidate.scope,
            background_weight: index.weight_background[candidate.point.group as usize],
            repeat: None,
            cuts: {
                let mut cuts = candidate.cuts.clone();
                if chain_len > chain.len() {
                    cuts.push(format!(
                        "{} frames in the middle of the chain are left out",
                        chain_len - chain.len()
                    ));
                }
                if candidate.level == Level::Reachable {
                    cuts.extend(self.imprecision(def, candidate.offset));
                }
                cuts
            },
            chain,
            chain_shortest,
            model: group.id.to_string(),
            key: String::new(),
        }
    }

    /// What was not told apart on the chain.
    fn imprecision(&self, def: DefId, offset: u32) -> Vec<String> {
        let steps = self.shared.chains.to_place(def, offset);
        let mut out = Vec::new();
        let n = steps.iter().filter(|(_, parent)| parent.wide).count();
        if n > 0 {
            out.push(format!(
                "at {n} calls of the chain the object's class is not known; every class made so far counts"
            ));
        }
        let escape = Edge::By(EdgeKind::Escape);
        let n = steps
            .iter()
            .filter(|(_, parent)| parent.edge == escape)
            .count();
        if n > 0 {
            out.push(format!(
                "at {n} places of the chain the object goes to framework code that no table describes"
            ));
        }
        out
    }

    fn chain(&mut self, chains: &Walked, def: DefId, offset: u32) -> (Vec<ChainFrame>, usize) {
        let shared = self.shared;
        let steps = chains.to_place(def, offset);
        let end = if self.frames > MAX_FRAMES {
            SHORT_END
        } else {
            CHAIN_END
        };
        let mut out = Vec::with_capacity(steps.len().min(2 * end));
        for (n, (method, parent)) in steps.iter().enumerate() {
            if n >= end && n + end < steps.len() {
                continue;
            }
            let leaves = steps.get(n + 1).map_or(offset, |(_, next)| next.offset);
            out.push(ChainFrame {
                method: self.name(*method),
                owner: owner_fact(shared.owner_of(*method), shared.index)
                    .short()
                    .to_owned(),
                edge: parent.edge.word().to_owned(),
                entry: chains.entry(parent).map(str::to_owned),
                offset: Some(leaves),
                line: self.line(*method, leaves),
            });
        }
        self.frames += out.len();
        (out, steps.len())
    }

    /// The first holder on the chain that is not a plain library; for code that nothing reaches, its own holder.
    fn initiator(&self, candidate: &Candidate, owner: &Owner) -> Owner {
        if candidate.level != Level::Reachable {
            return owner.clone();
        }
        let shared = self.shared;
        let chain = shared.chains.to_place(candidate.def, candidate.offset);
        let mut seen: Vec<OwnerId> = Vec::new();
        for (method, _) in &chain {
            let id = shared.owner_of(*method);
            if seen.contains(&id) {
                continue;
            }
            seen.push(id);
            let here = owner_fact(id, shared.index);
            if here.kind != OwnerKind::Library {
                return here;
            }
        }
        seen.first()
            .map_or_else(|| owner.clone(), |id| owner_fact(*id, shared.index))
    }
}
