//! Raw deflate with a ceiling on the output. It knows no entry and keeps what came out before a
//! fault.

use std::cell::RefCell;

use flate2::{Decompress, FlushDecompress, Status};

/// Deflate cannot expand further than this many bytes per input byte (258 bytes for two bits, plus
/// the block overhead; see the zlib technical notes, <https://zlib.net/zlib_tech.html>).
const MAX_EXPANSION: u64 = 1032;
/// First buffer when the stated size says nothing.
const FIRST_BUFFER: u64 = 16 << 10;

thread_local! {
    /// The tables of a stream are larger than most entries, so that each thread makes them once.
    static STREAM: RefCell<Decompress> = RefCell::new(Decompress::new(false));
}

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum StreamEnd {
    /// The final block ended.
    Complete,
    /// The input ended first.
    InputExhausted,
    /// The data is not deflate.
    Broken,
    /// The ceiling was reached.
    Capped,
}

/// Output of one stream.
#[derive(Debug)]
pub(crate) struct Inflated {
    pub(crate) bytes: Vec<u8>,
    /// Input bytes used.
    pub(crate) consumed: u64,
    pub(crate) end: StreamEnd,
}

/// Inflates `input` to at most `allowed` bytes. The buffer begins with the declared size where that
/// is plausible, so an honest entry costs one allocation and one call.
pub(crate) fn inflate(input: &[u8], declared: u64, allowed: u64) -> Inflated {
    let input_len = u64::try_from(input.len()).unwrap_or(u64::MAX);
    let possible = input_len.saturating_mul(MAX_EXPANSION).min(allowed);
    let first = if declared == 0 {
        FIRST_BUFFER
    } else {
        declared
    };
    let mut bytes = Vec::new();
    if !reserve(&mut bytes, first.min(possible).max(1)) {
        return Inflated {
            bytes,
            consumed: 0,
            end: StreamEnd::Capped,
        };
    }
    STREAM.with_borrow_mut(|stream| {
        stream.reset(false);
        let end = run(stream, input, &mut bytes, allowed);
        Inflated {
            bytes,
            consumed: stream.total_in(),
            end,
        }
    })
}

fn reserve(bytes: &mut Vec<u8>, additional: u64) -> bool {
    usize::try_from(additional).is_ok_and(|n| bytes.try_reserve_exact(n).is_ok())
}

fn run(stream: &mut Decompress, input: &[u8], bytes: &mut Vec<u8>, allowed: u64) -> StreamEnd {
    let len_of = |bytes: &Vec<u8>| u64::try_from(bytes.len()).unwrap_or(u64::MAX);
    loop {
        let used = usize::try_from(stream.total_in()).unwrap_or(usize::MAX);
        let rest = input.get(used..).unwrap_or_default();
        let before = (stream.total_in(), bytes.len());
        match stream.decompress_vec(rest, bytes, FlushDecompress::Finish) {
            Ok(Status::StreamEnd) if len_of(bytes) > allowed => return StreamEnd::Capped,
            Ok(Status::StreamEnd) => return StreamEnd::Complete,
            Ok(Status::Ok | Status::BufError) => {}
            Err(_) => return StreamEnd::Broken,
        }
        if bytes.len() < bytes.capacity() {
            if before == (stream.total_in(), bytes.len()) || rest.is_empty() {
                return StreamEnd::InputExhausted;
            }
            continue;
        }
        let len = len_of(bytes);
        if len > allowed {
            return StreamEnd::Capped;
        }
        // One byte past the ceiling tells a stream that ends there from one that goes on.
        let room = allowed.saturating_sub(len).saturating_add(1);
        if !reserve(bytes, len.max(FIRST_BUFFER).min(room)) {
            return StreamEnd::Capped;
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn deflate(data: &[u8]) -> Vec<u8> {
        let mut writer =
            flate2::write::DeflateEncoder::new(Vec::new(), flate2::Compression::new(6));
        writer.write_all(data).unwrap();
        writer.finish().unwrap()
    }

    fn sample(len: u32) -> Vec<u8> {
        (0..len)
            .flat_map(|i| i.wrapping_mul(2_654_435_761).to_le_bytes())
            .collect()
    }

    #[test]
    fn exact_declared_size_needs_one_buffer() {
        for len in [0, 1, 2, 64, 257, 16_384, 100_001] {
            let data = sample(len);
            let packed = deflate(&data);
            let size = u64::try_from(data.len()).unwrap();
            let out = inflate(&packed, size, size);
            assert_eq!(out.end, StreamEnd::Complete, "{len}");
            assert_eq!(out.bytes, data);
            assert_eq!(out.consumed, u64::try_from(packed.len()).unwrap());
        }
    }

    #[test]
    fn wrong_declared_sizes_are_survived() {
        let data = sample(50_000);
        let packed = deflate(&data);
        for declared in [0, 1, 1000, 10_000_000, u64::MAX] {
            let out = inflate(&packed, declared, 1 << 20);
            assert_eq!(out.end, StreamEnd::Complete, "{declared}");
            assert_eq!(out.bytes, data);
        }
    }

    #[test]
    fn the_ceiling_holds() {
        let packed = deflate(&vec![0; 1 << 20]);
        let out = inflate(&packed, 10, 1000);
        assert_eq!(out.end, StreamEnd::Capped);
        assert!(out.bytes.capacity() < 100_000);
        let exact = inflate(&packed, 1 << 20, 1 << 20);
        assert_eq!(exact.end, StreamEnd::Complete);
    }

    #[test]
    fn cut_and_broken_streams_keep_their_beginning() {
        let data = sample(50_000);
        let packed = deflate(&data);
        let cut = inflate(&packed[..packed.len() / 2], 200_000, 1 << 20);
        assert_eq!(cut.end, StreamEnd::InputExhausted);
        assert!(data.starts_with(&cut.bytes) && cut.bytes.len() > 10_000);
        assert_eq!(inflate(&[], 0, 100).end, StreamEnd::InputExhausted);
        assert_eq!(inflate(&[0xff; 40], 10, 100).end, StreamEnd::Broken);
        let out = inflate(b"plain text, not deflate data", 28, 100);
        assert_ne!(out.end, StreamEnd::Complete);
    }

    #[test]
    fn bytes_after_the_stream_are_left() {
        let mut packed = deflate(b"hello");
        let len = u64::try_from(packed.len()).unwrap();
        packed.extend_from_slice(b"PK\x03\x04 next entry");
        let out = inflate(&packed, 5, 5);
        assert_eq!((out.end, out.consumed), (StreamEnd::Complete, len));
    }
}
