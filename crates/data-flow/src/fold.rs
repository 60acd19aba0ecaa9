//! Constants computed from constants, as the tables say: texts put together, compared, cut. Refuses a result that is
//! not the same on every run.

mod beginnings;

use ruleset::schema::dataflow::{Base, FoldArg, FoldOp, Place, Step};

use crate::cache::View;
use crate::context::Constant;
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::members;
use crate::node::Sel;
use crate::resources::FixedResource;
use crate::value::{Atom, Elem, Set};

/// Part of an object that holds a text that is being built.
pub(crate) const TEXT: &str = "text";
/// Part of a text that is not known as a whole: what it begins with.
pub(crate) const START: &str = "start";

/// What the framework answers for a permission that is not granted
/// (<https://developer.android.com/reference/android/content/pm/PackageManager#PERMISSION_DENIED>).
const DENIED: i64 = -1;

/// Texts put together from others that begin with texts put together, one inside the other.
const MAX_STARTS: usize = 4;

/// Parts of one text that are told apart.
const MAX_PARTS: usize = 16;

/// Bytes of the beginning of a text that is kept.
const MAX_BEGINNING: usize = 256;

/// Characters of one computed text.
const MAX_TEXT: usize = 2_000;

impl Frame<'_, '_, '_> {
    /// Computes one constant of a row.
    pub(crate) fn fold(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        op: FoldOp,
        args: &[FoldArg<'_>],
        to: &Place<'_>,
    ) {
        match op {
            FoldOp::Columns | FoldOp::Segments => {
                return self.parts_of_text(heap, call, op, args, to);
            }
            FoldOp::Split => return self.split(heap, call, args, to),
            FoldOp::MemberNamed => return self.member_named(heap, call, args, to),
            _ => {}
        }
        let mut values: Vec<Constant> = Vec::with_capacity(args.len());
        for arg in args {
            match arg {
                FoldArg::Text(text) => values.push(Constant::Text((*text).into())),
                FoldArg::Int(value) => values.push(Constant::Int(*value)),
                FoldArg::Place(place) => {
                    let held = self.read_place(heap, call, place);
                    if matches!(op, FoldOp::MemberName | FoldOp::MemberNumber) {
                        let part = self.member_part(&held, op);
                        if part.is_none() {
                            self.ask(&held, true);
                            if to.base == Base::Ret && to.path.is_empty() {
                                let few = self.parts_of_members(&held, op == FoldOp::MemberName);
                                call.ret.join(&few);
                            }
                        }
                        values.extend(part);
                        continue;
                    }
                    let known = held.constant().or_else(|| self.held_for_good(&held));
                    let mut known = known.and_then(|id| self.ctx.constant_at(id));
                    if op == FoldOp::Spelled && known.is_none() {
                        known = self.spelled(heap, &held);
                    }
                    if known.is_none() && matches!(op, FoldOp::ClassName | FoldOp::SimpleName) {
                        // An object stands for its class.
                        known = self.exact_type(&held).map(Constant::Type);
                        if known.is_none() {
                            self.ask(&held, false);
                        }
                    }
                    if known.is_none() {
                        self.ask(&held, true);
                    }
                    // How a text begins is not what it is.
                    values.extend(known.filter(|value| !matches!(value, Constant::Begins(_))));
                }
            }
        }
        let mut result = match (op, values.first()) {
            (FoldOp::Permission, Some(Constant::Text(name))) => {
                let is_asked_for = self.ctx.intents.asks_for(name);
                (!is_asked_for).then_some(Constant::Int(DENIED))
            }
            (FoldOp::Resource, Some(Constant::Int(number))) => self.resource(*number),
            _ => (values.len() == args.len())
                .then(|| compute(self.ctx.program, op, &values))
                .flatten(),
        };
        if result.is_none() {
            result = self.told_by_beginning(heap, call, op, args);
            call.is_known |= result.is_some() && to.base == Base::Ret && to.path.is_empty();
        }
        let start = match (&result, op) {
            (None, FoldOp::Concat | FoldOp::ConcatChar | FoldOp::Same) => {
                Some(self.start_of(heap, call, args))
            }
            _ => None,
        };
        let begins = match (&result, op) {
            (None, FoldOp::Concat | FoldOp::ConcatChar | FoldOp::Same) => {
                self.beginning_of(heap, call, args)
            }
            (None, FoldOp::RestOfLines) => self.rest_of_beginning(heap, call, args),
            _ => None,
        };
        self.put_folded(heap, call, to, result.as_ref());
        if let Some(begins) = begins {
            self.put_beginning(heap, call, to, &begins);
        }
        match start {
            Some(start) => self.put_start(heap, call, to, &start),
            None if to.path.is_empty() => {}
            None => {
                let sel = Sel::Name(self.ctx.name(START));
                let base = self.read_upto(heap, call, to, to.path.len() - 1);
                for node in base.refs() {
                    heap.cells.remove(&(node, sel));
                }
            }
        }
    }

    /// What an address that cannot be computed as a whole begins with: the host is known with it.
    fn start_of(&mut self, heap: &Heap, call: &mut Effecting<'_, '_>, args: &[FoldArg<'_>]) -> Set {
        let mut before = String::new();
        for arg in args {
            let held = match arg {
                FoldArg::Text(text) => {
                    before.push_str(text);
                    continue;
                }
                FoldArg::Int(_) => break,
                FoldArg::Place(place) => {
                    let held = self.read_place(heap, call, place);
                    let is_text = matches!(place.path.last(), Some(Step::Field(TEXT)));
                    let known = held.constant().and_then(|id| self.ctx.constant_at(id));
                    if let Some(text) = known.as_ref().and_then(text_of) {
                        before.push_str(&text);
                        continue;
                    }
                    if is_text {
                        // The text that is being built is known no more, but how it began may be.
                        let base = self.read_upto(heap, call, place, place.path.len() - 1);
                        let start = Sel::Name(self.ctx.name(START));
                        return noted(heap, &base, start);
                    }
                    held
                }
            };
            if !before.is_empty() && !is_scheme(&before) {
                break;
            }
            // It begins with a text that is put together elsewhere, or that a caller knows.
            let start = Sel::Name(self.ctx.name(START));
            let mut out = noted(heap, &held, start);
            out.join(&held);
            out.retain(|atom| matches!(atom, Atom::Const(_) | Atom::Ref(_)));
            return out;
        }
        if has_host(&before) {
            return Set::one(Atom::Const(self.ctx.text(&before)));
        }
        Set::default()
    }

    /// Texts, with what those among them begin with that are not known as a whole.
    pub(crate) fn with_starts(&self, heap: &Heap, mut texts: Set) -> Set {
        let start = Sel::Name(self.ctx.name(START));
        let mut next = texts.clone();
        for _ in 0..MAX_STARTS {
            let more = noted(heap, &next, start);
            if !texts.join(&more) {
                break;
            }
            next = more;
        }
        texts
    }

    fn put_start(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        to: &Place<'_>,
        start: &Set,
    ) {
        let sel = Sel::Name(self.ctx.name(START));
        let base = match to.path.split_last() {
            Some(_) => self.read_upto(heap, call, to, to.path.len() - 1),
            None if start.is_empty() => return,
            None => self.part(heap, call, to, 0),
        };
        for node in base.refs().collect::<Vec<_>>() {
            if !self.nodes.is_outside(node) && *start != Set::default() {
                heap.put(node, sel, start.clone());
            }
        }
    }

    /// The text that an array of known bytes or characters spells.
    fn spelled(&mut self, heap: &Heap, held: &Set) -> Option<Constant> {
        let n = self.length_of(heap, held)?;
        let node = held.refs().next()?;
        let kind = self
            .nodes
            .ty(node)
            .and_then(|ty| self.ctx.program.descriptor(ty).get(1).copied())?;
        let mut numbers = Vec::new();
        for k in 0..n {
            let at = Sel::Key(self.ctx.constant(&Constant::Int(k)));
            let value = self.load(heap, held, at);
            numbers.push(self.ctx.int_at(value.constant()?)?);
        }
        let text = match kind {
            b'B' => {
                let bytes: Option<Vec<u8>> = numbers
                    .iter()
                    .map(|n| Some(i8::try_from(*n).ok()?.cast_unsigned()))
                    .collect();
                String::from_utf8(bytes?).ok()?
            }
            b'C' => {
                let units: Result<Vec<u16>, _> =
                    numbers.iter().map(|n| u16::try_from(*n)).collect();
                String::from_utf16(&units.ok()?).ok()?
            }
            _ => return None,
        };
        Some(Constant::Text(text.as_str().into()))
    }

    /// Names of the columns that a statement asks for, or parts of the path of an address, by position.
    fn parts_of_text(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        op: FoldOp,
        args: &[FoldArg<'_>],
        to: &Place<'_>,
    ) {
        let Some(FoldArg::Place(place)) = args.first() else {
            return;
        };
        let held = self.read_place(heap, call, place);
        let known = held.named().and_then(|id| self.ctx.constant_at(id));
        let text = match known {
            Some(Constant::Text(text)) => text,
            // The parts that stand before what is not known.
            Some(Constant::Begins(text)) if op == FoldOp::Segments => {
                let Some((whole, _)) = text.rsplit_once('/') else {
                    return;
                };
                if !whole.contains("://") {
                    return;
                }
                let n = segments(whole).map(|list| list.len());
                call.behind = n.and_then(|n| i64::try_from(n).ok());
                whole.into()
            }
            _ => {
                self.ask(&held, true);
                return;
            }
        };
        let renamed = match op {
            FoldOp::Columns => crate::statement::renamed(&text),
            _ => Vec::new(),
        };
        let names: Option<Vec<Option<String>>> = match op {
            FoldOp::Segments => {
                segments(&text).map(|list| list.into_iter().map(|part| Some(part.into())).collect())
            }
            _ => crate::statement::columns(&text),
        };
        if names.is_none() && renamed.is_empty() {
            return;
        }
        let names = names.unwrap_or_default();
        let list = self.part(heap, call, to, to.path.len());
        let Some(node) = list.refs().next().filter(|_| self.is_one(&list)) else {
            return;
        };
        for (at, name) in (0i64..).zip(&names) {
            let position = Sel::Key(self.ctx.constant(&Constant::Int(at)));
            let value = match name {
                Some(name) => Atom::Const(self.ctx.text(name)),
                None => Atom::Top,
            };
            heap.put(node, position, Set::one(value));
        }
        for (new, old) in renamed {
            let name = Sel::Key(self.ctx.text(&new));
            let value = match old {
                Some(old) => Atom::Const(self.ctx.text(&old)),
                None => Atom::Top,
            };
            heap.put(node, name, Set::one(value));
        }
    }

    /// The constants that places hold, where each holds one.
    fn known_args(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        args: &[FoldArg<'_>],
    ) -> Option<Vec<Constant>> {
        let mut values = Vec::with_capacity(args.len());
        for arg in args {
            values.push(match arg {
                FoldArg::Text(text) => Constant::Text((*text).into()),
                FoldArg::Int(value) => Constant::Int(*value),
                FoldArg::Place(place) => {
                    let held = self.read_place(heap, call, place);
                    let known = held.constant().and_then(|id| self.ctx.constant_at(id));
                    if known.is_none() {
                        self.ask(&held, true);
                    }
                    known?
                }
            });
        }
        Some(values)
    }

    /// The parts of a text, by position.
    fn split(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        args: &[FoldArg<'_>],
        to: &Place<'_>,
    ) {
        let parts = match self.known_args(heap, call, args).as_deref() {
            Some([Constant::Text(text), Constant::Text(pattern)]) => split(text, pattern),
            _ => None,
        };
        let Some(parts) = parts else { return };
        let list = self.part(heap, call, to, to.path.len());
        let Some(node) = list.refs().next().filter(|_| self.is_one(&list)) else {
            return;
        };
        for (at, part) in (0i64..).zip(&parts) {
            let position = Sel::Key(self.ctx.constant(&Constant::Int(at)));
            heap.put(node, position, Set::one(Atom::Const(self.ctx.text(part))));
        }
        call.is_split = to.base == Base::Ret && to.path.is_empty();
        self.sized(heap, &list, i64::try_from(parts.len()).unwrap_or(-1));
    }

    /// The constant of an enumeration with a name, as the object that its field holds.
    fn member_named(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        args: &[FoldArg<'_>],
        to: &Place<'_>,
    ) {
        let known = self.known_args(heap, call, args);
        let Some([Constant::Type(class), Constant::Text(name)]) = known.as_deref() else {
            return;
        };
        let Some(field) = self.ctx.member_named(*class, name) else {
            return;
        };
        if to.base == Base::Ret && to.path.is_empty() {
            let held = self.load_static(heap, field);
            call.is_given = !held.is_empty();
            call.ret.join(&held);
        }
    }

    /// What a resource of the app holds on every device.
    fn resource(&self, number: i64) -> Option<Constant> {
        let number = u32::try_from(number & i64::from(u32::MAX)).ok()?;
        Some(match (*self.ctx.resources)?.fixed(number)? {
            FixedResource::Number(value) => Constant::Int(value),
            FixedResource::Text(text) => Constant::Text(text.into()),
        })
    }

    fn member_part(&self, held: &Set, op: FoldOp) -> Option<Constant> {
        let mut list = held.iter();
        let (Some(elem), None) = (list.next(), list.next()) else {
            return None;
        };
        let Atom::Ref(node) = elem.atom else {
            return None;
        };
        let (name, number) = self.ctx.enum_parts(self.enum_member(node)?)?;
        Some(match op {
            FoldOp::MemberName => Constant::Text(name.into()),
            _ => Constant::Int(number),
        })
    }

    fn put_folded(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        to: &Place<'_>,
        result: Option<&Constant>,
    ) {
        let constant = result.map(|value| self.ctx.constant(value));
        let Some((last, _)) = to.path.split_last() else {
            if let (Some(id), Base::Ret) = (constant, to.base) {
                call.ret.retain(|atom| !matches!(atom, Atom::Top));
                call.ret.add(Elem::plain(Atom::Const(id)));
            }
            if to.base == Base::This && call.spec.is_constructor {
                call.becomes = constant;
            }
            return;
        };
        let n = to.path.len() - 1;
        let base = if to.base == Base::Ret && call.makes_ret {
            self.part(heap, call, to, n)
        } else {
            self.read_upto(heap, call, to, n)
        };
        let Step::Field(name) = last else { return };
        let sel = Sel::Name(self.ctx.name(name));
        let is_one = self.is_one(&base);
        for node in base.refs().collect::<Vec<_>>() {
            match constant {
                Some(id) if is_one && !self.nodes.is_outside(node) => {
                    heap.put(node, sel, Set::one(Atom::Const(id)));
                }
                // A text that is not followed any further is some text.
                _ => heap.put(node, sel, Set::one(Atom::Top)),
            }
        }
    }

    /// What a method that is not looked into may have done to texts that are being built.
    pub(crate) fn unknown_texts(&mut self, heap: &mut Heap, args: &[Set]) {
        let sel = Sel::Name(self.ctx.name(TEXT));
        for arg in args {
            for node in arg.refs() {
                if !heap.sure.is_empty() {
                    heap.unsure(node, Sel::Any);
                }
                if let Some(set) = heap.cells.get_mut(&(node, sel))
                    && set.constant().is_some()
                {
                    *set = Set::one(Atom::Top);
                }
            }
        }
    }

    /// The constant with the name of the table that a database statement is about.
    pub(crate) fn table_of(&self, held: &Set) -> Option<u32> {
        match self.ctx.constant_at(held.constant()?)? {
            Constant::Text(text) => Some(self.ctx.text(&table(&text)?)),
            _ => None,
        }
    }
}

/// What is noted in a cell of objects; nothing is asked of callers.
pub(crate) fn noted(heap: &Heap, base: &Set, sel: Sel) -> Set {
    let mut out = Set::default();
    for node in base.refs() {
        if let Some(known) = heap.cells.get(&(node, sel)) {
            out.join(known);
        }
    }
    out
}

fn text_of(value: &Constant) -> Option<String> {
    match value {
        Constant::Text(text) => Some(text.to_string()),
        Constant::Int(value) => Some(value.to_string()),
        _ => None,
    }
}

/// Parts of the path of a hierarchical address; `None` for other addresses and where a part is not spelled as it reads.
fn segments(address: &str) -> Option<Vec<&str>> {
    let (_, rest) = address.split_once("://")?;
    let rest = rest.split(['?', '#']).next()?;
    let (_, path) = rest.split_once('/').unwrap_or((rest, ""));
    let is_plain = !path.contains('%');
    is_plain.then(|| path.split('/').filter(|part| !part.is_empty()).collect())
}

/// The text ends where the name of a host would begin.
fn is_scheme(text: &str) -> bool {
    text.strip_suffix("://")
        .is_some_and(|scheme| (2..=5).contains(&scheme.len()))
}

/// The text is an address up to and beyond its host.
fn has_host(text: &str) -> bool {
    text.split_once("://").is_some_and(|(_, rest)| {
        // Without a mark behind it a name of several labels that ends in a letter is taken as a whole one.
        rest.contains(['/', '?', ':'])
            || rest.contains('.') && rest.ends_with(|c: char| c.is_ascii_alphabetic())
    })
}

fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

/// Computes a constant from constants; `None` when the result is not the same on every run.
pub(crate) fn compute(program: View<'_, '_>, op: FoldOp, values: &[Constant]) -> Option<Constant> {
    let first = values.first()?;
    let text = |n: usize| match values.get(n) {
        Some(Constant::Text(text)) => Some(text.as_ref()),
        _ => None,
    };
    let int = |n: usize| match values.get(n) {
        Some(Constant::Int(value)) => Some(*value),
        _ => None,
    };
    let truth = |is: bool| Some(Constant::Int(i64::from(is)));
    let made = |text: String| {
        (text.chars().count() <= MAX_TEXT).then(|| Constant::Text(text.as_str().into()))
    };
    match op {
        FoldOp::FirstLine => {
            let line = text(0)?.split('\n').next()?;
            made(line.strip_suffix('\r').unwrap_or(line).to_owned())
        }
        FoldOp::RestOfLines => made(text(0)?.split_once('\n')?.1.to_owned()),
        FoldOp::Same | FoldOp::MemberName | FoldOp::MemberNumber => Some(first.clone()),
        FoldOp::Spelled => made(text(0)?.to_owned()),
        FoldOp::BoundColumn => made(crate::statement::bound_column(text(0)?, int(1)?)?),
        FoldOp::Concat => {
            let mut out = String::new();
            for value in values {
                out.push_str(&text_of(value)?);
            }
            made(out)
        }
        FoldOp::ConcatChar => {
            let number = u32::try_from(int(values.len().checked_sub(1)?)?).ok()?;
            let mut out = String::new();
            for value in values.get(..values.len() - 1)? {
                out.push_str(&text_of(value)?);
            }
            out.push(char::from_u32(number)?);
            made(out)
        }
        FoldOp::Equals => match (first, values.get(1)?) {
            (Constant::Text(_), Constant::Text(_)) | (Constant::Int(_), Constant::Int(_)) => {
                truth(Some(first) == values.get(1))
            }
            _ => None,
        },
        FoldOp::EqualsIgnoreCase => truth(text(0)?.to_lowercase() == text(1)?.to_lowercase()),
        FoldOp::Hash => {
            let hash = units(text(0)?).iter().fold(0i32, |hash, unit| {
                hash.wrapping_mul(31).wrapping_add(i32::from(*unit))
            });
            Some(Constant::Int(i64::from(hash)))
        }
        FoldOp::Length => Some(Constant::Int(i64::try_from(units(text(0)?).len()).ok()?)),
        FoldOp::IsEmpty => truth(text(0)?.is_empty()),
        FoldOp::StartsWith => truth(text(0)?.starts_with(text(1)?)),
        FoldOp::EndsWith => truth(text(0)?.ends_with(text(1)?)),
        FoldOp::Contains => truth(text(0)?.contains(text(1)?)),
        FoldOp::IndexOf => {
            let at = text(0)?.find(text(1)?);
            let n = match at {
                Some(at) => i64::try_from(units(text(0)?.get(..at)?).len()).ok()?,
                None => -1,
            };
            Some(Constant::Int(n))
        }
        FoldOp::Reverse => made(text(0)?.chars().rev().collect()),
        // Letters that change with the language of the device are left alone.
        FoldOp::Lower if text(0)?.is_ascii() => made(text(0)?.to_ascii_lowercase()),
        FoldOp::Upper if text(0)?.is_ascii() => made(text(0)?.to_ascii_uppercase()),
        FoldOp::Lower
        | FoldOp::Upper
        | FoldOp::Columns
        | FoldOp::Segments
        | FoldOp::Split
        | FoldOp::MemberNamed
        | FoldOp::Permission
        | FoldOp::Resource => None,
        FoldOp::LastSegment => made((*segments(text(0)?)?.last()?).to_owned()),
        FoldOp::Trim => made(text(0)?.trim_matches(|c: char| c <= ' ').to_owned()),
        FoldOp::Substring => {
            let units = units(text(0)?);
            let begin = usize::try_from(int(1)?).ok()?;
            let end = match values.get(2) {
                Some(_) => usize::try_from(int(2)?).ok()?,
                None => units.len(),
            };
            made(String::from_utf16(units.get(begin..end)?).ok()?)
        }
        FoldOp::Replace => {
            if text(1)?.is_empty() {
                return None;
            }
            made(text(0)?.replace(text(1)?, text(2)?))
        }
        FoldOp::CharAt => {
            let at = usize::try_from(int(1)?).ok()?;
            Some(Constant::Int(i64::from(*units(text(0)?).get(at)?)))
        }
        FoldOp::ParseInt => Some(Constant::Int(text(0)?.parse().ok()?)),
        FoldOp::Plus => Some(Constant::Int(int(0)?.checked_add(int(1)?)?)),
        FoldOp::HasBits => truth(int(0)? & int(1)? != 0),
        FoldOp::LookedUpName => members::name_of(first),
        FoldOp::Modifiers => members::flags(program, first),
        FoldOp::MemberType => members::type_of(program, first),
        FoldOp::IsMarked => members::is_marked(program, first, values.get(1)?),
        FoldOp::PackageName => {
            let Constant::Type(ty) = first else {
                return None;
            };
            let name = byte_reader::mutf8::decode_printable(program.descriptor(*ty)).text;
            let (package, _) = name.strip_prefix('L')?.rsplit_once('/')?;
            made(package.replace('/', "."))
        }
        FoldOp::Table => made(table(text(0)?)?),
        FoldOp::Superclass => {
            let Constant::Type(ty) = first else {
                return None;
            };
            program.superclass(*ty).map(Constant::Type)
        }
        FoldOp::ClassName | FoldOp::SimpleName => {
            let Constant::Type(ty) = first else {
                return None;
            };
            let name = byte_reader::mutf8::decode_printable(program.descriptor(*ty)).text;
            let name = name.strip_prefix('L')?.strip_suffix(';')?.replace('/', ".");
            if op == FoldOp::ClassName {
                made(name)
            } else {
                made(name.rsplit(['.', '$']).next()?.to_owned())
            }
        }
    }
}

/// The parts of a text between the places where a pattern is that stands for itself, without empty ones at the end.
/// `None` for other patterns and too many parts.
fn split(text: &str, pattern: &str) -> Option<Vec<String>> {
    let quoted = pattern
        .strip_prefix('\\')
        .filter(|rest| rest.chars().count() == 1 && !rest.contains(char::is_alphanumeric));
    let plain = match quoted {
        Some(rest) => rest,
        None if pattern.contains([
            '.', '$', '|', '(', ')', '[', ']', '{', '}', '^', '?', '*', '+', '\\',
        ]) =>
        {
            return None;
        }
        None => pattern,
    };
    if plain.is_empty() {
        return None;
    }
    let mut parts: Vec<String> = text.split(plain).map(str::to_owned).collect();
    while parts.len() > 1 && parts.last().is_some_and(String::is_empty) {
        parts.pop();
    }
    (parts.len() <= MAX_PARTS).then_some(parts)
}

/// The one table that a database statement names behind `from`, `into`, `update` or `table`; `None` for statements
/// about several.
fn table(statement: &str) -> Option<String> {
    let words: Vec<&str> = statement
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | ';'))
        .filter(|word| !word.is_empty())
        .collect();
    let is = |word: &str, wanted: &str| word.eq_ignore_ascii_case(wanted);
    if words
        .iter()
        .any(|word| is(word, "join") || is(word, "union"))
    {
        return None;
    }
    let mut found: Option<String> = None;
    for (n, word) in words.iter().enumerate() {
        let begins = ["from", "into", "table"]
            .iter()
            .any(|known| is(word, known))
            || (is(word, "update") && n == 0);
        if !begins {
            continue;
        }
        let mut rest = words.get(n + 1..)?.iter();
        let mut name = rest.next()?;
        while ["if", "not", "exists", "or", "replace", "ignore"]
            .iter()
            .any(|known| is(name, known))
        {
            name = rest.next()?;
        }
        if name.contains(',') || rest.next().is_some_and(|next| next.starts_with(',')) {
            return None;
        }
        let name = name.trim_matches(['"', '`', '[', ']', '\'']).to_lowercase();
        if found.as_ref().is_some_and(|known| *known != name) {
            return None;
        }
        found = Some(name);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn statements_name_their_table() {
        let name = |text: &str| table(text);
        assert_eq!(name("select * from cities"), Some("cities".to_owned()));
        assert_eq!(
            name("INSERT OR REPLACE INTO Users(a) VALUES (?)"),
            Some("users".to_owned())
        );
        assert_eq!(name("update 表𠮷 set a=1"), Some("表𠮷".to_owned()));
        assert_eq!(
            name("create table if not exists `t`(a text)"),
            Some("t".to_owned())
        );
        assert_eq!(name("select a from x, y"), None);
        assert_eq!(name("select a from x join y on x.a=y.a"), None);
        assert_eq!(name("select a from x where b in (select b from y)"), None);
        assert_eq!(name("vacuum"), None);
    }

    #[test]
    fn addresses_have_parts() {
        assert_eq!(
            segments("content://a.b/notes/7?x=1#y"),
            Some(vec!["notes", "7"])
        );
        assert_eq!(segments("content://a.b"), Some(Vec::new()));
        assert_eq!(segments("content://a.b//x/"), Some(vec!["x"]));
        assert_eq!(segments("content://a.b/%41"), None);
        assert_eq!(segments("mailto:a"), None);
    }

    #[test]
    fn texts_are_split_at_patterns_that_stand_for_themselves() {
        let go = |text, pattern| split(text, pattern).map(|parts| parts.join("/"));
        assert_eq!(go("serial,型𠮷", ","), Some("serial/型𠮷".to_owned()));
        assert_eq!(go(",a,,b,,", ","), Some("/a//b".to_owned()));
        assert_eq!(go("a.b", "\\."), Some("a/b".to_owned()));
        assert_eq!(go("a", ";"), Some("a".to_owned()));
        assert_eq!(go("a.b", "."), None);
        assert_eq!(go("a1b", "\\d"), None);
        assert_eq!(go("ab", ""), None);
        assert_eq!(go(&",x".repeat(MAX_PARTS), ","), None);
    }

    #[test]
    fn texts_are_computed_as_the_device_does() {
        let program = program_model::Program::build(
            Vec::new(),
            Box::leak(Box::new(program_model::NoFramework)),
        );
        let text = |text: &str| Constant::Text(text.into());
        let watch = crate::cache::Watch::default();
        let view = View::new(&program, &watch);
        let go = |op, values: &[Constant]| compute(view, op, values);
        assert_eq!(
            go(FoldOp::Hash, &[text("城市")]),
            Some(Constant::Int(720_884))
        );
        assert_eq!(go(FoldOp::Length, &[text("a𠮷")]), Some(Constant::Int(3)));
        assert_eq!(
            go(FoldOp::Substring, &[text("a𠮷b"), Constant::Int(3)]),
            Some(text("b"))
        );
        assert_eq!(
            go(FoldOp::Substring, &[text("a𠮷b"), Constant::Int(2)]),
            None
        );
        assert_eq!(
            go(FoldOp::ConcatChar, &[text("dev"), Constant::Int(0x5f)]),
            Some(text("dev_"))
        );
        assert_eq!(go(FoldOp::Reverse, &[text("daeR")]), Some(text("Read")));
        assert_eq!(go(FoldOp::Upper, &[text("i")]), Some(text("I")));
        assert_eq!(go(FoldOp::Upper, &[text("ß")]), None);
    }
}
