//! The headers, segments, dynamic table and dynamic symbols of one library; refuses sections as evidence of absence.
//!
//! Layouts are those of the System V ABI, <https://refspecs.linuxfoundation.org/elf/gabi4+/contents.html>; the GNU hash
//! table is described at <https://sourceware.org/legacy-ml/binutils/2006-10/msg00377.html>.

use byte_reader::Reader;

use crate::error::NativeError;
use crate::limits::{MAX_DYNAMIC, MAX_NEEDED, MAX_SEGMENTS, MAX_SYMBOL_NAME, MAX_SYMBOLS};

const MAGIC: &[u8] = b"\x7fELF";
const PT_LOAD: u32 = 1;
const PT_DYNAMIC: u32 = 2;
const PF_X: u32 = 1;
const SHT_DYNSYM: u32 = 11;
const DT_NEEDED: u64 = 1;
const DT_HASH: u64 = 4;
const DT_STRTAB: u64 = 5;
const DT_SYMTAB: u64 = 6;
const DT_STRSZ: u64 = 10;
const DT_SONAME: u64 = 14;
const DT_GNU_HASH: u64 = 0x6fff_fef5;

/// Machine that a library is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Arch {
    /// 32-bit Arm.
    Arm,
    /// AArch64.
    Arm64,
    /// 32-bit x86.
    X86,
    /// x86-64.
    X86_64,
    /// RISC-V, 64 bits.
    Riscv64,
    /// MIPS, which Android ran until level 27.
    Mips,
    /// Any other, by its number.
    Other(u16),
}

impl Arch {
    fn of(machine: u16) -> Self {
        match machine {
            40 => Self::Arm,
            183 => Self::Arm64,
            3 => Self::X86,
            62 => Self::X86_64,
            243 => Self::Riscv64,
            8 => Self::Mips,
            other => Self::Other(other),
        }
    }

    /// The word that Android uses for it in folder names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Arm => "armeabi-v7a",
            Self::Arm64 => "arm64-v8a",
            Self::X86 => "x86",
            Self::X86_64 => "x86_64",
            Self::Riscv64 => "riscv64",
            Self::Mips => "mips",
            Self::Other(_) => "unknown",
        }
    }
}

/// A part of the file that is loaded to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// Where it lies in the file.
    pub offset: u64,
    /// Address it is loaded to.
    pub address: u64,
    /// Bytes in the file.
    pub size: u64,
    /// Holds code.
    pub is_code: bool,
}

/// A dynamic symbol.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Symbol<'a> {
    /// Its name, as in the file.
    pub name: &'a [u8],
    /// Its address; 0 when another library defines it.
    pub address: u64,
    /// Another library defines it.
    pub is_import: bool,
    /// A function, as the file says.
    pub is_function: bool,
}

/// Something of the library that could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// What.
    pub what: &'static str,
    /// Why.
    pub why: String,
}

/// What one library says of itself.
#[derive(Debug, Clone)]
pub struct Library<'a> {
    /// Machine.
    pub arch: Arch,
    /// 64-bit.
    pub is_64: bool,
    /// Name that it gives itself.
    pub soname: Option<&'a [u8]>,
    /// Libraries that it needs, in order.
    pub needed: Vec<&'a [u8]>,
    /// Dynamic symbols in order, without the empty first one.
    pub symbols: Vec<Symbol<'a>>,
    /// Loaded parts in order.
    pub segments: Vec<Segment>,
    /// What could not be read.
    pub problems: Vec<Problem>,
}

/// True for bytes that begin as an ELF file does.
pub fn is_elf(bytes: &[u8]) -> bool {
    bytes.starts_with(MAGIC)
}

struct Header {
    is_64: bool,
    machine: u16,
    ph_off: u64,
    sh_off: u64,
    ph_size: u16,
    ph_count: u16,
    sh_size: u16,
    sh_count: u16,
}

struct Dynamic {
    tag: u64,
    value: u64,
}

/// Reads one library. An unreadable table becomes a [`Problem`]; only bytes that are no ELF file at all are an error.
pub fn parse(bytes: &[u8]) -> Result<Library<'_>, NativeError> {
    let header = header(bytes)?;
    let mut out = Library {
        arch: Arch::of(header.machine),
        is_64: header.is_64,
        soname: None,
        needed: Vec::new(),
        symbols: Vec::new(),
        segments: Vec::new(),
        problems: Vec::new(),
    };
    let dynamic_at = program_headers(bytes, &header, &mut out);
    let Some((at, size)) = dynamic_at else {
        out.problem("the dynamic table", "no program header names it".to_owned());
        return Ok(out);
    };
    let dynamic = dynamic_table(bytes, &header, at, size);
    let find = |tag| {
        dynamic
            .iter()
            .find(|entry| entry.tag == tag)
            .map(|e| e.value)
    };
    let strings = find(DT_STRTAB).and_then(|address| out.file_offset(address));
    let Some(strings) = strings.and_then(|at| usize::try_from(at).ok()) else {
        out.problem(
            "the table of symbol names",
            "its address lies in no loaded part".to_owned(),
        );
        return Ok(out);
    };
    let string_len = find(DT_STRSZ)
        .and_then(|len| usize::try_from(len).ok())
        .unwrap_or(usize::MAX);
    let end = strings.saturating_add(string_len).min(bytes.len());
    let strings = bytes.get(strings..end).unwrap_or_default();
    out.soname = find(DT_SONAME).and_then(|at| text_at(strings, at));
    out.needed = dynamic
        .iter()
        .filter(|entry| entry.tag == DT_NEEDED)
        .filter_map(|entry| text_at(strings, entry.value))
        .take(MAX_NEEDED)
        .collect();
    let Some(symbols) = find(DT_SYMTAB).and_then(|address| out.file_offset(address)) else {
        out.problem(
            "the dynamic symbols",
            "their address lies in no loaded part".to_owned(),
        );
        return Ok(out);
    };
    let count = symbol_count(
        bytes,
        &header,
        &out,
        symbols,
        find(DT_HASH),
        find(DT_GNU_HASH),
        find(DT_STRTAB).zip(find(DT_SYMTAB)),
    );
    read_symbols(bytes, &header, symbols, count, strings, &mut out);
    Ok(out)
}

impl Library<'_> {
    fn problem(&mut self, what: &'static str, why: String) {
        self.problems.push(Problem { what, why });
    }

    /// Where in the file an address is loaded from.
    pub fn file_offset(&self, address: u64) -> Option<u64> {
        self.segments.iter().find_map(|segment| {
            let inside = address.checked_sub(segment.address)?;
            (inside < segment.size).then(|| segment.offset.saturating_add(inside))
        })
    }

    /// The address that a place in the file is loaded to.
    pub fn address_of(&self, offset: u64) -> Option<u64> {
        self.segments.iter().find_map(|segment| {
            let inside = offset.checked_sub(segment.offset)?;
            (inside < segment.size).then(|| segment.address.saturating_add(inside))
        })
    }

    /// Names of symbols that other libraries define.
    pub fn imports(&self) -> impl Iterator<Item = &[u8]> {
        self.symbols
            .iter()
            .filter(|symbol| symbol.is_import)
            .map(|symbol| symbol.name)
    }

    /// Symbols that this library defines.
    pub fn exports(&self) -> impl Iterator<Item = &Symbol<'_>> {
        self.symbols.iter().filter(|symbol| !symbol.is_import)
    }
}

fn header(bytes: &[u8]) -> Result<Header, NativeError> {
    if !is_elf(bytes) {
        return Err(NativeError::NotElf);
    }
    let mut r = Reader::at(bytes, MAGIC.len())?;
    let class = r.u8()?;
    let order = r.u8()?;
    if class != 1 && class != 2 {
        return Err(NativeError::Unknown {
            what: "class",
            value: class,
            offset: 4,
        });
    }
    if order != 1 {
        return Err(NativeError::Unknown {
            what: "byte order",
            value: order,
            offset: 5,
        });
    }
    let is_64 = class == 2;
    r.skip(10)?;
    let _kind = r.u16()?;
    let machine = r.u16()?;
    let _version = r.u32()?;
    let _entry = word(&mut r, is_64)?;
    let ph_off = word(&mut r, is_64)?;
    let sh_off = word(&mut r, is_64)?;
    let _flags = r.u32()?;
    let _header_size = r.u16()?;
    Ok(Header {
        is_64,
        machine,
        ph_off,
        sh_off,
        ph_size: r.u16()?,
        ph_count: r.u16()?,
        sh_size: r.u16()?,
        sh_count: r.u16()?,
    })
}

fn word(r: &mut Reader<'_>, is_64: bool) -> Result<u64, byte_reader::ReadError> {
    if is_64 {
        r.u64()
    } else {
        r.u32().map(u64::from)
    }
}

/// A reader at row `n` of a table, when the row lies in the file.
fn row(bytes: &[u8], at: u64, size: u64, n: u64) -> Option<Reader<'_>> {
    let place = at.checked_add(size.checked_mul(n)?)?;
    Reader::at(bytes, usize::try_from(place).ok()?).ok()
}

/// Fills the segments and gives the place of the dynamic table.
fn program_headers(bytes: &[u8], header: &Header, out: &mut Library<'_>) -> Option<(u64, u64)> {
    let mut dynamic = None;
    let size = u64::from(header.ph_size).max(if header.is_64 { 56 } else { 32 });
    for n in 0..u64::from(header.ph_count).min(MAX_SEGMENTS as u64) {
        let found = (|| {
            let mut r = row(bytes, header.ph_off, size, n)?;
            let kind = r.u32().ok()?;
            let early_flags = if header.is_64 { r.u32().ok()? } else { 0 };
            let offset = word(&mut r, header.is_64).ok()?;
            let address = word(&mut r, header.is_64).ok()?;
            let _physical = word(&mut r, header.is_64).ok()?;
            let size = word(&mut r, header.is_64).ok()?;
            let _in_memory = word(&mut r, header.is_64).ok()?;
            let flags = if header.is_64 {
                early_flags
            } else {
                r.u32().ok()?
            };
            Some((kind, flags, offset, address, size))
        })();
        let Some((kind, flags, offset, address, size)) = found else {
            out.problem(
                "the program headers",
                format!("row {n} ends after the file"),
            );
            break;
        };
        match kind {
            PT_LOAD => out.segments.push(Segment {
                offset,
                address,
                size,
                is_code: flags & PF_X != 0,
            }),
            PT_DYNAMIC => dynamic = Some((offset, size)),
            _ => {}
        }
    }
    dynamic
}

fn dynamic_table(bytes: &[u8], header: &Header, at: u64, size: u64) -> Vec<Dynamic> {
    let row_size: u64 = if header.is_64 { 16 } else { 8 };
    let mut out = Vec::new();
    for n in 0..(size / row_size).min(MAX_DYNAMIC as u64) {
        let entry = row(bytes, at, row_size, n).and_then(|mut r| {
            Some(Dynamic {
                tag: word(&mut r, header.is_64).ok()?,
                value: word(&mut r, header.is_64).ok()?,
            })
        });
        match entry {
            // A null tag ends the table.
            Some(entry) if entry.tag != 0 => out.push(entry),
            _ => break,
        }
    }
    out
}

/// Number of dynamic symbols: the most that a hash table or a section header answers for, bounded by the file.
fn symbol_count(
    bytes: &[u8],
    header: &Header,
    library: &Library<'_>,
    symbols: u64,
    hash: Option<u64>,
    gnu_hash: Option<u64>,
    tables: Option<(u64, u64)>,
) -> usize {
    let row_size: u64 = if header.is_64 { 24 } else { 16 };
    let from_hash = hash
        .and_then(|address| library.file_offset(address))
        .and_then(|at| {
            let mut r = row(bytes, at, 1, 0)?;
            let _buckets = r.u32().ok()?;
            r.u32().ok().map(u64::from)
        });
    let from_gnu = gnu_hash
        .and_then(|address| library.file_offset(address))
        .and_then(|at| gnu_count(bytes, header, at));
    let from_section = section_count(bytes, header, row_size);
    let known = [from_hash, from_gnu, from_section]
        .into_iter()
        .flatten()
        .max();
    // Without any of them, the names usually follow the symbols.
    let count = known.unwrap_or_else(|| {
        tables.map_or(0, |(names, symbols)| {
            names.saturating_sub(symbols) / row_size
        })
    });
    let room = (bytes.len() as u64).saturating_sub(symbols) / row_size;
    usize::try_from(count.min(room)).map_or(MAX_SYMBOLS, |n| n.min(MAX_SYMBOLS))
}

/// One more than the greatest index that the GNU hash table answers for; those before its first are imports.
fn gnu_count(bytes: &[u8], header: &Header, at: u64) -> Option<u64> {
    let mut r = row(bytes, at, 1, 0)?;
    let n_buckets = r.u32().ok()?;
    let first = r.u32().ok()?;
    let n_bloom = r.u32().ok()?;
    let _shift = r.u32().ok()?;
    let bloom_size: u64 = if header.is_64 { 8 } else { 4 };
    let buckets = at
        .checked_add(16)?
        .checked_add(bloom_size.checked_mul(u64::from(n_bloom))?)?;
    let chains = buckets.checked_add(4u64.checked_mul(u64::from(n_buckets))?)?;
    let mut last = 0;
    let mut r = row(bytes, buckets, 1, 0)?;
    for _ in 0..n_buckets.min(u32::try_from(MAX_SYMBOLS).unwrap_or(u32::MAX)) {
        last = r.u32().ok()?.max(last);
    }
    if last < first {
        return Some(u64::from(first));
    }
    let mut r = row(bytes, chains, 4, u64::from(last - first))?;
    let mut n = u64::from(last);
    for _ in 0..MAX_SYMBOLS {
        // The last of a chain has its lowest bit set.
        let value = r.u32().ok()?;
        n += 1;
        if value & 1 != 0 {
            break;
        }
    }
    Some(n)
}

/// Symbols as the section header of the dynamic symbols counts them.
fn section_count(bytes: &[u8], header: &Header, row_size: u64) -> Option<u64> {
    let size = u64::from(header.sh_size).max(if header.is_64 { 64 } else { 40 });
    for n in 0..u64::from(header.sh_count) {
        let mut r = row(bytes, header.sh_off, size, n)?;
        let _name = r.u32().ok()?;
        let kind = r.u32().ok()?;
        if kind != SHT_DYNSYM {
            continue;
        }
        for _ in 0..3 {
            word(&mut r, header.is_64).ok()?;
        }
        return word(&mut r, header.is_64).ok().map(|len| len / row_size);
    }
    None
}

fn read_symbols<'a>(
    bytes: &'a [u8],
    header: &Header,
    at: u64,
    count: usize,
    strings: &'a [u8],
    out: &mut Library<'a>,
) {
    let row_size: u64 = if header.is_64 { 24 } else { 16 };
    for n in 1..count as u64 {
        let found = (|| {
            let mut r = row(bytes, at, row_size, n)?;
            let name = r.u32().ok()?;
            let (address, info, section);
            if header.is_64 {
                info = r.u8().ok()?;
                r.skip(1).ok()?;
                section = r.u16().ok()?;
                address = r.u64().ok()?;
            } else {
                address = u64::from(r.u32().ok()?);
                r.skip(4).ok()?;
                info = r.u8().ok()?;
                r.skip(1).ok()?;
                section = r.u16().ok()?;
            }
            Some((name, address, info, section))
        })();
        let Some((name, address, info, section)) = found else {
            out.problem(
                "the dynamic symbols",
                format!("row {n} ends after the file"),
            );
            break;
        };
        let Some(name) = text_at(strings, u64::from(name)).filter(|name| !name.is_empty()) else {
            continue;
        };
        out.symbols.push(Symbol {
            name,
            address,
            is_import: section == 0,
            is_function: info & 0xf == 2,
        });
    }
}

/// The text that begins at a place of a string table; `None` when it is cut or too long.
fn text_at(strings: &[u8], at: u64) -> Option<&[u8]> {
    let rest = strings.get(usize::try_from(at).ok()?..)?;
    let window = rest.get(..rest.len().min(MAX_SYMBOL_NAME))?;
    let len = window.iter().position(|byte| *byte == 0)?;
    window.get(..len)
}

#[cfg(test)]
#[path = "tests/elf.rs"]
mod tests;
