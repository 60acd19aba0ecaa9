//! DEX files dumped from memory, joined to the app: repairs what dumping breaks and says so; refuses to guess tables.

use app_facts::{Gap, TamperingMark};

use crate::code::DexBytes;
use crate::marks::gap;

/// Files of one run.
const MAX_FILES: usize = 256;
/// Bytes of a DEX header, version 035 to 040, and the offsets of its fields; from
/// <https://source.android.com/docs/core/runtime/dex-format#header-item>.
const HEADER: usize = 0x70;
const CHECKSUM: usize = 8;
const FILE_SIZE: usize = 32;
const HEADER_SIZE: usize = 36;
const ENDIAN: usize = 40;
const STRING_IDS: usize = 56;
const MAGIC: &[u8; 8] = b"dex\n035\0";
const ENDIAN_TAG: u32 = 0x1234_5678;

/// Repaired files, what was repaired, and what could not be.
pub(crate) fn read(files: &[(String, Vec<u8>)]) -> (Vec<DexBytes>, Vec<TamperingMark>, Vec<Gap>) {
    let (mut dex, mut marks, mut gaps) = (Vec::new(), Vec::new(), Vec::new());
    for (n, (name, bytes)) in files.iter().enumerate() {
        if n >= MAX_FILES {
            gaps.push(gap(
                "pipeline",
                format!("{} added DEX files", files.len() - n),
                name,
                "more files were given than are read",
                "the code in them was not analysed",
            ));
            break;
        }
        match repair(bytes) {
            Some((bytes, repairs)) => {
                for repair in repairs {
                    marks.push(TamperingMark {
                        kind: format!("dex.repaired_{repair}"),
                        place: format!("{ADDED}!/{name}"),
                        detail: "a DEX file that was given beside the app".to_owned(),
                    });
                }
                dex.push(DexBytes {
                    bytes,
                    name: name.clone(),
                    apk: ADDED.to_owned(),
                    is_loaded: true,
                });
            }
            None => gaps.push(gap(
                "pipeline",
                "an added DEX file",
                name,
                "it has no header that can be repaired",
                "the code in it was not analysed",
            )),
        }
    }
    (dex, marks, gaps)
}

/// Stands for the APK's name where code came from an added file.
pub(crate) const ADDED: &str = "added";

fn word(bytes: &[u8], at: usize) -> Option<u32> {
    bytes
        .get(at..)?
        .first_chunk::<4>()
        .map(|word| u32::from_le_bytes(*word))
}

fn set(bytes: &mut [u8], at: usize, value: u32) {
    if let Some(place) = bytes.get_mut(at..).and_then(<[u8]>::first_chunk_mut::<4>) {
        *place = value.to_le_bytes();
    }
}

/// The file with a header that fits, and the names of the repaired fields; `None` when the tables lie outside.
fn repair(bytes: &[u8]) -> Option<(Vec<u8>, Vec<&'static str>)> {
    // A dump that begins before the file: look for the magic number on a page border.
    let start = if bytes.starts_with(b"dex\n") {
        0
    } else {
        bytes
            .chunks(4096)
            .position(|page| page.starts_with(b"dex\n"))
            .map_or(0, |page| page * 4096)
    };
    let mut out = bytes.get(start..)?.to_vec();
    if out.len() < HEADER {
        return None;
    }
    let mut repairs = Vec::new();
    if start > 0 {
        repairs.push("start");
    }
    if !out.starts_with(b"dex\n") {
        // Only a file whose tables begin behind a header of this size can be one.
        let strings_at = word(&out, STRING_IDS + 4)? as usize;
        if strings_at != HEADER || word(&out, STRING_IDS)? as usize > out.len() / 4 {
            return None;
        }
        out.get_mut(..8)?.copy_from_slice(MAGIC);
        repairs.push("magic");
    }
    let len = u32::try_from(out.len()).ok()?;
    let size = word(&out, FILE_SIZE)?;
    if size > len || (size as usize) < HEADER {
        set(&mut out, FILE_SIZE, len);
        repairs.push("file_size");
    } else if size < len {
        // Memory behind the file belongs to somebody else.
        out.truncate(size as usize);
        repairs.push("length");
    }
    if word(&out, HEADER_SIZE)? as usize != HEADER && out.get(4..7)? < b"041".as_slice() {
        set(&mut out, HEADER_SIZE, u32::try_from(HEADER).ok()?);
        repairs.push("header_size");
    }
    if word(&out, ENDIAN)? != ENDIAN_TAG {
        set(&mut out, ENDIAN, ENDIAN_TAG);
        repairs.push("endian_tag");
    }
    let sum = adler32(out.get(CHECKSUM + 4..)?);
    if word(&out, CHECKSUM)? != sum {
        set(&mut out, CHECKSUM, sum);
        repairs.push("checksum");
    }
    Some((out, repairs))
}

/// The check sum of RFC 1950, section 8.2.
fn adler32(bytes: &[u8]) -> u32 {
    let (mut a, mut b) = (1u32, 0u32);
    // 5552 is the most bytes whose sums fit, as the RFC's sample code says.
    for piece in bytes.chunks(5552) {
        for byte in piece {
            a += u32::from(*byte);
            b += a;
        }
        a %= 65_521;
        b %= 65_521;
    }
    b << 16 | a
}

#[cfg(test)]
mod tests {
    use super::*;

    fn dex() -> Vec<u8> {
        let mut out = vec![0u8; HEADER + 16];
        out[..8].copy_from_slice(MAGIC);
        let len = u32::try_from(out.len()).unwrap();
        set(&mut out, FILE_SIZE, len);
        set(&mut out, HEADER_SIZE, 0x70);
        set(&mut out, ENDIAN, ENDIAN_TAG);
        set(&mut out, STRING_IDS, 1);
        set(&mut out, STRING_IDS + 4, 0x70);
        let sum = adler32(&out[12..]);
        set(&mut out, CHECKSUM, sum);
        out
    }

    #[test]
    fn a_whole_file_stays_as_it_is() {
        assert_eq!(repair(&dex()), Some((dex(), vec![])));
    }

    #[test]
    fn each_damage_is_repaired_and_named() {
        let damaged = |at: usize, value: u32| {
            let mut bytes = dex();
            set(&mut bytes, at, value);
            repair(&bytes)
        };
        assert_eq!(damaged(CHECKSUM, 7), Some((dex(), vec!["checksum"])));
        assert_eq!(damaged(0, 0), Some((dex(), vec!["magic"])));
        assert_eq!(
            damaged(FILE_SIZE, 0xffff).unwrap().1,
            ["file_size", "checksum"][..1]
        );
        assert_eq!(damaged(ENDIAN, 0).unwrap().0, dex());
        let mut longer = dex();
        longer.extend([1; 4000]);
        assert_eq!(repair(&longer), Some((dex(), vec!["length"])));
        let mut later = vec![0; 4096];
        later.extend(dex());
        assert_eq!(repair(&later), Some((dex(), vec!["start"])));
    }

    #[test]
    fn what_is_no_dex_is_refused() {
        assert_eq!(repair("𠮷不是".as_bytes()), None);
        assert_eq!(repair(&[0; 4096]), None);
    }
}
