//! The analysis of one app: entry points, reachability, chains, accesses, permissions, third parties.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use app_facts::{Access, Gap, PermissionFact, Phase, SdkFact};
use program_model::{MethodId, Program};

use crate::access;
use crate::constants::Evaluator;
use crate::events::{self, Marks, Matches};
use crate::graph::CallGraph;
use crate::index::Index;
use crate::outside;
use crate::owners::{OwnerId, Owners};
use crate::permissions;
use crate::phase::{Flags, Gates, Stage, Variants, Walk, Walked};
use crate::sdks;
use crate::sites;

/// A component of the manifest.
#[derive(Debug, Clone, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "what the manifest says of it, each by itself"
)]
pub struct Component {
    /// `application`, `activity`, `service`, `receiver`, `provider`, `app_component_factory`, `backup_agent`,
    /// `instrumentation`.
    pub kind: String,
    /// Dalvik descriptor of its class.
    pub class: String,
    /// The names that the manifest gives it, in Java form: that of an alias is not that of its class.
    pub names: Vec<String>,
    /// Not disabled, and neither is the application.
    pub enabled: bool,
    /// Actions of its filters.
    pub actions: Vec<String>,
    /// Its filters one by one.
    pub filters: Vec<IntentFilter>,
    /// Started from the launcher.
    pub is_launcher: bool,
    /// Other apps can start it.
    pub exported: bool,
    /// `initOrder` of a provider; the greater runs first.
    pub init_order: i32,
    /// Permissions that callers need, which the app names in its manifest.
    pub permissions: Vec<String>,
    /// Authorities of a provider.
    pub authorities: Vec<String>,
    /// The manifest names changes of the device of which the page is told rather than made anew.
    pub handles_changes: bool,
    /// The process that it runs in, where that is not the app's main one; empty for the main one.
    pub process: String,
}

/// One filter of a component: which intents without a named target reach it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct IntentFilter {
    /// Actions.
    pub actions: Vec<String>,
    /// Categories.
    pub categories: Vec<String>,
    /// Media types, with `*` for any part.
    pub types: Vec<String>,
    /// Schemes of addresses.
    pub schemes: Vec<String>,
    /// Hosts of addresses, each with its port where one is given; `*` at the beginning stands for any.
    pub hosts: Vec<(String, Option<String>)>,
    /// Paths of addresses: the attribute that says how the path is compared, and its value.
    pub paths: Vec<(String, String)>,
    /// What comes to one behind the other comes to the greater first.
    pub priority: i32,
}

/// A `uses-permission` of the manifest.
#[derive(Debug, Clone, Default)]
pub struct DeclaredPermission {
    /// Name.
    pub name: String,
    /// `maxSdkVersion`.
    pub max_sdk: Option<u32>,
    /// Words of `usesPermissionFlags`.
    pub flags: Vec<String>,
}

/// A `meta-data` of a component or of the application.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct MetaDatum {
    /// Its name.
    pub key: String,
    /// Its value as text; empty without one.
    pub value: String,
}

/// What a compiled resource makes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LayoutInput {
    /// Descriptors of views and fragments that it names in full.
    pub classes: BTreeSet<String>,
    /// Names of views without a package.
    pub plain_views: BTreeSet<String>,
}

/// What the manifest says of the app.
#[derive(Debug, Clone, Default)]
pub struct AppInput {
    /// Manifest package.
    pub package: String,
    /// `minSdkVersion`.
    pub min_sdk: u32,
    /// `targetSdkVersion`.
    pub target_sdk: u32,
    /// Permissions declared.
    pub permissions: Vec<DeclaredPermission>,
    /// Permissions that the app itself defines.
    pub defined_permissions: Vec<String>,
    /// Components, the application among them.
    pub components: Vec<Component>,
    /// Meta-data of the application and of enabled components.
    pub meta_data: Vec<MetaDatum>,
    /// Method names in the onClick attributes of layouts.
    pub layout_handlers: BTreeSet<String>,
    /// Descriptors of views and fragments that layouts make by name.
    pub layout_classes: BTreeSet<String>,
    /// By number of a compiled resource: what it makes when it is shown, with all that it includes.
    pub layouts: BTreeMap<u32, LayoutInput>,
    /// Descriptors of components that something but code starts: the system, or a file that names them.
    pub started_elsewhere: BTreeSet<String>,
    /// Numbers of texts and layouts that hold words of a dialog which asks for the agreement.
    pub asking: BTreeSet<u32>,
    /// Texts of the resource table for a device without language, by number.
    pub texts: Arc<BTreeMap<u32, String>>,
    /// By Java name of an interface or class: Java names of the classes that the app registers for it.
    pub services: BTreeMap<String, BTreeSet<String>>,
    /// For each class of the program the catalogue row whose code it is by fingerprint; shorter means none.
    pub class_owners: Vec<Option<u32>>,
    /// Row of the packer whose stub is there, with the packages of the stub.
    pub stub: Option<(u32, Vec<String>)>,
    /// All code of the app could be read.
    pub fully_visible: bool,
    /// A question about the call graph.
    pub query: Option<crate::CallQuery>,
    /// What was seen outside the DEX files.
    pub outside: crate::outside::Outside,
}

/// Results of the analysis.
#[derive(Debug, Default)]
pub struct Analysis {
    /// Accesses sorted by key, then site.
    pub accesses: Vec<Access>,
    /// Permissions sorted by name.
    pub permissions: Vec<PermissionFact>,
    /// Third-party code sorted by id.
    pub sdks: Vec<SdkFact>,
    /// Methods that some entry point reaches.
    pub methods_reachable: u32,
    /// Resolved call edges.
    pub call_edges: u64,
    /// Reachable reflective look-ups whose name is not constant.
    pub unresolved_reflection: u32,
    /// Run-time requests for permissions, sorted by site.
    pub permission_requests: Vec<app_facts::PermissionRequest>,
    /// Places that load code, sorted by site.
    pub loads: Vec<app_facts::CodeLoad>,
    /// What code does that reads no information, sorted by key, then site.
    pub behaviours: Vec<app_facts::Behaviour>,
    /// Texts and pages that reachable code mentions.
    pub mentions: crate::mentions::Mentions,
    /// Unresolved look-ups by reflection in reachable code, by short owner, sorted.
    pub unresolved_by_owner: Vec<(String, u32)>,
    /// What start-up does in its order.
    pub timeline: Vec<app_facts::TimelineStep>,
    /// Answers to the question that was asked.
    pub calls: Vec<app_facts::CallChain>,
    /// What was not analysed.
    pub gaps: Vec<Gap>,
}

/// Everything that the parts of the analysis share.
pub(crate) struct Shared<'x, 'a> {
    pub(crate) program: &'x Program<'a>,
    pub(crate) index: &'x Index<'x>,
    pub(crate) app: &'x AppInput,
    /// The chain to each method that proves its phase.
    pub(crate) chains: Walked,
    /// The shortest chain to each method.
    pub(crate) shortest: Walked,
    pub(crate) gates: RefCell<Gates<'x, 'a>>,
    pub(crate) owners: &'x Owners,
}

/// Analyses one program.
pub fn analyze<'x>(program: &'x Program<'_>, index: &'x Index<'x>, app: &'x AppInput) -> Analysis {
    let graph = CallGraph::build(program, index, app);
    analyze_graph(program, index, app, &graph)
}

/// How many methods run first in each phase, in the order in which phases are decided; the same walk as in
/// [`analyze_graph`], without the accesses.
pub fn phases<'x>(
    program: &'x Program<'_>,
    index: &'x Index<'x>,
    app: &'x AppInput,
    graph: &'x CallGraph,
) -> Vec<(Phase, u32)> {
    let wrappers = wrappers(program, index);
    let evaluator = Evaluator::new(program, index, graph, wrappers);
    let variants = Variants::new(program, evaluator.sibling());
    let flags = Flags::new(program, index, evaluator, &variants, graph, app);
    let mut gates = Gates::new(flags);
    let walked = Walk::run(
        program,
        graph,
        &graph.by_selector,
        &variants,
        Some(&mut gates),
        None,
    );
    Stage::ALL
        .iter()
        .map(|stage| {
            let here = walked.order.iter();
            let n = here
                .filter(|def| walked.stage(**def) == Some(*stage))
                .count();
            (stage.phase(), u32::try_from(n).unwrap_or(u32::MAX))
        })
        .collect()
}

/// Catalogued methods through which a constant passes.
fn wrappers(program: &Program<'_>, index: &Index<'_>) -> Matches<MethodId, u32> {
    events::match_methods(
        program,
        (0u32..)
            .zip(&index.wrappers)
            .map(|(n, rule)| (rule.member, n)),
    )
}

/// Analyses one program whose call graph was built before.
pub fn analyze_graph<'x>(
    program: &'x Program<'_>,
    index: &'x Index<'x>,
    app: &'x AppInput,
    graph: &'x CallGraph,
) -> Analysis {
    let wrappers = wrappers(program, index);
    let for_gates = Evaluator::new(program, index, graph, wrappers);
    let variants = Variants::new(program, for_gates.sibling());
    let mut evaluator = for_gates.sibling();
    let flags = Flags::new(program, index, for_gates, &variants, graph, app);
    let mut gates = Gates::new(flags);
    let shortest = Walk::run(program, graph, &graph.by_selector, &variants, None, None);
    let chains = Walk::run(
        program,
        graph,
        &graph.by_selector,
        &variants,
        Some(&mut gates),
        Some(&shortest),
    );
    let owners = graph.owners(program, index, app);
    let shared = Shared {
        program,
        index,
        app,
        chains,
        shortest,
        gates: RefCell::new(gates),
        owners,
    };

    let matched = access::Matched::new(&shared);
    let needs = events::match_methods(program, index.api_needs.iter().copied());
    let marks = Marks {
        methods: program_model::IdVec::from_vec(
            program
                .methods()
                .map(|(id, _)| matched.has_method(id) || needs.contains(id))
                .collect(),
        ),
        fields: program_model::IdVec::from_vec(
            program
                .fields()
                .map(|(id, _)| matched.has_field(id))
                .collect(),
        ),
        strings: matched.string_marks(program),
    };
    let hits = events::hits(program, &marks);
    let mut found = access::find(&shared, graph, &matched, &hits, &mut evaluator);
    let sites = sites::find(&shared, graph, &mut evaluator, &mut found);
    let behaviours = crate::behaviours::split(&shared, &mut evaluator, &mut found);
    let mut permissions = permissions::verdicts(&shared, &found, &hits, &needs);
    outside::merge(&shared, &app.outside, &mut found.accesses, &mut permissions);
    let sdks = sdks::facts(&shared, &found.accesses);
    let mut gaps = if graph.roots.is_empty() && program.n_defs() > 0 {
        vec![Gap {
            stage: "call-graph".to_owned(),
            what: "entry points".to_owned(),
            place: String::new(),
            why: "no declared component has its class in the code that was read".to_owned(),
            effect: "no access can be shown to be reachable".to_owned(),
        }]
    } else {
        Vec::new()
    };
    if found.unresolved_names > 0 {
        gaps.push(Gap {
            stage: "call-graph".to_owned(),
            what: format!("{} reachable reads by a name that is not constant", found.unresolved_names),
            place: String::new(),
            why: "the settings key, content URI, property or command is put together in a way that is not followed"
                .to_owned(),
            effect: "what is read there is not known".to_owned(),
        });
    }
    if sites.cut {
        gaps.push(Gap {
            stage: "call-graph".to_owned(),
            what: "calls that ask for permissions, repeat, load code or reflect".to_owned(),
            place: String::new(),
            why: "more of them than are looked at".to_owned(),
            effect: "some requests, repetitions and loads are missing".to_owned(),
        });
    }
    if !graph.open_names.is_empty() {
        gaps.push(Gap {
            stage: "call-graph".to_owned(),
            what: format!(
                "{} reachable places that start or make something by name",
                graph.open_names.len()
            ),
            place: String::new(),
            why: "the class or intent is not constant".to_owned(),
            effect: "chains through there are missing; what is started counts as started by itself"
                .to_owned(),
        });
    }
    let timeline = crate::timeline::steps(&shared, &found.accesses, &sites.requests);
    let calls = app.query.as_ref().map_or_else(Vec::new, |query| {
        crate::query::answer(&shared, graph, &found.accesses, query)
    });
    let n_reached = graph.n_reached();
    Analysis {
        accesses: found.accesses,
        permissions,
        sdks,
        methods_reachable: u32::try_from(n_reached).unwrap_or(u32::MAX),
        call_edges: graph.n_edges(),
        unresolved_reflection: sites.n_unresolved(found.unresolved_reflection),
        permission_requests: sites.requests,
        loads: sites.loads,
        behaviours,
        mentions: crate::mentions::find(&shared),
        unresolved_by_owner: sites.unresolved,
        timeline,
        calls,
        gaps,
    }
}

/// Packages that are the app's own: the manifest's, and those of its application class and launcher activities, which
/// name the code's namespace when it differs from the application id. A catalogued package is never the app's own
/// through those.
pub(crate) fn own_packages(index: &Index<'_>, app: &AppInput) -> Vec<String> {
    let mut own = Vec::new();
    if !app.package.is_empty() {
        own.push(app.package.clone());
    }
    for component in &app.components {
        if component.kind != "application" && !component.is_launcher {
            continue;
        }
        let name = component
            .class
            .trim_start_matches('L')
            .trim_end_matches(';')
            .replace('/', ".");
        let Some((package, _)) = name.rsplit_once('.') else {
            continue;
        };
        let mut above = Some(package);
        let mut catalogued = false;
        while let Some(prefix) = above {
            catalogued |= index.prefixes.contains_key(prefix);
            above = prefix.rsplit_once('.').map(|(rest, _)| rest);
        }
        if package.contains('.') && !catalogued && !own.iter().any(|known| known == package) {
            own.push(package.to_owned());
        }
    }
    own
}

impl Shared<'_, '_> {
    /// Owner of a method's class.
    pub(crate) fn owner_of(&self, def: program_model::DefId) -> OwnerId {
        self.owners.of(self.program.def(def).class)
    }
}
