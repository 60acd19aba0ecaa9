//! Third parties and packers: calls the fingerprints before the call graph and joins the evidence after it. Refuses to
//! call an app clean whose code is wrapped.

use app_facts::{Coverage, Gap, SdkFact, Visibility};
use call_graph::{AppInput, CallGraph, Holders, Index};
use program_model::Program;
use sdk_fingerprint::{
    CodeView, Identified, NamedCode, PackedEntry, PackerInput, PackerVerdict, ProfileImage, Seen,
    Surroundings,
};

use crate::code::DexBytes;
use crate::embedded::Item;
use crate::marks::gap;

/// Bytes at the start of a stored entry whose entropy is measured.
const SAMPLE: usize = 4096;
/// Different byte values among [`SAMPLE`] bytes from which on they look random: ciphertext has all 256.
const RANDOM_VALUES: usize = 250;
/// DEX files above this size are no stub, and payloads beside them need no look.
const SMALL_DEX: u64 = 1 << 20;

/// Profiles, and the names whose code needs none.
#[derive(Debug)]
pub(crate) struct Fingerprints {
    image: ProfileImage,
    named: NamedCode,
}

impl Fingerprints {
    pub(crate) fn new(knowledge: &ruleset::Knowledge, image: ProfileImage) -> Self {
        Self {
            named: NamedCode::new(&knowledge.catalogues().sdks, &image),
            image,
        }
    }
}

/// What was found before the call graph.
pub(crate) struct Parties {
    found: Identified,
    packer: PackerVerdict,
    around: Surroundings,
}

/// Looks for a packer and for libraries by their code; tells the call graph whose code is whose.
#[expect(
    clippy::too_many_arguments,
    reason = "one place joins what was found by then"
)]
pub(crate) fn look(
    program: &Program<'_>,
    index: &Index<'_>,
    profiles: &Fingerprints,
    input: &mut AppInput,
    items: &[Item<'_>],
    dex: &[DexBytes],
    meta_data: Vec<(String, String)>,
    has_added_dex: bool,
) -> Parties {
    let dex_bytes: u64 = dex
        .iter()
        .filter(|part| part.is_loaded)
        .map(|part| part.bytes.len() as u64)
        .sum();
    let java = |descriptor: &str| {
        descriptor
            .trim_start_matches('L')
            .trim_end_matches(';')
            .replace('/', ".")
    };
    let of_kind = |wanted: bool| -> Vec<String> {
        input
            .components
            .iter()
            .filter(|component| {
                let is_application =
                    component.kind == "application" || component.kind == "app_component_factory";
                is_application == wanted && !component.class.is_empty()
            })
            .map(|component| java(&component.class))
            .collect()
    };
    let packer = sdk_fingerprint::find_packer(
        program,
        &PackerInput {
            applications: of_kind(true),
            components: of_kind(false),
            entries: items
                .iter()
                .map(|item| PackedEntry {
                    name: item.entry.name.clone(),
                    size: item.entry.declared_size,
                    packed_size: item.entry.compressed_size,
                    is_random: dex_bytes < SMALL_DEX && looks_random(item),
                })
                .collect(),
            dex_bytes,
            has_added_dex,
        },
        &index.catalogues().packers,
    );
    let found = sdk_fingerprint::identify_beside(program, &profiles.image, &profiles.named);
    input.class_owners = sdk_fingerprint::class_rows(&found, &index.catalogues().sdks);
    input.stub = packer.packer.as_deref().and_then(|id| {
        let row = index
            .catalogues()
            .packers
            .iter()
            .position(|packer| packer.id.as_str() == id)?;
        Some((u32::try_from(row).ok()?, packer.stub_packages.clone()))
    });
    if packer.seen != Seen::All {
        input.fully_visible = false;
    }
    let mut components = of_kind(true);
    components.extend(of_kind(false));
    components.sort();
    components.dedup();
    Parties {
        found,
        around: Surroundings {
            components,
            meta_data,
            entries: items.iter().map(|item| item.entry.name.clone()).collect(),
            is_packed: packer.seen == Seen::Stub,
        },
        packer,
    }
}

fn looks_random(item: &Item<'_>) -> bool {
    if item.sniffed.is_some() || item.entry.declared_size != item.entry.compressed_size {
        return false;
    }
    let head = item.part.prefix(item.entry, SAMPLE);
    let mut seen = [false; 256];
    for byte in &head {
        if let Some(place) = seen.get_mut(usize::from(*byte)) {
            *place = true;
        }
    }
    head.len() >= SAMPLE && seen.iter().filter(|seen| **seen).count() >= RANDOM_VALUES
}

impl Parties {
    /// Joins all evidence, and lowers the coverage of a packed app.
    #[expect(
        clippy::too_many_arguments,
        reason = "one place joins what was found by then"
    )]
    pub(crate) fn finish(
        self,
        program: &Program<'_>,
        index: &Index<'_>,
        input: &AppInput,
        graph: &CallGraph,
        base: Vec<SdkFact>,
        name: &str,
        gaps: &mut Vec<Gap>,
    ) -> (Vec<SdkFact>, Packed) {
        let holders = Holders::new(program, index, input, graph);
        let facts = sdk_fingerprint::fuse(
            program,
            &index.catalogues().sdks,
            base,
            &self.found,
            &self.around,
            &CodeView {
                reaches: &|def| graph.is_reached(def),
                owner: &|class| holders.of_class(class).short().to_owned(),
            },
        );
        let Some(id) = self.packer.packer else {
            return (facts, Packed::default());
        };
        let what = match self.packer.seen {
            Seen::Stub => "the app's own code",
            Seen::Part => "part of the app's code",
            Seen::All => return (facts, Packed::default()),
        };
        let effect = if self.packer.seen == Seen::Stub {
            "only the stub of the packer was analysed; what is absent from it may be in the hidden code"
        } else {
            "bodies of methods may be missing; what is absent may be in the hidden code"
        };
        gaps.push(gap(
            "sdk-fingerprint",
            what,
            name,
            format!("the app is packed ({id}): {}", self.packer.signs.join("; ")),
            effect,
        ));
        (
            facts,
            Packed {
                id: Some(id),
                seen: self.packer.seen,
            },
        )
    }
}

/// Which packer, and what it leaves to be seen.
#[derive(Debug, Default)]
pub(crate) struct Packed {
    id: Option<String>,
    seen: Seen,
}

impl Packed {
    /// Lowers the coverage.
    pub(crate) fn lower(self, coverage: &mut Coverage) {
        let Some(id) = self.id else {
            return;
        };
        coverage.packed = Some(id);
        coverage.complete = false;
        coverage.visibility = match self.seen {
            Seen::Stub => Visibility::ShellOnly,
            Seen::Part if coverage.visibility == Visibility::Full => Visibility::Partial,
            _ => coverage.visibility,
        };
    }
}
