//! The scan of one file, element by element in document order.

use super::facts::{
    Checkable, CustomView, Destination, FragmentUse, LayoutFacts, MenuItem, OnClick, Preference,
    TextInput, ViewText, XmlRole,
};
use crate::document::{Element, XmlDocument};
use crate::limits::MAX_NAME;
use crate::locale::Locale;
use crate::manifest::{Text, attr, values::ValueReader};
use crate::resources::ResourceTable;
use crate::text::head;

/// Scans a file without resolving references, which stay visible as `@7f0100ab`.
pub fn scan_layout(document: &XmlDocument) -> LayoutFacts {
    scan_layout_with(document, None, &Locale::none())
}

/// Scans a file and resolves texts through a table, for a device without locale and one with `locale`.
pub fn scan_layout_with(
    document: &XmlDocument,
    resources: Option<&ResourceTable<'_>>,
    locale: &Locale,
) -> LayoutFacts {
    let Some(root) = document.root() else {
        return LayoutFacts::default();
    };
    let mut scan = Scan {
        values: ValueReader::new(resources, locale),
        facts: LayoutFacts {
            role: role_of(head(root.name(), MAX_NAME)),
            ..LayoutFacts::default()
        },
    };
    for element in document.elements() {
        match scan.facts.role {
            XmlRole::Layout => scan.view(element),
            XmlRole::Menu => scan.menu(element),
            XmlRole::Preferences => {
                scan.pages(element);
                scan.preference(element);
            }
            XmlRole::Navigation => scan.destination(element),
            XmlRole::Other => scan.pages(element),
            XmlRole::NetworkSecurity | XmlRole::Manifest => break,
        }
    }
    scan.facts.anomalies = scan.values.anomalies.into_vec();
    scan.facts
}

/// Judges a file by its root. Files of views have a class name, which begins with a capital letter or has a dot, or one
/// of the few words of the layout format; everything else in lower case is a drawable, an animation or a list of paths.
fn role_of(root: &str) -> XmlRole {
    match root {
        "manifest" => XmlRole::Manifest,
        "menu" => XmlRole::Menu,
        "navigation" => XmlRole::Navigation,
        "network-security-config" => XmlRole::NetworkSecurity,
        "merge" | "fragment" | "include" | "layout" | "view" => XmlRole::Layout,
        _ if simple_name(root).ends_with("PreferenceScreen") => XmlRole::Preferences,
        _ if root.contains('.') || root.starts_with(|c: char| !c.is_ascii_lowercase()) => {
            XmlRole::Layout
        }
        _ => XmlRole::Other,
    }
}

/// The name of an element, cut where names end.
fn name_of(element: Element<'_>) -> String {
    head(element.name(), MAX_NAME).to_owned()
}

fn simple_name(class_name: &str) -> &str {
    class_name.rsplit('.').next().unwrap_or(class_name)
}

fn is_checkable(simple: &str) -> bool {
    [
        "CheckBox",
        "Switch",
        "SwitchCompat",
        "SwitchMaterial",
        "ToggleButton",
        "RadioButton",
        "CheckedTextView",
        "CheckableImageButton",
    ]
    .iter()
    .any(|suffix| simple.ends_with(suffix))
}

fn is_input(simple: &str) -> bool {
    simple.ends_with("EditText") || simple.ends_with("AutoCompleteTextView")
}

struct Scan<'r, 'a> {
    values: ValueReader<'r, 'a>,
    facts: LayoutFacts,
}

impl Scan<'_, '_> {
    fn id(element: Element<'_>) -> Option<u32> {
        element
            .framework(attr::ID)
            .and_then(|attribute| attribute.value.reference())
    }

    /// Pages that are opened because the file names them.
    fn pages(&mut self, element: Element<'_>) {
        for id in [attr::TARGET_CLASS, attr::SETTINGS_ACTIVITY, attr::CONFIGURE] {
            if element.framework(id).is_some()
                && let Some(class) = self.values.string(element, id)
            {
                self.facts.pages.insert(class);
            }
        }
    }

    fn on_click(&mut self, element: Element<'_>) {
        if let Some(method) = self.values.string(element, attr::ON_CLICK) {
            let text = self.text(element);
            self.facts.on_click.push(OnClick {
                element: name_of(element),
                method,
                id: Self::id(element),
                text,
                line: element.line(),
            });
        }
    }

    /// Text, title or description, whichever comes first.
    fn text(&mut self, element: Element<'_>) -> Option<Text> {
        [attr::TEXT, attr::TITLE, attr::CONTENT_DESCRIPTION]
            .into_iter()
            .find_map(|id| self.values.text(element, id))
    }

    fn view(&mut self, element: Element<'_>) {
        let id = Self::id(element);
        let class_attribute = self.values.string_of(element.plain("class"));
        // `<view class="a.B"/>` is the same as `<a.B/>`.
        let name = match (element.name(), &class_attribute) {
            ("view", Some(class_name)) => head(class_name, MAX_NAME).to_owned(),
            (name, _) => head(name, MAX_NAME).to_owned(),
        };
        let simple = simple_name(&name);
        if name == "fragment" || simple.ends_with("FragmentContainerView") {
            let class_name = class_attribute.or_else(|| self.values.string(element, attr::NAME));
            if let Some(class_name) = class_name {
                self.facts.fragments.push(FragmentUse {
                    element: name_of(element),
                    class_name,
                    id,
                });
            }
        }
        // What is included, put in when a stub is shown, or hosted.
        let others = if name == "include" {
            element.plain("layout")
        } else if name == "ViewStub" {
            element.framework(attr::LAYOUT)
        } else {
            element.app("navGraph")
        };
        self.facts
            .includes
            .extend(others.and_then(|attribute| attribute.value.reference()));
        if !name.contains('.') && name.starts_with(|c: char| c.is_ascii_uppercase()) {
            self.facts.plain_views.insert(name.clone());
        }
        if name.contains('.') {
            self.facts.custom_views.push(CustomView {
                class_name: name.clone(),
                id,
                line: element.line(),
            });
        }
        self.on_click(element);
        if is_checkable(simple) || element.framework(attr::CHECKED).is_some() {
            let text = self.text(element);
            let text = text
                .or_else(|| self.values.text(element, attr::TEXT_ON))
                .or_else(|| self.values.text(element, attr::TEXT_OFF));
            self.facts.checkables.push(Checkable {
                element: name_of(element),
                id,
                checked: self.values.flag(element, attr::CHECKED),
                text,
                line: element.line(),
            });
        } else if is_input(simple) || element.framework(attr::INPUT_TYPE).is_some() {
            let hint = self.values.text(element, attr::HINT).or_else(|| {
                // Material puts the hint on a frame around the field, one or two elements out.
                let outer = element.parent()?;
                self.values.text(outer, attr::HINT).or_else(|| {
                    outer
                        .parent()
                        .and_then(|outer| self.values.text(outer, attr::HINT))
                })
            });
            self.facts.inputs.push(TextInput {
                element: name_of(element),
                id,
                input_type: self.values.number(element, attr::INPUT_TYPE),
                hint,
                autofill_hints: self.values.string(element, attr::AUTOFILL_HINTS),
                line: element.line(),
            });
        } else if let Some(text) = self.values.text(element, attr::TEXT) {
            self.facts.texts.push(ViewText {
                element: name_of(element),
                id,
                text,
            });
        }
    }

    fn menu(&mut self, element: Element<'_>) {
        if element.name() != "item" {
            return;
        }
        self.on_click(element);
        for class in [attr::ACTION_VIEW_CLASS, attr::ACTION_PROVIDER_CLASS] {
            self.custom_view(element, class);
        }
        for class in ["actionViewClass", "actionProviderClass"] {
            if let Some(class_name) = self.values.string_of(element.app(class)) {
                self.facts.custom_views.push(CustomView {
                    class_name,
                    id: Self::id(element),
                    line: element.line(),
                });
            }
        }
        let title = self.values.text(element, attr::TITLE);
        self.facts.menu_items.push(MenuItem {
            id: Self::id(element),
            title,
        });
    }

    fn custom_view(&mut self, element: Element<'_>, class: u32) {
        if let Some(class_name) = self.values.string(element, class) {
            self.facts.custom_views.push(CustomView {
                class_name,
                id: Self::id(element),
                line: element.line(),
            });
        }
    }

    /// A setting of the framework's library or of AndroidX, which uses the same names in the app's own namespace.
    fn preference(&mut self, element: Element<'_>) {
        if matches!(element.name(), "intent" | "extra") {
            return;
        }
        let name = head(element.name(), MAX_NAME);
        if name.contains('.') {
            self.facts.custom_views.push(CustomView {
                class_name: name.to_owned(),
                id: Self::id(element),
                line: element.line(),
            });
        }
        let fragment = self.values.string(element, attr::FRAGMENT);
        let fragment = fragment.or_else(|| self.values.string_of(element.app("fragment")));
        if let Some(class_name) = fragment {
            self.facts.fragments.push(FragmentUse {
                element: name.to_owned(),
                class_name,
                id: Self::id(element),
            });
        }
        let (mut target_class, mut data) = (None, None);
        for intent in element.children().filter(|child| child.name() == "intent") {
            target_class = self
                .values
                .string(intent, attr::TARGET_CLASS)
                .or(target_class);
            data = self.values.string(intent, attr::DATA).or(data);
        }
        let both = |values: &mut ValueReader<'_, '_>, id, name| {
            values
                .text(element, id)
                .or_else(|| values.text_of(element.app(name)))
        };
        let title = both(&mut self.values, attr::TITLE, "title");
        let summary = both(&mut self.values, attr::SUMMARY, "summary");
        let key = self
            .values
            .string(element, attr::KEY)
            .or_else(|| self.values.string_of(element.app("key")));
        let default_value = self.values.string(element, attr::DEFAULT_VALUE);
        let default_value =
            default_value.or_else(|| self.values.string_of(element.app("defaultValue")));
        self.facts.preferences.push(Preference {
            element: name.to_owned(),
            key,
            title,
            summary,
            default_value,
            target_class,
            data,
        });
    }

    fn destination(&mut self, element: Element<'_>) {
        let name = head(element.name(), MAX_NAME);
        if !matches!(name, "fragment" | "activity" | "dialog" | "navigation") && !name.contains('.')
        {
            return;
        }
        let id = Self::id(element);
        let class_name = self.values.string(element, attr::NAME);
        if let Some(class_name) = class_name
            .clone()
            .filter(|_| matches!(name, "fragment" | "dialog"))
        {
            self.facts.fragments.push(FragmentUse {
                element: name.to_owned(),
                class_name,
                id,
            });
        }
        let start = element
            .parent()
            .and_then(|graph| graph.app("startDestination")?.value.reference());
        let links = element
            .children()
            .filter(|child| child.name() == "deepLink");
        let deep_links = links
            .filter_map(|link| self.values.string_of(link.app("uri")))
            .collect();
        let label = self.values.text(element, attr::LABEL);
        self.facts.destinations.push(Destination {
            element: name.to_owned(),
            id,
            class_name,
            label,
            is_start: start.is_some() && start == id,
            deep_links,
        });
    }
}
