//! Changes that change nothing of the code: the accesses stay; and the same file gives the same bytes, on any
//! number of threads. Refuses to compare what may differ, such as hashes of the file.

use app_facts::AppFacts;

use crate::child::{folder, scan};
use crate::dex_builder::DexBuilder;
use crate::inputs::{entry, sample};
use crate::prng::Prng;
use crate::run::facts;
use crate::zips::{self, File};

const APPS: [&str; 4] = [
    "weather/weather.apk",
    "features/features.apk",
    "kotlinapp/kotlinapp.apk",
    "coroutines/coroutines.apk",
];

/// What of each access must stay.
fn accesses(facts: &AppFacts) -> Vec<String> {
    let mut list: Vec<String> = facts
        .accesses
        .iter()
        .map(|access| {
            format!(
                "{} {} {} {:?} {}+{}",
                access.key,
                access.data,
                access.api,
                access.level,
                access.site.method,
                access.site.offset
            )
        })
        .collect();
    list.sort();
    list
}

/// Runs `change` on every app and compares.
fn stays(change: impl Fn(&[u8], &[File]) -> Vec<u8>) {
    for path in APPS {
        let apk = sample(path);
        let before = facts(&apk);
        assert!(before.accesses.len() > 3, "{path}");
        let after = facts(&change(&apk, &zips::take_apart(&apk)));
        assert_eq!(accesses(&before), accesses(&after), "{path}");
        let names = |facts: &AppFacts| -> Vec<String> {
            let all = facts.permissions.iter();
            all.map(|permission| permission.name.clone()).collect()
        };
        assert_eq!(names(&before), names(&after), "{path}");
    }
}

#[test]
fn zipping_again_changes_nothing() {
    stays(|_, files| zips::build(files));
    stays(|_, files| {
        let files: Vec<File> = files
            .iter()
            .map(|file| File::deflated(&file.name, file.data.clone()))
            .collect();
        zips::build(&files)
    });
}

#[test]
fn the_order_of_entries_changes_nothing() {
    stays(|_, files| {
        let mut files = files.to_vec();
        files.reverse();
        zips::build(&files)
    });
    stays(|_, files| {
        let mut files = files.to_vec();
        let mut prng = Prng::new(7);
        for i in (1..files.len()).rev() {
            files.swap(i, prng.below(i + 1));
        }
        zips::build(&files)
    });
}

#[test]
fn bytes_before_the_archive_change_nothing() {
    stays(|_, files| zips::build_after(vec![0xa5; 1000], files));
    stays(|_, files| zips::build_after(b"#!/bin/sh\nPK\x03\x04 not a header\n".to_vec(), files));
}

/// Offsets that count from the start of the archive and not of the file: Android refuses such a file, so a
/// refusal is right too; other facts are not.
#[test]
fn bytes_before_the_archive_that_offsets_do_not_count() {
    for path in APPS {
        let apk = sample(path);
        let moved = [vec![0xa5; 1000], apk.clone()].concat();
        let result = crate::run::analyzer().analyze("a.apk", &moved, &pipeline::Options::default());
        if let Ok(after) = result {
            assert_eq!(accesses(&facts(&apk)), accesses(&after), "{path}");
        }
    }
}

#[test]
fn wrong_checksums_change_nothing() {
    stays(|_, files| {
        let mut files = files.to_vec();
        for file in &mut files {
            file.crc = Some(0xdead_beef);
        }
        zips::build(&files)
    });
}

#[test]
fn repeated_entries_change_nothing() {
    stays(|_, files| {
        let mut files = files.to_vec();
        for file in files.clone() {
            files.push(file);
        }
        zips::build(&files)
    });
    // A second entry of the name that holds no DEX file.
    stays(|_, files| {
        let mut files = files.to_vec();
        files.push(File::stored("classes.dex", *b"not a dex file"));
        zips::build(&files)
    });
}

#[test]
fn unrelated_entries_change_nothing() {
    stays(|_, files| {
        let mut files = files.to_vec();
        files.insert(0, File::deflated("assets/说明𠮷.txt", "信息".repeat(500)));
        files.push(File::stored("res/raw/noise.bin", vec![0x5a; 5000]));
        files.push(File::stored("classes.dex.bak", *b"x"));
        zips::build(&files)
    });
}

/// The numbers in the names of DEX files move, their order does not; and the order does not matter as long as
/// no class is defined twice.
#[test]
fn names_of_dex_files_change_nothing() {
    let unused = {
        let mut dex = DexBuilder::default();
        dex.ty("Ljava/lang/Object;");
        dex.build()
    };
    let set = zips::take_apart(&sample("multidex/multidex.apks"));
    let base = zips::take_apart(&entry(&set, "base.apk"));
    let first = entry(&base, "classes.dex");
    let second = entry(&base, "classes2.dex");
    let rest: Vec<File> = base
        .iter()
        .filter(|file| !file.name.ends_with(".dex"))
        .cloned()
        .collect();
    let app = |dex: &[&Vec<u8>]| {
        let mut files = rest.clone();
        for (n, dex) in dex.iter().enumerate() {
            let number = if n == 0 {
                String::new()
            } else {
                (n + 1).to_string()
            };
            files.push(File::stored(
                &format!("classes{number}.dex"),
                (*dex).clone(),
            ));
        }
        facts(&zips::build(&files))
    };
    let before = app(&[&first, &second]);
    assert!(!before.accesses.is_empty());
    for dex in [
        vec![&first, &unused, &second],
        vec![&unused, &first, &second],
        vec![&first, &second, &unused],
        vec![&second, &first],
    ] {
        assert_eq!(accesses(&before), accesses(&app(&dex)));
    }
}

#[test]
fn the_same_file_gives_the_same_bytes() {
    let paths = [
        "features/features.apk",
        "coroutines/coroutines.apk",
        "multidex/multidex.apks",
    ];
    for path in paths {
        let place = folder(&format!("same-{}", path.replace('/', "-")));
        std::fs::write(place.join("app"), sample(path)).unwrap();
        for format in ["json", "text"] {
            let mut outputs = Vec::new();
            for threads in [1, 2, 8].into_iter().cycle().take(20) {
                let options = ["--format", format, "--lang", "zh", "--verbose"];
                let run = scan(&place, std::path::Path::new("app"), &options, threads);
                assert_eq!(run.check(), Ok(0), "{path}: {}", run.stderr);
                outputs.push(run.stdout);
            }
            assert!(outputs[0].len() > 500, "{path}");
            for output in &outputs {
                assert!(
                    *output == outputs[0],
                    "{path}: {format} differs between runs"
                );
            }
        }
    }
}
