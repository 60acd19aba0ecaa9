//! Switch and array payloads, which stand between the instructions; it does not find their users.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dalvik-bytecode#packed-switch>.

use crate::opcode::op;

/// The data of a `packed-switch`, `sparse-switch` or `fill-array-data`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Payload<'a> {
    /// Cases with consecutive keys.
    PackedSwitch {
        /// The key of the first case.
        first_key: i32,
        /// Branch offsets relative to the switch instruction, in units, four bytes each.
        targets: &'a [[u8; 4]],
    },
    /// Cases with any keys.
    SparseSwitch {
        /// Keys in ascending order, four bytes each.
        keys: &'a [[u8; 4]],
        /// Branch offsets relative to the switch instruction, in units, four bytes each.
        targets: &'a [[u8; 4]],
    },
    /// Array elements.
    FillArrayData {
        /// Bytes per element.
        element_width: u16,
        /// Number of elements.
        count: u32,
        /// The elements, little-endian.
        data: &'a [u8],
    },
}

/// Length of the payload at the front of `rest` in units; 1 for a `nop` whose high byte is no
/// payload's, `usize::MAX` when the size fields are cut off.
#[cold]
pub(crate) fn payload_units(rest: &[u8]) -> usize {
    let word = |at: usize| {
        rest.get(at..)
            .and_then(|bytes| bytes.first_chunk::<2>())
            .map(|&bytes| usize::from(u16::from_le_bytes(bytes)))
    };
    let units = match rest.get(1) {
        Some(1) => word(2).map(|size| size.saturating_mul(2).saturating_add(4)),
        Some(2) => word(2).map(|size| size.saturating_mul(4).saturating_add(2)),
        Some(3) => word(2)
            .zip(word(4))
            .zip(word(6))
            .map(|((width, low), high)| {
                let count = low | (high << 16);
                count
                    .saturating_mul(width)
                    .saturating_add(1)
                    .wrapping_div(2)
                    .saturating_add(4)
            }),
        _ => Some(1),
    };
    units.unwrap_or(usize::MAX)
}

impl<'a> Payload<'a> {
    /// Reads the bytes of one whole payload.
    pub(crate) fn read(bytes: &'a [u8]) -> Option<Self> {
        let (&[opcode, kind, s0, s1], rest) = bytes.split_first_chunk::<4>()?;
        if opcode != 0 {
            return None;
        }
        let size = u16::from_le_bytes([s0, s1]);
        let n = usize::from(size);
        match kind {
            1 => {
                let (&first_key, targets) = rest.split_first_chunk::<4>()?;
                Some(Self::PackedSwitch {
                    first_key: i32::from_le_bytes(first_key),
                    targets: targets.as_chunks::<4>().0.get(..n)?,
                })
            }
            2 => {
                let (keys, targets) = rest.as_chunks::<4>().0.split_at_checked(n)?;
                Some(Self::SparseSwitch {
                    keys,
                    targets: targets.get(..n)?,
                })
            }
            3 => {
                let (&count, data) = rest.split_first_chunk::<4>()?;
                let count = u32::from_le_bytes(count);
                let len = (count as usize).checked_mul(n)?;
                Some(Self::FillArrayData {
                    element_width: size,
                    count,
                    data: data.get(..len)?,
                })
            }
            _ => None,
        }
    }

    /// Whether an instruction with `opcode` may use this kind of payload.
    pub(crate) fn belongs_to(&self, opcode: u8) -> bool {
        match self {
            Self::PackedSwitch { .. } => opcode == op::PACKED_SWITCH,
            Self::SparseSwitch { .. } => opcode == op::SPARSE_SWITCH,
            Self::FillArrayData { .. } => opcode == op::FILL_ARRAY_DATA,
        }
    }

    /// The cases of a switch as key and branch offset relative to the switch instruction; none for
    /// array data.
    pub fn cases(&self) -> SwitchCases<'a> {
        let (first_key, keys, targets) = match *self {
            Self::PackedSwitch { first_key, targets } => (first_key, None, targets),
            Self::SparseSwitch { keys, targets } => (0, Some(keys.iter()), targets),
            Self::FillArrayData { .. } => (0, None, [].as_slice()),
        };
        SwitchCases {
            key: first_key,
            keys,
            targets: targets.iter(),
        }
    }
}

/// Iterates over the cases of a switch: key and relative branch offset in units.
#[derive(Debug, Clone)]
pub struct SwitchCases<'a> {
    key: i32,
    keys: Option<std::slice::Iter<'a, [u8; 4]>>,
    targets: std::slice::Iter<'a, [u8; 4]>,
}

impl Iterator for SwitchCases<'_> {
    type Item = (i32, i32);

    fn next(&mut self) -> Option<(i32, i32)> {
        let target = i32::from_le_bytes(*self.targets.next()?);
        let key = if let Some(keys) = &mut self.keys {
            i32::from_le_bytes(*keys.next()?)
        } else {
            let key = self.key;
            // A switch whose keys pass the largest number is malformed; wrapping keeps it readable.
            self.key = key.wrapping_add(1);
            key
        };
        Some((key, target))
    }

    fn size_hint(&self) -> (usize, Option<usize>) {
        self.targets.size_hint()
    }
}

impl ExactSizeIterator for SwitchCases<'_> {}
