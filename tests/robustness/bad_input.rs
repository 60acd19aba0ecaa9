//! Input that is no app, or only part of one, through the program: one clear line and the documented code, or
//! a report that names what is missing. Refuses to accept a signal or the text of a panic.

use std::os::unix::fs::PermissionsExt as _;
use std::path::Path;

use crate::child::{Run, folder, scan, scan_bytes};
use crate::dex_builder;
use crate::inputs::{SMALL, bundle, entry, protobuf_manifest, sample, with_entry};
use crate::zips::{self, File, Row};

/// Runs the program on these bytes and keeps what it says for the message of a failed assertion.
struct Case {
    name: String,
    run: Run,
}

fn case(tag: &str, file_name: &str, bytes: &[u8]) -> Case {
    Case {
        name: format!("{tag} ({file_name})"),
        run: scan_bytes(
            &format!("bad-{tag}"),
            file_name,
            bytes,
            &["--format", "json", "--require-complete"],
        ),
    }
}

impl Case {
    /// Code 3, nothing on standard output, one line on standard error that names the file.
    fn is_refused(&self, file_name: &str) -> &Self {
        let Self { name, run } = self;
        let code = run
            .check()
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(code, 3, "{name}: {}", run.stderr);
        assert_eq!(run.stdout, "", "{name}");
        let lines: Vec<&str> = run.stderr.lines().collect();
        assert_eq!(lines.len(), 1, "{name}: {}", run.stderr);
        let start = format!("privlens: {file_name}: ");
        assert!(lines[0].starts_with(&start), "{name}: {}", run.stderr);
        assert!(lines[0].chars().count() < 300, "{name}: {}", run.stderr);
        self
    }

    /// Code 4 and a report with a reason for each gap.
    fn has_gaps(&self) -> serde_json::Value {
        let Self { name, run } = self;
        let report = run
            .report()
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
        assert_eq!(run.code, Some(4), "{name}: {}", run.stderr);
        assert_eq!(report["coverage"]["complete"], false, "{name}");
        let gaps = report["gaps"].as_array().unwrap();
        assert!(!gaps.is_empty(), "{name}");
        for gap in gaps {
            for field in ["stage", "what", "why", "effect"] {
                let text = gap[field].as_str().unwrap();
                assert!(!text.is_empty(), "{name}: {gap}");
            }
        }
        report
    }

    /// Refused, or a report that is not complete.
    fn is_refused_or_has_gaps(&self, file_name: &str) {
        if self.run.code == Some(3) {
            self.is_refused(file_name);
        } else {
            self.has_gaps();
        }
    }
}

#[test]
fn what_is_no_app_is_refused() {
    let elf = [b"\x7fELF\x02\x01\x01".as_slice(), &[0; 200]].concat();
    let kinds: [(&str, &[u8]); 12] = [
        ("empty", b""),
        ("one-byte", b"P"),
        ("text", "这不是应用 𠮷\n".as_bytes()),
        (
            "html",
            b"<!DOCTYPE html><html><body>404 Not Found</body></html>",
        ),
        ("json", b"{\"error\": \"rate limited\"}"),
        ("elf", &elf),
        ("gzip", b"\x1f\x8b\x08\0\0\0\0\0\0\x03"),
        ("zeros", &[0; 5000]),
        ("local-header-only", b"PK\x03\x04"),
        (
            "end-record-only",
            b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0",
        ),
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("utf16", b"\xff\xfe<\0h\0t\0m\0l\0>\0"),
    ];
    for (tag, bytes) in kinds {
        case(tag, "应用𠮷.apk", bytes).is_refused("应用𠮷.apk");
    }
    let pictures = zips::build(&[
        File::stored("a.png", *b"x"),
        File::stored("信息.txt", *b"y"),
    ]);
    case("zip-of-pictures", "a.apk", &pictures).is_refused("a.apk");
}

#[test]
fn paths_that_cannot_be_read_are_refused() {
    let place = folder("bad-paths");
    std::fs::create_dir(place.join("empty-folder")).unwrap();
    std::os::unix::fs::symlink("loop.apk", place.join("loop.apk")).unwrap();
    for path in [
        "empty-folder",
        "no-such.apk",
        "loop.apk",
        "empty-folder/x.apk",
    ] {
        let run = scan(&place, Path::new(path), &["--format", "json"], 2);
        let case = Case {
            name: path.to_owned(),
            run,
        };
        case.is_refused(path);
    }
    // A file without the right to read it, where the user is not one for whom all is readable.
    let closed = place.join("closed.apk");
    std::fs::write(&closed, sample(SMALL[0])).unwrap();
    std::fs::set_permissions(&closed, std::fs::Permissions::from_mode(0o0)).unwrap();
    let run = scan(&place, Path::new("closed.apk"), &["--format", "json"], 2);
    let readable = std::fs::File::open(&closed).is_ok();
    assert_eq!(run.check(), Ok(if readable { 0 } else { 3 }));
    let folder_of_bad = place.join("bad");
    std::fs::create_dir(&folder_of_bad).unwrap();
    std::fs::write(folder_of_bad.join("a.apk"), b"").unwrap();
    std::fs::write(folder_of_bad.join("b.apk"), sample(SMALL[0])).unwrap();
    let run = scan(&place, Path::new("bad"), &["--format", "jsonl"], 2);
    assert_eq!(run.check(), Ok(3), "{}", run.stderr);
    assert_eq!(run.stdout.lines().count(), 1, "the good app has its report");
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
}

#[test]
fn wrong_usage_has_its_own_code() {
    let place = folder("bad-usage");
    std::fs::write(place.join("a.apk"), sample(SMALL[0])).unwrap();
    for options in [
        ["--format", "pdf"],
        ["--as-of", "tomorrow"],
        ["--mapping", "a.apk"],
    ] {
        let run = scan(&place, Path::new("a.apk"), &options, 2);
        assert_eq!(run.check(), Ok(2), "{options:?}: {}", run.stderr);
        assert_eq!(run.stdout, "");
        assert!(run.stderr.starts_with("privlens: "), "{}", run.stderr);
    }
}

/// An APK cut at many lengths, those around its structures included.
#[test]
fn cut_apks_are_refused_or_have_gaps() {
    let apk = sample(SMALL[0]);
    let len = apk.len();
    // Without the directory at its end nobody knows what else the archive held.
    let mut lengths: Vec<usize> = (1..40).map(|n| len * n / 40).collect();
    lengths.extend([
        1,
        4,
        29,
        30,
        31,
        len - 400,
        len - 23,
        len - 22,
        len - 21,
        len - 1,
    ]);
    for length in lengths {
        case(&format!("cut-{length}"), "a.apk", &apk[..length]).is_refused_or_has_gaps("a.apk");
    }
}

#[test]
fn cut_dex_files_leave_gaps() {
    let files = zips::take_apart(&sample(SMALL[0]));
    let dex = entry(&files, "classes.dex");
    let len = dex.len();
    // At three quarters the last tables are cut; a cut in the map list behind them loses no code.
    for length in [0, 1, 8, 0x20, 0x6f, 0x70, len / 4, len / 2, len * 3 / 4] {
        let half = dex[..length].to_vec();
        let bare = case(&format!("dex-{length}"), "classes.dex", &half);
        bare.is_refused_or_has_gaps("classes.dex");
        let apk = with_entry(&files, "classes.dex", half);
        case(&format!("apk-with-dex-{length}"), "a.apk", &apk).has_gaps();
    }
    let short = with_entry(&files, "classes.dex", dex[..len - 1].to_vec());
    let report = case("dex-without-last-byte", "a.apk", &short).run.report();
    let marks = report.unwrap()["app"]["tampering"].to_string();
    assert!(marks.contains("dex.file_size"), "{marks}");
    // With the size in its header mended, the tables lead out of the file.
    let mut half = dex[..len / 2].to_vec();
    dex_builder::put_u32(&mut half, 0x20, u32::try_from(len / 2).unwrap());
    dex_builder::seal(&mut half, 0, len / 2);
    let apk = with_entry(&files, "classes.dex", half);
    case("half-a-dex", "a.apk", &apk).has_gaps();
}

#[test]
fn missing_parts_leave_gaps() {
    let files = zips::take_apart(&sample(SMALL[0]));
    let without = |name: &str| -> Vec<File> {
        let files = files.iter().filter(|file| file.name != name);
        files.cloned().collect()
    };
    let no_manifest = zips::build(&without("AndroidManifest.xml"));
    case("no-manifest", "a.apk", &no_manifest).has_gaps();
    let no_code = zips::build(&without("classes.dex"));
    case("no-code", "a.apk", &no_code).has_gaps();
    let html = with_entry(
        &files,
        "AndroidManifest.xml",
        b"<html><body>x</body></html>".to_vec(),
    );
    case("html-manifest", "a.apk", &html).has_gaps();
    let empty = with_entry(&files, "AndroidManifest.xml", Vec::new());
    case("empty-manifest", "a.apk", &empty).has_gaps();
    // Names and labels come from elsewhere; code and components do not need the table.
    let no_table = zips::build(&without("resources.arsc"));
    let run = case("no-table", "a.apk", &no_table).run;
    run.report().unwrap();
}

#[test]
fn a_broken_split_leaves_the_base() {
    let files = zips::take_apart(&sample("multidex/multidex.apks"));
    let split = entry(&files, "split_feature.apk");
    let damages: [(&str, Vec<u8>); 4] = [
        ("cut", split[..split.len() / 2].to_vec()),
        ("text", b"not a split".to_vec()),
        ("empty", Vec::new()),
        ("zeros", vec![0; split.len()]),
    ];
    for (tag, split) in damages {
        let set = with_entry(&files, "split_feature.apk", split);
        let report = case(&format!("split-{tag}"), "a.apks", &set).has_gaps();
        assert_ne!(report["coverage"]["dex_files"], 0, "{tag}");
        let accesses = report["accesses"].as_array().unwrap();
        assert!(!accesses.is_empty(), "{tag}: the base was analysed");
        let names_split = report["gaps"].as_array().unwrap().iter().any(|gap| {
            gap["where"].as_str().unwrap().contains("split_feature")
                || gap["what"].as_str().unwrap().contains("split_feature")
        });
        assert!(names_split, "{tag}: {}", report["gaps"]);
    }
    let broken_base = with_entry(&files, "base.apk", b"PK\x03\x04broken".to_vec());
    case("broken-base", "a.apks", &broken_base).is_refused_or_has_gaps("a.apks");
}

#[test]
fn bundles_and_class_files_are_told_apart() {
    let files = zips::take_apart(&sample(SMALL[0]));
    let manifest = protobuf_manifest(&entry(&files, "AndroidManifest.xml"));
    let whole = case("bundle", "a.aab", &bundle(manifest.clone())).run;
    let report = whole.report().unwrap();
    assert_eq!(report["app"]["package"], "cn.privlens.samples.weather");
    assert!(!report["accesses"].as_array().unwrap().is_empty());
    let cut = bundle(manifest[..manifest.len() / 2].to_vec());
    let run = case("bundle-with-cut-manifest", "a.aab", &cut).run;
    run.report().unwrap();
    case("bundle-with-empty-manifest", "a.aab", &bundle(Vec::new())).has_gaps();
    let only_config = zips::build(&[File::stored("BundleConfig.pb", vec![0x0a, 0])]);
    case("bundle-without-module", "a.aab", &only_config).is_refused_or_has_gaps("a.aab");
    let class = [b"\xca\xfe\xba\xbe\0\0\0\x34".as_slice(), &[0; 60]].concat();
    let jar = zips::build(&[
        File::stored("META-INF/MANIFEST.MF", *b"Manifest-Version: 1.0\n"),
        File::deflated("cn/app/信息.class", class),
    ]);
    let report = case("jar", "a.jar", &jar).has_gaps();
    assert!(
        report["gaps"].to_string().contains("class files"),
        "{}",
        report["gaps"]
    );
}

/// What inflates to far more than the file: in an entry that is read, in nested archives, and with one stream
/// that many directory rows share.
#[test]
fn bombs_stay_within_bounds() {
    let files = zips::take_apart(&sample(SMALL[0]));
    let zeros = vec![0; 192 << 20];
    let stream = zips::deflate(&zeros);
    let bomb = |out: &mut Vec<u8>, name: &str| raw_deflated(out, name, &stream, &zeros);
    for name in [
        "classes2.dex",
        "resources.arsc",
        "AndroidManifest.xml",
        "META-INF/X.RSA",
    ] {
        let mut out = Vec::new();
        let mut rows = Vec::new();
        for file in files.iter().filter(|file| file.name != name) {
            rows.push(zips::put_file(&mut out, file));
        }
        rows.push(bomb(&mut out, name));
        zips::put_directory(&mut out, &rows);
        let run = case(
            &format!("bomb-in-{}", name.replace('/', "-")),
            "a.apk",
            &out,
        )
        .run;
        run.report()
            .unwrap_or_else(|problem| panic!("{name}: {problem}"));
    }
    // Forty-two archives in one, six levels deep: the shape of the well-known `42.zip`.
    let mut inner = Vec::new();
    let row = bomb(&mut inner, "classes.dex");
    zips::put_directory(&mut inner, &[row]);
    for _ in 0..5 {
        let layer: Vec<File> = (0..16)
            .map(|n| File::deflated(&format!("{n}.zip"), inner.clone()))
            .collect();
        inner = zips::build(&layer);
    }
    for (tag, name) in [
        ("nested-zip", "assets/data.zip"),
        ("nested-apk", "split_a.apk"),
    ] {
        let apk = with_entry(&files, name, inner.clone());
        let run = case(tag, "a.apk", &apk).run;
        run.report()
            .unwrap_or_else(|problem| panic!("{tag}: {problem}"));
    }
}

/// Many DEX entries of 30 MiB each, below the ratio floor, in separate streams or over one shared stream.
#[test]
fn many_inflated_dex_files_stay_within_bounds() {
    let files = zips::take_apart(&sample(SMALL[0]));
    let dex = entry(&files, "classes.dex");
    let mut large = dex.clone();
    large.resize(30 << 20, 0);
    let stream = zips::deflate(&large);
    for (tag, n, is_shared) in [("separate", 200, false), ("shared", 2000, true)] {
        let mut out = Vec::new();
        let mut rows = vec![zips::put_file(
            &mut out,
            &File::stored("AndroidManifest.xml", entry(&files, "AndroidManifest.xml")),
        )];
        rows.push(raw_deflated(&mut out, "classes.dex", &stream, &large));
        for i in 2..n {
            let name = format!("classes{i}.dex");
            let row = if is_shared {
                Row {
                    name,
                    ..rows[1].clone()
                }
            } else {
                raw_deflated(&mut out, &name, &stream, &large)
            };
            rows.push(row);
        }
        zips::put_directory(&mut out, &rows);
        let run = case(&format!("many-dex-{tag}"), "a.apk", &out).run;
        run.report()
            .unwrap_or_else(|problem| panic!("{tag}: {problem}"));
        println!("{tag}: {:?}", run.time);
    }
}

/// Writes an entry from a stream that is already deflated.
fn raw_deflated(out: &mut Vec<u8>, name: &str, stream: &[u8], data: &[u8]) -> Row {
    let at = out.len();
    let mut file = File::stored(name, stream);
    file.crc = Some(crc32fast::hash(data));
    let row = Row {
        method: 8,
        size: u32::try_from(data.len()).unwrap(),
        ..zips::put_file(out, &file)
    };
    out[at + 8..at + 10].copy_from_slice(&8_u16.to_le_bytes());
    out[at + 22..at + 26].copy_from_slice(&row.size.to_le_bytes());
    row
}
