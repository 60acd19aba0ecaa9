//! A small DER reader: one tag-length-value at a time, definite lengths only. It builds no tree and
//! does not recurse.
//!
//! ITU-T X.690, sections 8.1 and 10.1.

use byte_reader::{ReadError, Reader};

pub(crate) const INTEGER: u8 = 0x02;
pub(crate) const BIT_STRING: u8 = 0x03;
pub(crate) const OBJECT_ID: u8 = 0x06;
pub(crate) const SEQUENCE: u8 = 0x30;
pub(crate) const SET: u8 = 0x31;
/// Context-specific, constructed, number 0 and 1.
pub(crate) const CONTEXT_0: u8 = 0xa0;
pub(crate) const CONTEXT_1: u8 = 0xa1;

/// One value with its header.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tlv<'b> {
    pub(crate) tag: u8,
    pub(crate) content: Reader<'b>,
    /// Header and content.
    pub(crate) raw: &'b [u8],
}

/// Reads the next value. Multi-byte tags and indefinite lengths are refused.
pub(crate) fn next<'b>(reader: &mut Reader<'b>) -> Result<Tlv<'b>, ReadError> {
    let at = reader.offset();
    let start = reader.rest();
    let tag = reader.u8()?;
    if tag & 0x1f == 0x1f {
        return Err(ReadError::invalid(at, "DER tag"));
    }
    let first = reader.u8()?;
    let len = match first {
        0..=0x7f => usize::from(first),
        0x81..=0x84 => {
            let mut len = 0_usize;
            for _ in 0x80..first {
                len = (len << 8) | usize::from(reader.u8()?);
            }
            len
        }
        _ => return Err(ReadError::invalid(at, "DER length")),
    };
    let content = reader.take_reader(len)?;
    let raw_len = reader.offset().saturating_sub(at);
    Ok(Tlv {
        tag,
        content,
        raw: start.get(..raw_len).unwrap_or_default(),
    })
}

/// Reads the next value and requires its tag.
pub(crate) fn expect<'b>(reader: &mut Reader<'b>, tag: u8) -> Result<Tlv<'b>, ReadError> {
    let at = reader.offset();
    let tlv = next(reader)?;
    if tlv.tag == tag {
        Ok(tlv)
    } else {
        Err(ReadError::invalid(at, "DER tag"))
    }
}

/// Reads the next value if it has this tag.
pub(crate) fn optional<'b>(reader: &mut Reader<'b>, tag: u8) -> Result<Option<Tlv<'b>>, ReadError> {
    if reader.peek_u8() == Some(tag) {
        next(reader).map(Some)
    } else {
        Ok(None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_short_and_long_lengths() {
        let mut data = vec![0x30, 0x81, 0x80];
        data.extend([0x02, 0x01, 0x07]);
        data.resize(3 + 128, 0);
        let tlv = expect(&mut Reader::new(&data), SEQUENCE).unwrap();
        assert_eq!(tlv.raw.len(), 131);
        let mut content = tlv.content;
        assert_eq!(expect(&mut content, INTEGER).unwrap().raw, [2, 1, 7]);
    }

    #[test]
    fn refuses_what_der_forbids_or_hostile_lengths() {
        for data in [
            &[0x30, 0x80, 0, 0][..],
            &[0x30, 0x84, 0xff, 0xff, 0xff, 0xff],
            &[0x30, 0x85, 0, 0, 0, 0, 0],
            &[0x1f, 0x01, 0x00],
            &[0x30, 0x02, 0x00],
            &[0x30],
            &[],
        ] {
            assert!(next(&mut Reader::new(data)).is_err(), "{data:02x?}");
        }
    }
}
