//! The catalogue's members and texts as this program names them.

use program_model::{FieldId, MethodId, Program, SelectorId, TypeId};
use ruleset::schema::ConsumerKind;
use rustc_hash::FxHashMap;

use super::texts;
use crate::analysis::Shared;
use crate::events::{self, Matches};
use crate::index::PointId;

/// Catalogue rows by the program's names.
pub(crate) struct Matched {
    pub(crate) methods: Matches<MethodId, PointId>,
    pub(crate) consumers: Matches<MethodId, u32>,
    pub(crate) fields: Matches<FieldId, PointId>,
    /// Framework constants that hold a catalogued URI, with the URI.
    pub(crate) uri_fields: FxHashMap<FieldId, String>,
    pub(crate) overrides: FxHashMap<SelectorId, Vec<(TypeId, PointId)>>,
    /// By DEX file and string row: the points that the text gives away.
    pub(crate) strings: Vec<FxHashMap<u32, Vec<PointId>>>,
}

impl Matched {
    pub(crate) fn new(shared: &Shared<'_, '_>) -> Self {
        let (program, index) = (shared.program, shared.index);
        let mut overrides: FxHashMap<SelectorId, Vec<(TypeId, PointId)>> = FxHashMap::default();
        for (member, point) in &index.overrides {
            if let (Some(selector), Some(class)) = (
                program.find_selector(member.name.as_bytes(), member.ty.as_bytes()),
                program.find_type(member.class.as_bytes()),
            ) {
                overrides.entry(selector).or_default().push((class, *point));
            }
        }
        let uris = index
            .framework
            .constants()
            .filter(|(_, _, _, value)| !texts::points(index, ConsumerKind::Uri, value).is_empty());
        let mut uri_fields = FxHashMap::default();
        for (class, name, ty, value) in uris {
            let found = (|| {
                let class = program.find_type(class.as_bytes())?;
                let name = program.find_name(name.as_bytes())?;
                program.find_field(class, name, program.find_type(ty.as_bytes())?)
            })();
            if let Some(field) = found {
                uri_fields.insert(field, value.to_owned());
            }
        }
        Self {
            methods: events::match_methods(program, index.methods.iter().copied()),
            consumers: events::match_methods(
                program,
                (0u32..)
                    .zip(&index.consumers)
                    .map(|(n, rule)| (rule.member, n)),
            ),
            fields: events::match_fields(program, index.fields.iter().copied()),
            uri_fields,
            overrides,
            strings: texts::strings(shared),
        }
    }

    pub(crate) fn has_method(&self, method: MethodId) -> bool {
        self.methods.contains(method) || self.consumers.contains(method)
    }

    pub(crate) fn has_field(&self, field: FieldId) -> bool {
        self.fields.contains(field) || self.uri_fields.contains_key(&field)
    }

    /// Marks on the strings of each DEX file.
    pub(crate) fn string_marks(&self, program: &Program<'_>) -> Vec<Vec<bool>> {
        program
            .dex_files()
            .zip(&self.strings)
            .map(|((_, input), marked)| {
                let mut marks = vec![
                    false;
                    if marked.is_empty() {
                        0
                    } else {
                        input.file.n_strings() as usize
                    }
                ];
                #[expect(
                    clippy::iter_over_hash_type,
                    reason = "setting marks does not depend on the order"
                )]
                for index in marked.keys() {
                    if let Some(mark) = marks.get_mut(*index as usize) {
                        *mark = true;
                    }
                }
                marks
            })
            .collect()
    }
}
