//! Which functions of an AArch64 library use which addresses, and which functions call which; refuses other machines.
//!
//! One linear sweep over the code: `bl` and `b` give calls, `adrp` with `add` gives addresses. What goes through
//! tables of pointers, the procedure linkage table or registers loaded from memory is not seen, so that a missing
//! reference says nothing. Encodings are those of the Arm Architecture Reference Manual for A-profile, DDI 0487.

use crate::elf::{Arch, Library};
use crate::limits::{MAX_CODE_BYTES, MAX_FUNCTIONS};

/// Calls and uses of addresses inside one library.
#[derive(Debug, Default)]
pub struct CodeMap {
    /// Starts of functions, sorted: targets of calls, exported functions and addresses of code that code takes.
    starts: Vec<u64>,
    /// Calls as (called function, calling function), sorted.
    callers: Vec<(u32, u32)>,
    /// Uses of wanted addresses: (address, function), sorted.
    uses: Vec<(u64, u32)>,
    /// The code was gone through to its end.
    pub is_complete: bool,
}

struct Sweep<'w> {
    wanted: &'w dyn Fn(u64) -> bool,
    code: Vec<(u64, u64)>,
    starts: Vec<u64>,
    calls: Vec<(u64, u64)>,
    uses: Vec<(u64, u64)>,
}

impl Sweep<'_> {
    fn is_code(&self, address: u64) -> bool {
        self.code
            .iter()
            .any(|(start, end)| (*start..*end).contains(&address))
    }

    fn n_kept(&self) -> usize {
        self.starts.len() + self.calls.len() + self.uses.len()
    }

    /// One segment of code; false when a limit ended it.
    fn segment(&mut self, code: &[u8], base: u64) -> bool {
        // Page held by each register, as long as the code goes straight on.
        let mut pages: [Option<u64>; 32] = [None; 32];
        let (words, _) = code.as_chunks::<4>();
        let mut pc = base;
        for bytes in words {
            let insn = u32::from_le_bytes(*bytes);
            let here = pc;
            pc = pc.wrapping_add(4);
            match insn {
                // bl, b
                _ if insn & 0x7c00_0000 == 0x1400_0000 => {
                    let words = i64::from((insn << 6).cast_signed() >> 6);
                    let target = here.wrapping_add_signed(words * 4);
                    let is_call = insn >> 31 != 0;
                    if is_call {
                        self.starts.push(target);
                    } else {
                        pages = [None; 32];
                    }
                    self.calls.push((here, target));
                }
                // adrp
                _ if insn & 0x9f00_0000 == 0x9000_0000 => {
                    let high = i64::from((insn << 8).cast_signed() >> 13) << 2;
                    let low = i64::from((insn >> 29) & 3);
                    let page = (here & !0xfff).wrapping_add_signed((high | low) << 12);
                    if let Some(place) = pages.get_mut((insn & 31) as usize) {
                        *place = Some(page);
                    }
                }
                // add (immediate, 64-bit, no shift)
                _ if insn & 0xffc0_0000 == 0x9100_0000 => {
                    let from = ((insn >> 5) & 31) as usize;
                    let immediate = u64::from((insn >> 10) & 0xfff);
                    let to = (insn & 31) as usize;
                    let page = pages.get(from).copied().flatten();
                    if let Some(page) = page {
                        let address = page.wrapping_add(immediate);
                        if (self.wanted)(address) {
                            self.uses.push((address, here));
                        } else if self.is_code(address) && address.is_multiple_of(4) {
                            self.starts.push(address);
                            self.calls.push((here, address));
                        }
                    }
                    if from != to
                        && let Some(place) = pages.get_mut(to)
                    {
                        *place = None;
                    }
                }
                // ret
                0xd65f_03c0 => pages = [None; 32],
                _ => {}
            }
            if self.n_kept() > MAX_FUNCTIONS {
                return false;
            }
        }
        true
    }
}

/// Goes through the code of an AArch64 library for uses of the addresses that `wanted` answers for; `None` for other
/// machines.
pub fn references(
    bytes: &[u8],
    library: &Library<'_>,
    wanted: &dyn Fn(u64) -> bool,
) -> Option<CodeMap> {
    if library.arch != Arch::Arm64 {
        return None;
    }
    let code: Vec<_> = library.segments.iter().filter(|s| s.is_code).collect();
    let mut sweep = Sweep {
        wanted,
        code: code
            .iter()
            .map(|s| (s.address, s.address.saturating_add(s.size)))
            .collect(),
        starts: Vec::new(),
        calls: Vec::new(),
        uses: Vec::new(),
    };
    let mut left = MAX_CODE_BYTES;
    let mut is_complete = true;
    for segment in code {
        let start = usize::try_from(segment.offset).unwrap_or(usize::MAX);
        let size = usize::try_from(segment.size).unwrap_or(usize::MAX);
        let end = start.saturating_add(size.min(left)).min(bytes.len());
        let part = bytes.get(start..end).unwrap_or_default();
        left = left.saturating_sub(part.len());
        is_complete &= sweep.segment(part, segment.address) && part.len() == size;
    }
    sweep.starts.extend(
        library
            .exports()
            .filter(|symbol| symbol.is_function)
            .map(|symbol| symbol.address),
    );
    Some(CodeMap::new(&sweep, is_complete))
}

impl CodeMap {
    fn new(sweep: &Sweep<'_>, is_complete: bool) -> Self {
        let mut starts: Vec<u64> = sweep.starts.clone();
        starts.retain(|start| sweep.is_code(*start));
        starts.sort_unstable();
        starts.dedup();
        let mut out = Self {
            starts,
            callers: Vec::new(),
            uses: Vec::new(),
            is_complete,
        };
        for (from, to) in &sweep.calls {
            // A jump into the middle of a function stays inside it.
            let is_start = out.starts.binary_search(to).is_ok();
            if let (Some(caller), Some(called)) = (out.function(*from), out.function(*to))
                && is_start
                && caller != called
            {
                out.callers.push((called, caller));
            }
        }
        out.callers.sort_unstable();
        out.callers.dedup();
        out.uses = sweep
            .uses
            .iter()
            .filter_map(|(address, at)| Some((*address, out.function(*at)?)))
            .collect();
        out.uses.sort_unstable();
        out.uses.dedup();
        out
    }

    /// Number of the function that holds an address.
    fn function(&self, address: u64) -> Option<u32> {
        let n = self.starts.partition_point(|start| *start <= address);
        n.checked_sub(1).and_then(|n| u32::try_from(n).ok())
    }

    /// Starts of the functions that use an address, and of all functions that call them, at any distance; sorted.
    pub fn users(&self, address: u64) -> Vec<u64> {
        let first = self.uses.partition_point(|(used, _)| *used < address);
        let mut seen = vec![false; self.starts.len()];
        let mut work: Vec<u32> = self
            .uses
            .iter()
            .skip(first)
            .take_while(|(used, _)| *used == address)
            .map(|(_, function)| *function)
            .collect();
        while let Some(function) = work.pop() {
            let Some(place) = seen.get_mut(function as usize) else {
                continue;
            };
            if std::mem::replace(place, true) {
                continue;
            }
            let first = self
                .callers
                .partition_point(|(called, _)| *called < function);
            work.extend(
                self.callers
                    .iter()
                    .skip(first)
                    .take_while(|(called, _)| *called == function)
                    .map(|(_, caller)| *caller),
            );
        }
        self.starts
            .iter()
            .zip(seen)
            .filter(|(_, seen)| *seen)
            .map(|(start, _)| *start)
            .collect()
    }
}
