//! What the framework calls back, as `rulesets/entry-points/callbacks.yaml` states it, held against an instruction and
//! a class as `dexdump` prints them. The tables are taken as given; how the program under test reads them is not.

use std::collections::BTreeSet;
use std::sync::OnceLock;

use serde::Deserialize;

use super::aapt::Component;
use super::dexdump::{Code, Insn, Member};
use super::framework::{framework, parameters};
use super::hierarchy::Program;
use super::report::Frame;

const TABLE: &str = include_str!("../../rulesets/entry-points/callbacks.yaml");

/// Words of edges that a callback can have.
pub(super) const KINDS: [&str; 11] = [
    "callback",
    "async",
    "delayed",
    "result",
    "lifecycle",
    "user",
    "refuse",
    "event",
    "scheduled",
    "bridge",
    "escape",
];

#[derive(Debug, Deserialize)]
struct Table {
    types: Vec<TypeRow>,
    registrations: Vec<Registration>,
    starts: Vec<Start>,
    meta_data: Vec<MetaData>,
}

#[derive(Debug, Deserialize)]
struct TypeRow {
    r#type: String,
    method: Option<String>,
    kind: String,
    #[serde(default)]
    closed: bool,
}

#[derive(Debug, Deserialize)]
struct Registration {
    method: String,
    object: String,
    of: Option<String>,
    calls: Vec<String>,
    kind: String,
}

#[derive(Debug, Deserialize)]
struct Start {
    method: String,
    component: String,
    kind: String,
}

/// A class that the manifest names as a piece of meta-data.
#[derive(Debug, Deserialize)]
pub(super) struct MetaData {
    /// Word of the entry.
    pub(super) word: String,
    /// The key is the class when the value is this.
    pub(super) value: Option<String>,
    /// The rest of the key is the class when it begins so.
    pub(super) prefix: Option<String>,
}

fn table() -> &'static Table {
    static PARSED: OnceLock<Table> = OnceLock::new();
    PARSED.get_or_init(|| serde_saphyr::from_str(TABLE).expect("the table of callbacks is YAML"))
}

pub(super) fn meta_data() -> &'static [MetaData] {
    &table().meta_data
}

/// A method in two parts, as an edge leads to it.
struct Callee<'m> {
    class: &'m str,
    name: &'m str,
    proto: &'m str,
}

fn callee(next: &Frame) -> Option<Callee<'_>> {
    let (class, selector) = next.place.method.split_once("->")?;
    let (name, proto) = selector.split_at(selector.find('(')?);
    Some(Callee { class, name, proto })
}

/// Whether the instruction hands over an object, or is in a method that returns one, on which the framework then
/// calls the method of the next frame.
pub(super) fn called_back(
    frame: &Frame,
    code: &Code,
    insn: &Insn,
    next: &Frame,
    program: &Program,
) -> Result<(), String> {
    let callee = callee(next).ok_or("no method")?;
    let word = next.edge.as_str();
    if frame.place.offset == 0 && returned(frame, &callee, word, code, program) {
        return Ok(());
    }
    if insn.mnemonic.starts_with("invoke-custom") {
        return if framework_calls(&callee, None, word, program) {
            Ok(())
        } else {
            Err("no type of the lambda is called so".to_owned())
        };
    }
    let member = insn
        .member()
        .filter(|_| insn.is_invoke())
        .ok_or("no call stands there")?;
    if shows_layout(insn, program)
        && is_shown(callee.class, program)
        && (callee.name == "<init>" && word == "lifecycle"
            || framework_calls(&callee, None, word, program))
    {
        return Ok(());
    }
    if !registers(&member, insn, &callee, word, program) {
        handed(&member, insn, &callee, word, program)?;
    }
    if holds_object(&member, insn, code, &callee, program) {
        Ok(())
    } else {
        Err("the objects handed over are made here, and of other classes".to_owned())
    }
}

/// Whether the instruction calls a method that the tables say makes what a compiled resource names.
pub(super) fn shows_layout(insn: &Insn, program: &Program) -> bool {
    let Some(member) = insn.member().filter(|_| insn.is_invoke()) else {
        return false;
    };
    table()
        .starts
        .iter()
        .filter(|row| row.component == "layout")
        .any(|row| {
            row.method.split_once("->").is_some_and(|(class, rest)| {
                rest == format!("{}{}", member.name, member.ty)
                    && program
                        .closure(member.class)
                        .iter()
                        .any(|above| *above == class)
            })
        })
}

/// A class that a compiled resource can name: a view, a page or an entry of settings.
fn is_shown(class: &str, program: &Program) -> bool {
    const BASES: [&str; 5] = [
        "Landroid/view/View;",
        "Landroid/app/Fragment;",
        "Landroid/preference/Preference;",
        "Landroidx/fragment/app/Fragment;",
        "Landroidx/preference/Preference;",
    ];
    program
        .closure(class)
        .iter()
        .any(|above| BASES.contains(above))
}

/// Whether some register of the call can hold an object that runs the method. A register that was last given an object
/// made in this method holds one of those; of any other register only the declared type is known.
fn holds_object(
    member: &Member<'_>,
    insn: &Insn,
    code: &Code,
    callee: &Callee<'_>,
    program: &Program,
) -> bool {
    let list = insn.operands.split('}').next().unwrap_or_default();
    let registers: Vec<&str> = list.trim_start_matches('{').split(", ").collect();
    if registers.iter().any(|register| register.contains("..")) {
        return true;
    }
    let mut types: Vec<&str> = Vec::new();
    if !insn.mnemonic.starts_with("invoke-static") {
        types.push(member.class);
    }
    for ty in parameters(member.ty) {
        types.push(ty);
        if ty == "J" || ty == "D" {
            types.push(ty);
        }
    }
    types.iter().zip(&registers).any(|(ty, register)| {
        if ty.starts_with('[') || *ty == "Ljava/lang/Class;" {
            return true;
        }
        if !ty.starts_with('L') {
            return false;
        }
        let is_made = |found: &Insn| {
            found.mnemonic == "new-instance" && found.operands.split(", ").next() == Some(*register)
        };
        let writes = |found: &Insn| {
            [
                "new-",
                "const",
                "move",
                "iget",
                "sget",
                "aget",
                "check-cast",
            ]
            .iter()
            .any(|word| found.mnemonic.starts_with(word))
                && found.operands.split(", ").next() == Some(*register)
        };
        let last = code
            .insns
            .iter()
            .take_while(|found| found.offset < insn.offset)
            .filter(|found| writes(found))
            .last();
        if last.is_some_and(is_made) {
            let made = code.insns.iter().filter(|found| is_made(found));
            return made
                .filter_map(Insn::ty)
                .any(|class| program.runners(callee.class).contains(class));
        }
        program.can_be(callee.class, ty)
    })
}

/// A row of the registrations.
fn registers(
    member: &Member<'_>,
    insn: &Insn,
    callee: &Callee<'_>,
    word: &str,
    program: &Program,
) -> bool {
    table().registrations.iter().any(|row| {
        names(&row.method, member, program)
            && edge_word(&row.kind) == word
            && row.calls.iter().any(|call| {
                if call == "<init>" {
                    callee.name == "<init>"
                } else if let Some(annotation) = call.strip_prefix('@') {
                    program.is_annotated(callee.class, callee.name, annotation)
                } else if call.contains('(') {
                    *call == format!("{}{}", callee.name, callee.proto)
                } else {
                    call == callee.name
                }
            })
            && row
                .of
                .as_ref()
                .is_none_or(|of| program.can_be(callee.class, of))
            && stands_in(&row.object, member, insn, callee, program)
    })
}

/// Whether an object of the class, or for `class` the class itself, can stand where the row says.
fn stands_in(
    object: &str,
    member: &Member<'_>,
    insn: &Insn,
    callee: &Callee<'_>,
    program: &Program,
) -> bool {
    let params = parameters(member.ty);
    let element = |ty: &str| ty.trim_start_matches('[').to_owned();
    match object.split_once(' ') {
        None if object == "this" => {
            !insn.mnemonic.starts_with("invoke-static")
                && program.can_be(callee.class, member.class)
        }
        None if object == "each" => params
            .iter()
            .any(|ty| program.can_be(callee.class, &element(ty))),
        Some(("arg", number)) => number
            .parse::<usize>()
            .ok()
            .and_then(|number| params.get(number))
            .is_some_and(|ty| program.can_be(callee.class, &element(ty))),
        Some(("class", _)) => program.has_class_constant(callee.class),
        _ => false,
    }
}

/// A reference to framework code that is not described by a row: the object goes there as a type of the framework.
fn handed(
    member: &Member<'_>,
    insn: &Insn,
    callee: &Callee<'_>,
    word: &str,
    program: &Program,
) -> Result<(), String> {
    // What takes an object back calls nothing later.
    if ["unregister", "remove"]
        .iter()
        .any(|word| member.name.starts_with(word))
    {
        return Err("the call takes the object back".to_owned());
    }
    let is_static = insn.mnemonic.starts_with("invoke-static");
    let is_super = insn.mnemonic.starts_with("invoke-super");
    if program.answers(member.class, member.name, member.ty) && !is_super {
        return Err("the app's own code answers this call".to_owned());
    }
    let mut types: Vec<String> = parameters(member.ty)
        .iter()
        .map(|ty| ty.trim_start_matches('[').to_owned())
        .collect();
    if !is_static
        && member.name != "<init>"
        && let Some(base) = program.first_external(member.class)
        && !program.closure(base).iter().any(|above| is_closed(above))
    {
        types.push(base.to_owned());
    }
    let holds = types.iter().any(|ty| {
        ty.starts_with('L')
            && ty != "Ljava/lang/Object;"
            && !program.is_app_class(ty)
            && framework_calls(callee, Some(ty), word, program)
    });
    if holds {
        Ok(())
    } else {
        Err("no parameter is of a type that the framework calls so".to_owned())
    }
}

/// The caller is called by the framework and gives it an object of a type of the framework.
fn returned(
    frame: &Frame,
    callee: &Callee<'_>,
    word: &str,
    code: &Code,
    program: &Program,
) -> bool {
    let by_framework = frame.edge == "entry" || KINDS.contains(&frame.edge.as_str());
    let ty = frame.place.method.rsplit(')').next().unwrap_or_default();
    by_framework
        && ty.starts_with('L')
        && !program.is_app_class(ty)
        && code
            .insns
            .iter()
            .any(|insn| insn.mnemonic == "return-object")
        && framework_calls(callee, Some(ty), word, program)
}

/// Whether the framework calls the method on an object that it knows as `ty`, or as any type of its own, and whether
/// what makes it call is what the edge says.
fn framework_calls(callee: &Callee<'_>, ty: Option<&str>, word: &str, program: &Program) -> bool {
    if callee.name.starts_with('<') {
        return false;
    }
    // Classes that run this method when it is called on them.
    program.runners(callee.class).into_iter().any(|class| {
        let closure = program.closure(class);
        let base = program.first_external(class);
        let known_as: Vec<&str> = match ty {
            Some(ty) if !closure.contains(ty) => Vec::new(),
            // A framework superclass that is the type itself may call everything of its own.
            Some(ty) => match base.filter(|base| program.closure(base).contains(ty)) {
                Some(base) => vec![base],
                None => vec![ty],
            },
            None => closure
                .iter()
                .copied()
                .filter(|name| !program.is_app_class(name))
                .collect(),
        };
        known_as.into_iter().any(|known_as| {
            is_member(callee, known_as, program) && kind(known_as, callee.name) == word
        })
    })
}

/// Whether the type or one above it declares the method; any method of a type that nobody describes.
fn is_member(callee: &Callee<'_>, known_as: &str, program: &Program) -> bool {
    let framework = framework();
    let closure: BTreeSet<&str> = program.closure(known_as);
    if closure
        .iter()
        .any(|ty| !framework.knows(ty) && !program.is_app_class(ty))
    {
        return true;
    }
    closure.iter().any(|ty| {
        *ty != "Ljava/lang/Object;" && framework.declares_like(ty, callee.name, callee.proto)
    })
}

/// What makes the framework call a method of an object of the type: the first row that fits.
fn kind(ty: &str, method: &str) -> &'static str {
    table()
        .types
        .iter()
        .find(|row| {
            fits(&row.r#type, ty)
                && row
                    .method
                    .as_ref()
                    .is_none_or(|pattern| fits(pattern, method))
        })
        .map_or("escape", |row| edge_word(&row.kind))
}

fn is_closed(ty: &str) -> bool {
    table()
        .types
        .iter()
        .any(|row| row.closed && fits(&row.r#type, ty))
}

/// Whether the call starts the component whose entry the next frame is.
pub(super) fn starts(
    insn: &Insn,
    code: &Code,
    next: &Frame,
    program: &Program,
    components: &[Component],
) -> Result<(), String> {
    let callee = callee(next).ok_or("no method")?;
    let member = insn
        .member()
        .filter(|_| insn.is_invoke())
        .ok_or("no call stands there")?;
    let rows: Vec<&Start> = table()
        .starts
        .iter()
        .filter(|row| {
            names(&row.method, &member, program)
                && match row.kind.as_str() {
                    // What the user then does in the component that was started is an edge of its own word.
                    "sync" | "async" => {
                        next.edge == "start" || framework_calls(&callee, None, &next.edge, program)
                            // A method that a layout names takes the view that was touched.
                            || next.edge == "user" && callee.proto == "(Landroid/view/View;)V"
                    }
                    kind => kind == next.edge,
                }
        })
        .collect();
    if rows.is_empty() {
        return Err("the call starts no component".to_owned());
    }
    let named = components.iter().any(|component| {
        rows.iter().any(|row| row.component == component.kind)
            && program.closure(&component.class).contains(callee.class)
            && is_named(component, code, program)
            // What the user does in a component that was started is told from what starts it by the name at hand.
            && (rows.iter().any(|row| row.kind == next.edge || next.edge == "start")
                || code.insns.iter().any(|insn| {
                    insn.mnemonic == "const-class" && insn.ty() == Some(&component.class)
                }))
    });
    if named {
        Ok(())
    } else {
        Err("no component of the kind is both declared and named".to_owned())
    }
}

/// Whether the method, or else other code of the app, holds the component's class, name or one of its actions.
fn is_named(component: &Component, code: &Code, program: &Program) -> bool {
    let texts: Vec<&str> = [component.name.as_str()]
        .into_iter()
        .chain(component.actions.iter().map(String::as_str))
        .collect();
    code.insns.iter().any(|insn| {
        insn.mnemonic == "const-class" && insn.ty() == Some(&component.class)
            || insn.text().is_some_and(|text| texts.contains(&text))
    }) || program.has_class_constant(&component.class)
        || texts.iter().any(|text| program.has_text(text))
}

/// Whether a call is the one of a row: `Lclass;->name` with or without a prototype.
fn names(row: &str, member: &Member<'_>, program: &Program) -> bool {
    let Some((class, rest)) = row.split_once("->") else {
        return false;
    };
    let (name, proto) = match rest.find('(') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    name == member.name
        && (proto.is_empty() || proto == member.ty)
        && program.closure(member.class).contains(class)
}

fn edge_word(kind: &str) -> &str {
    if kind == "sync" { "callback" } else { kind }
}

/// A pattern in which `*` stands for any run of characters.
fn fits(pattern: &str, text: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == text;
    };
    let Some(text) = text.strip_prefix(start) else {
        return false;
    };
    text.char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .any(|at| text.get(at..).is_some_and(|tail| fits(rest, tail)))
}
