//! The catalogues arranged for matching; made once per process and shared by all apps.

use app_facts::LevelSet;
use ruleset::schema::{Catalogues, ConsumerKind, Group, Need, Point};
use ruleset::{FrameworkModel, Knowledge, check, parse_levels};
use rustc_hash::FxHashMap;

use crate::framework::FrameworkView;

/// One method or field of the catalogues, split into its parts.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Member<'k> {
    pub(crate) class: &'k str,
    pub(crate) name: &'k str,
    pub(crate) ty: &'k str,
}

/// An access point by its place in the catalogue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct PointId {
    pub(crate) group: u32,
    pub(crate) point: u32,
}

/// What a wrapper does to the constant that passes through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum WrapOp {
    Identity,
    UriParse,
    UriAppend,
    OwnPackage,
    OwnPid,
    Append,
    Concat,
    Join,
    /// A further word, as an intent's category.
    Tag,
    Constant,
    Under,
    /// What the manifest's meta data hold under this key.
    MetaData,
    /// The text of the resource with this number.
    Resource,
    /// The class of an object.
    ClassOf,
    /// The whole name of a class.
    ClassName,
    /// The name of a class without its package and the classes around it.
    SimpleName,
    /// The package of a class.
    ClassPackage,
    /// An operation that a run of the code computes.
    Pure(crate::constants::Pure),
}

/// Where a wrapper takes its constant from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    This,
    Arg(u32),
    Return,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct WrapperRule<'k> {
    pub(crate) member: Member<'k>,
    pub(crate) from: Place,
    pub(crate) to: Place,
    pub(crate) op: WrapOp,
    pub(crate) value: Option<&'k str>,
}

#[derive(Debug, Clone, Copy)]
pub(crate) struct ConsumerRule<'k> {
    pub(crate) member: Member<'k>,
    pub(crate) kind: ConsumerKind,
    pub(crate) arg: u32,
    pub(crate) receiver: bool,
    pub(crate) reflection: bool,
    pub(crate) own_class: bool,
    pub(crate) near: Option<&'k str>,
}

/// A range of device levels, and of target levels when it depends on them.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Levels {
    pub(crate) device: LevelSet,
    pub(crate) target: LevelSet,
}

impl Levels {
    fn of(api: &str, target: Option<&str>) -> Self {
        Self {
            device: parse_levels(api).unwrap_or_else(LevelSet::all),
            target: target.and_then(parse_levels).unwrap_or_else(LevelSet::all),
        }
    }
}

/// The needs of a group with their ranges read.
#[derive(Debug)]
pub(crate) struct GroupLevels {
    pub(crate) needs: Vec<Levels>,
    pub(crate) blocked: Vec<Levels>,
}

/// The catalogues arranged for matching.
#[derive(Debug)]
pub struct Index<'k> {
    pub(crate) catalogues: &'k Catalogues<'static>,
    pub(crate) framework: &'k FrameworkModel,
    pub(crate) methods: Vec<(Member<'k>, PointId)>,
    pub(crate) overrides: Vec<(Member<'k>, PointId)>,
    pub(crate) fields: Vec<(Member<'k>, PointId)>,
    /// Constants of points by consumer kind, sorted: text, point.
    pub(crate) constants: FxHashMap<ConsumerKind, Vec<(&'k str, PointId)>>,
    /// The same by their first bytes.
    pub(crate) by_beginning: FxHashMap<(ConsumerKind, Beginning), Vec<(&'k str, PointId)>>,
    pub(crate) strings: Vec<(&'k str, PointId)>,
    pub(crate) consumers: Vec<ConsumerRule<'k>>,
    pub(crate) wrappers: Vec<WrapperRule<'k>>,
    pub(crate) api_needs: Vec<(Member<'k>, u32)>,
    pub(crate) group_levels: Vec<GroupLevels>,
    pub(crate) weight_background: Vec<bool>,
    pub(crate) prefixes: FxHashMap<&'k str, u32>,
    pub(crate) has_class_prefixes: bool,
    /// Prefixes that the entry above them does not own.
    pub(crate) exceptions: rustc_hash::FxHashSet<&'k str>,
    pub(crate) protections: FxHashMap<&'k str, Vec<(LevelSet, &'k str)>>,
}

impl<'k> Index<'k> {
    /// Arranges the catalogues.
    pub fn new(knowledge: &'k Knowledge) -> Self {
        let all = knowledge.catalogues();
        let mut out = Self {
            catalogues: all,
            framework: knowledge.framework(),
            methods: Vec::new(),
            overrides: Vec::new(),
            fields: Vec::new(),
            constants: FxHashMap::default(),
            by_beginning: FxHashMap::default(),
            strings: Vec::new(),
            consumers: Vec::new(),
            wrappers: Vec::new(),
            api_needs: Vec::new(),
            group_levels: Vec::new(),
            weight_background: Vec::new(),
            prefixes: FxHashMap::default(),
            has_class_prefixes: false,
            exceptions: rustc_hash::FxHashSet::default(),
            protections: FxHashMap::default(),
        };
        for (group_number, group) in (0u32..).zip(&all.groups) {
            out.add_group(group_number, group, all);
        }
        #[expect(clippy::iter_over_hash_type, reason = "each list is sorted by itself")]
        for list in out.constants.values_mut() {
            list.sort_unstable_by_key(|(text, point)| (*text, *point));
        }
        out.strings.sort_unstable();
        out.consumers = all
            .consumers
            .iter()
            .filter_map(|row| {
                Some(ConsumerRule {
                    member: method(&row.method)?,
                    kind: row.kind,
                    arg: row.arg,
                    receiver: row.receiver,
                    reflection: row.reflection,
                    own_class: row.own_class,
                    near: row.near.as_deref(),
                })
            })
            .collect();
        out.wrappers = all.wrappers.iter().filter_map(wrapper).collect();
        out.api_needs = (0u32..)
            .zip(&all.api_needs)
            .filter_map(|(n, need)| Some((method(&need.api).or_else(|| field(&need.api))?, n)))
            .collect();
        for (n, sdk) in (0u32..).zip(&all.sdks) {
            out.exceptions
                .extend(sdk.exceptions.iter().map(ruleset::Text::as_str));
            for prefix in &sdk.packages {
                let last = prefix.rsplit('.').next().unwrap_or_default();
                out.has_class_prefixes |= last.starts_with(|c: char| c.is_ascii_uppercase());
                out.prefixes.insert(prefix.as_str(), n);
            }
        }
        for permission in &all.permissions {
            let levels = permission
                .levels
                .iter()
                .filter_map(|level| Some((parse_levels(&level.api)?, level.protection.as_str())))
                .collect();
            out.protections.insert(permission.name.as_str(), levels);
        }
        out
    }

    fn add_group(&mut self, group_number: u32, group: &'k Group<'static>, all: &Catalogues<'_>) {
        for (n, point) in (0u32..).zip(&group.points) {
            let id = PointId {
                group: group_number,
                point: n,
            };
            if let Some(member) = point.method.as_deref().and_then(method) {
                self.methods.push((member, id));
            }
            if let Some(member) = point.overrides.as_deref().and_then(method) {
                self.overrides.push((member, id));
            }
            if let Some(member) = point.field.as_deref().and_then(field) {
                self.fields.push((member, id));
            }
            let constants = [
                (ConsumerKind::Uri, &point.uri),
                (ConsumerKind::Setting, &point.setting),
                (ConsumerKind::Property, &point.property),
                (ConsumerKind::File, &point.file),
                (ConsumerKind::Exec, &point.exec),
                (ConsumerKind::Action, &point.action),
                (ConsumerKind::Service, &point.service),
                (ConsumerKind::Reflection, &point.string),
            ];
            for (kind, text) in constants {
                if let Some(text) = text {
                    self.constants
                        .entry(kind)
                        .or_default()
                        .push((text.as_str(), id));
                    self.by_beginning
                        .entry((kind, beginning(text)))
                        .or_default()
                        .push((text.as_str(), id));
                    // A key or a short command is an ordinary word elsewhere; the others give themselves away.
                    let distinct = matches!(
                        kind,
                        ConsumerKind::Uri | ConsumerKind::Service | ConsumerKind::Reflection
                    ) || (kind == ConsumerKind::Property && text.contains('.'))
                        || (kind == ConsumerKind::File && text.len() > 6 && text.starts_with('/'));
                    if distinct {
                        self.strings.push((text.as_str(), id));
                    }
                }
            }
        }
        self.group_levels.push(GroupLevels {
            needs: group
                .needs
                .iter()
                .map(|need| Levels::of(&need.api, need.target.as_deref()))
                .collect(),
            blocked: group
                .blocked
                .iter()
                .map(|blocked| Levels::of(&blocked.api, blocked.target.as_deref()))
                .collect(),
        });
        self.weight_background.push(group.data.iter().all(|id| {
            all.kinds
                .binary_search_by(|kind| kind.id.as_str().cmp(id))
                .ok()
                .and_then(|n| all.kinds.get(n))
                .is_some_and(|kind| kind.weight == ruleset::schema::Weight::Background)
        }));
    }

    /// The group of a point.
    pub(crate) fn group(&self, id: PointId) -> &'k Group<'static> {
        &self.catalogues.groups[id.group as usize]
    }

    /// A point.
    pub(crate) fn point(&self, id: PointId) -> &'k Point<'static> {
        &self.group(id).points[id.point as usize]
    }

    /// The catalogues themselves.
    pub fn catalogues(&self) -> &'k Catalogues<'static> {
        self.catalogues
    }

    /// The cross-platform frameworks of the catalogues.
    pub fn frameworks(&self) -> &'k [ruleset::schema::Framework<'static>] {
        &self.catalogues.frameworks
    }

    /// The framework model in the program's form.
    pub fn framework_view(&self) -> FrameworkView<'k> {
        FrameworkView(self.framework)
    }

    /// True when an ordinary app can hold the permission on this device level.
    pub(crate) fn grantable(&self, name: &str, level: u32) -> bool {
        let Some(levels) = self.protections.get(name) else {
            return true;
        };
        match levels.iter().find(|(range, _)| range.contains(level)) {
            None => levels.is_empty(),
            Some((_, text)) => {
                // A signature permission with an app-op can be given by the user in the settings.
                let base = text.split('|').next().unwrap_or_default();
                matches!(base, "normal" | "dangerous") || text.contains("appop")
            }
        }
    }

    /// Base protection on the newest level that defines it.
    pub(crate) fn protection(&self, name: &str) -> Option<&'k str> {
        let levels = self.protections.get(name)?;
        let (_, text) = levels.iter().max_by_key(|(range, _)| range.iter().last())?;
        text.split('|').next()
    }
}

/// The first bytes of a text, by which constants are kept; a shorter text has zeros.
pub(crate) type Beginning = [u8; 3];

/// The beginning of a text.
pub(crate) fn beginning(text: &str) -> Beginning {
    let mut out = Beginning::default();
    for (place, byte) in out.iter_mut().zip(text.bytes()) {
        *place = byte;
    }
    out
}

/// Every permission that a need names.
pub(crate) fn permissions_of<'n>(need: &'n Need<'_>) -> impl Iterator<Item = &'n str> {
    need.any_of
        .iter()
        .chain(&need.all_of)
        .map(ruleset::Text::as_str)
}

pub(crate) fn method(api: &str) -> Option<Member<'_>> {
    let (class, name, ty) = check::split_method(api)?;
    Some(Member { class, name, ty })
}

pub(crate) fn field(api: &str) -> Option<Member<'_>> {
    let (class, rest) = api.split_once("->")?;
    let (name, ty) = rest.split_once(':')?;
    Some(Member { class, name, ty })
}

fn wrapper<'k>(row: &'k ruleset::schema::Wrapper<'static>) -> Option<WrapperRule<'k>> {
    let place = |text: &str| match text {
        "this" => Some(Place::This),
        "return" => Some(Place::Return),
        other => other.strip_prefix("arg ")?.parse().ok().map(Place::Arg),
    };
    let op = match row.op.as_str() {
        "identity" | "to_string" => WrapOp::Identity,
        "uri_parse" => WrapOp::UriParse,
        "uri_append" => WrapOp::UriAppend,
        "own_package" => WrapOp::OwnPackage,
        "own_pid" => WrapOp::OwnPid,
        "append" => WrapOp::Append,
        "concat" => WrapOp::Concat,
        "join" => WrapOp::Join,
        "tag" => WrapOp::Tag,
        "constant" => WrapOp::Constant,
        "under" => WrapOp::Under,
        "resource" => WrapOp::Resource,
        "meta_data" => WrapOp::MetaData,
        "class_of" => WrapOp::ClassOf,
        "class_name" => WrapOp::ClassName,
        "simple_name" => WrapOp::SimpleName,
        "class_package" => WrapOp::ClassPackage,
        other => WrapOp::Pure(crate::constants::Pure::named(other)?),
    };
    Some(WrapperRule {
        member: method(&row.method)?,
        from: place(&row.from)?,
        to: place(&row.to)?,
        op,
        value: row.value.as_deref(),
    })
}
