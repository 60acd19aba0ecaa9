//! The facts a layout scan yields, as plain values.

use std::collections::BTreeSet;

use crate::error::Anomaly;
use crate::manifest::Text;

/// What a compiled XML file is, judged by its root element.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum XmlRole {
    /// Views.
    Layout,
    /// A menu.
    Menu,
    /// A screen of settings.
    Preferences,
    /// A navigation graph.
    Navigation,
    /// A network security configuration.
    NetworkSecurity,
    /// A manifest.
    Manifest,
    /// A drawable, an animation or another file without views.
    #[default]
    Other,
}

/// What one file says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct LayoutFacts {
    /// What the file is.
    pub role: XmlRole,
    /// Methods called on a click.
    pub on_click: Vec<OnClick>,
    /// Fragments that are shown by class name.
    pub fragments: Vec<FragmentUse>,
    /// Elements and attributes that name a view class in full.
    pub custom_views: Vec<CustomView>,
    /// Check boxes, switches and radio buttons.
    pub checkables: Vec<Checkable>,
    /// Fields for text.
    pub inputs: Vec<TextInput>,
    /// Texts of other views, such as labels and buttons.
    pub texts: Vec<ViewText>,
    /// Items of a menu.
    pub menu_items: Vec<MenuItem>,
    /// Settings.
    pub preferences: Vec<Preference>,
    /// Destinations of a navigation graph.
    pub destinations: Vec<Destination>,
    /// Classes of pages that the system or a library opens because the file names them, in Java form: targets of intents,
    /// pages of settings, pages that set up a widget.
    pub pages: BTreeSet<String>,
    /// Layouts and navigation graphs that are included, or put in by a stub or a host, as resource identifiers.
    pub includes: Vec<u32>,
    /// Names of elements without a package, each once, sorted: views of the framework.
    pub plain_views: BTreeSet<String>,
    /// References that led nowhere and limits that were reached while scanning; the document has its own list.
    pub anomalies: Vec<Anomaly>,
}

/// A method name in `android:onClick`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnClick {
    /// The element's name.
    pub element: String,
    /// The method, which takes one view or menu item and returns nothing.
    pub method: String,
    /// Identifier of the view.
    pub id: Option<u32>,
    /// Text of the view.
    pub text: Option<Text>,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

/// A fragment named by class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FragmentUse {
    /// The element's name.
    pub element: String,
    /// Class in Java form.
    pub class_name: String,
    /// Identifier of the view.
    pub id: Option<u32>,
}

/// A view class named in full.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CustomView {
    /// Class in Java form, with a dot at least.
    pub class_name: String,
    /// Identifier of the view.
    pub id: Option<u32>,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

/// A view with two states.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkable {
    /// The element's name.
    pub element: String,
    /// Identifier of the view.
    pub id: Option<u32>,
    /// The state it starts in; `None` when not said, which means unchecked.
    pub checked: Option<bool>,
    /// Its text, or its texts for on and off.
    pub text: Option<Text>,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

/// A field for text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TextInput {
    /// The element's name.
    pub element: String,
    /// Identifier of the view.
    pub id: Option<u32>,
    /// `inputType` as flags (<https://developer.android.com/reference/android/text/InputType>).
    pub input_type: Option<u32>,
    /// Its hint, or that of the frame around it.
    pub hint: Option<Text>,
    /// What the field is for, as told to autofill.
    pub autofill_hints: Option<String>,
    /// Line of the source file, 0 if unknown.
    pub line: u32,
}

/// A text of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewText {
    /// The element's name.
    pub element: String,
    /// Identifier of the view.
    pub id: Option<u32>,
    /// The text.
    pub text: Text,
}

/// An item of a menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MenuItem {
    /// Identifier.
    pub id: Option<u32>,
    /// Title.
    pub title: Option<Text>,
}

/// A setting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preference {
    /// The element's name.
    pub element: String,
    /// Key it is stored under.
    pub key: Option<String>,
    /// Title.
    pub title: Option<Text>,
    /// Summary.
    pub summary: Option<Text>,
    /// Value it starts with.
    pub default_value: Option<String>,
    /// Class an intent inside it starts, in Java form.
    pub target_class: Option<String>,
    /// Address an intent inside it opens.
    pub data: Option<String>,
}

/// A destination of a navigation graph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Destination {
    /// The element's name: `fragment`, `activity`, `dialog` or `navigation`.
    pub element: String,
    /// Identifier.
    pub id: Option<u32>,
    /// Class in Java form.
    pub class_name: Option<String>,
    /// Label.
    pub label: Option<Text>,
    /// Whether the graph starts here.
    pub is_start: bool,
    /// Deep links that lead here.
    pub deep_links: Vec<String>,
}
