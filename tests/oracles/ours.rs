//! The library crates' own reading of an app, brought into the form in which it is compared.

use std::path::PathBuf;

use apk_unpack::{DexLoad, Limits, PartRole, SignatureScheme};
use dex_parse::opcode::IndexKind;
use dex_parse::{DexFile, RawInstruction};

use super::corpus::App;
use super::listing::{CodeHash, Listing, SUMS};

/// One DEX file of an app.
#[derive(Debug, Clone)]
pub(super) struct Dex {
    /// The APK that holds it, as the report names it.
    pub(super) apk: String,
    pub(super) name: String,
    pub(super) bytes: Vec<u8>,
    /// Whether it lies in the app's own archive rather than in one inside that.
    pub(super) is_outer: bool,
}

impl Dex {
    /// Writes it where a program can read it.
    pub(super) fn write(&self, folder: &std::path::Path, n: usize) -> PathBuf {
        let path = folder.join(format!("{n}.dex"));
        std::fs::write(&path, &self.bytes).unwrap();
        path
    }
}

/// Every DEX file of an app; those that Android loads first.
pub(super) fn dex_files(app: &App) -> Vec<Dex> {
    let bytes = app.bytes();
    let container = apk_unpack::open(&bytes, &Limits::default())
        .unwrap_or_else(|error| panic!("{}: {error}", app.name));
    let mut out = Vec::new();
    for part in container.parts() {
        for entry in part.dex_entries() {
            let is_loaded = matches!(entry.load, DexLoad::Loaded(_));
            let is_nested = part.role() == PartRole::Nested;
            let read = part
                .read(entry.entry)
                .unwrap_or_else(|error| panic!("{} {}: {error}", app.name, entry.entry.name));
            let dex = Dex {
                apk: if part.name().is_empty() {
                    app.name.clone()
                } else {
                    part.name().to_owned()
                },
                name: entry.entry.name.clone(),
                bytes: read.bytes.into_owned(),
                is_outer: part.name().is_empty(),
            };
            out.push(((is_nested, !is_loaded), dex));
        }
    }
    out.sort_by_key(|(order, _)| *order);
    out.into_iter().map(|(_, dex)| dex).collect()
}

/// An entry of the APK that the report names.
pub(super) fn entry(app: &App, apk: &str, name: &str) -> Option<Vec<u8>> {
    let bytes = app.bytes();
    let container = apk_unpack::open(&bytes, &Limits::default())
        .unwrap_or_else(|error| panic!("{}: {error}", app.name));
    let part = container
        .parts()
        .iter()
        .find(|part| part.name() == apk || part.name().is_empty() && apk == app.name)?;
    let read = part.read(part.find(name)?).ok()?;
    Some(read.bytes.into_owned())
}

/// SHA-256 digests of the certificates that the newest signature scheme present names, sorted.
pub(super) fn certificates(app: &App) -> Vec<String> {
    let bytes = app.bytes();
    let container = apk_unpack::open(&bytes, &Limits::default())
        .unwrap_or_else(|error| panic!("{}: {error}", app.name));
    let signers: Vec<_> = container
        .parts()
        .iter()
        .filter(|part| part.name().is_empty())
        .flat_map(|part| part.signing().signers)
        .filter(|signer| signer.scheme != SignatureScheme::SourceStamp)
        .collect();
    let newest = signers.iter().map(|signer| signer.scheme).max();
    let mut out: Vec<String> = signers
        .into_iter()
        .filter(|signer| Some(signer.scheme) == newest)
        .map(|signer| signer.certificate.sha256)
        .collect();
    out.sort();
    out.dedup();
    out
}

/// The manifest of the app's own archive, if it has one.
pub(super) fn manifest(app: &App) -> Option<manifest_parse::Manifest> {
    let bytes = app.bytes();
    let container = apk_unpack::open(&bytes, &Limits::default())
        .unwrap_or_else(|error| panic!("{}: {error}", app.name));
    let part = container
        .parts()
        .iter()
        .find(|part| part.name().is_empty())?;
    let manifest = part.read(part.find("AndroidManifest.xml")?).unwrap().bytes;
    let table = part
        .find("resources.arsc")
        .map(|entry| part.read(entry).unwrap().bytes);
    let table = table
        .as_deref()
        .map(|bytes| manifest_parse::parse_resources(bytes).unwrap());
    let locale = manifest_parse::Locale::parse("zh-CN");
    Some(manifest_parse::parse_manifest(&manifest, table.as_ref(), &locale).unwrap())
}

/// Counts, classes and methods of a DEX file. Text is taken as bytes and shown with U+FFFD where it is not UTF-8, as
/// the other readers' output is.
pub(super) fn listing(bytes: &[u8]) -> Listing {
    let container = dex_parse::parse(bytes).unwrap();
    let mut out = Listing::default();
    for file in container.files() {
        add_file(file, &mut out);
    }
    out.classes.sort();
    out.methods.sort();
    out
}

fn add_file(file: &DexFile<'_>, out: &mut Listing) {
    for (name, n) in [
        ("strings", file.n_strings()),
        ("types", file.n_types()),
        ("protos", file.n_protos()),
        ("fields", file.n_fields()),
        ("methods", file.n_methods()),
        ("classes", file.n_class_defs()),
    ] {
        out.add(name, u64::from(n));
    }
    for name in SUMS {
        out.add(name, 0);
    }
    for (_, class) in file.class_defs() {
        let class = class.unwrap();
        out.classes
            .push(lossy(file.type_descriptor(class.class).unwrap()));
        let Some(data) = file.class_data(&class).unwrap() else {
            continue;
        };
        for method in data.methods() {
            let method = method.unwrap();
            out.add("declared methods", 1);
            let mut hash = 0;
            if let Some(code) = file.code(method.code_off).unwrap() {
                out.add("methods with code", 1);
                out.add("code units", u64::from(code.insns_units()));
                let mut sum = CodeHash::new();
                for instruction in code.raw_instructions() {
                    let instruction = instruction.unwrap();
                    out.add("instructions", 1);
                    sum.add(
                        instruction.offset,
                        mnemonic(&instruction),
                        (instruction.info().index_kind != IndexKind::None)
                            .then(|| instruction.index()),
                    );
                }
                hash = sum.value();
            }
            out.methods.push((method_name(file, &method), hash));
        }
    }
}

fn mnemonic(instruction: &RawInstruction<'_>) -> &'static str {
    if !instruction.is_payload() {
        return instruction.info().mnemonic;
    }
    match instruction.unit(0) {
        0x0100 => "packed-switch-data",
        0x0200 => "sparse-switch-data",
        _ => "array-data",
    }
}

fn method_name(file: &DexFile<'_>, method: &dex_parse::EncodedMethod) -> String {
    let id = file.method_id(method.method).unwrap();
    let proto = file.proto(id.proto).unwrap();
    let ty = |ty| lossy(file.type_descriptor(ty).unwrap());
    let parameters: String = proto.parameters.iter().map(ty).collect();
    format!(
        "{}->{}({parameters}){}",
        ty(id.class),
        lossy(file.string_bytes(id.name).unwrap()),
        ty(proto.return_type)
    )
}

fn lossy(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
