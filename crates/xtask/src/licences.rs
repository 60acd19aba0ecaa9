//! Compares the licence of every dependency with the allow list of `deny.toml`.

use std::path::Path;

use anyhow::{Context as _, Result, bail};
use serde_json::Value;

use crate::process::Tool;
use crate::{files, spdx};

/// Fails, naming every offender, unless each dependency can be used under an allowed licence.
/// Returns how many packages were looked at.
pub(crate) fn check(root: &Path) -> Result<usize> {
    let allowed = allow_list(&files::read_text(&root.join("deny.toml"))?)?;
    let text = Tool::new("cargo")
        .args([
            "metadata",
            "--format-version",
            "1",
            "--all-features",
            "--locked",
        ])
        .dir(root)
        .output()?;
    let metadata: Value = serde_json::from_str(&text).context("cargo metadata is not JSON")?;
    let packages = metadata
        .get("packages")
        .and_then(Value::as_array)
        .context("cargo metadata has no packages")?;
    let mut refused = Vec::new();
    for package in packages {
        let text = |key: &str| package.get(key).and_then(Value::as_str);
        let name = format!(
            "{} {}",
            text("name").unwrap_or("?"),
            text("version").unwrap_or("?")
        );
        match text("license") {
            None => refused.push(format!("{name}: no licence expression")),
            Some(licence) if !spdx::is_allowed(licence, &allowed)? => {
                refused.push(format!("{name}: {licence}"));
            }
            Some(_) => {}
        }
    }
    if !refused.is_empty() {
        bail!("licences not in deny.toml:\n  {}", refused.join("\n  "));
    }
    Ok(packages.len())
}

/// The strings of `allow = [ … ]` in the section `[licenses]`.
///
/// The file is cargo-deny's; only this one list is needed, which does not justify a TOML parser.
fn allow_list(deny: &str) -> Result<Vec<String>> {
    let (_, section) = deny
        .split_once("[licenses]")
        .context("deny.toml has no section [licenses]")?;
    let (_, list) = section
        .split_once("allow = [")
        .context("deny.toml has no licenses.allow")?;
    let (list, _) = list
        .split_once(']')
        .context("deny.toml: licenses.allow does not end")?;
    let mut found = Vec::new();
    for line in list.lines() {
        let entry = line.split('#').next().unwrap_or_default();
        found.extend(entry.split('"').skip(1).step_by(2).map(str::to_owned));
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::allow_list;

    #[test]
    fn the_list_is_read_with_comments_and_several_on_a_line() {
        let deny = "[bans]\nallow = [\"x\"]\n[licenses]\nallow = [\n  \"MIT\", \"Zlib\",\n  # \"GPL-3.0-only\",\n]\n";
        assert_eq!(allow_list(deny).unwrap(), ["MIT", "Zlib"]);
        assert!(allow_list("[licenses]\n").is_err());
    }
}
