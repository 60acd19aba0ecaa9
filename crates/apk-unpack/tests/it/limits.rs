//! Bombs cost an error for their entry, never the process.

use apk_unpack::{Limits, ProblemKind, TamperingKind, UnpackError, open};

use crate::builder::{File, MANIFEST, Zip, dex};

fn small() -> Limits {
    Limits {
        max_entry_size: 1 << 20,
        max_total_size: 2 << 20,
        ratio_floor: 64 << 10,
        ..Limits::default()
    }
}

fn limit_of(error: &UnpackError) -> &'static str {
    match error {
        UnpackError::LimitExceeded { limit, .. } => limit,
        other => panic!("{other}"),
    }
}

#[test]
fn a_ratio_bomb_is_one_failed_entry() {
    let bytes = Zip::apk()
        .push(File::deflated("bomb", &vec![0; 900 << 10]))
        .build();
    let container = open(&bytes, &small()).unwrap();
    let part = &container.parts()[0];
    let error = part.read(part.find("bomb").unwrap()).unwrap_err();
    assert_eq!(limit_of(&error), "ratio");
    assert!(part.read(part.find("classes.dex").unwrap()).is_ok());
    // The same entry passes with the default floor of 32 MiB.
    let container = open(&bytes, &Limits::default()).unwrap();
    let part = &container.parts()[0];
    assert!(part.read(part.find("bomb").unwrap()).is_ok());
}

#[test]
fn an_entry_larger_than_the_limit_fails_whatever_it_declares() {
    let data: Vec<u8> = (0..300_000_u32)
        .flat_map(|i| (i / 50).to_le_bytes())
        .collect();
    for declared in [0, 10, 1_200_000, u32::MAX - 1] {
        let file = File::deflated("large", &data).with(|f| f.declared = declared);
        let bytes = Zip::apk().push(file).build();
        let container = open(&bytes, &small()).unwrap();
        let part = &container.parts()[0];
        let error = part.read(part.find("large").unwrap()).unwrap_err();
        assert!(matches!(
            limit_of(&error),
            "entry size" | "ratio" | "total size"
        ));
    }
}

#[test]
fn declared_sizes_count_against_a_total() {
    let data = vec![7; 900 << 10];
    let limits = Limits {
        max_ratio: 2000,
        ..small()
    };
    let mut zip = Zip::apk();
    for name in ["a", "b", "c", "d"] {
        zip = zip.push(File::deflated(name, &data));
    }
    let bytes = zip.build();
    let container = open(&bytes, &limits).unwrap();
    let part = &container.parts()[0];
    let results: Vec<bool> = ["a", "b", "c", "d"]
        .iter()
        .map(|name| part.read(part.find(name).unwrap()).is_ok())
        .collect();
    // Which entries fit does not depend on the order of reading. Two are within the total; the
    // span of the others allows little more than their own share of it.
    assert_eq!(&results[..2], [true, true]);
    let errors = results.iter().filter(|ok| !**ok).count();
    let again: Vec<bool> = ["d", "c", "b", "a"]
        .iter()
        .map(|name| part.read(part.find(name).unwrap()).is_ok())
        .collect();
    assert_eq!(errors, again.iter().filter(|ok| !**ok).count());
}

#[test]
fn overlapping_entries_cannot_multiply_the_output() {
    let mut zip = Zip::apk().push(File::deflated("kernel", &vec![0; 20 << 20]));
    let kernel = zip.files[3].clone();
    let offset = u32::try_from(
        Zip::apk()
            .build()
            .windows(4)
            .position(|w| w == b"PK\x01\x02")
            .unwrap(),
    )
    .unwrap();
    for n in 0..2_000 {
        zip.files.push(kernel.clone().with(|f| {
            f.name = format!("bomb{n}").into_bytes();
            f.points_at = Some(offset);
        }));
    }
    let bytes = zip.build();
    let container = open(&bytes, &Limits::default()).unwrap();
    assert!(container.has_tampering(TamperingKind::OverlappingEntries));
    for kind in [
        TamperingKind::OverlappingEntries,
        TamperingKind::NameMismatch,
    ] {
        let n_marks = container
            .tampering()
            .iter()
            .filter(|mark| mark.kind == kind)
            .count();
        assert_eq!(n_marks, Limits::default().max_marks);
    }
    assert!(
        container
            .problems()
            .iter()
            .any(|p| p.kind == ProblemKind::TooManyMarks)
    );
    let part = &container.parts()[0];
    let mut total = 0_usize;
    let mut n_failed = 0;
    for entry in part.entries() {
        match part.read(entry) {
            Ok(read) => total += read.bytes.len(),
            Err(error) => {
                assert_eq!(limit_of(&error), "total size");
                n_failed += 1;
            }
        }
    }
    assert!(n_failed > 1_900, "{n_failed}");
    assert!(total < 300 << 20, "{total}");
    assert_eq!(
        &*part.read(part.find("classes.dex").unwrap()).unwrap().bytes,
        dex("one")
    );
}

#[test]
fn a_huge_declared_size_allocates_little() {
    let bytes = Zip::apk()
        .push(File::deflated("liar", b"tiny").with(|f| f.declared = 500_000_000))
        .build();
    let container = open(&bytes, &Limits::default()).unwrap();
    let part = &container.parts()[0];
    let read = part.read(part.find("liar").unwrap()).unwrap();
    assert_eq!(&*read.bytes, b"tiny");
    match read.bytes {
        std::borrow::Cow::Owned(vec) => assert!(vec.capacity() < 1 << 20),
        std::borrow::Cow::Borrowed(_) => panic!("inflated data is owned"),
    }
}

#[test]
fn nesting_ends_at_two() {
    let level3 = Zip::apk().build();
    let level2 = Zip::apk()
        .push(File::stored("assets/c.apk", &level3))
        .build();
    let level1 = Zip::apk()
        .push(File::stored("assets/b.apk", &level2))
        .build();
    let outer = Zip::of([File::stored("a.apk", &level1)]).build();
    let container = open(&outer, &Limits::default()).unwrap();
    let names: Vec<&str> = container
        .parts()
        .iter()
        .map(apk_unpack::Part::name)
        .collect();
    assert_eq!(names, ["a.apk", "a.apk!/assets/b.apk"]);
    assert_eq!(container.problems()[0].kind, ProblemKind::NestedLimit);
    assert_eq!(
        container.problems()[0].entry.as_deref(),
        Some("a.apk!/assets/b.apk!/assets/c.apk")
    );
}

#[test]
fn nested_archives_share_a_memory_limit() {
    let mut zip = Zip::apk();
    let inner = Zip::apk()
        .push(File::stored("pad", &vec![1; 100_000]))
        .build();
    for n in 0..20 {
        zip = zip.push(File::deflated(format!("assets/{n}.apk"), &inner));
    }
    let bytes = zip.build();
    let limits = Limits {
        max_nested_total: 500_000,
        ..Limits::default()
    };
    let container = open(&bytes, &limits).unwrap();
    assert_eq!(container.parts().len(), 5);
    assert_eq!(container.problems().len(), 16);
    let limits = Limits {
        max_nested: 3,
        ..Limits::default()
    };
    assert_eq!(open(&bytes, &limits).unwrap().parts().len(), 4);
}

#[test]
fn entries_past_the_limit_are_a_problem() {
    let mut zip = Zip::of([File::stored("AndroidManifest.xml", MANIFEST)]);
    for n in 0..50 {
        zip = zip.push(File::stored(format!("res/{n}"), b""));
    }
    let bytes = zip.build();
    let limits = Limits {
        max_entries: 10,
        ..Limits::default()
    };
    let container = open(&bytes, &limits).unwrap();
    assert_eq!(container.parts()[0].entries().len(), 10);
    assert!(
        container
            .problems()
            .iter()
            .any(|p| p.kind == ProblemKind::TooManyEntries)
    );
    assert!(!container.has_tampering(TamperingKind::EntryCountTooLarge));
}

#[test]
fn one_nested_archive_reached_many_times_costs_once() {
    let mut inner = Zip::apk();
    for n in 0..1_000 {
        inner = inner.push(File::stored(format!("res/{n}"), b""));
    }
    let mut zip = Zip::apk().push(File::stored("assets/0.apk", &inner.build()));
    let shared = zip.files[3].clone();
    let offset = Zip::apk()
        .build()
        .windows(4)
        .position(|w| w == b"PK\x01\x02")
        .unwrap();
    for n in 1..300 {
        zip.files.push(shared.clone().with(|f| {
            f.name = format!("assets/{n}.apk").into_bytes();
            f.points_at = Some(u32::try_from(offset).unwrap());
        }));
    }
    let bytes = zip.build();
    let limits = Limits {
        max_entries: 5_000,
        ..Limits::default()
    };
    let container = open(&bytes, &limits).unwrap();
    let n_entries: usize = container
        .parts()
        .iter()
        .map(|part| part.entries().len())
        .sum();
    assert!(n_entries < 7_000, "{n_entries}");
    assert!(
        container
            .problems()
            .iter()
            .any(|p| p.kind == ProblemKind::NestedLimit)
    );
}
