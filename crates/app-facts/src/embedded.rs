//! Code outside the app's own DEX files: native libraries, embedded DEX, frameworks with their bundles, and the places
//! that load code while running. Refuses to say what code does that could not be read.

use serde::{Deserialize, Serialize};

use crate::{ChainFrame, Level, Owner, Phase, Site};

/// One native library, counted once for all ABIs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct NativeLib {
    /// File name.
    pub name: String,
    /// Entry that was read.
    pub entry: String,
    /// APK that holds it.
    pub file: String,
    /// ABI that was read; the machine's usual word for a library outside `lib/`.
    pub abi: String,
    /// Every ABI for which there is one, sorted.
    pub abis: Vec<String>,
    /// Size in bytes.
    pub size: u64,
    /// Name that it gives itself.
    pub soname: Option<String>,
    /// Libraries that it needs, in order.
    pub needed: Vec<String>,
    /// Symbols that it takes from others.
    pub imports: u32,
    /// Symbols that it defines for others.
    pub exports: u32,
    /// Native methods of the app's code that it implements.
    pub bound_methods: u32,
    /// The library is loaded by a constant name in reachable code.
    pub loaded: bool,
    /// Dynamic table and symbols could be read.
    pub readable: bool,
}

/// A native method of the app without a known implementation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct UnboundNative {
    /// Dalvik method.
    pub method: String,
    /// Some chain leads to it.
    pub reachable: bool,
}

/// DEX code that lies elsewhere than Android looks for it and was analysed with the rest.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EmbeddedDex {
    /// Entry, with the archives around it.
    pub entry: String,
    /// APK that holds it.
    pub file: String,
    /// `plain`, `xor`, `base64` …
    pub encoding: String,
}

/// A place that loads code while the app runs.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CodeLoad {
    /// `dex`, `dex_memory`, `own_dex` for the app's own file, `library`, `library_path`, `other_app`.
    pub loads: String,
    /// Dalvik descriptor that was called.
    pub api: String,
    /// Path or name where it is constant, sorted.
    pub values: Vec<String>,
    /// Where.
    pub site: Site,
    /// Who holds the code.
    pub owner: Owner,
    /// How sure that it can run.
    pub level: Level,
    /// When; `None` for code that no chain reaches.
    pub phase: Option<Phase>,
    /// Chain from an entry point, entry first.
    pub chain: Vec<ChainFrame>,
}

/// A bundle of a framework's code.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Bundle {
    /// Entry.
    pub entry: String,
    /// APK that holds it.
    pub file: String,
    /// `script`, `hermes`, `dart_aot`, `il2cpp`, `managed`, `lua`, `native`, `opaque`, `encrypted`.
    pub form: String,
    /// Size in bytes.
    pub size: u64,
    /// Its calls could be read.
    pub readable: bool,
}

/// A cross-platform framework inside the app.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct FrameworkFact {
    /// Catalogue id.
    pub id: String,
    /// Chinese name.
    pub name_zh: String,
    /// English name.
    pub name_en: String,
    /// Version when one was found; of something else when words stand before it.
    pub version: Option<String>,
    /// Entries and classes that show it, sorted.
    pub evidence: Vec<String>,
    /// Settings found: key and value, sorted.
    pub settings: Vec<(String, String)>,
    /// Bundles, sorted; the largest ones when there are many.
    pub bundles: Vec<Bundle>,
    /// Bundles in all.
    pub n_bundles: u32,
    /// Some bundle could not be read.
    pub opaque: bool,
}

/// How often a read repeats.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Repeat {
    /// `timer`, `scheduled_executor`, `handler`, `alarm`, `work`, `location`, `sensor`, `interval`, `loop`.
    pub kind: String,
    /// Milliseconds between two runs, where constant.
    pub period_ms: Option<u64>,
}

/// What is known of code outside the app's own DEX files.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct EmbeddedFacts {
    /// Native libraries sorted by name.
    #[serde(default)]
    pub native_libs: Vec<NativeLib>,
    /// Native methods without a known implementation, sorted; the first ones when there are many.
    #[serde(default)]
    pub unbound_natives: Vec<UnboundNative>,
    /// Native methods without a known implementation in all.
    #[serde(default)]
    pub n_unbound_natives: u32,
    /// Embedded DEX sorted by entry.
    #[serde(default)]
    pub dex: Vec<EmbeddedDex>,
    /// Places that load code, sorted by site.
    #[serde(default)]
    pub loads: Vec<CodeLoad>,
    /// Frameworks sorted by id.
    #[serde(default)]
    pub frameworks: Vec<FrameworkFact>,
    /// Unresolved look-ups by reflection in reachable code, by short owner, sorted.
    #[serde(default)]
    pub unresolved_reflection: Vec<(String, u32)>,
}
