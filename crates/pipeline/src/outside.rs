//! Puts what was seen outside the DEX files together: input of the call graph before, facts and gaps after it.

use std::collections::BTreeSet;

use app_facts::{CodeLoad, EmbeddedDex, EmbeddedFacts, Gap, Level};
use call_graph::{CallGraph, Outside};
use program_model::{DefId, Program};

use crate::code::DexBytes;
use crate::frameworks;
use crate::marks::gap;
use crate::native::{self, Natives};

/// What was seen.
pub(crate) struct Seen {
    natives: Natives,
    frameworks: frameworks::Found,
    dex: Vec<EmbeddedDex>,
    n_libs: usize,
}

impl Seen {
    /// Puts the parts together and gives what the call graph needs.
    pub(crate) fn new(
        mut natives: Natives,
        mut frameworks: frameworks::Found,
        dex: Vec<EmbeddedDex>,
        inputs: &[DexBytes],
        gaps: &mut Vec<Gap>,
    ) -> (Self, Outside) {
        gaps.append(&mut natives.gaps);
        gaps.append(&mut frameworks.gaps);
        let embedded_dex: BTreeSet<(String, String)> = inputs
            .iter()
            .filter(|input| !input.is_loaded)
            .map(|input| (input.apk.clone(), input.name.clone()))
            .collect();
        let outside = Outside {
            libraries: std::mem::take(&mut natives.inputs),
            scripts: std::mem::take(&mut frameworks.scripts),
            called_by_native: natives.called.clone(),
            made_by_name: std::mem::take(&mut frameworks.plugins),
            embedded_dex,
            opaque: frameworks.opaque,
        };
        let n_libs = natives.facts.len();
        let seen = Self {
            natives,
            frameworks,
            dex,
            n_libs,
        };
        (seen, outside)
    }

    /// Some bundle of code could not be read.
    pub(crate) fn is_opaque(&self) -> bool {
        self.frameworks.opaque
    }

    /// Native libraries, each once for all ABIs.
    pub(crate) fn n_libs(&self) -> u32 {
        u32::try_from(self.n_libs).unwrap_or(u32::MAX)
    }

    /// Facts for the report, and gaps for what was not analysed.
    pub(crate) fn facts(
        mut self,
        program: &Program<'_>,
        graph: &CallGraph,
        loads: Vec<CodeLoad>,
        unresolved_reflection: Vec<(String, u32)>,
        file_name: &str,
        gaps: &mut Vec<Gap>,
    ) -> EmbeddedFacts {
        if self.n_libs > 0 {
            gaps.push(gap(
                "native-scan",
                format!("the machine code of {} native libraries", self.n_libs),
                file_name,
                "libraries are read for texts, imports and names of native methods only",
                "information that native code reads in another way is missing",
            ));
        }
        let unbound: &[DefId] = &self.natives.unbound;
        let (unbound_natives, n_unbound_natives) = native::unbound(program, graph, unbound);
        let n_reachable = unbound_natives.iter().filter(|one| one.reachable).count();
        if let Some(first) = unbound_natives.iter().find(|one| one.reachable) {
            gaps.push(gap(
                "native-scan",
                format!("{n_reachable} reachable native methods"),
                &first.method,
                "no library of the app implements them by name or by a registration that can be seen",
                "what they do is not known",
            ));
        }
        dynamic_gap(&loads, gaps);
        for lib in &mut self.natives.facts {
            let short = lib.name.strip_prefix("lib").unwrap_or(&lib.name);
            let short = short.strip_suffix(".so").unwrap_or(short);
            lib.loaded = loads.iter().any(|load| {
                load.level == Level::Reachable
                    && load
                        .values
                        .iter()
                        .any(|value| value == short || value.ends_with(&format!("/{}", lib.name)))
            });
        }
        EmbeddedFacts {
            native_libs: self.natives.facts,
            unbound_natives,
            n_unbound_natives,
            dex: self.dex,
            loads,
            frameworks: self.frameworks.facts,
            unresolved_reflection,
        }
    }
}

/// One gap for all places that load code which is not a library of the app.
fn dynamic_gap(loads: &[CodeLoad], gaps: &mut Vec<Gap>) {
    let mut dynamic = loads.iter().filter(|load| {
        load.level == Level::Reachable
            && matches!(load.loads.as_str(), "dex" | "dex_memory" | "other_app")
    });
    let Some(first) = dynamic.next() else { return };
    gaps.push(gap(
        "call-graph",
        format!(
            "code that {} reachable places load while the app runs",
            1 + dynamic.count()
        ),
        &first.site.method,
        "what is loaded there may come from elsewhere, such as a server",
        "downloaded code cannot be seen",
    ));
}
