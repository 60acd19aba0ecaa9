//! The bounds that hostile archives are held to. Every bound has a name; nothing here reads bytes.

/// Upper bounds on what one container may cost. Exceeding a bound loses the entry (an error from
/// [`Part::read`](crate::Part::read)) or the rest of a table (a [`Problem`](crate::Problem)); it
/// never ends the process.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Limits {
    /// Central directory records and scanned local headers kept, once for the outer archive and
    /// once for all nested archives together. The largest Android
    /// apps hold tens of thousands of entries; without zip64 the format ends at 65,535.
    pub max_entries: usize,
    /// Inflated bytes of one entry.
    pub max_entry_size: u64,
    /// Sum of the *declared* inflated sizes that entries of one archive may claim, in directory
    /// order. An entry past the sum is listed but may only inflate to what its own file span allows.
    pub max_total_size: u64,
    /// Inflated bytes per compressed byte, applied above [`Limits::ratio_floor`]. Deflate itself
    /// ends near 1032.
    pub max_ratio: u64,
    /// Entries that inflate to at most this many bytes are not held to the ratio.
    pub ratio_floor: u64,
    /// Archives inside archives: 1 opens the APKs of a split set, 2 also the APKs inside those.
    pub max_depth: usize,
    /// Nested archives opened per container.
    pub max_nested: usize,
    /// Inflated bytes of one nested archive.
    pub max_nested_size: u64,
    /// Sum of the inflated bytes of all nested archives, which stay in memory while the container
    /// lives. Stored nested archives are borrowed and cost nothing.
    pub max_nested_total: u64,
    /// Tampering marks and problems of one kind kept per archive; further ones are counted, not
    /// kept.
    pub max_marks: usize,
    /// Signers, certificates and digests read per signature scheme. The APK installer itself ends
    /// at 10 signers per v2 block.
    pub max_signers: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            max_entries: 200_000,
            max_entry_size: 512 << 20,
            max_total_size: 8 << 30,
            max_ratio: 200,
            ratio_floor: 32 << 20,
            max_depth: 2,
            max_nested: 512,
            max_nested_size: 512 << 20,
            max_nested_total: 1 << 30,
            max_marks: 1_000,
            max_signers: 32,
        }
    }
}
