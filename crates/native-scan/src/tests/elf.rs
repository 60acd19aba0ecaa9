//! Libraries made here, byte by byte; and what broken ones give.

use super::*;
use crate::code;

/// A small AArch64 or 32-bit Arm library with these symbols: name, address (0 for an import).
struct Build {
    is_64: bool,
    symbols: Vec<(&'static str, u64)>,
    needed: Vec<&'static str>,
    code: Vec<u32>,
    data: Vec<u8>,
    hash: bool,
}

const DATA_AT: u64 = 0x800;
const CODE_AT: u64 = 0x1000;

impl Build {
    fn new(is_64: bool) -> Self {
        Self {
            is_64,
            symbols: Vec::new(),
            needed: Vec::new(),
            code: vec![0xd65f_03c0; 16],
            data: Vec::new(),
            hash: true,
        }
    }

    fn word(&self, out: &mut Vec<u8>, value: u64) {
        if self.is_64 {
            out.extend(value.to_le_bytes());
        } else {
            out.extend(u32::try_from(value).unwrap().to_le_bytes());
        }
    }

    fn bytes(&self) -> Vec<u8> {
        let mut strings = vec![0u8];
        let mut name = |text: &str| {
            let at = u32::try_from(strings.len()).unwrap();
            strings.extend(text.as_bytes());
            strings.push(0);
            at
        };
        let soname = name("libdemo.so");
        let needed: Vec<u32> = self.needed.iter().map(|text| name(text)).collect();
        let rows: Vec<(u32, u64)> = self
            .symbols
            .iter()
            .map(|(text, address)| (name(text), *address))
            .collect();
        let mut symtab = vec![0u8; if self.is_64 { 24 } else { 16 }];
        for (name, address) in &rows {
            let section = u16::from(*address != 0);
            symtab.extend(name.to_le_bytes());
            if self.is_64 {
                symtab.extend([0x12, 0]);
                symtab.extend(section.to_le_bytes());
                symtab.extend(address.to_le_bytes());
                symtab.extend(0u64.to_le_bytes());
            } else {
                symtab.extend(u32::try_from(*address).unwrap().to_le_bytes());
                symtab.extend(0u32.to_le_bytes());
                symtab.extend([0x12, 0]);
                symtab.extend(section.to_le_bytes());
            }
        }
        let (sym_at, hash_at) = (0x200u64, 0x400u64);
        let str_at = 0x440u64;
        let mut hash = Vec::new();
        hash.extend(1u32.to_le_bytes());
        hash.extend(u32::try_from(rows.len() + 1).unwrap().to_le_bytes());
        let mut dynamic = Vec::new();
        let entry = |out: &mut Vec<u8>, tag: u64, value: u64| {
            self.word(out, tag);
            self.word(out, value);
        };
        for at in needed {
            entry(&mut dynamic, DT_NEEDED, u64::from(at));
        }
        entry(&mut dynamic, DT_SONAME, u64::from(soname));
        entry(&mut dynamic, DT_STRTAB, str_at);
        entry(&mut dynamic, DT_STRSZ, strings.len() as u64);
        entry(&mut dynamic, DT_SYMTAB, sym_at);
        if self.hash {
            entry(&mut dynamic, DT_HASH, hash_at);
        }
        entry(&mut dynamic, 0, 0);
        let dyn_at = 0x600u64;
        let mut out = b"\x7fELF".to_vec();
        out.extend([if self.is_64 { 2 } else { 1 }, 1, 1]);
        out.resize(16, 0);
        out.extend(3u16.to_le_bytes());
        out.extend(if self.is_64 { 183u16 } else { 40 }.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        self.word(&mut out, 0);
        self.word(&mut out, if self.is_64 { 64 } else { 52 });
        self.word(&mut out, 0);
        out.extend(0u32.to_le_bytes());
        for half in [64u16, if self.is_64 { 56 } else { 32 }, 3, 0, 0, 0] {
            out.extend(half.to_le_bytes());
        }
        let mut segment = |kind: u32, flags: u32, at: u64, size: u64| {
            out.extend(kind.to_le_bytes());
            if self.is_64 {
                out.extend(flags.to_le_bytes());
            }
            for value in [at, at, at, size, size] {
                self.word(&mut out, value);
            }
            if !self.is_64 {
                out.extend(flags.to_le_bytes());
            }
            self.word(&mut out, 0x1000);
        };
        segment(PT_LOAD, 4, 0, CODE_AT);
        segment(PT_LOAD, 5, CODE_AT, self.code.len() as u64 * 4);
        segment(PT_DYNAMIC, 6, dyn_at, dynamic.len() as u64);
        let mut put = |at: u64, bytes: &[u8]| {
            let at = usize::try_from(at).unwrap();
            assert!(out.len() <= at, "{} > {at}", out.len());
            out.resize(at, 0);
            out.extend(bytes);
        };
        put(sym_at, &symtab);
        put(hash_at, &hash);
        put(str_at, &strings);
        put(dyn_at, &dynamic);
        put(DATA_AT, &self.data);
        let code: Vec<u8> = self
            .code
            .iter()
            .flat_map(|insn| insn.to_le_bytes())
            .collect();
        put(CODE_AT, &code);
        out
    }
}

fn demo(is_64: bool) -> Build {
    let mut build = Build::new(is_64);
    build.symbols = vec![
        ("__system_property_get", 0),
        ("fopen", 0),
        ("JNI_OnLoad", CODE_AT),
        ("Java_com_x_A_get", CODE_AT + 16),
        ("名字𠮷", CODE_AT + 32),
    ];
    build.needed = vec!["libc.so", "liblog.so"];
    build
}

#[test]
fn both_classes_are_read() {
    for is_64 in [true, false] {
        let bytes = demo(is_64).bytes();
        let library = parse(&bytes).unwrap();
        assert_eq!(library.arch, if is_64 { Arch::Arm64 } else { Arch::Arm });
        assert_eq!(library.is_64, is_64);
        assert_eq!(library.soname, Some(&b"libdemo.so"[..]));
        assert_eq!(library.needed, [&b"libc.so"[..], b"liblog.so"]);
        let imports: Vec<_> = library.imports().collect();
        assert_eq!(imports, [&b"__system_property_get"[..], b"fopen"]);
        let exports: Vec<_> = library.exports().map(|symbol| symbol.name).collect();
        assert_eq!(
            exports,
            [&b"JNI_OnLoad"[..], b"Java_com_x_A_get", "名字𠮷".as_bytes()]
        );
        assert_eq!(library.problems, []);
        assert_eq!(library.file_offset(CODE_AT + 4), Some(CODE_AT + 4));
        assert_eq!(library.file_offset(0x10_0000), None);
    }
}

#[test]
fn without_a_hash_table_the_names_end_the_symbols() {
    let mut build = demo(true);
    build.hash = false;
    let bytes = build.bytes();
    let library = parse(&bytes).unwrap();
    assert_eq!(library.imports().count(), 2);
    assert_eq!(library.exports().count(), 3);
}

#[test]
fn other_bytes_are_refused() {
    assert_eq!(parse(b"").unwrap_err(), NativeError::NotElf);
    assert_eq!(parse(b"PK\x03\x04").unwrap_err(), NativeError::NotElf);
    assert!(parse(b"\x7fELF\x02").is_err());
    let mut bytes = demo(true).bytes();
    bytes[5] = 2;
    assert!(matches!(parse(&bytes), Err(NativeError::Unknown { .. })));
}

#[test]
fn stripped_tables_are_problems() {
    let mut bytes = demo(true).bytes();
    // No program headers.
    bytes[56] = 0;
    let library = parse(&bytes).unwrap();
    assert_eq!(library.problems.len(), 1);
    assert_eq!(library.symbols, []);
}

fn adrp_add(register: u32, pc: u64, target: u64) -> [u32; 2] {
    let pages = (target >> 12).wrapping_sub(pc >> 12);
    let low = u32::try_from(pages & 3).unwrap();
    let high = u32::try_from((pages >> 2) & 0x7_ffff).unwrap();
    let adrp = 0x9000_0000 | (low << 29) | (high << 5) | register;
    let add =
        0x9100_0000 | (u32::try_from(target & 0xfff).unwrap() << 10) | (register << 5) | register;
    [adrp, add]
}

fn call(pc: u64, target: u64) -> u32 {
    let words = u32::try_from((target.wrapping_sub(pc) / 4) & 0x3ff_ffff).unwrap();
    0x9400_0000 | words
}

#[test]
fn functions_that_use_a_text_are_found() {
    const RET: u32 = 0xd65f_03c0;
    let mut build = demo(true);
    build.data = b"ro.serialno\0other\0".to_vec();
    let at = |n: u64| CODE_AT + n * 4;
    let used = adrp_add(0, at(8), DATA_AT);
    // JNI_OnLoad at 0, the native method at 4 calls the reader at 8; the last at 12 uses another text.
    build.code = vec![RET, RET, RET, RET];
    build.code.extend([call(at(4), at(8)), RET, RET, RET]);
    build.code.extend([used[0], used[1], RET, RET]);
    let other = adrp_add(1, at(12), DATA_AT + 12);
    build.code.extend([other[0], other[1], RET, RET]);
    let bytes = build.bytes();
    let library = parse(&bytes).unwrap();
    let wanted = |address: u64| address == DATA_AT;
    let map = code::references(&bytes, &library, &wanted).unwrap();
    assert!(map.is_complete);
    assert_eq!(map.users(DATA_AT), [at(4), at(8)]);
    assert_eq!(map.users(DATA_AT + 12), Vec::<u64>::new());
    let small = demo(false).bytes();
    assert!(code::references(&small, &parse(&small).unwrap(), &wanted).is_none());
}

/// A small generator of numbers, so that every run sees the same mutants.
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, n: usize) -> usize {
        usize::try_from(self.next() % n as u64).unwrap()
    }
}

#[test]
fn mutants_do_no_harm() {
    let seeds = [demo(true).bytes(), demo(false).bytes()];
    let mut numbers = Numbers(0x9e37_79b9_7f4a_7c15);
    for n in 0..40_000 {
        let mut bytes = seeds[n % 2].clone();
        for _ in 0..=numbers.below(6) {
            let at = match numbers.below(3) {
                0 => numbers.below(0x100),
                1 => 0x400 + numbers.below(0x300),
                _ => numbers.below(bytes.len()),
            };
            bytes[at] = match numbers.below(4) {
                0 => 0xff,
                1 => 0,
                2 => 0x80,
                _ => numbers.next().to_le_bytes()[0],
            };
        }
        bytes.truncate(
            bytes.len()
                - if n % 5 == 0 {
                    numbers.below(bytes.len())
                } else {
                    0
                },
        );
        if let Ok(library) = parse(&bytes) {
            assert!(library.symbols.len() <= bytes.len());
            let _ = library.imports().count() + library.exports().count();
            if let Some(map) =
                code::references(&bytes, &library, &|address| address.is_multiple_of(256))
            {
                let _ = map.users(DATA_AT);
            }
        }
    }
}
