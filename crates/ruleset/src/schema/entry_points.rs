//! Entry points: methods that the framework calls on components.

use serde::{Deserialize, Serialize};

use crate::Text;

/// One file of entry points.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryPointFile<'a> {
    /// `privlens/entry-points/1`.
    #[serde(borrow)]
    pub format: Text<'a>,
    /// Sets of methods by component kind.
    pub sets: Vec<EntryPointSet<'a>>,
}

/// Lifecycle methods of one kind of component.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryPointSet<'a> {
    /// `application`, `activity`, `service`, `receiver`, `provider`, `app_component_factory`, `backup_agent`,
    /// `instrumentation`; `layout_handler` for methods that layouts name.
    #[serde(borrow)]
    pub component: Text<'a>,
    /// Framework type that such a component extends.
    pub base: Text<'a>,
    /// Methods in the order in which the framework calls them.
    pub methods: Vec<LifecycleMethod<'a>>,
}

/// One lifecycle method.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LifecycleMethod<'a> {
    /// Name and prototype, `onCreate(Landroid/os/Bundle;)V`; `*` stands for any name.
    #[serde(borrow)]
    pub method: Text<'a>,
    /// Base type when it differs from the set's.
    #[serde(default)]
    pub base: Option<Text<'a>>,
}
