//! Text fields: which information the user types into one, by its type, hint, autofill mark or name. Refuses fields
//! of which nothing of this is known.

use ruleset::schema::dataflow::{FlowSource, InputField};
use rustc_hash::FxHashMap;

use crate::context::{Constant, Ctx};
use crate::frame::Frame;
use crate::heap::Heap;
use crate::library::Effecting;
use crate::node::{Kind, Sel};
use crate::source::SourceSite;
use crate::summary::Prov;
use crate::value::{Atom, Elem, NodeId, Set};

/// Bits of an input type that tell what the text is: class and variation
/// (<https://developer.android.com/reference/android/text/InputType>).
const TYPE_BITS: i64 = 0xfff;
/// Parts of a view that the tables keep: its number in the resources, its type and its hint.
const VIEW_ID: &str = "view_id";
const INPUT_TYPE: &str = "input_type";
const HINT: &str = "hint";

/// A text field of a layout.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct TextField {
    /// Resource number.
    pub id: u32,
    /// Its name in the resources.
    pub name: String,
    /// `android:inputType`, 0 when not given.
    pub input_type: u32,
    /// Texts beside it: hint, hint of the frame around it.
    pub hint: String,
    /// `android:autofillHints`.
    pub autofill: String,
}

/// Fields of the app's layouts that hold information.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    by_id: FxHashMap<i64, String>,
}

impl Inputs {
    pub(crate) fn new(fields: &[TextField], rules: &[InputField<'static>]) -> Self {
        let mut by_id = FxHashMap::default();
        let rules: Vec<Marks<'_>> = rules.iter().map(Marks::new).collect();
        for field in fields {
            if let Some(kind) = classify(
                &rules,
                i64::from(field.input_type),
                &field.hint,
                &field.name,
                &field.autofill,
            ) {
                // One number may stand in several layouts; the first that tells counts.
                by_id
                    .entry(i64::from(field.id))
                    .or_insert_with(|| kind.to_owned());
            }
        }
        Self { by_id }
    }

    /// Some field of a layout holds information.
    pub(crate) fn any(&self) -> bool {
        !self.by_id.is_empty()
    }

    /// The field with this number holds information.
    pub(crate) fn has(&self, id: i64) -> bool {
        self.by_id.contains_key(&id)
    }
}

/// A row of the table with the words of its names taken apart.
#[derive(Debug)]
pub(crate) struct Marks<'r> {
    row: &'r InputField<'static>,
    not: Vec<Vec<String>>,
    id: Vec<Vec<String>>,
}

impl<'r> Marks<'r> {
    pub(crate) fn new(row: &'r InputField<'static>) -> Self {
        let parted = |list: &[ruleset::Text<'_>]| {
            let all = list.iter().map(|word| words(word.as_str()));
            all.filter(|words| !words.is_empty()).collect()
        };
        Self {
            row,
            not: parted(&row.not),
            id: parted(&row.id),
        }
    }
}

/// The first kind whose marks fit.
pub(crate) fn classify<'r>(
    rules: &[Marks<'r>],
    input_type: i64,
    hint: &str,
    name: &str,
    autofill: &str,
) -> Option<&'r str> {
    let hint = hint.to_lowercase();
    let autofill: Vec<String> = autofill
        .split(',')
        .map(|word| word.trim().to_lowercase().replace(['-', '_'], ""))
        .collect();
    let name_words = words(name);
    let in_name = |list: &[Vec<String>]| {
        list.iter().any(|wanted| {
            name_words
                .windows(wanted.len())
                .any(|window| window == wanted.as_slice())
        })
    };
    let in_hint = |list: &[ruleset::Text<'_>]| {
        !hint.is_empty() && list.iter().any(|word| has_word(&hint, word.as_str()))
    };
    for Marks { row: rule, not, id } in rules {
        if in_hint(&rule.not) || in_name(not) {
            continue;
        }
        let fits = rule
            .input_types
            .iter()
            .any(|known| i64::from(*known) == input_type & TYPE_BITS)
            || rule
                .autofill
                .iter()
                .any(|known| autofill.iter().any(|own| own == known.as_str()))
            || in_hint(&rule.hint)
            || in_name(id);
        if fits {
            return Some(rule.data.as_str());
        }
    }
    None
}

/// A Latin word stands between borders, another one anywhere.
fn has_word(text: &str, word: &str) -> bool {
    if !word.is_ascii() {
        return text.contains(word);
    }
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    text.match_indices(word).any(|(at, found)| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        let after = text
            .get(at + found.len()..)
            .and_then(|tail| tail.chars().next());
        !is_letter(before) && !is_letter(after)
    })
}

/// Words of a name: parted by `_` and other marks, digits and capitals.
fn words(name: &str) -> Vec<String> {
    let mut out: Vec<String> = Vec::new();
    let mut word = String::new();
    let mut was_lower = false;
    for c in name.chars() {
        if (!c.is_alphabetic() || (c.is_uppercase() && was_lower)) && !word.is_empty() {
            out.push(std::mem::take(&mut word));
        }
        was_lower = c.is_lowercase();
        if c.is_alphabetic() {
            word.extend(c.to_lowercase());
        }
    }
    if !word.is_empty() {
        out.push(word);
    }
    out
}

impl Ctx<'_, '_> {
    /// The kind of information that a setter's constant tells of a field.
    pub(crate) fn told_by(&self, constant: &Constant) -> Option<&str> {
        let rules = &self.input_marks;
        match constant {
            Constant::Int(value) => classify(rules, *value, "", "", ""),
            Constant::Text(text) => classify(rules, 0, text, "", ""),
            _ => None,
        }
    }
}

impl Frame<'_, '_, '_> {
    /// What the user typed, at the places of a row: those inside objects before the call, the result behind it.
    pub(crate) fn typed_text(
        &mut self,
        heap: &mut Heap,
        call: &mut Effecting<'_, '_>,
        row: &FlowSource<'_>,
        is_before: bool,
    ) {
        if !self.ctx.reads_fields.get() {
            return;
        }
        let Some(view) = call.this().cloned() else {
            return;
        };
        let api = self.ctx.program.method_name(call.site.method);
        let site =
            self.ctx
                .typed
                .borrow_mut()
                .id(&(call.site.def, call.site.offset, api.as_str().into()));
        for place in &row.values {
            if place.path.is_empty() == is_before {
                continue;
            }
            let text = self.typed_into(heap, &view, site);
            if text.is_empty() {
                continue;
            }
            let prov = self.prov(Prov::Read {
                offset: call.site.offset,
            });
            let text: Set = text.iter().map(|elem| Elem { prov, ..elem }).collect();
            self.write_place(heap, call, place, &text);
        }
    }

    /// Information typed into views, read at a place.
    pub(crate) fn typed_into(&mut self, heap: &Heap, views: &Set, site: u32) -> Set {
        let mut out = Set::default();
        let Some((def, offset, api)) = self.ctx.typed.borrow().get(site).cloned() else {
            return out;
        };
        for view in views.refs().collect::<Vec<_>>() {
            if let Some(kind) = self.kind_of_field(heap, view) {
                let id = self.ctx.sources.id(&SourceSite {
                    def,
                    offset,
                    api: std::rc::Rc::clone(&api),
                    data: vec![kind.as_str().into()],
                });
                out.add(Elem::plain(Atom::Source(id)));
            } else if self.nodes.is_outside(view) && self.def.is_some() {
                out.join(&self.open_field(view, site));
            }
        }
        out
    }

    fn open_field(&mut self, view: NodeId, site: u32) -> Set {
        match self.nodes.outside(Kind::Typed(view, site)) {
            Some(node) => Set::one(Atom::Data(node)),
            None => Set::default(),
        }
    }

    fn kind_of_field(&mut self, heap: &Heap, view: NodeId) -> Option<String> {
        let ctx = self.ctx;
        let part = |name: &str| -> Option<Constant> {
            let sel = Sel::Name(ctx.name(name));
            let held = heap.cells.get(&(view, sel))?;
            held.constants().find_map(|id| ctx.constant_at(id))
        };
        let (id, input_type, hint) = (part(VIEW_ID), part(INPUT_TYPE), part(HINT));
        let number = match input_type {
            Some(Constant::Int(value)) => value,
            _ => 0,
        };
        let hint = match hint {
            Some(Constant::Text(text)) => text.to_string(),
            _ => String::new(),
        };
        if let Some(kind) = classify(&ctx.input_marks, number, &hint, "", "") {
            return Some(kind.to_owned());
        }
        match id {
            Some(Constant::Int(id)) => ctx.inputs.by_id.get(&id).cloned(),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> Vec<InputField<'static>> {
        let rule =
            |data: &'static str, types: &[u32], hint: &[&'static str], id: &[&'static str]| {
                InputField {
                    data: data.to_owned().into(),
                    input_types: types.to_vec(),
                    hint: hint.iter().map(|word| (*word).to_owned().into()).collect(),
                    id: id.iter().map(|word| (*word).to_owned().into()).collect(),
                    ..InputField::default()
                }
            };
        vec![
            rule("password", &[0x81], &["密码"], &["pwd"]),
            rule("card", &[], &["身份证", "id card"], &["id_card"]),
            rule("phone", &[3], &["phone"], &["tel"]),
        ]
    }

    #[test]
    fn fields_are_told_by_type_hint_and_name() {
        let rules = rules();
        let rules: Vec<Marks<'_>> = rules.iter().map(Marks::new).collect();
        let kind = |ty, hint, name| classify(&rules, ty, hint, name, "");
        assert_eq!(kind(0x0002_0081, "", ""), Some("password"));
        assert_eq!(kind(1, "请输入身份证号码𠮷", ""), Some("card"));
        assert_eq!(kind(0, "", "etIdCard"), Some("card"));
        assert_eq!(kind(0, "Your Phone number", ""), Some("phone"));
        assert_eq!(kind(0, "headphones", "hotel"), None);
        assert_eq!(kind(0, "", "userTel2"), Some("phone"));
        assert_eq!(kind(1, "今天想说的一句话", "word"), None);
    }
}
