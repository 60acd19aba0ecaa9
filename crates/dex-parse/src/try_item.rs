//! Try blocks and their catch handlers; control flow is built elsewhere.
//!
//! Layout: <https://source.android.com/docs/core/runtime/dex-format#type-codes>, try_item and
//! encoded_catch_handler_list.

use byte_reader::Reader;

use crate::le::{u16s, u32s};
use crate::{DexError, Item, TypeIdx};

/// One try block.
#[derive(Debug, Clone)]
pub struct TryItem<'a> {
    /// First covered address, in units.
    pub start_addr: u32,
    /// Length in units.
    pub insn_count: u16,
    /// Its handlers, in the order they are tried.
    pub handlers: CatchHandlers<'a>,
}

/// Iterates over try blocks.
#[derive(Debug, Clone)]
pub struct Tries<'a> {
    data: &'a [u8],
    rows: std::slice::Iter<'a, [u8; 8]>,
    handlers_off: usize,
    failed: Option<DexError>,
}

impl<'a> Tries<'a> {
    pub(crate) fn new(data: &'a [u8], off: usize, n: u16) -> Self {
        let len = usize::from(n).saturating_mul(8);
        let bytes = data.get(off..).and_then(|rest| rest.get(..len));
        Self {
            data,
            rows: bytes.unwrap_or_default().as_chunks::<8>().0.iter(),
            handlers_off: off.saturating_add(len),
            failed: bytes
                .is_none()
                .then(|| DexError::truncated(Item::TryItem, off)),
        }
    }
}

impl<'a> Iterator for Tries<'a> {
    type Item = Result<TryItem<'a>, DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        if let Some(error) = self.failed.take() {
            return Some(Err(error));
        }
        let row = self.rows.next()?;
        let [start_addr] = u32s(row);
        let [_, _, insn_count, handler_off] = u16s(row);
        let at = self.handlers_off.saturating_add(usize::from(handler_off));
        Some(CatchHandlers::read(self.data, at).map(|handlers| TryItem {
            start_addr,
            insn_count,
            handlers,
        }))
    }
}

/// Iterates over the handlers of a try block: exception type (`None` catches all) and address.
#[derive(Debug, Clone)]
pub struct CatchHandlers<'a> {
    reader: Reader<'a>,
    typed: u32,
    catch_all: bool,
}

impl<'a> CatchHandlers<'a> {
    fn read(data: &'a [u8], at: usize) -> Result<Self, DexError> {
        let fault = |error| DexError::read(Item::CatchHandler, error);
        let mut reader = Reader::at(data, at).map_err(fault)?;
        // Zero or a negative count means that a catch-all follows the typed handlers.
        let size = reader.sleb128().map_err(fault)?;
        Ok(Self {
            reader,
            typed: size.unsigned_abs(),
            catch_all: size <= 0,
        })
    }
}

impl Iterator for CatchHandlers<'_> {
    type Item = Result<(Option<TypeIdx>, u32), DexError>;

    fn next(&mut self) -> Option<Self::Item> {
        let is_typed = if let Some(left) = self.typed.checked_sub(1) {
            self.typed = left;
            true
        } else if self.catch_all {
            self.catch_all = false;
            false
        } else {
            return None;
        };
        let mut read = || -> Result<_, byte_reader::ReadError> {
            let ty = if is_typed {
                Some(TypeIdx(self.reader.uleb128()?))
            } else {
                None
            };
            Ok((ty, self.reader.uleb128()?))
        };
        let result = read();
        if result.is_err() {
            self.typed = 0;
            self.catch_all = false;
        }
        Some(result.map_err(|error| DexError::read(Item::CatchHandler, error)))
    }
}
