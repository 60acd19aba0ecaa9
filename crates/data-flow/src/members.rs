//! Members of a class as reflection sees them: their names, flags, types and marks. Refuses classes whose code is not
//! the app's.

use dex_parse::{ClassDefIdx, Visibility};
use program_model::{ClassId, DefId, FieldId, TypeId};

use crate::cache::View;
use crate::context::Constant;

/// Stands for every method of a class.
pub(crate) const ALL: &str = "*";
/// Stands for every field of a class.
pub(crate) const FIELDS: &str = "#";
/// Between the names of several members one of which is meant; no name in a DEX file holds it.
const OR: char = '|';
/// Members of one class that are told apart.
const MAX_NAMES: usize = 64;
/// Access flags that reflection tells: the lower half, the upper one is the format's own.
const TOLD: u32 = 0xffff;

/// What a member constant stands for.
enum Kind {
    Methods,
    Fields,
    /// Either: a name that was looked up.
    Named,
}

/// The names that one constant stands for. `None` when they are too many to be told apart.
pub(crate) fn names(program: View<'_, '_>, class: TypeId, name: &str) -> Option<Vec<String>> {
    let kind = match name {
        ALL => Kind::Methods,
        FIELDS => Kind::Fields,
        _ => Kind::Named,
    };
    let mut out: Vec<String> = match kind {
        Kind::Named => name.split(OR).map(str::to_owned).collect(),
        Kind::Methods => {
            let id = program.class_of(class)?;
            program
                .class(id)
                .methods()
                .filter_map(|def| text(program, method_name(program, def)))
                .filter(|name| !name.starts_with('<'))
                .collect()
        }
        Kind::Fields => declared_fields(program, program.class_of(class)?)
            .filter_map(|(field, _)| text(program, program.field(field).name))
            .collect(),
    };
    out.sort_unstable();
    out.dedup();
    (out.len() <= MAX_NAMES).then_some(out)
}

/// One constant for several members of a class.
pub(crate) fn one_of(names: &[String]) -> String {
    names.join("|")
}

/// The name of a method with the types of its parameters, by which overloads are told apart.
pub(crate) fn with_params(name: &str, params: &str) -> String {
    format!("{name}({params}")
}

/// A name and the types of the parameters that it was looked up with, where these are known.
pub(crate) fn split_params(name: &str) -> (&str, Option<&str>) {
    match name.split_once('(') {
        Some((name, params)) => (name, Some(params)),
        None => (name, None),
    }
}

/// The parameters of a method are of these types.
pub(crate) fn has_params(
    program: View<'_, '_>,
    selector: program_model::SelectorId,
    params: &str,
) -> bool {
    let proto = program.proto(program.selector(selector).1);
    proto
        .strip_prefix(b"(")
        .and_then(|rest| rest.strip_prefix(params.as_bytes()))
        .is_some_and(|rest| rest.starts_with(b")"))
}

/// The constant stands for one member.
fn is_one(name: &str) -> bool {
    !matches!(name, ALL | FIELDS) && !name.contains(OR)
}

fn text(program: View<'_, '_>, name: program_model::NameId) -> Option<String> {
    let name = byte_reader::mutf8::decode_printable(program.name(name)).text;
    (!name.contains(OR)).then(|| name.into_owned())
}

fn method_name(program: View<'_, '_>, def: DefId) -> program_model::NameId {
    let method = program.method(program.def(def).method);
    program.selector(method.selector).0
}

pub(crate) fn declared_fields<'x>(
    program: View<'x, '_>,
    class: ClassId,
) -> impl Iterator<Item = (FieldId, u32)> + 'x {
    let class = program.class(class);
    let file = &program.dex(class.dex).file;
    let data = file
        .class_def(ClassDefIdx(class.class_def))
        .ok()
        .and_then(|def| file.class_data(&def).ok().flatten());
    let dex = class.dex;
    data.into_iter()
        .flat_map(|data| data.static_fields().chain(data.instance_fields()))
        .filter_map(Result::ok)
        .filter_map(move |row| Some((program.dex_field(dex, row.field)?, row.access_flags)))
}

/// Fields with their access flags, and methods.
type Declared = (Vec<(FieldId, u32)>, Vec<DefId>);

/// The fields and methods that a class declares under a name.
fn declared(program: View<'_, '_>, class: TypeId, name: &str) -> Option<Declared> {
    let (name, params) = split_params(name);
    let wanted = program.find_name(name.as_bytes())?;
    let id = program.class_of(class)?;
    let fields: Vec<_> = declared_fields(program, id)
        .filter(|(field, _)| params.is_none() && program.field(*field).name == wanted)
        .collect();
    let fits = |def: &DefId| {
        let selector = program.method(program.def(*def).method).selector;
        params.is_none_or(|params| has_params(program, selector, params))
    };
    let methods: Vec<_> = program
        .class(id)
        .methods()
        .filter(|def| method_name(program, *def) == wanted && fits(def))
        .collect();
    Some((fields, methods))
}

/// The field that a class declares under a name.
pub(crate) fn field_of(program: View<'_, '_>, class: TypeId, name: &str) -> Option<FieldId> {
    let wanted = program.find_name(name.as_bytes())?;
    declared_fields(program, program.class_of(class)?)
        .map(|(field, _)| field)
        .find(|field| program.field(*field).name == wanted)
}

/// The name of a looked-up member.
pub(crate) fn name_of(member: &Constant) -> Option<Constant> {
    match member {
        Constant::Member(_, name) if is_one(name) => {
            Some(Constant::Text(split_params(name).0.into()))
        }
        _ => None,
    }
}

/// The access flags of a looked-up member. `None` where a field and a method, or several methods, differ in them.
pub(crate) fn flags(program: View<'_, '_>, member: &Constant) -> Option<Constant> {
    let Constant::Member(class, name) = member else {
        return None;
    };
    if !is_one(name) {
        return None;
    }
    let (fields, methods) = declared(program, *class, name)?;
    let mut all = fields
        .iter()
        .map(|(_, flags)| *flags)
        .chain(methods.iter().map(|def| program.def(*def).access_flags));
    let first = all.next()? & TOLD;
    all.all(|flags| flags & TOLD == first)
        .then(|| Constant::Int(i64::from(first)))
}

/// The type of a looked-up field, or what a looked-up method gives. `None` where several of the name differ in it.
pub(crate) fn type_of(program: View<'_, '_>, member: &Constant) -> Option<Constant> {
    let Constant::Member(class, name) = member else {
        return None;
    };
    if !is_one(name) {
        return None;
    }
    let (fields, methods) = declared(program, *class, name)?;
    let given = |def: &DefId| {
        let method = program.method(program.def(*def).method);
        let proto = program.proto(program.selector(method.selector).1);
        let end = proto.iter().position(|byte| *byte == b')')?;
        program.find_type(proto.get(end + 1..)?)
    };
    let mut all = fields
        .iter()
        .map(|(field, _)| Some(program.field(*field).ty))
        .chain(methods.iter().map(given));
    let first = all.next()??;
    all.all(|ty| ty == Some(first))
        .then_some(Constant::Type(first))
}

/// 1 when a looked-up member, or a class, carries a mark that the running program sees, else 0.
pub(crate) fn is_marked(
    program: View<'_, '_>,
    member: &Constant,
    mark: &Constant,
) -> Option<Constant> {
    let Constant::Type(mark) = mark else {
        return None;
    };
    let (class, name) = match member {
        Constant::Member(class, name) if is_one(name) => (*class, Some(name)),
        Constant::Type(class) => (*class, None),
        _ => return None,
    };
    let id = program.class_of(class)?;
    let row = program.class(id);
    let file = &program.dex(row.dex).file;
    let def = file.class_def(ClassDefIdx(row.class_def)).ok()?;
    let directory = file.annotations(&def).ok()?;
    let bears = |set: dex_parse::AnnotationSet<'_>| {
        set.iter().flatten().any(|one| {
            one.visibility == Visibility::Runtime
                && program.dex_type(row.dex, one.ty) == Some(*mark)
        })
    };
    let Some(directory) = directory else {
        // Marks of a class may come from above.
        return name.map(|_| Constant::Int(0));
    };
    let Some(name) = name else {
        let is_own = directory.class().ok().is_some_and(bears);
        return is_own.then_some(Constant::Int(1));
    };
    let (fields, methods) = declared(program, class, name)?;
    let mut found = Vec::new();
    for (field, _) in &fields {
        found.push(directory.fields().any(|(index, set)| {
            program.dex_field(row.dex, index) == Some(*field) && set.is_ok_and(bears)
        }));
    }
    for def in &methods {
        let method = program.def(*def).method;
        found.push(directory.methods().any(|(index, set)| {
            program.dex_method(row.dex, index) == Some(method) && set.is_ok_and(bears)
        }));
    }
    let first = *found.first()?;
    found
        .iter()
        .all(|is| *is == first)
        .then(|| Constant::Int(i64::from(first)))
}
