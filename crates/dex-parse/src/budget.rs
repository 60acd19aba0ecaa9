//! A bound on the work a walk may do, against files whose rows share data; it measures no time.

use crate::limits::{MIN_WORK_UNITS, WORK_UNITS_PER_BYTE};
use crate::{ClassData, CodeItem, DexError};

/// How much work a walk over one input may still do.
///
/// One unit is one visited row, class, method or 16-bit code unit, or 16 bytes of string. The loop of
/// a walker, with one budget for the whole container:
///
/// 1. [`charge(1)`](Self::charge) per class definition, interface, field and method visited,
/// 2. [`charge_class_data`](Self::charge_class_data) once per class data, before its members are read,
/// 3. [`charge_code`](Self::charge_code) once per code item, before its instructions are read,
/// 4. [`charge_bytes`](Self::charge_bytes) per string read from the tables,
/// 5. `charge(1)` per annotation and encoded value, and `charge_bytes` of
///    [`EncodedArray::byte_len`](crate::EncodedArray::byte_len) for a nested one,
/// 6. `charge` of [`DebugLines::steps`](crate::DebugLines::steps) after each line table.
///
/// After the first `Err` stop the walk and report the rest of the input as not analysed. A file
/// without shared data stays below one unit per byte, so the default never stops an honest one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WorkBudget {
    limit: u64,
    left: u64,
}

impl WorkBudget {
    /// A budget of `units`.
    pub const fn new(units: u64) -> Self {
        Self {
            limit: units,
            left: units,
        }
    }

    /// The default budget for an input of `bytes` bytes.
    pub fn for_len(bytes: usize) -> Self {
        let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
        Self::new(
            bytes
                .saturating_mul(WORK_UNITS_PER_BYTE)
                .max(MIN_WORK_UNITS),
        )
    }

    /// Takes `units` from the budget.
    ///
    /// # Errors
    ///
    /// [`DexError::BudgetExhausted`] when fewer are left; from then on every charge fails.
    #[inline]
    pub fn charge(&mut self, units: u64) -> Result<(), DexError> {
        match self.left.checked_sub(units) {
            Some(left) => {
                self.left = left;
                Ok(())
            }
            None => Err(self.exhausted()),
        }
    }

    /// Takes one unit per eight fields of `data`, which are skipped to reach its methods.
    #[inline]
    pub fn charge_class_data(&mut self, data: &ClassData<'_>) -> Result<(), DexError> {
        let fields = u64::from(data.n_static_fields()) + u64::from(data.n_instance_fields());
        self.charge(fields / 8 + 1)
    }

    /// Takes one unit per code unit of `code`, which bounds its instructions.
    #[inline]
    pub fn charge_code(&mut self, code: &CodeItem<'_>) -> Result<(), DexError> {
        self.charge(u64::from(code.insns_units()).saturating_add(u64::from(code.tries_size)))
    }

    /// Takes one unit per 16 bytes of text, and one for the row.
    #[inline]
    pub fn charge_bytes(&mut self, bytes: usize) -> Result<(), DexError> {
        self.charge(
            u64::try_from(bytes / 16)
                .unwrap_or(u64::MAX)
                .saturating_add(1),
        )
    }

    /// Units left.
    pub const fn left(&self) -> u64 {
        self.left
    }

    /// Units taken.
    pub const fn spent(&self) -> u64 {
        self.limit.saturating_sub(self.left)
    }

    #[cold]
    fn exhausted(&mut self) -> DexError {
        self.left = 0;
        DexError::BudgetExhausted {
            limit_kilo: u32::try_from(self.limit / 1000).unwrap_or(u32::MAX),
        }
    }
}
