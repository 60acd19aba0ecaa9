//! A pasted stack against the accesses of an app; refuses to count platform frames as a match.

use std::collections::{BTreeMap, BTreeSet};

use app_facts::AppFacts;

use super::{Frame, Stack};
use crate::mapping::Mapping;
use crate::names::{parse_member, simple_name};

/// Namespaces of the platform: never code of an app's file, so never named as missing from it.
const PLATFORM: [&str; 8] = [
    "android.",
    "java.",
    "javax.",
    "dalvik.",
    "libcore.",
    "sun.",
    "jdk.",
    "com.android.internal.",
];
/// Most classes named in a reason.
const MAX_NAMED: usize = 5;

/// What a match may use besides the facts.
#[derive(Clone, Copy, Default)]
pub struct MatchOptions<'a> {
    /// Original names of renamed code; stacks may use either.
    pub mapping: Option<&'a Mapping>,
    /// Says whether a Java class name is defined in the app's code.
    pub has_class: Option<&'a dyn Fn(&str) -> bool>,
}

impl std::fmt::Debug for MatchOptions<'_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter
            .debug_struct("MatchOptions")
            .field("mapping", &self.mapping.is_some())
            .field("has_class", &self.has_class.is_some())
            .finish()
    }
}

/// What of an access a frame agrees with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum With {
    /// The API that reads.
    Api,
    /// The method that holds the read.
    Site,
    /// The frame of the access's chain with this index.
    Chain(usize),
}

/// One frame in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct FrameMatch {
    /// Index of the frame in the stack.
    pub frame: usize,
    /// What it agrees with.
    pub with: With,
    /// Class and method agree; otherwise only the class, or the method of an enclosing class.
    pub exact: bool,
    /// The source line agrees too.
    pub same_line: bool,
}

/// One access that the stack agrees with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StackMatch {
    /// Index into `AppFacts::accesses`.
    pub access: usize,
    /// Weight of the frames in common; comparable within one stack only.
    pub score: u32,
    /// Frames in common, in the order of the stack.
    pub frames: Vec<FrameMatch>,
}

/// Why no access agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NoMatch {
    /// The stack holds platform frames only.
    OnlyPlatform,
    /// These classes are not in the app: another version, code loaded while running, or renamed code.
    ClassesNotInApp(Vec<String>),
    /// The app reads this API, but in no method of the stack.
    ReadElsewhere {
        /// API as the accesses name it.
        api: String,
        /// Indexes of the accesses.
        accesses: Vec<usize>,
    },
    /// The classes are there (or could not be looked up), and no known read is in them.
    NoKnownRead,
}

/// Result for one stack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Best match first.
    Matches(Vec<StackMatch>),
    /// Nothing agrees.
    None(NoMatch),
}

/// Ranks the accesses that a stack agrees with.
pub fn find(stack: &Stack, facts: &AppFacts, options: &MatchOptions<'_>) -> Outcome {
    let index = Index::new(facts, options.mapping);
    let mut by_access: BTreeMap<usize, BTreeMap<With, Hit>> = BTreeMap::new();
    for (position, frame) in stack.frames.iter().enumerate() {
        for name in frame_names(frame, options.mapping) {
            index.collect(position, &name, &mut by_access);
        }
    }
    let mut matches = Vec::new();
    let mut read_elsewhere: Vec<usize> = Vec::new();
    for (access, hits) in by_access {
        let api = hits.contains_key(&With::Api);
        let site = hits.get(&With::Site);
        let site_method = site.is_some_and(|hit| hit.method);
        let chain_method = hits
            .iter()
            .any(|(with, hit)| matches!(with, With::Chain(_)) && hit.method);
        if site_method || (api && (site.is_some() || chain_method)) {
            matches.push(to_match(access, &hits));
        } else if api {
            read_elsewhere.push(access);
        }
    }
    if !matches.is_empty() {
        matches.sort_by(|a, b| b.score.cmp(&a.score).then(a.access.cmp(&b.access)));
        return Outcome::Matches(matches);
    }
    Outcome::None(reason(stack, facts, options, read_elsewhere))
}

fn reason(
    stack: &Stack,
    facts: &AppFacts,
    options: &MatchOptions<'_>,
    read_elsewhere: Vec<usize>,
) -> NoMatch {
    let app_frames: Vec<&Frame> = stack
        .frames
        .iter()
        .filter(|frame| !PLATFORM.iter().any(|start| frame.class.starts_with(start)))
        .collect();
    if let Some(has_class) = options.has_class {
        let missing: BTreeSet<&str> = app_frames
            .iter()
            .map(|frame| frame.class.as_str())
            .filter(|class| !has_class(class))
            .collect();
        let total: BTreeSet<&str> = app_frames
            .iter()
            .map(|frame| frame.class.as_str())
            .collect();
        if !missing.is_empty() && missing.len() == total.len() {
            return NoMatch::ClassesNotInApp(
                missing
                    .into_iter()
                    .take(MAX_NAMED)
                    .map(str::to_owned)
                    .collect(),
            );
        }
    }
    if let Some(api) = read_elsewhere
        .first()
        .and_then(|first| facts.accesses.get(*first))
    {
        return NoMatch::ReadElsewhere {
            api: api.api.clone(),
            accesses: read_elsewhere,
        };
    }
    if app_frames.is_empty() {
        return NoMatch::OnlyPlatform;
    }
    NoMatch::NoKnownRead
}

/// How well one frame agrees with one place of an access.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Hit {
    frame: usize,
    exact: bool,
    method: bool,
    same_line: bool,
}

fn weight(with: With, hit: &Hit) -> u32 {
    let base = match (with, hit.exact, hit.method) {
        (With::Site, true, _) => 10,
        (With::Site, false, true) => 6,
        (With::Api, ..) => 5,
        (With::Chain(_), true, _) => 3,
        (With::Site | With::Chain(_), false, _) if hit.method => 2,
        (With::Site | With::Chain(_), ..) => 1,
    };
    base + u32::from(hit.same_line) * 4
}

fn to_match(access: usize, hits: &BTreeMap<With, Hit>) -> StackMatch {
    let score = hits.iter().map(|(with, hit)| weight(*with, hit)).sum();
    let mut frames: Vec<FrameMatch> = hits
        .iter()
        .map(|(with, hit)| FrameMatch {
            frame: hit.frame,
            with: *with,
            exact: hit.exact,
            same_line: hit.same_line,
        })
        .collect();
    frames.sort_unstable();
    // The reading method is also the last frame of the chain: say it once.
    let site_frame = hits.get(&With::Site).map(|hit| hit.frame);
    frames
        .retain(|found| !(matches!(found.with, With::Chain(_)) && Some(found.frame) == site_frame));
    StackMatch {
        access,
        score,
        frames,
    }
}

/// A frame's name as pasted, or as the mapping gives it back.
struct Name {
    class: String,
    method: String,
    line: Option<u32>,
}

fn frame_names(frame: &Frame, mapping: Option<&Mapping>) -> Vec<Name> {
    let mut names = vec![Name {
        class: frame.class.clone(),
        method: frame.method.clone(),
        line: frame.line,
    }];
    if let Some(mapping) = mapping {
        for original in mapping.frames(&frame.class, &frame.method, frame.line) {
            names.push(Name {
                class: original.class,
                method: original.method,
                line: original.line,
            });
        }
    }
    names
}

/// Places of all accesses by the outermost class that holds them, and APIs by method name.
struct Index {
    places: BTreeMap<String, Vec<Place>>,
    apis: BTreeMap<String, Vec<(String, usize)>>,
}

struct Place {
    access: usize,
    with: With,
    class: String,
    method: String,
    line: Option<u32>,
}

impl Index {
    fn new(facts: &AppFacts, mapping: Option<&Mapping>) -> Self {
        let mut index = Self {
            places: BTreeMap::new(),
            apis: BTreeMap::new(),
        };
        for (number, access) in facts.accesses.iter().enumerate() {
            if let Some(api) = parse_member(&access.api) {
                index
                    .apis
                    .entry(api.name)
                    .or_default()
                    .push((api.class, number));
            }
            index.add(
                number,
                With::Site,
                &access.site.method,
                access.site.line,
                mapping,
            );
            for (position, frame) in access.chain.iter().enumerate() {
                index.add(
                    number,
                    With::Chain(position),
                    &frame.method,
                    frame.line,
                    mapping,
                );
            }
        }
        index
    }

    fn add(
        &mut self,
        access: usize,
        with: With,
        descriptor: &str,
        line: Option<u32>,
        mapping: Option<&Mapping>,
    ) {
        let Some(member) = parse_member(descriptor) else {
            return;
        };
        let mut names = vec![Name {
            class: member.class,
            method: member.name,
            line,
        }];
        if let Some(mapping) = mapping {
            for original in mapping.method(descriptor, line) {
                names.push(Name {
                    class: original.class,
                    method: original.method,
                    line: original.line,
                });
            }
        }
        for name in names {
            self.places
                .entry(outer_class(&name.class).to_owned())
                .or_default()
                .push(Place {
                    access,
                    with,
                    class: name.class,
                    method: name.method,
                    line: name.line,
                });
        }
    }

    fn collect(
        &self,
        frame: usize,
        name: &Name,
        by_access: &mut BTreeMap<usize, BTreeMap<With, Hit>>,
    ) {
        for (class, access) in self.apis.get(&name.method).into_iter().flatten() {
            if is_same_api_class(class, &name.class) {
                by_access
                    .entry(*access)
                    .or_default()
                    .entry(With::Api)
                    .or_insert(Hit {
                        frame,
                        exact: *class == name.class,
                        method: true,
                        same_line: false,
                    });
            }
        }
        for place in self
            .places
            .get(outer_class(&name.class))
            .into_iter()
            .flatten()
        {
            let exact = place.class == name.class && place.method == name.method;
            let method = exact || source_method(&place.method) == source_method(&name.method);
            let hit = Hit {
                frame,
                exact,
                method,
                same_line: method && name.line.is_some() && place.line == name.line,
            };
            let best = by_access
                .entry(place.access)
                .or_default()
                .entry(place.with)
                .or_insert(hit);
            if weight(place.with, &hit) > weight(place.with, best) {
                *best = hit;
            }
        }
    }
}

/// The platform often implements a class under a longer name: `ApplicationPackageManager`.
fn is_same_api_class(api: &str, frame: &str) -> bool {
    if api == frame {
        return true;
    }
    let (api, frame) = (
        outer_class(simple_name(api)),
        outer_class(simple_name(frame)),
    );
    api.ends_with(frame) || frame.ends_with(api)
}

/// `a.b.C` of `a.b.C$D$1` and of the desugared lambda class `a.b.-$$Lambda$C$x`.
fn outer_class(class: &str) -> &str {
    let class_start = class.rfind('.').map_or(0, |dot| dot + 1);
    let simple = class.get(class_start..).unwrap_or_default();
    match simple.char_indices().skip(1).find(|(_, c)| *c == '$') {
        Some((at, _)) if !simple.starts_with('-') => class.get(..class_start + at).unwrap_or(class),
        _ => class,
    }
}

/// The method a compiler made this one from: `lambda$f$0`, `f$lambda-1`, `f$default` give `f`.
fn source_method(method: &str) -> &str {
    if let Some(rest) = method.strip_prefix("lambda$") {
        return rest.split('$').next().unwrap_or(rest);
    }
    match method.split_once('$') {
        Some((name, rest)) if rest.starts_with("lambda") || rest == "default" => name,
        _ => method,
    }
}
