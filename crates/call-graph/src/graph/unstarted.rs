//! Components that only the app itself can start: they run once code that can run names their class. Refuses to hold
//! back what the system, another app or a file can start, and anything of an app whose code is not all seen.

use program_model::{EventKind, Program, TypeId};
use rustc_hash::FxHashSet;

use super::roots::Root;
use super::solve::Solver;
use crate::analysis::{AppInput, Component};

/// The kinds of components that an intent starts.
const STARTED: [&str; 3] = ["activity", "receiver", "service"];

/// Longest text that is looked at as the name of a class.
const MAX_NAME: usize = 256;

/// Texts outside the code that may name a class.
pub(super) struct Texts<'t>(FxHashSet<&'t str>);

impl<'t> Texts<'t> {
    pub(super) fn new(app: &'t AppInput) -> Self {
        let values = app.meta_data.iter().map(|row| row.value.as_str());
        let texts = app.texts.values().map(String::as_str);
        let names = values.chain(texts).filter(|text| {
            text.len() <= MAX_NAME && text.contains('.') && !text.contains(char::is_whitespace)
        });
        // A component may be written as `package/class`.
        Self(
            names
                .map(|text| text.rsplit('/').next().unwrap_or(text))
                .collect(),
        )
    }

    /// A text names the class: in full, or from its package on.
    fn name(&self, dotted: &str) -> bool {
        self.0.contains(dotted)
            || dotted
                .match_indices('.')
                .any(|(at, _)| dotted.get(at..).is_some_and(|tail| self.0.contains(tail)))
    }
}

/// Nothing but code of the app can start the component, as far as the manifest and the files say.
pub(super) fn waits(app: &AppInput, texts: &Texts<'_>, component: &Component) -> bool {
    let is_named = || {
        let own = dotted(&component.class);
        let mut all = component.names.iter().chain(std::iter::once(&own));
        app.started_elsewhere.contains(&component.class)
            || app.layout_classes.contains(&component.class)
            || all.any(|name| texts.name(name))
    };
    app.fully_visible
        && app.stub.is_none()
        && app.outside.made_by_name.is_empty()
        && STARTED.contains(&component.kind.as_str())
        && !component.exported
        && !component.is_launcher
        && component.actions.is_empty()
        && component.filters.is_empty()
        && !is_named()
}

/// The class name in Java form.
fn dotted(descriptor: &str) -> String {
    descriptor
        .trim_start_matches('L')
        .trim_end_matches(';')
        .replace('/', ".")
}

/// Some string of the program's files is the name, in one of the forms in which code gives it.
fn is_in_strings(program: &Program<'_>, package: &str, dotted: &str) -> bool {
    let mut forms = vec![dotted.to_owned(), dotted.replace('.', "/")];
    forms.push(format!("{package}/{dotted}"));
    if let Some(tail) = dotted
        .strip_prefix(package)
        .filter(|tail| tail.starts_with('.'))
    {
        forms.push(tail.to_owned());
        forms.push(format!("{package}/{tail}"));
    }
    program.dex_files().any(|(_, dex)| {
        let file = &dex.file;
        forms.iter().any(|form| {
            // The table of strings is sorted; for names, which are ASCII, by their bytes.
            let (mut low, mut high) = (0, file.n_strings());
            while low < high {
                let middle = low.midpoint(high);
                let Ok(found) = file.string_bytes(dex_parse::StringIdx(middle)) else {
                    return false;
                };
                match found.cmp(form.as_bytes()) {
                    std::cmp::Ordering::Less => low = middle + 1,
                    std::cmp::Ordering::Equal => return true,
                    std::cmp::Ordering::Greater => high = middle,
                }
            }
            false
        })
    })
}

/// Tells the roots that really wait from those that some string names.
pub(super) fn hold_back(solver: &mut Solver<'_, '_>, app: &AppInput, roots: &mut [Root]) {
    let program = solver.program;
    for root in roots.iter_mut().filter(|root| root.waits) {
        let Ok(descriptor) = std::str::from_utf8(program.descriptor(root.ty)) else {
            root.waits = false;
            continue;
        };
        let own = dotted(descriptor);
        let aliases = app
            .components
            .iter()
            .filter(|component| component.class == descriptor)
            .flat_map(|component| &component.names);
        let mut all = aliases.chain(std::iter::once(&own));
        if all.any(|name| is_in_strings(program, &app.package, name)) {
            root.waits = false;
        } else {
            solver.waiting.insert(root.ty);
        }
    }
}

/// Starts the components that code which can run has named since. True when there were any.
pub(super) fn start_named(solver: &mut Solver<'_, '_>, roots: &mut [Root]) -> bool {
    let named = std::mem::take(&mut solver.named);
    for ty in &named {
        for root in roots.iter_mut().filter(|root| root.ty == *ty && root.waits) {
            root.waits = false;
            solver.enter(root.ty, root.methods.iter().map(|method| method.def));
        }
    }
    !named.is_empty()
}

/// Names in classes of which nothing is seen to run, but that something may make by a name that is put together: tables
/// of pages that a tool wrote. Other code that cannot run starts nothing.
pub(super) fn named_by_tables(solver: &mut Solver<'_, '_>) {
    let program = solver.program;
    if solver.waiting.is_empty() {
        return;
    }
    let is_plain = |ty: TypeId| {
        let above = program.superclass(ty);
        program.interfaces(ty).is_empty()
            && above.is_none_or(|above| program.superclass(above).is_none())
    };
    // Code inside a component that does not run is no table.
    let outer: FxHashSet<&[u8]> = solver
        .waiting
        .iter()
        .map(|ty| without_end(program.descriptor(*ty)))
        .collect();
    // Files that name none of them hold no table of them.
    let names: Vec<bool> = program
        .dex_files()
        .map(|(dex, row)| {
            (0..row.file.n_types()).any(|index| {
                let ty = program.type_at(dex, index);
                ty.is_some_and(|ty| solver.waiting.contains(&ty))
            })
        })
        .collect();
    let mut found: Vec<TypeId> = Vec::new();
    for (_, class) in program.classes() {
        let own = class.ty;
        if names.get(class.dex.index()) != Some(&true)
            || is_plain(own)
            || class.methods().any(|def| solver.reached[def])
        {
            continue;
        }
        let name = without_end(program.descriptor(own));
        let first = name.split(|byte| *byte == b'$').next().unwrap_or(name);
        if outer.contains(name) || outer.contains(first) {
            continue;
        }
        for def in class.methods() {
            for event in program.events(def) {
                if event.kind == EventKind::ConstClass
                    && let Some(ty) = program.type_at(class.dex, event.index)
                    && solver.waiting.contains(&ty)
                {
                    found.push(ty);
                }
            }
        }
    }
    for ty in found {
        if solver.waiting.remove(&ty) {
            solver.named.push(ty);
        }
    }
}

/// A descriptor without its last character.
fn without_end(descriptor: &[u8]) -> &[u8] {
    descriptor.strip_suffix(b";").unwrap_or(descriptor)
}
