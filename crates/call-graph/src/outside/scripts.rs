//! Names that script bundles use or hold, as accesses; refuses to say when a script runs.

use app_facts::{Access, Level, Owner, Scope, Site, Via};

use super::Outside;

/// One catalogued name in a bundle.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScriptInput {
    /// Framework's catalogue id.
    pub framework: String,
    /// The name: `uni.getLocation`, a plug-in or channel.
    pub name: String,
    /// Taxonomy ids.
    pub data: Vec<String>,
    /// Permissions that it needs.
    pub permissions: Vec<String>,
    /// Entry of the bundle.
    pub entry: String,
    /// APK that holds it.
    pub file: String,
    /// Byte offset of the first place.
    pub offset: u64,
    /// Readable script uses the name; otherwise it only stands there.
    pub is_used: bool,
}

/// Accesses of the scripts, with the permissions that they need.
pub(super) fn accesses(
    outside: &Outside,
    is_background: &dyn Fn(&str) -> bool,
) -> Vec<(Access, Vec<String>)> {
    let mut out = Vec::new();
    for script in &outside.scripts {
        for data in &script.data {
            let access = Access {
                data: data.clone(),
                api: format!("script:{}", script.name),
                site: Site {
                    method: script.entry.clone(),
                    offset: u32::try_from(script.offset).unwrap_or(u32::MAX),
                    line: None,
                    dex: script.entry.clone(),
                    file: script.file.clone(),
                },
                owner: Owner::app(),
                initiator: Owner::app(),
                level: if script.is_used {
                    Level::Present
                } else {
                    Level::String
                },
                phase: None,
                via: Via::Script,
                obtainable: None,
                scope: Scope::Full,
                background_weight: is_background(data),
                chain: Vec::new(),
                chain_shortest: Vec::new(),
                repeat: None,
                cuts: Vec::new(),
                model: format!("script.{}", script.framework),
                key: String::new(),
            };
            out.push((access, script.permissions.clone()));
        }
    }
    out
}
