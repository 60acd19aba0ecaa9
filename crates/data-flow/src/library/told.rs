//! What library code learns of objects of the app when it makes a text of them, which elements a format names, and
//! content that is filled in where there is none. Refuses to say that an object tells less than it holds unless the
//! method that tells it is known.

use ruleset::schema::dataflow::{Effect, Place, Step};

use super::Effecting;
use crate::context::{Constant, Key};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::node::Sel;
use crate::summary::Which;
use crate::value::{Atom, NodeId, Set};

/// Objects in collections that are asked at one call.
const MAX_ASKED: usize = 16;
/// Collections in collections that are looked into.
const MAX_NESTED: usize = 3;
/// Parts of a text behind those that are known.
const MAX_BEHIND: i64 = 4;
/// Elements that one format names.
const MAX_NAMED: usize = 32;

/// Positions of the arguments that a format names
/// (<https://docs.oracle.com/javase/8/docs/api/java/util/Formatter.html#syntax>); `None` for one that is not understood.
fn named_by(format: &str) -> Option<Vec<i64>> {
    let mut out: Vec<i64> = Vec::new();
    let mut next = 0;
    let mut rest = format;
    while let Some(at) = rest.find('%') {
        rest = rest.get(at + 1..)?;
        let end = rest.find(|c: char| c.is_alphabetic() || c == '%')?;
        let (spec, behind) = rest.split_at(end);
        let mut kind = behind.chars();
        let first = kind.next()?;
        rest = kind.as_str();
        if matches!(first, 't' | 'T') {
            // A date is told in parts, one letter each.
            let mut part = rest.chars();
            part.next()?;
            rest = part.as_str();
        }
        if matches!(first, '%' | 'n') {
            continue;
        }
        let position = match spec.split_once('$') {
            Some((number, _)) => number.parse::<i64>().ok()?.checked_sub(1)?,
            None if spec.contains('<') => *out.last()?,
            None => {
                next += 1;
                next - 1
            }
        };
        if out.len() >= MAX_NAMED {
            return None;
        }
        out.push(position);
    }
    Some(out)
}

impl Frame<'_, '_, '_> {
    /// Objects that stand at a place, alone or in collections.
    fn objects_at(&self, heap: &Heap, first: &Set) -> Vec<NodeId> {
        let mut out: Vec<NodeId> = Vec::new();
        let mut stack: Vec<(NodeId, usize)> = first.refs().map(|node| (node, 0)).collect();
        while let Some((node, level)) = stack.pop() {
            if out.len() >= MAX_ASKED || out.contains(&node) {
                continue;
            }
            out.push(node);
            let is_own = self
                .nodes
                .ty(node)
                .is_some_and(|ty| self.ctx.is_app_type(ty));
            if is_own || level >= MAX_NESTED {
                continue;
            }
            for (sel, set) in heap.of(node) {
                if sel.is_content() || sel == Sel::Keys {
                    stack.extend(set.refs().map(|inner| (inner, level + 1)));
                }
            }
        }
        out
    }

    /// Asks the objects of the app at a place for what they tell; what they hold otherwise is left alone while the
    /// call is put in.
    pub(super) fn ask_for_texts(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        (object, method): (&Place<'_>, &str),
    ) {
        let ctx = self.ctx;
        let program = ctx.program;
        let held = self.read_place(heap, call, object);
        for node in self.objects_at(heap, &held) {
            let Some(ty) = self.nodes.ty(node).filter(|ty| ctx.is_app_type(*ty)) else {
                continue;
            };
            let own = ctx.own_methods(ty, method, 0);
            let [def] = own.as_slice() else { continue };
            let is_told = program.def(*def).has_code()
                && !crate::call::stands_for(program, &ctx.spec(program.def(*def).method), *def);
            if !is_told {
                continue;
            }
            if !ctx.wanted[*def] {
                ctx.watch().spoil("what a method tells");
                let gives = ctx.gives.as_ref().is_none_or(|list| list.contains(def));
                if gives || self.nodes.is_outside(node) {
                    continue;
                }
                // Nothing that it reads leaves it; what the object got as a whole may.
                let whole = heap.cells.get(&(node, Sel::Whole)).cloned();
                self.told.insert(node, whole.unwrap_or_default());
                continue;
            }
            let key = ctx.key_id(&Key::generic(*def));
            if self.known.summary(key).is_some_and(|sum| sum.cut.is_some()) {
                // What it gives is not known as a whole.
                continue;
            }
            let receiver = Set::one(Atom::Ref(node));
            let got = self.call_back(
                heap,
                call.site.offset,
                &receiver,
                &Which::Method(*def),
                std::slice::from_ref(&receiver),
                true,
            );
            let told = self.taints(heap, &got.ret, true);
            self.told.insert(node, told);
        }
    }

    /// What a text holds that a format makes.
    pub(super) fn formatted(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        (text, args): (&Place<'_>, &Place<'_>),
    ) -> Set {
        let format = self.read_place(heap, call, text);
        let known = format.constant().and_then(|id| self.ctx.constant_at(id));
        let named = if let Some(Constant::Text(text)) = &known {
            named_by(text)
        } else {
            self.ask(&format, true);
            None
        };
        let array = self.read_place(heap, call, args);
        let mut held = match named {
            Some(list) => {
                let mut out = array.clone();
                out.retain(Atom::is_taint);
                for n in list {
                    let key = Sel::Key(self.ctx.constant(&Constant::Int(n)));
                    let one = self.load(heap, &array, key);
                    out.join(&one);
                }
                out
            }
            None => array,
        };
        held.join(&format);
        self.taints(heap, &held, true)
    }

    /// A place surely holds objects of the app and nothing else. Unknown parts are not asked for.
    pub(super) fn is_own_object(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        place: &Place<'_>,
    ) -> bool {
        let held = match place.path.split_last() {
            None => self.read_place(heap, call, place),
            Some((Step::Field(part), rest)) => {
                let base = self.read_upto(heap, call, place, rest.len());
                let sel = Sel::Name(self.ctx.name(part));
                if base.refs().any(|node| self.nodes.is_outside(node)) {
                    return false;
                }
                crate::fold::noted(heap, &base, sel)
            }
            Some(_) => return false,
        };
        let is_own = |node: NodeId| {
            let ty = self.nodes.ty(node);
            ty.is_some_and(|ty| self.ctx.is_app_code(ty))
        };
        held.refs().next().is_some()
            && held.iter().all(|elem| match elem.atom {
                Atom::Ref(node) => is_own(node),
                atom => atom.is_taint(),
            })
    }

    /// Notes the methods that a call does not make because another object decides.
    pub(super) fn left_out(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        effects: &[Effect<'_>],
    ) {
        for effect in effects {
            let Effect::Call {
                receiver,
                method,
                args,
                ..
            } = effect
            else {
                continue;
            };
            let held = self.read_place(heap, call, receiver);
            let types: Vec<_> = held.refs().filter_map(|node| self.nodes.ty(node)).collect();
            for ty in types {
                for def in self.ctx.own_methods(ty, method, args.len()) {
                    self.leave_out(def);
                }
            }
        }
    }

    /// Puts what is not known of a text into the parts behind those that are known.
    pub(super) fn put_behind(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        first: i64,
        value: &Set,
    ) {
        let list = call.ret.clone();
        for node in list.refs().collect::<Vec<_>>() {
            for n in first..first + MAX_BEHIND {
                let key = Sel::Key(self.ctx.constant(&Constant::Int(n)));
                heap.add(&mut self.nodes, node, key, value);
            }
        }
    }

    /// Leaves out of what is copied the keys under which the target surely holds something.
    pub(super) fn without_held(
        &mut self,
        heap: &Heap,
        call: &mut Effecting<'_, '_>,
        to: &Place<'_>,
        copied: &mut super::Copied,
    ) {
        let target = self.read_place(heap, call, to);
        if self.is_one(&target)
            && let Some(node) = target.refs().next()
        {
            copied.leave_out(|sel| heap.is_sure(node, sel));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::named_by;

    #[test]
    fn formats_name_their_arguments() {
        assert_eq!(named_by("%2$s/%2$s"), Some(vec![1, 1]));
        assert_eq!(named_by("型𠮷 %s=%-5d%%%n%.2f"), Some(vec![0, 1, 2]));
        assert_eq!(named_by("%1$tY-%1$tm %s"), Some(vec![0, 0, 0]));
        assert_eq!(named_by("%s %<s %s"), Some(vec![0, 0, 1]));
        assert_eq!(named_by("nothing"), Some(Vec::new()));
        assert_eq!(named_by("100%"), None);
        assert_eq!(named_by("%0$s"), Some(vec![-1]));
    }
}
