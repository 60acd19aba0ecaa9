//! Damaged apps: 2000 of each format, each rebuilt around its damaged part so that the damage reaches the
//! parser; refuses no error but an internal one.

use std::borrow::Cow;
use std::ops::Range;

use ruleset::framework::rows::FrameworkRows;
use ruleset::{FrameworkModel, image};

use crate::dex_builder;
use crate::inputs::{
    SMALL, bundle, chunk_headers, code_ranges, dex_structure, entry, protobuf_manifest, sample,
    signing_block, with_entry, zip_structure,
};
use crate::mutate::mutate;
use crate::prng::Prng;
use crate::run::{Cases, knowledge};
use crate::zips::{self, File};

/// Cases of one format.
const N: usize = 2000;

/// The seeds of the cases of one run: 2000 that are always the same. `PRIVLENS_CASES=FROM..TO` takes others.
fn case_seeds() -> std::ops::Range<u64> {
    let Ok(text) = std::env::var("PRIVLENS_CASES") else {
        return 0..u64::try_from(N).unwrap();
    };
    let (from, to) = text.split_once("..").unwrap();
    from.parse().unwrap()..to.parse().unwrap()
}

/// A part that is damaged, where damage matters most, and the app around it.
struct Seed {
    part: Vec<u8>,
    hot: Vec<Range<usize>>,
    within: Range<usize>,
    build: Box<dyn Fn(Vec<u8>) -> Vec<u8>>,
}

impl Seed {
    fn new(
        part: Vec<u8>,
        hot: Vec<Range<usize>>,
        build: impl Fn(Vec<u8>) -> Vec<u8> + 'static,
    ) -> Self {
        let within = 0..usize::MAX;
        Self {
            part,
            hot,
            within,
            build: Box::new(build),
        }
    }
}

/// Seeds that damage the entry `name` of the small samples.
fn of_entry(name: &'static str, hot: fn(&[u8]) -> Vec<Range<usize>>) -> Vec<Seed> {
    let mut seeds = Vec::new();
    for path in SMALL {
        let files = zips::take_apart(&sample(path));
        let part = entry(&files, name);
        let hot = hot(&part);
        seeds.push(Seed::new(part, hot, move |part| {
            with_entry(&files, name, part)
        }));
    }
    seeds
}

/// Damages each seed in turn; `mend` is applied to the part in every other case.
fn run(
    format: &'static str,
    file_name: &str,
    seeds: &[Seed],
    mend: fn(&mut [u8]),
    least_reports: usize,
) {
    let mut cases = Cases::new(format);
    for seed in seeds {
        cases.analyze(file_name, &(seed.build)(seed.part.clone()));
    }
    for n in case_seeds() {
        let mut prng = Prng::new(n);
        let seed = &seeds[prng.below(seeds.len())];
        let other = &seeds[prng.below(seeds.len())];
        let mut part = seed.part.clone();
        mutate(&mut part, &seed.within, &seed.hot, &other.part, &mut prng);
        if prng.one_in(2) {
            mend(&mut part);
        }
        cases.analyze(file_name, &(seed.build)(part));
    }
    cases.finish(least_reports.min(case_seeds().count() / 2));
}

fn leave(_: &mut [u8]) {}

/// Writes the true size and checksum into the header.
fn mend_dex(bytes: &mut [u8]) {
    if bytes.len() >= 0x70 {
        let len = bytes.len();
        dex_builder::put_u32(bytes, 0x20, u32::try_from(len).unwrap());
        dex_builder::seal(bytes, 0, len);
    }
}

#[test]
fn damaged_archives() {
    let mut seeds = Vec::new();
    for path in SMALL {
        let apk = sample(path);
        let stored = zips::build(&zips::take_apart(&apk));
        for apk in [apk, stored] {
            let hot = zip_structure(&apk);
            seeds.push(Seed::new(apk, hot, |apk| apk));
        }
    }
    run("archive", "app.apk", &seeds, leave, N / 2);
}

fn dex_seeds(hot: fn(&[u8]) -> Vec<Range<usize>>) -> Vec<Seed> {
    let mut seeds = of_entry("classes.dex", hot);
    let built = dex_builder::sample().build();
    let files = zips::take_apart(&sample(SMALL[0]));
    let hot = hot(&built);
    seeds.push(Seed::new(built, hot, move |part| {
        with_entry(&files, "classes.dex", part)
    }));
    seeds
}

#[test]
fn damaged_dex_files() {
    run("dex", "app.apk", &dex_seeds(dex_structure), mend_dex, N / 2);
}

#[test]
fn damaged_instructions() {
    let mut seeds = dex_seeds(code_ranges);
    for seed in &mut seeds {
        // Tables stay whole, so that the analysis follows the damaged code to its end.
        let starts = seed.hot.iter().map(|range| range.start);
        let ends = seed.hot.iter().map(|range| range.end);
        seed.within = starts.min().unwrap()..ends.max().unwrap();
    }
    run("code", "app.apk", &seeds, mend_dex, N / 2);
}

#[test]
fn damaged_manifests() {
    let mut seeds = of_entry("AndroidManifest.xml", chunk_headers);
    let files = zips::take_apart(&sample(SMALL[0]));
    let layout = entry(&files, "res/layout/main.xml");
    let hot = chunk_headers(&layout);
    seeds.push(Seed::new(layout, hot, move |part| {
        with_entry(&files, "res/layout/main.xml", part)
    }));
    run("manifest", "app.apk", &seeds, leave, N / 2);
}

#[test]
fn damaged_resource_tables() {
    let seeds = of_entry("resources.arsc", chunk_headers);
    run("resources", "app.apk", &seeds, leave, N / 2);
}

#[test]
fn damaged_signatures() {
    let mut seeds = Vec::new();
    for path in SMALL {
        let apk = sample(path);
        let files = zips::take_apart(&apk);
        let pkcs7 = entry(&files, "META-INF/SAMPLE.RSA");
        let block = signing_block(&pkcs7);
        let len = block.len();
        seeds.push(Seed::new(block, vec![0..64, len - 24..len], move |block| {
            zips::insert_signing_block(&apk, &block)
        }));
        let hot = vec![0..32, 32..96];
        seeds.push(Seed::new(pkcs7, hot, move |pkcs7| {
            with_entry(&files, "META-INF/SAMPLE.RSA", pkcs7)
        }));
    }
    run("signature", "app.apk", &seeds, leave, N / 2);
}

#[test]
fn damaged_split_sets() {
    let set = sample("multidex/multidex.apks");
    let files = zips::take_apart(&set);
    let deflated: Vec<File> = files
        .iter()
        .map(|file| File::deflated(&file.name, file.data.clone()))
        .collect();
    let mut seeds = Vec::new();
    for set in [set, zips::build(&deflated)] {
        let hot = zip_structure(&set);
        seeds.push(Seed::new(set, hot, |set| set));
    }
    run("split set", "app.apks", &seeds, leave, N / 2);
}

#[test]
fn damaged_bundle_manifests() {
    let mut seeds = Vec::new();
    for path in SMALL {
        let files = zips::take_apart(&sample(path));
        let manifest = protobuf_manifest(&entry(&files, "AndroidManifest.xml"));
        seeds.push(Seed::new(manifest, Vec::new(), bundle));
    }
    run("bundle manifest", "app.aab", &seeds, leave, N / 2);
}

#[test]
fn damaged_catalogue_images() {
    let rows = knowledge().framework().to_rows();
    let few = FrameworkRows {
        types: rows.types.into_iter().take(300).collect(),
        members: rows.members.into_iter().take(2000).collect(),
        constants: rows.constants.into_iter().take(300).collect(),
        seen: rows.seen.into_iter().take(300).collect(),
    };
    let whole = image::compile(knowledge().catalogues(), &few).unwrap();
    let hot = vec![0..56, 0..56, 56..512];
    let mut cases = Cases::new("catalogue image");
    for n in case_seeds() {
        let mut prng = Prng::new(n);
        let mut bytes = whole.clone();
        mutate(&mut bytes, &(0..usize::MAX), &hot, &whole, &mut prng);
        cases.run(&bytes, |bytes| {
            let result = std::panic::catch_unwind(|| walk_image(bytes));
            result.map_err(|_| "panic".to_owned())
        });
    }
    cases.finish(0);
}

/// Reads everything that an image holds.
fn walk_image(bytes: &[u8]) {
    // Whether the hash agrees is for `cargo xtask` to ask; readers must stand what does not.
    let _ = image::verify(bytes);
    let Ok(parts) = image::parts(bytes) else {
        return;
    };
    let small: Result<ruleset::schema::Catalogues<'_>, _> = postcard::from_bytes(parts.catalogues);
    if let Ok(small) = small {
        assert!(small.kinds.len() <= bytes.len());
    }
    let Ok(framework) = FrameworkModel::open(Cow::Owned(parts.framework.to_vec())) else {
        return;
    };
    for index in (0..framework.n_types().min(5000)).chain([u32::MAX - 1, u32::MAX]) {
        let descriptor = framework.descriptor(index).to_owned();
        let found = framework.find_type(descriptor.as_bytes());
        let kin = usize::from(framework.superclass(index).is_some())
            + framework.interfaces(index).count()
            + usize::from(found.is_some());
        assert!(kin <= bytes.len());
        let _ = framework.type_since(index);
        for member in framework.members(index).take(200) {
            let named = framework.members_named(index, member.name).count();
            assert!(named <= bytes.len());
        }
    }
    let rows = framework.to_rows();
    for row in rows.constants.iter().take(500) {
        let _ = framework.constant(&row.class, &row.name);
    }
    for api in rows.seen.iter().take(500) {
        let _ = framework.was_seen(api);
    }
}
