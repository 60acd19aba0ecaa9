//! The analysis of one app: entry points, reachability, chains, accesses, permissions, third parties.

use std::collections::BTreeSet;

use app_facts::{Access, Gap, PermissionFact, SdkFact};
use program_model::Program;

use crate::access;
use crate::chain::Chains;
use crate::constants::Evaluator;
use crate::entry_points;
use crate::events::{self, Marks};
use crate::index::Index;
use crate::owners::{OwnerId, Owners};
use crate::permissions;
use crate::reach;
use crate::sdks;

/// A component of the manifest.
#[derive(Debug, Clone, Default)]
pub struct Component {
    /// `application`, `activity`, `service`, `receiver`, `provider`, `app_component_factory`, `backup_agent`,
    /// `instrumentation`.
    pub kind: String,
    /// Dalvik descriptor of its class.
    pub class: String,
    /// Not disabled, and neither is the application.
    pub enabled: bool,
    /// Actions of its filters.
    pub actions: Vec<String>,
    /// Started from the launcher.
    pub is_launcher: bool,
    /// Permissions that callers need, which the app names in its manifest.
    pub permissions: Vec<String>,
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
    /// Method names in the onClick attributes of layouts.
    pub layout_handlers: BTreeSet<String>,
    /// Descriptors of views and fragments that layouts make by name.
    pub layout_classes: BTreeSet<String>,
    /// All code of the app could be read.
    pub fully_visible: bool,
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
    /// What was not analysed.
    pub gaps: Vec<Gap>,
}

/// Everything that the parts of the analysis share.
pub(crate) struct Shared<'x, 'a> {
    pub(crate) program: &'x Program<'a>,
    pub(crate) index: &'x Index<'x>,
    pub(crate) app: &'x AppInput,
    pub(crate) chains: Chains,
    pub(crate) owners: Owners,
}

/// Analyses one program.
pub fn analyze<'x>(program: &'x Program<'_>, index: &'x Index<'x>, app: &'x AppInput) -> Analysis {
    let roots = entry_points::roots(program, app);
    let handlers = entry_points::layout_handlers(program, index, app);
    let reach = reach::solve(program, roots.iter().map(|root| root.ty), &handlers);
    let chains = Chains::new(program, index, &reach, &roots);
    let owners = Owners::new(program, index, &own_packages(index, app));
    let shared = Shared {
        program,
        index,
        app,
        chains,
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
    let wrappers = events::match_methods(
        program,
        index
            .wrappers
            .iter()
            .enumerate()
            .map(|(n, rule)| (rule.member, u32::try_from(n).unwrap_or(u32::MAX))),
    );
    let mut evaluator = Evaluator::new(program, index, &reach, wrappers);
    let found = access::find(&shared, &matched, &hits, &mut evaluator);
    let permissions = permissions::verdicts(&shared, &found, &hits, &needs);
    let sdks = sdks::facts(&shared, &found.accesses);
    let mut gaps = if roots.is_empty() && program.n_defs() > 0 {
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
    let n_reached = reach
        .reached
        .as_slice()
        .iter()
        .filter(|reached| **reached)
        .count();
    Analysis {
        accesses: found.accesses,
        permissions,
        sdks,
        methods_reachable: u32::try_from(n_reached).unwrap_or(u32::MAX),
        call_edges: reach.n_edges,
        unresolved_reflection: found.unresolved_reflection,
        gaps,
    }
}

/// Packages that are the app's own: the manifest's, and those of its application class and launcher activities, which
/// name the code's namespace when it differs from the application id. A catalogued package is never the app's own
/// through those.
fn own_packages(index: &Index<'_>, app: &AppInput) -> Vec<String> {
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
