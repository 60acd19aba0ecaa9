//! The app's class hierarchy and methods as `dexdump` prints them; classes of the framework are unknown here.

use std::collections::{BTreeMap, BTreeSet};

use super::dexdump::{Class, Code, Dump};

/// All DEX files of an app joined: of several classes with one name the first counts.
#[derive(Debug, Default)]
pub(super) struct Program {
    classes: BTreeMap<String, Class>,
    methods: BTreeMap<String, Option<Code>>,
    /// Methods of each DEX file, by APK and entry name.
    by_dex: BTreeMap<(String, String), BTreeMap<String, Option<Code>>>,
    texts: BTreeSet<String>,
    /// Classes whose static fields of the type `android.net.Uri` are read.
    uris: BTreeSet<String>,
    calls_environment: bool,
}

impl Program {
    pub(super) fn add(&mut self, apk: &str, dex: &str, dump: Dump) {
        for (name, code) in &dump.methods {
            let class = name.split("->").next().unwrap_or_default();
            if !self.classes.contains_key(class) {
                self.methods
                    .entry(name.clone())
                    .or_insert_with(|| code.clone());
            }
        }
        for (name, class) in dump.classes {
            self.classes.entry(name).or_insert(class);
        }
        self.texts.extend(dump.constants.texts);
        self.uris.extend(dump.constants.uris);
        self.calls_environment |= dump.constants.calls_environment;
        self.by_dex
            .insert((apk.to_owned(), dex.to_owned()), dump.methods);
    }

    /// A method that was asked for; the inner `None` is a method without code.
    pub(super) fn method(&self, name: &str) -> Option<&Option<Code>> {
        self.methods.get(name)
    }

    /// The same in one DEX file.
    pub(super) fn method_in(&self, apk: &str, dex: &str, name: &str) -> Option<&Option<Code>> {
        self.by_dex
            .get(&(apk.to_owned(), dex.to_owned()))?
            .get(name)
    }

    /// Whether the app's constants can give the text: one is the text, or begins it.
    pub(super) fn can_make(&self, text: &str) -> bool {
        /// Shorter beginnings prove nothing, unless a space ends them as in a command.
        const SHORTEST: usize = 5;
        self.texts.contains(text)
            || text.char_indices().any(|(at, c)| {
                (at >= SHORTEST || c == ' ')
                    && text
                        .get(..at)
                        .is_some_and(|start| self.texts.contains(start))
            })
    }

    /// Whether the framework, asked by the app, can give the text or its beginning.
    pub(super) fn can_get(&self, text: &str) -> bool {
        if text.starts_with("content://") {
            self.uris.iter().any(|class| !self.is_app_class(class))
        } else {
            text.starts_with("/storage/emulated/0") && self.calls_environment
        }
    }

    pub(super) fn is_app_class(&self, name: &str) -> bool {
        self.classes.contains_key(name)
    }

    /// The class and everything above it, as far as the app's own classes tell.
    pub(super) fn with_supertypes<'p>(&'p self, name: &'p str) -> BTreeSet<&'p str> {
        let mut seen = BTreeSet::from([name]);
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            for above in self.classes.get(name).iter().flat_map(|c| &c.supertypes) {
                if seen.insert(above) {
                    open.push(above);
                }
            }
        }
        seen
    }

    pub(super) fn is_subtype(&self, below: &str, above: &str) -> bool {
        self.with_supertypes(below).contains(above)
    }

    /// Whether an object that a call names as `named` can run a method that `holder` declares.
    pub(super) fn can_run(&self, named: &str, holder: &str) -> bool {
        // What a framework class is a supertype of is not known here.
        !self.is_app_class(named)
            || self.is_subtype(named, holder)
            || self.is_subtype(holder, named)
            || self.classes.keys().any(|class| {
                let above = self.with_supertypes(class);
                above.contains(named) && above.contains(holder)
            })
    }
}
