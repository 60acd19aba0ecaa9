//! The app's class hierarchy and methods as `dexdump` prints them; classes of the framework are unknown here.

use std::collections::{BTreeMap, BTreeSet};

use super::dexdump::{Class, Code, Dump};
use super::framework::framework;

/// All DEX files of an app joined: of several classes with one name the first counts.
#[derive(Debug, Default)]
pub(super) struct Program {
    classes: BTreeMap<String, Class>,
    methods: BTreeMap<String, Option<Code>>,
    /// Methods of each DEX file, by APK and entry name.
    by_dex: BTreeMap<(String, String), BTreeMap<String, Option<Code>>>,
    texts: BTreeSet<String>,
    /// Classes that `const-class` names.
    class_constants: BTreeSet<String>,
    /// Methods that an app class declares, as `name(proto)`.
    declared: BTreeMap<String, BTreeSet<String>>,
    /// Class, name of a method, annotation that it carries.
    annotations: BTreeSet<[String; 3]>,
    below: BTreeMap<String, Vec<String>>,
    /// Classes whose static fields of the type `android.net.Uri` are read.
    uris: BTreeSet<String>,
    calls_environment: bool,
    /// Libraries and scripts that accesses name, by APK and entry.
    files: BTreeMap<(String, String), Vec<u8>>,
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
        for (name, _) in &dump.listing.methods {
            if let Some((class, selector)) = name.split_once("->")
                && !self.classes.contains_key(class)
            {
                self.declared
                    .entry(class.to_owned())
                    .or_default()
                    .insert(selector.to_owned());
            }
        }
        for (name, class) in dump.classes {
            if !self.classes.contains_key(&name) {
                for above in &class.supertypes {
                    self.below
                        .entry(above.clone())
                        .or_default()
                        .push(name.clone());
                }
                self.classes.insert(name, class);
            }
        }
        self.class_constants.extend(dump.constants.classes);
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

    /// Everything at or above a type, through the app's classes and the framework's.
    pub(super) fn closure<'p>(&'p self, name: &'p str) -> BTreeSet<&'p str> {
        let mut seen = self.with_supertypes(name);
        let mut open: Vec<&str> = seen.iter().copied().collect();
        while let Some(name) = open.pop() {
            if self.is_app_class(name) {
                continue;
            }
            for above in framework().above(name) {
                if seen.insert(above) {
                    open.push(above);
                }
            }
        }
        seen
    }

    /// The first superclass that is not the app's own.
    pub(super) fn first_external<'p>(&'p self, name: &'p str) -> Option<&'p str> {
        let mut seen = BTreeSet::new();
        let mut name = name;
        while let Some(class) = self.classes.get(name) {
            if !seen.insert(name) {
                return None;
            }
            name = class.supertypes.first()?;
        }
        Some(name)
    }

    /// The class and every class of the app below it, through interfaces too.
    fn with_subtypes<'p>(&'p self, name: &'p str) -> BTreeSet<&'p str> {
        let mut seen = BTreeSet::from([name]);
        let mut open = vec![name];
        while let Some(name) = open.pop() {
            for below in self.below.get(name).into_iter().flatten() {
                if seen.insert(below) {
                    open.push(below);
                }
            }
        }
        seen
    }

    /// Classes whose objects can run a method that `holder` declares.
    pub(super) fn runners<'p>(&'p self, holder: &'p str) -> BTreeSet<&'p str> {
        if self.is_app_class(holder) {
            self.with_subtypes(holder)
        } else {
            BTreeSet::new()
        }
    }

    /// Whether an object that runs a method of `holder` can be of the type `ty`.
    pub(super) fn can_be(&self, holder: &str, ty: &str) -> bool {
        self.runners(holder)
            .into_iter()
            .any(|class| self.closure(class).contains(ty))
    }

    /// Whether a class of the app at or above `class` declares the method, so that the framework does not answer.
    pub(super) fn answers(&self, class: &str, name: &str, proto: &str) -> bool {
        let selector = format!("{name}{proto}");
        self.with_supertypes(class).into_iter().any(|above| {
            self.declared
                .get(above)
                .is_some_and(|list| list.contains(&selector))
        })
    }

    /// Whether a class from `named` up, below `holder`, declares the method itself, so that a call which is bound to
    /// `named` does not run the one of `holder`.
    pub(super) fn is_hidden(&self, named: &str, holder: &str, selector: &str) -> bool {
        self.with_supertypes(named).into_iter().any(|class| {
            class != holder
                && self.is_subtype(class, holder)
                && self
                    .declared
                    .get(class)
                    .is_some_and(|list| list.contains(selector))
        })
    }

    pub(super) fn has_class_constant(&self, class: &str) -> bool {
        self.class_constants.contains(class)
    }

    pub(super) fn has_text(&self, text: &str) -> bool {
        self.texts.contains(text)
    }

    pub(super) fn add_file(&mut self, apk: &str, name: &str, bytes: Vec<u8>) {
        self.files.insert((apk.to_owned(), name.to_owned()), bytes);
    }

    pub(super) fn file(&self, apk: &str, name: &str) -> Option<&[u8]> {
        let key = (apk.to_owned(), name.to_owned());
        self.files.get(&key).map(Vec::as_slice)
    }

    pub(super) fn annotate(&mut self, rows: Vec<[String; 3]>) {
        self.annotations.extend(rows);
    }

    /// Whether a method of this name carries the annotation.
    pub(super) fn is_annotated(&self, class: &str, name: &str, annotation: &str) -> bool {
        let row = [class, name, annotation].map(str::to_owned);
        self.annotations.contains(&row)
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
