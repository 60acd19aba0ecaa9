//! Damaged archives of every kind: no panic, no unbounded cost.

use apk_unpack::{Limits, open};

use crate::builder::{File, MANIFEST, Zip, dex};
use crate::signing::{signed_apk, v1_apk};

/// xorshift64*, seeded per test: the same damage on every run.
struct Random(u64);

impl Random {
    fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        let value = self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 11;
        usize::try_from(value).unwrap() % n
    }
}

fn exercise(bytes: &[u8]) {
    let limits = Limits {
        max_entry_size: 4 << 20,
        max_nested_size: 1 << 20,
        max_nested_total: 2 << 20,
        ..Limits::default()
    };
    let Ok(container) = open(bytes, &limits) else {
        return;
    };
    for part in container.parts() {
        for entry in part.entries() {
            let _ = part.read(entry);
            assert!(!entry.name.contains('\n'));
        }
        let _ = part.dex_entries();
        let _ = part.native_libs();
        let _ = part.signing();
        let _ = part.verify_content_digest();
        let _ = part.find("AndroidManifest.xml");
    }
}

fn seeds() -> Vec<Vec<u8>> {
    vec![
        Zip::apk()
            .push(File::deflated(
                "assets/信息.txt",
                "信息".repeat(40).as_bytes(),
            ))
            .push(File::stored("lib/arm64-v8a/liba.so", b"elf").with(|f| f.descriptor = true))
            .with(|zip| zip.comment = b"comment".to_vec())
            .build(),
        Zip::apk().with(|zip| zip.zip64 = true).build(),
        Zip::of([
            File::stored("base.apk", &Zip::apk().build()),
            File::deflated("split_config.zh.apk", &Zip::apk().build()),
        ])
        .build(),
        Zip::of([
            File::stored("base/manifest/AndroidManifest.xml", MANIFEST),
            File::stored("base/dex/classes.dex", &dex("m")),
            File::stored("BundleConfig.pb", b""),
        ])
        .build(),
        signed_apk(),
        v1_apk(),
        dex("bare"),
    ]
}

#[test]
fn two_thousand_mutations() {
    let seeds = seeds();
    let mut random = Random(0x1234_5678_9abc_def1);
    let interesting: [&[u8]; 9] = [
        b"PK\x01\x02",
        b"PK\x03\x04",
        b"PK\x05\x06",
        b"PK\x06\x06",
        b"\xff\xff\xff\xff",
        b"\0\0\0\0",
        b"\xff\xff\xff\x7f",
        b"APK Sig Block 42",
        b"dex\n035\0",
    ];
    for round in 0..2_000 {
        let mut bytes = seeds[round % seeds.len()].clone();
        for _ in 0..=random.below(6) {
            let at = random.below(bytes.len());
            match random.below(5) {
                0 => bytes[at] ^= 1 << random.below(8),
                1 => bytes[at] = u8::try_from(random.below(256)).unwrap(),
                2 => {
                    let value = interesting[random.below(interesting.len())];
                    let len = value.len().min(bytes.len() - at);
                    bytes[at..at + len].copy_from_slice(&value[..len]);
                }
                3 => {
                    let end = (at + 1 + random.below(40)).min(bytes.len());
                    bytes.drain(at..end);
                }
                _ => {
                    let from = random.below(bytes.len());
                    let end = (from + random.below(60)).min(bytes.len());
                    let copy = bytes[from..end].to_vec();
                    bytes.splice(at..at, copy);
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        exercise(&bytes);
    }
}

#[test]
fn every_truncation() {
    for seed in seeds() {
        for len in 0..seed.len() {
            exercise(&seed[..len]);
        }
    }
}

#[test]
fn a_truncated_download_still_gives_its_first_entries() {
    let bytes = Zip::apk()
        .push(File::stored("pad", &vec![7; 5_000]))
        .build();
    let container = open(&bytes[..bytes.len() - 3_000], &Limits::default()).unwrap();
    let part = &container.parts()[0];
    let read = part.read(part.find("classes.dex").unwrap()).unwrap();
    assert_eq!(&*read.bytes, dex("one"));
}

#[test]
fn files_of_signatures_are_cheap() {
    for magic in [b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x07"] {
        let bytes = magic.repeat(500_000);
        exercise(&bytes);
        let mut with_end = bytes.clone();
        with_end.extend(Zip::apk().build());
        exercise(&with_end);
    }
}
