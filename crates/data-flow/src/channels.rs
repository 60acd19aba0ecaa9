//! What the rows of channels say together: which channels have keys, which are asked, which nobody fills. Reads the
//! rows once; moves no value.

use ruleset::schema::dataflow::{ChannelEnd, HeldIn, Side, Step};
use rustc_hash::{FxHashMap, FxHashSet};

use crate::context::Ctx;

/// Channels by name, as their rows use them.
#[derive(Debug, Default)]
pub(crate) struct Kinds {
    /// Channels that are delivered and that no row puts anything into.
    pub(crate) shared: FxHashSet<u32>,
    /// Channels of which is told who asked for what.
    pub(crate) asked: FxHashSet<u32>,
    /// Channels whose content has names.
    pub(crate) keyed: FxHashSet<u32>,
    /// Channels in which all rows put an object under the same one of its own parts.
    pub(crate) keyed_by_own: FxHashMap<u32, u32>,
}

/// Goes through all rows of channels.
pub(crate) fn kinds(ctx: &Ctx<'_, '_>) -> Kinds {
    let mut out = Kinds::default();
    let mut put = FxHashSet::default();
    let mut by_own: FxHashMap<u32, Option<u32>> = FxHashMap::default();
    for row in ctx.tables.channels.rows() {
        let Ok(end) = ChannelEnd::parse(row.cells) else {
            continue;
        };
        let name = ctx.name(end.channel);
        if end.key.is_some() {
            out.keyed.insert(name);
        }
        match end.side {
            Side::Deliver => {
                out.shared.insert(name);
            }
            Side::Ask => {
                out.asked.insert(name);
            }
            Side::Put => {
                put.insert(name);
                let part = own_part(ctx, &end);
                let known = by_own.entry(name).or_insert(part);
                if *known != part {
                    *known = None;
                }
            }
            Side::Get | Side::Drop | Side::Call => {}
        }
    }
    out.shared.retain(|name| !put.contains(name));
    out.keyed_by_own = by_own
        .into_iter()
        .filter_map(|(name, part)| Some((name, part?)))
        .collect();
    out
}

/// The part of the object that is put in which is its key there.
fn own_part(ctx: &Ctx<'_, '_>, end: &ChannelEnd<'_>) -> Option<u32> {
    let (Some(HeldIn::Place(key)), [value]) = (&end.key, &end.values[..]) else {
        return None;
    };
    match key.path.split_last() {
        Some((Step::Field(part), above)) if key.base == value.base && *above == value.path[..] => {
            Some(ctx.name(part))
        }
        _ => None,
    }
}
