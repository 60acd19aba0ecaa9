//! Entry points that code outside the DEX files gives: methods that native code names completely, and plug-ins that a
//! framework makes by name. Refuses to say when a script or library calls them.

use byte_reader::mutf8::decode_printable;
use program_model::{DefId, Program, TypeId};

use crate::analysis::AppInput;
use crate::graph::EdgeKind;
use crate::graph::roots::{Root, RootMethod};
use crate::phase::Stage;

/// Roots for what native code and frameworks call by name: constructors of plug-ins run at start-up, everything else at
/// an unknown time.
pub(crate) fn roots(program: &Program<'_>, app: &AppInput) -> Vec<Root> {
    let mut out: Vec<Root> = Vec::new();
    for def in &app.outside.called_by_native {
        let ty = program.class(program.def(*def).class).ty;
        let method = method(program, *def, "native", EdgeKind::Bridge);
        match out.last_mut().filter(|root| root.ty == ty) {
            Some(root) => root.methods.push(method),
            None => out.push(Root {
                ty,
                exported: false,
                is_application: false,
                is_provider: false,
                stage: Stage::Unknown,
                waits: false,
                methods: vec![method],
            }),
        }
    }
    for (ty, word) in &app.outside.made_by_name {
        out.extend(plug_in(program, *ty, word));
    }
    out
}

/// A plug-in: its constructors at start-up, its overrides of the framework's methods when a script calls.
fn plug_in(program: &Program<'_>, ty: TypeId, word: &str) -> Option<Root> {
    let class = program.class_of(ty)?;
    let mut methods = Vec::new();
    for def in program.class(class).methods() {
        let row = program.def(def);
        let (name, _) = program.selector(program.method(row.method).selector);
        let is_constructor = program.name(name) == b"<init>";
        if row.is_static() || row.is_private() || row.is_abstract() {
            continue;
        }
        let kind = if is_constructor {
            EdgeKind::Start
        } else {
            EdgeKind::Bridge
        };
        methods.push(method(program, def, word, kind));
    }
    Some(Root {
        ty,
        exported: false,
        is_application: false,
        is_provider: false,
        stage: Stage::BeforeConsent,
        waits: false,
        methods,
    })
}

fn method(program: &Program<'_>, def: DefId, word: &str, kind: EdgeKind) -> RootMethod {
    let (name, _) = program.selector(program.method(program.def(def).method).selector);
    RootMethod {
        def,
        early: false,
        word: format!("{word}.{}", decode_printable(program.name(name)).text),
        kind,
    }
}
