//! Apps that R8 made of real libraries, in the small slice of the SDK lab: reads of the library's classes belong to it.
//! Refuses to fail where the slice was not built; `cargo xtask test` builds it before the tests.

use std::collections::BTreeSet;
use std::path::PathBuf;

use app_facts::OwnerKind;

use crate::facts;

/// Old names of the classes of one build, by new descriptor.
fn mapping(text: &str) -> Vec<(String, String)> {
    text.lines()
        .filter(|line| !line.starts_with([' ', '#']))
        .filter_map(|line| line.strip_suffix(':')?.split_once(" -> "))
        .map(|(old, new)| (format!("L{};", new.replace('.', "/")), old.to_owned()))
        .collect()
}

#[test]
fn reads_in_repackaged_libraries_are_theirs_and_those_of_the_host_are_not() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("target/sdk-lab/apps");
    let mut n = 0;
    for (app, id, packages) in [
        ("ciapp02", "jpush", ["cn.jpush.", "cn.jiguang.", "cn.asus."]),
        (
            "ciapp03",
            "tencent-wechat",
            ["com.tencent.", "com.tencent.", "com.tencent."],
        ),
    ] {
        for kind in ["renamed", "repackaged", "shrunk"] {
            let build = folder.join(app).join(format!("{kind}.zip"));
            let Ok(bytes) = std::fs::read(&build) else {
                println!(
                    "{}: not built; `cargo xtask sdk-lab --ci` builds it",
                    build.display()
                );
                continue;
            };
            let text =
                std::fs::read_to_string(folder.join(app).join(format!("{kind}.mapping.txt")));
            let of_library: BTreeSet<String> = mapping(&text.unwrap())
                .into_iter()
                .filter(|(_, old)| packages.iter().any(|package| old.starts_with(package)))
                .map(|(new, _)| new)
                .collect();
            let facts = facts(&bytes);
            let (mut right, mut missed) = (0, 0);
            for access in &facts.accesses {
                let class = access.site.method.split("->").next().unwrap();
                let is_theirs = access.owner.sdk.as_deref() == Some(id);
                // R8 lists no class that keeps its name.
                let keeps = packages.iter().any(|package| {
                    let below = format!("L{}", package.replace('.', "/"));
                    class.starts_with(&below)
                });
                if of_library.contains(class) || keeps {
                    // What lies in the library goes to it or to nobody, never to the app or to another.
                    assert!(
                        is_theirs || access.owner.kind == OwnerKind::Unknown,
                        "{app} {kind}: {class} belongs to {:?}",
                        access.owner
                    );
                    if is_theirs {
                        right += 1;
                    } else {
                        missed += 1;
                    }
                } else {
                    assert!(!is_theirs, "{app} {kind}: {class} is not of {id}");
                }
            }
            println!("{app} {kind}: {right} reads right, {missed} without owner");
            assert!(
                right >= 10 && missed * 5 <= right,
                "{app} {kind}: {right} right, {missed} missed"
            );
            n += 1;
        }
    }
    println!("{n} builds");
}
