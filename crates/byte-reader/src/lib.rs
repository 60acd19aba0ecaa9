//! Bounds-checked reading of hostile bytes: cursor, LEB128, MUTF-8, UTF-16, named limits, offset errors.
//!
//! Every parser of this workspace reads its input through [`Reader`]. A read either returns the
//! value or a [`ReadError`] that says at which absolute offset the data ran out or went wrong.
//! Nothing here panics, allocates by a number found in the input, or knows any file format.
//!
//! ```
//! use byte_reader::{ReadError, Reader};
//!
//! let mut reader = Reader::new(&[0x2a, 0x00, 0xe5, 0x8e, 0x26]);
//! assert_eq!(reader.u16(), Ok(42));
//! assert_eq!(reader.uleb128(), Ok(624_485));
//! assert_eq!(reader.u8(), Err(ReadError::UnexpectedEnd { offset: 5, needed: 1 }));
//! ```
#![forbid(unsafe_code)]

mod error;
mod leb128;
pub mod limits;
pub mod mutf8;
mod reader;
mod text;
pub mod utf16;

pub use error::ReadError;
pub use reader::Reader;
pub use text::{DecodedText, TextMarks};
