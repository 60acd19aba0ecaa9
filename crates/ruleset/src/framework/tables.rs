//! Writes the framework model as tables of 32-bit words over one sorted string table; refuses nothing: rows that
//! point outside the model are kept as unknown.
//!
//! Layout, all words little-endian, offsets in words from the section's start:
//! header of eight words (string count, type count, list words, member count, constant count, seen count, byte
//! length of the string bytes, reserved); string ends; types (8 words); list pool; members (3 words); constants
//! (4 words); seen (1 word); string bytes padded to a word.

use std::collections::BTreeMap;

use super::rows::FrameworkRows;
use crate::RulesetError;

pub(super) const HEADER_WORDS: usize = 8;
pub(super) const TYPE_WORDS: usize = 8;
pub(super) const MEMBER_WORDS: usize = 3;
pub(super) const CONSTANT_WORDS: usize = 4;
/// Marks a member whose prototype is not known; the low byte holds the number of parameters.
pub(super) const INEXACT: u32 = 0xffff_ff00;
/// Number of parameters is not known either (a field).
pub(super) const INEXACT_FIELD: u32 = 0xffff_ffff;

struct Words(Vec<u8>);

impl Words {
    fn push(&mut self, word: u32) {
        self.0.extend_from_slice(&word.to_le_bytes());
    }

    fn push_len(&mut self, n: usize) -> Result<(), RulesetError> {
        self.push(to_u32(n)?);
        Ok(())
    }
}

fn to_u32(n: usize) -> Result<u32, RulesetError> {
    u32::try_from(n).map_err(|_| RulesetError::Encode("table too large".to_owned()))
}

/// Encodes rows, which must be sorted.
pub fn encode(rows: &FrameworkRows) -> Result<Vec<u8>, RulesetError> {
    let mut strings: BTreeMap<&str, u32> = BTreeMap::new();
    for row in &rows.types {
        strings.insert(&row.descriptor, 0);
    }
    for row in &rows.members {
        strings.insert(&row.name, 0);
        if !row.ty.starts_with('/') && row.ty != "?" {
            strings.insert(&row.ty, 0);
        }
    }
    for row in &rows.constants {
        for text in [&row.class, &row.name, &row.ty, &row.value] {
            strings.insert(text, 0);
        }
    }
    for api in &rows.seen {
        strings.insert(api, 0);
    }
    for (n, id) in strings.values_mut().enumerate() {
        *id = to_u32(n)?;
    }
    let sid = |text: &str| strings.get(text).copied().unwrap_or(0);
    let type_index = |descriptor: &str| {
        rows.types
            .binary_search_by(|row| row.descriptor.as_str().cmp(descriptor))
            .ok()
            .and_then(|n| to_u32(n).ok())
    };

    let mut list = Words(Vec::new());
    let mut types = Words(Vec::new());
    let mut members = Words(Vec::new());
    let (mut n_list, mut n_members, mut at) = (0usize, 0usize, 0usize);
    for row in &rows.types {
        let interfaces: Vec<u32> = row
            .interfaces
            .iter()
            .filter_map(|name| type_index(name))
            .collect();
        types.push(sid(&row.descriptor));
        types.push(row.kind as u32);
        types.push(
            row.superclass
                .as_deref()
                .and_then(type_index)
                .map_or(0, |n| n.saturating_add(1)),
        );
        types.push_len(n_list)?;
        types.push_len(interfaces.len())?;
        types.push(row.since);
        n_list += interfaces.len();
        for interface in interfaces {
            list.push(interface);
        }
        while rows
            .members
            .get(at)
            .is_some_and(|member| member.class < row.descriptor)
        {
            at += 1;
        }
        let first = n_members;
        while let Some(member) = rows
            .members
            .get(at)
            .filter(|member| member.class == row.descriptor)
        {
            members.push(sid(&member.name));
            members.push(match member.ty.strip_prefix('/') {
                Some(count) => INEXACT | count.parse::<u32>().unwrap_or(0).min(0xfe),
                None if member.ty == "?" => INEXACT_FIELD,
                None => sid(&member.ty),
            });
            members.push(member.kind as u32 | member.since << 8);
            n_members += 1;
            at += 1;
        }
        types.push_len(first)?;
        types.push_len(n_members - first)?;
    }
    let mut constants = Words(Vec::new());
    for row in &rows.constants {
        for text in [&row.class, &row.name, &row.ty, &row.value] {
            constants.push(sid(text));
        }
    }
    let mut seen = Words(Vec::new());
    for api in &rows.seen {
        seen.push(sid(api));
    }

    let mut out = Words(Vec::new());
    let mut bytes = Vec::new();
    let mut ends = Words(Vec::new());
    for text in strings.keys() {
        bytes.extend_from_slice(text.as_bytes());
        ends.push_len(bytes.len())?;
    }
    for n in [
        strings.len(),
        rows.types.len(),
        n_list,
        n_members,
        rows.constants.len(),
        rows.seen.len(),
        bytes.len(),
        0,
    ] {
        out.push_len(n)?;
    }
    for part in [ends, types, list, members, constants, seen] {
        out.0.extend_from_slice(&part.0);
    }
    out.0.extend_from_slice(&bytes);
    while !out.0.len().is_multiple_of(4) {
        out.0.push(0);
    }
    Ok(out.0)
}
