//! Profiles of the lab's libraries; refuses to write names of classes or methods.

use std::path::Path;

use anyhow::{Context as _, Result};
use sdk_fingerprint::{NamedClass, Profile};

use super::build;
use super::libraries::LabLibrary;
use crate::process::say;
use crate::{files, zips};

/// The classes of a library from its class files.
pub(super) fn classes(library: &LabLibrary) -> Result<Vec<NamedClass>> {
    let members = build::class_members(&library.jar)
        .with_context(|| format!("{} {}", library.family, library.version))?;
    let parsed: Vec<_> = members
        .iter()
        .filter_map(|member| sdk_fingerprint::parse_class_file(&member.bytes).ok())
        .collect();
    Ok(sdk_fingerprint::of_class_files(&parsed))
}

/// The profile of a library, from the DEX form that D8 makes of it.
pub(super) fn profile(root: &Path, library: &LabLibrary) -> Result<Profile> {
    let members = zips::read_all(&build::library_dex(root, library))?;
    let files = super::score::parse(&members);
    let named = sdk_fingerprint::of_program(&super::score::program(&files));
    let mut named = named;
    // D8 moves constants of initialisers out of the code, R8 keeps them there in some builds.
    for class in classes(library)? {
        let methods: Vec<_> = class
            .methods
            .into_iter()
            .filter(|(label, _)| label.starts_with(b"<clinit>"))
            .collect();
        named.push(NamedClass {
            descriptor: class.descriptor,
            methods,
            words: class.words,
        });
    }
    let mut profile = Profile::new(&library.family, &library.version, &named);
    profile.name.clone_from(&library.name);
    profile.is_library = library.role != "sdk";
    Ok(profile)
}

/// Writes the profile of every library to the rule sets.
pub(super) fn write(root: &Path, libraries: &[LabLibrary]) -> Result<()> {
    let folder = root.join("rulesets/sdk-profiles");
    for library in libraries.iter().filter(|library| {
        // A profile of the lab alone would report apps wrongly; the table says why.
        library.role != "host" && library.role != "lab"
    }) {
        let bytes = profile(root, library)?.encode()?;
        let name = format!(
            "{}@{}.plprof",
            library.family.replace('/', "+"),
            library.version
        );
        say(&format!("sdk-lab: {name}, {} bytes", bytes.len()));
        files::write(&folder.join(name), &bytes)?;
    }
    Ok(())
}
