//! The form in which two readings of one DEX file are compared; reads nothing itself.

use std::collections::BTreeMap;

/// Counts that are sums over the classes.
pub(super) const SUMS: [&str; 4] = [
    "declared methods",
    "methods with code",
    "code units",
    "instructions",
];

/// Counts and names of one DEX file, by whoever read it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub(super) struct Listing {
    /// Sizes of tables and sums over the code, by name. A reader that does not give one leaves it out.
    pub(super) counts: BTreeMap<&'static str, u64>,
    /// Descriptors of the classes, sorted.
    pub(super) classes: Vec<String>,
    /// Every method declared with a hash of its instructions (zero without code), sorted; empty if not given.
    pub(super) methods: Vec<(String, u64)>,
}

impl Listing {
    /// Adds to a count.
    pub(super) fn add(&mut self, name: &'static str, n: u64) {
        *self.counts.entry(name).or_default() += n;
    }

    /// What differs from another reading: item, own value, their value. Only what both give is compared, and where
    /// the classes differ, nothing that is summed over the classes.
    pub(super) fn differences(&self, theirs: &Self) -> Vec<(String, String, String)> {
        let mut out = Vec::new();
        for (name, value) in &self.counts {
            if SUMS.contains(name) && self.classes != theirs.classes {
                continue;
            }
            if let Some(other) = theirs.counts.get(name)
                && other != value
            {
                out.push(((*name).to_owned(), value.to_string(), other.to_string()));
            }
        }
        if self.classes != theirs.classes {
            let (ours, other) = only_in(&self.classes, &theirs.classes);
            out.push(("class list".to_owned(), ours, other));
            return out;
        }
        if !self.methods.is_empty() && !theirs.methods.is_empty() && self.methods != theirs.methods
        {
            let text = |list: &[(String, u64)]| -> Vec<String> {
                list.iter()
                    .map(|(name, hash)| format!("{name} {hash:016x}"))
                    .collect()
            };
            let (ours, other) = only_in(&text(&self.methods), &text(&theirs.methods));
            out.push(("method listing".to_owned(), ours, other));
        }
        out
    }
}

/// What only one of two sorted lists has, cut after three names.
pub(super) fn only_in(ours: &[String], theirs: &[String]) -> (String, String) {
    let lacking = |from: &[String], other: &[String]| {
        let list: Vec<&str> = from
            .iter()
            .filter(|name| other.binary_search(name).is_err())
            .map(String::as_str)
            .collect();
        let shown: Vec<&str> = list.iter().take(3).copied().collect();
        match list.len() {
            0 => format!("{} in all", from.len()),
            n if n > shown.len() => format!("{} and {} more", shown.join(" "), n - shown.len()),
            _ => shown.join(" "),
        }
    };
    (lacking(ours, theirs), lacking(theirs, ours))
}

/// FNV-1a over the instructions of one method: address, mnemonic and index operand.
#[derive(Debug, Clone, Copy)]
pub(super) struct CodeHash(u64);

impl CodeHash {
    pub(super) fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    pub(super) fn add(&mut self, offset: u32, mnemonic: &str, index: Option<u32>) {
        self.bytes(&offset.to_le_bytes());
        self.bytes(mnemonic.as_bytes());
        // One more than the largest index that any table can have a row for stands for "none".
        self.bytes(&index.map_or(u64::MAX, u64::from).to_le_bytes());
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }

    pub(super) fn value(self) -> u64 {
        self.0
    }
}
